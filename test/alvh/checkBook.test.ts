import { checkBook } from "../../src/alvh/checkBook";
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
