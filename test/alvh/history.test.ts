import type { CellValue } from "../../src/alvh/cellValue";
import { formatIsoDate } from "../../src/alvh/dates";
import { readHistory } from "../../src/alvh/history";
import { Settings } from "../../src/alvh/settings";

const HEADER = ["date", "spx_close", "vix_open", "vix_close", "vvix_close", "vx1", "vx2", "tbill_13w_pct"];
const ROWS: CellValue[][] = [
  ["2022-02-15", 4471.07, 26.7, 25.7, 124.5, 26.1, 26.4, 0.36],
  ["2022-02-16", 4475.01, 25.78, 24.29, 122.58, 26.05, 26.4, 0.36],
  ["2022-02-17", 4380.26, 25.91, 28.11, 128.6, 28.1, 27.6, 0.36],
];
const read = (rows: readonly (readonly CellValue[])[]) => readHistory(rows, Settings.initial());

test("a history is read by the names of its columns, and each row has a market as of its close", () => {
  const { markets, isRollRow } = read([HEADER, ...ROWS]);
  expect(markets.map(({ numbers }) => numbers.get("SPX"))).toEqual([4471.07, 4475.01, 4380.26]);
  // The first row always starts; 2022-02-16 is the monthly expiration.
  expect(isRollRow).toEqual([true, true, false]);
});

// Cboe's calendar: VX of 2022-02-16 and 2022-03-15.
test("VX1 is the next contract on its settlement day already", () => {
  const { markets } = read([HEADER, ...ROWS]);
  const first = markets.map(({ futures }) => formatIsoDate(futures[0]!.expiry));
  expect(first).toEqual(["2022-02-16", "2022-03-15", "2022-03-15"]);
  expect(markets[1]?.futures[0]?.days).toBeCloseTo(27 - 6.5 / 24, 9);
});

test("without a range the built-in history stands, and says what it is", () => {
  const { rows, isDaily, notes } = readHistory(undefined, Settings.initial());
  expect(rows).toHaveLength(185);
  expect(isDaily).toBe(false);
  expect(notes[0]).toContain("built-in history");
});

test("a history without VIX open says that contracts settle at the close", () => {
  const without = [HEADER, ...ROWS].map((row) => row.filter((_, column) => column !== 2));
  expect(read(without).notes.join()).toContain("settle at the VIX close");
});

test.each<[string, (readonly CellValue[])[], string]>([
  ["no VVIX", [["Date", "SPX", "VIX", "VX1", "Rate"], ...ROWS], "history has no column VVIX"],
  ["no rate", [HEADER.slice(0, 7), ...ROWS], "history has no column Rate (decimal) or TBill (percent)"],
  ["one row", [HEADER, ROWS[0]!], "history needs at least 2 rows of figures: it has 1"],
  [
    "rows out of order",
    [HEADER, ROWS[1]!, ROWS[0]!],
    "history row 3: 2022-02-15 does not come after the row before",
  ],
  [
    "a text",
    [HEADER, ROWS[0]!, ROWS[1]!.map((cell, i) => (i === 3 ? "n/a" : cell))],
    'history row 3, VIX: "n/a" is not a number',
  ],
  [
    "VIX as a decimal",
    [HEADER, ROWS[0]!, ROWS[1]!.map((cell, i) => (i === 3 ? 0.24 : cell))],
    "must be at least 1",
  ],
])("%s is an error that says where", (_, rows, message) => {
  expect(() => read(rows)).toThrow(message);
});
