import { advanceDeclineLine, breadthDivergence, breadthTable, slope } from "../../src/alvh/breadth";
import { readSeries } from "../../src/alvh/series";

const column = (name: string, values: number[]) => readSeries(name, values.map((value) => [value])); // prettier-ignore

// New York Stock Exchange, 21 and 22 June 2023: advancers and decliners as published; the third day is made up.
const advances = [797, 460, 1000];
const declines = [756, 1101, 900];

test("D10 the A/D line is the running sum of advances less declines", () => {
  expect(advanceDeclineLine(advances, declines)).toEqual([41, -600, -500]);
  expect(breadthTable(column("advances", advances), column("declines", declines), undefined, 20)).toEqual([
    ["Net advances", "A/D line"],
    [41, 41],
    [-641, -600],
    [100, -500],
  ]);
});

test("D09 an index that rises while the A/D line falls is bearish; a rising line under a falling index is bullish", () => {
  const line = column("advances", [3, 2, 1]);
  const table = breadthTable(line, column("declines", [3, 3, 3]), column("index", [100, 101, 103]), 3);
  // Line 0, -1, -3: least-squares slope -1.5; index: 1.5.
  expect(table[2]).toEqual([-1, -1, "", "", ""]);
  expect(table[3]).toEqual([-2, -3, -1.5, 1.5, "bearish"]);
  expect(breadthDivergence(1, -1)).toBe("bullish");
  expect(breadthDivergence(1, 1)).toBe("none");
  expect(breadthDivergence(0, 1)).toBe("none");
});

test("the slope is that of a straight line through all the bars", () => {
  expect(slope([5, 7, 9, 11], 3, 4)).toBeCloseTo(2, 12);
  // numpy.polyfit([0, 1, 2, 3, 4], [2, 3, 5, 7, 11], 1)[0]
  expect(slope([2, 3, 5, 7, 11], 4, 5)).toBeCloseTo(2.2, 12);
  expect(slope([1, 2], 0, 2)).toBeUndefined();
});
