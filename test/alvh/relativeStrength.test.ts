import { relativeStrength } from "../../src/alvh/relativeStrength";

// StockCharts, ChartSchool, "Relative Strength Index": the worked spreadsheet (QQQQ, 14 days), Wilder's smoothing.
// prettier-ignore
const closes = [
  44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328,
  45.614, 46.282, 46.282, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515,
  45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314,
];
// prettier-ignore
const published = [
  70.53278948, 66.31856181, 66.54982994, 69.40630534, 66.35516906, 57.97485571, 62.92960675, 63.25714756,
  56.05929872, 62.37707144, 54.70757308, 50.42277441, 39.98982315, 41.46048198, 41.86891609, 45.46321245,
  37.30404209, 33.07952299, 37.77295211,
];

test("D07 G13 RSI(14) as in the published spreadsheet, nothing before the fifteenth close", () => {
  const strength = relativeStrength(closes, 14);
  expect(strength.slice(0, 14)).toEqual(Array(14).fill(undefined));
  expect(strength.slice(14)).toHaveLength(published.length);
  published.forEach((value, index) => expect(strength[14 + index]).toBeCloseTo(value, 7));
});

test("only gains are 100, only losses 0, and no move at all is 50", () => {
  const rising = [1, 2, 3, 4, 5];
  expect(relativeStrength(rising, 3).slice(3)).toEqual([100, 100]);
  expect(relativeStrength([...rising].reverse(), 3).slice(3)).toEqual([0, 0]);
  expect(relativeStrength([5, 5, 5, 5, 5], 3).slice(3)).toEqual([50, 50]);
});

test("an inverted series mirrors the index about 50", () => {
  const strength = relativeStrength(closes, 5);
  relativeStrength(closes.map((close) => -close), 5) // prettier-ignore
    .forEach(
      (value, bar) => value !== undefined && expect(value + (strength[bar] ?? NaN)).toBeCloseTo(100, 9),
    );
});
