import { divergenceTable } from "../../src/alvh/divergence";
import { readSeries } from "../../src/alvh/series";
import type { Table } from "../../src/alvh/netTables";

// Drawn by hand: highs of the price at bars 5 and 13, lows at bar 9.
const price = [10, 11, 12, 13, 14, 15, 14, 13, 12, 11, 12, 14, 15, 16, 15, 14, 13, 12, 11, 10];
const fading = price.map((_, bar) => (bar <= 5 ? bar : bar <= 13 ? 4 : 0));

function divergence(prices: number[], indicator: (number | string)[], lookback = 15): Table {
  const column = (values: (number | string)[]) => values.map((value) => [value]);
  return divergenceTable(readSeries("price", column(prices)), readSeries("indicator", column(indicator)), {
    lookback,
    pivotBars: 3,
  });
}

test("D04 bearish: the price's later pivot high is higher, the indicator's lower; known three bars later, not before", () => {
  const table = divergence(price, fading).slice(1);
  expect(table.slice(0, 14).every((row) => row.join("") === "")).toBe(true);
  expect(table[14]).toEqual(["none", "", "", "", ""]);
  expect(table[15]?.[0]).toBe("none");
  expect(table[16]).toEqual(["bearish", 15, 16, 5, 4]);
  // Bars 5 and 13 are within fifteen bars up to bar 19.
  expect(table[19]?.[0]).toBe("bearish");
  expect(divergence(price, fading, 14)[20]?.[0]).toBe("none");
});

test("D04 a high that the third bar after it goes beyond is no pivot, one that it only equals is", () => {
  const third = (level: number) => divergence([1, 2, 3, 9, 4, 4, level, 4, 4, 4, 20, 4, 4, 4], [0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0], 14)[14]?.[0]; // prettier-ignore
  expect([third(8), third(9), third(9.5)]).toEqual(["bearish", "bearish", "none"]);
});

test("turned upside down it is bullish, and where the indicator confirms the price there is none", () => {
  const table = divergence(price.map((value) => 30 - value), fading.map((value) => 30 - value)); // prettier-ignore
  expect(table[17]).toEqual(["bullish", 15, 14, 25, 26]);
  expect(divergence(price, price)[20]?.[0]).toBe("none");
});

test("of equal highs side by side the first is the pivot, and a high at the edge is none", () => {
  const flatTop = [1, 2, 3, 9, 9, 3, 2, 1, 2, 3, 4, 10, 4, 3, 2, 1, 0];
  const table = divergence(flatTop, flatTop.map((_, bar) => -bar), 15); // prettier-ignore
  expect(table[15]).toEqual(["bearish", 9, 10, -3, -11]);
  expect(divergence([5, 1, 1, 1, 1, 1, 6], [1, 2, 3, 4, 5, 6, 7], 7)[7]?.[0]).toBe("none");
});
