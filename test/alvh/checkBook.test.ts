import type { CellValue } from "../../src/alvh/cellValue";
import { checkBook } from "../../src/alvh/checkBook";
import { settingsInForce } from "../../src/alvh/presets";
import { workedBook, workedMarket } from "./workedCase";

test("a sound book and market are OK", () => {
  expect(checkBook(workedBook, workedMarket)).toEqual(["OK"]);
});

test("every problem is listed at once, market first, errors and notes", () => {
  const market = workedMarket.map((row) => (row[0] === "VVIX" ? ["VVIX", "n/a"] : row));
  const book = workedBook.map((row, index) =>
    index === 2 ? row.map((value, column) => (column === 4 ? "41OO" : value)) : row,
  );
  const noVol = ["long", "VIX", "call", 1, 35, "2022-05-18", "", "", ""];
  const expired = ["short", "VIX", "call", 1, 35, "2022-01-19", 1, "", ""];
  expect(checkBook([...book, noVol, expired], market)).toEqual([
    'market row 5, VVIX: "n/a" is not a number',
    'book row 3, Strike: "41OO" is not a number',
    "market has a row VVIX that could not be read",
    "Note: book row 10: the leg expired by 2022-02-04 and is left out",
  ]);
});

test("a modelled default is a note", () => {
  const book = [["Underlying", "Kind", "Qty", "Strike", "DTE"], ["VIX", "call", 1, 30, 30]]; // prettier-ignore
  expect(checkBook(book, workedMarket)).toEqual([
    "Note: book row 2: no Vol, Price or Bid and Ask, so its vol 1.2489 is modelled from VVIX",
  ]);
});

test("empty ranges are problems, not crashes", () => {
  expect(checkBook([[""]], [[""]])).toEqual(["book is empty: give a header row and one leg a row"]);
});

test("an expiry on which no contract expires is noted", () => {
  const book = [["Underlying", "Kind", "Qty", "Strike", "Expiry", "Vol"], ["VIX", "call", 1, 30, "2022-03-16", 1], ["SPXW", "put", 1, 4000, "2022-03-19", 0.3]]; // prettier-ignore
  expect(checkBook(book, workedMarket)).toEqual([
    "Note: book row 2, Expiry: no VIX contract expires on 2022-03-16",
    "Note: book row 3, Expiry: no SPXW contract expires on 2022-03-19",
  ]);
});

describe("F14 a market is stale where AsOf is more than a trading day before the row Today", () => {
  // AsOf is Friday 4 February 2022; 44599 is Monday the 7th. Presidents' Day, Monday the 21st, is no trading day.
  const on = (today: CellValue, asOf: CellValue = "2022-02-04 16:15"): string[] =>
    checkBook(workedBook, [
      ...workedMarket.filter(([name]) => name !== "AsOf"),
      ["AsOf", asOf],
      ["Today", today],
    ]);

  test.each<[CellValue, CellValue]>([
    ["2022-02-04 16:15", "2022-02-04"],
    ["2022-02-04 16:15", "2022-02-06"],
    ["2022-02-04 16:15", 44599],
    ["2022-02-11 16:15", "2022-02-14"],
    ["2022-02-04 16:15", ""],
  ])("AsOf %s is fresh on %s", (asOf, today) => {
    expect(on(today, asOf)).toEqual(["OK"]);
  });

  test("from Tuesday on it is stale", () => {
    expect(on("2022-02-08")).toEqual([
      "market: stale, AsOf 2022-02-04 is 2 trading days before 2022-02-08, more than 1",
    ]);
  });

  test("a holiday is no trading day", () => {
    const futures = workedMarket.filter(([name]) => name !== "AsOf" && name !== "2022-02-16");
    const book = workedBook.filter((_, index) => index !== 5);
    const checked = (today: string): string[] =>
      checkBook(book, [...futures, ["AsOf", "2022-02-18 16:00"], ["Today", today]]);
    expect(checked("2022-02-22")).toEqual(["OK"]);
    expect(checked("2022-02-23")[0]).toContain("2 trading days before 2022-02-23");
  });

  test("the days are a setting, and a Today before AsOf is a problem", () => {
    const { settings } = settingsInForce(null, [["F14.StaleAfter", 2]]);
    expect(checkBook(workedBook, [...workedMarket, ["Today", "2022-02-08"]], settings)).toEqual(["OK"]);
    expect(on("2022-02-03")).toEqual(["market: Today, 2022-02-03, is before AsOf, 2022-02-04"]);
    expect(on("soon")[0]).toContain("market row 16, Today");
  });
});
