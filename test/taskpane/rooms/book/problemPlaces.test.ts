import { checkBook } from "../../../../src/alvh/checkBook";
import type { CellValue } from "../../../../src/alvh/cellValue";
import { problemPlaces } from "../../../../src/taskpane/rooms/book/problemPlaces";
import { workedBook, workedMarket } from "../../../alvh/workedCase";

/** The problems of a book and a market as CHECK words them, and the cell that each is said to stand in. */
function placed(book: CellValue[][], market: CellValue[][] = workedMarket) {
  return problemPlaces(checkBook(book, market), book).map((problem) => {
    const cells = problem.range === "market" ? market : book;
    return { ...problem, cell: cells[problem.row]?.[problem.column] };
  });
}

test("a sound book has no problem", () => {
  expect(placed(workedBook)).toEqual([]);
});

test("each problem stands at the very cell that was spoilt", () => {
  const market = workedMarket.map((row) => (row[0] === "VVIX" ? ["VVIX", "n/a"] : row));
  const book = workedBook.map((row, index) =>
    index === 2 ? row.map((value, column) => (column === 4 ? "41OO" : value)) : row,
  );
  const [first, second] = placed(book, market);
  expect(first).toMatchObject({ range: "market", cell: "n/a", isNote: false });
  expect(second).toMatchObject({ range: "book", row: 2, column: 4, cell: "41OO" });
  expect(second?.text).toBe('book row 3, Strike: "41OO" is not a number');
});

test("what is missing has no cell, so the range's first is shown", () => {
  const [missing] = placed(workedBook, [["VIX", 20]]);
  expect(missing).toMatchObject({ text: expect.stringMatching(/^market needs a row/), row: 0, column: 0 });
});

test("a column is found under its alias, with titles above the header and another order", () => {
  const book: CellValue[][] = [
    ["My condors", "", "", "", ""],
    ["", "", "", "", ""],
    ["Expiration", "Contracts", "Right", "Symbol", "K"],
    ["2022-03-18", -1, "call", "SPXW", 4725],
    ["2022-03-18", "ten", "put", "SPXW", 4100],
    ["2022-03-33", 1, "put", "SPXW", 4050],
  ];
  const places = placed(book).filter(({ isNote }) => !isNote);
  expect(places.map(({ cell }) => cell)).toEqual(["ten", "2022-03-33"]);
});

test("a column that the book has not is shown at the row", () => {
  const book: CellValue[][] = [
    ["Underlying", "Kind", "Qty", "Strike"],
    ["SPXW", "put", -1, 4100],
  ];
  expect(placed(book)[0]).toMatchObject({
    text: expect.stringContaining("the book has no such column"),
    row: 1,
    column: 0,
  });
});

test("a note is marked as one, and loses its prefix", () => {
  const expired: CellValue[] = ["short", "VIX", "call", 1, 35, "2022-01-19", 1, "", ""];
  expect(placed([...workedBook, expired])).toEqual([
    {
      text: "book row 9: the leg expired by 2022-02-04 and is left out",
      isNote: true,
      range: "book",
      row: 8,
      column: 0,
      cell: "short",
    },
  ]);
});

test("of an unknown or doubled market row the name is wrong, not the value", () => {
  const market = [...workedMarket, ["SPXVoll", 0.2], ["VIX", 20]];
  expect(placed(workedBook, market).map(({ cell }) => cell)).toEqual(["SPXVoll", "VIX"]);
});

test("a header without a column it needs is shown at the header", () => {
  const book: CellValue[][] = [["Title"], ["Underlying", "Kind"], ["SPXW", "put"]];
  expect(placed(book)[0]).toMatchObject({ range: "book", row: 0, column: 0 });
});
