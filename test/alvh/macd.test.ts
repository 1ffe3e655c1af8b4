import { macd, macdTable } from "../../src/alvh/macd";
import { readSeries } from "../../src/alvh/series";

// The worked spreadsheet of investexcel.net, "How to calculate MACD in Excel" (Apple, 2013).
// prettier-ignore
const closes = [
  459.99, 448.85, 446.06, 450.81, 442.8, 448.97, 444.57, 441.4, 430.47, 420.05, 431.14, 425.66, 430.58, 431.72,
  437.87, 428.43, 428.35, 432.5, 443.66, 455.72, 454.49, 452.08, 452.73, 461.91, 463.58, 461.14, 452.08, 442.66,
  428.91, 429.79, 431.99, 427.72, 423.2, 426.21, 426.98, 435.69, 434.33, 429.8, 419.85, 426.24,
];
const periods = { fast: 12, slow: 26, signal: 9 };

test("D01 MACD(12,26,9) as in the published spreadsheet, each average started with its simple mean", () => {
  const result = macd(closes, periods);
  const at = (bar: number) => [result.macd[bar], result.signal[bar], result.histogram[bar]];
  expect(at(24)).toEqual([undefined, undefined, undefined]);
  expect(result.macd[25]).toBeCloseTo(8.275269503907623, 9);
  expect(at(32).slice(1)).toEqual([undefined, undefined]);
  expect(result.signal[33]).toBeCloseTo(3.037525868733945, 9);
  expect(result.macd[34]).toBeCloseTo(-2.62184232825689, 9);
  expect(result.signal[34]).toBeCloseTo(1.90565222933578, 9);
  expect(result.histogram[34]).toBeCloseTo(-4.52749455759, 9);
  expect(result.signal[39]).toBeCloseTo(-1.338100412582993, 9);
});

// By hand: EMA2 and EMA3 of a line that turns lag it by 1/2 and 1 bar until the turn.
const turning = [1, 2, 3, 4, 5, 4, 3, 2, 3, 4, 5, 6];

test("D02 the table marks where MACD crosses its signal, whatever the level of the series", () => {
  for (const shift of [0, -10]) {
    const series = readSeries("series", turning.map((value) => [value + shift])); // prettier-ignore
    const table = macdTable(series, { fast: 2, slow: 3, signal: 2 }, 2);
    expect(table[0]).toEqual(["MACD 2/3", "Signal 2", "Histogram", "Crossing", "Decelerating"]);
    expect(table[1]).toEqual(["", "", "", "", ""]);
    expect(table.slice(1).map((row) => row[3])).toEqual([
      "", "", "", "", "", "down", "", "", "up", "", "", "",
    ]); // prettier-ignore
  }
});

test("D03 MACD of the curve's slope: linear, so a slope in other units or below 0 crosses at the same bars", () => {
  const slopes = closes.map((close) => (close - 440) / 20);
  const ofCloses = macdTable(readSeries("series", closes.map((value) => [value])), periods, 2); // prettier-ignore
  const ofSlopes = macdTable(readSeries("series", slopes.map((value) => [value])), periods, 2); // prettier-ignore
  expect(ofSlopes.map((row) => row[3])).toEqual(ofCloses.map((row) => row[3]));
  expect(ofSlopes[40]?.[1]).toBeCloseTo(-1.338100412582993 / 20, 9);
});

test("D05 momentum decelerates where the histogram is above 0 and falls two bars in a row", () => {
  const accelerating = [1, 1, 1, 1, 2, 4, 7, 11, 16, 20, 23, 25, 26, 26];
  const table = macdTable(readSeries("series", accelerating.map((value) => [value])), { fast: 2, slow: 3, signal: 2 }, 2); // prettier-ignore
  // In Python: the histogram rises to .225 at bar 8, then .126, .002 and below 0 from bar 11 on.
  const histogram = table.slice(1).map((row) => row[2]);
  [0.2252657750342939, 0.1256644375857343, 0.0023231500533453797, -0.09618130969618499].forEach(
    (value, step) => {
      expect(histogram[8 + step]).toBeCloseTo(value, 12);
    },
  );
  expect(table.slice(1).map((row) => row[4])).toEqual([
    "", "", "", "", "", "", "", "", "", "", "yes", "", "", "",
  ]); // prettier-ignore
});

test("periods in the wrong order are a sentence", () => {
  expect(() => macd(closes, { fast: 26, slow: 12, signal: 9 })).toThrow("fast (26) must be below slow (12)");
});
