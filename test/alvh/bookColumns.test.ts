import { readBookRows } from "../../src/alvh/bookColumns";

test("columns are found in any order, case and spelling; unknown ones are ignored", () => {
  const [row] = readBookRows([
    ["C/P", "expiration date", "My notes", "contracts", "SYMBOL", "implied_volatility (decimal)"],
    ["call", "2022-03-15", "x", 4, "VIX", 1.2],
  ]);
  expect(row?.row).toBe(2);
  expect(row?.cell("Kind")).toBe("call");
  expect(row?.cell("Qty")).toBe(4);
  expect(row?.cell("Vol")).toBe(1.2);
  expect(row?.cell("Bid")).toBeUndefined();
});

test("a column's own name wins over an alias beside it, as exports carry both", () => {
  const [row] = readBookRows([
    ["Symbol", "Underlying", "Kind", "Qty"],
    ["SPXW220318P4100", "SPXW", "put", 1],
  ]);
  expect(row?.cell("Underlying")).toBe("SPXW");
});

test("titles above the header are skipped, and rows keep their place in the range", () => {
  const rows = readBookRows([
    ["My book", "", ""],
    ["", "", ""],
    ["Underlying", "Kind", "Qty"],
    ["", "", ""],
    ["VXX", "share", 100],
  ]);
  expect(rows.map(({ row }) => row)).toEqual([5]);
});

test.each([
  [
    [["Underlying", "Kind", "Strike"]],
    "book row 1, the header, has no column Qty (known as Qty, Quantity, Contracts",
  ],
  [
    [
      ["", ""],
      [0, null],
    ],
    "book is empty: give a header row and one leg a row",
  ],
  [
    [["Underlying", "Kind", "Quantity", "Contracts"]],
    'the header, has two columns for Qty: "Quantity" and "Contracts"',
  ],
])("%j is refused with a sentence", (range, sentence) => {
  expect(() => readBookRows(range)).toThrow(sentence);
});

test("hostile header text is only text", () => {
  const header = ["__proto__", "constructor", "Underlying", "Kind", "Qty", "\u202eQty", "<b>"];
  expect(() => readBookRows([header, [1, 2, "VXX", "share", 5, 6, 7]])).toThrow("has two columns for Qty");
  expect(readBookRows([["__proto__", "Underlying", "Kind", "Qty"], [1, "VXX", "share", 5]])).toHaveLength(1); // prettier-ignore
});
