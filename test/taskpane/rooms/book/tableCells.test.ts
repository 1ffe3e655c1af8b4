import { tableCells } from "../../../../src/taskpane/rooms/book/tableCells";

test("dates go as serials, blanks are not written, titles stand over their columns, looks go by column", () => {
  const { cells, areas } = tableCells(
    [
      ["Layer", "Qty", "Expiry"],
      ["", -10, "2022-03-18"],
      ["IC", 10, "2022-03-18"],
    ],
    5,
    { Qty: "0" },
  );
  expect(cells).toEqual([
    { at: "A5", value: "Layer", style: "header", align: "Left" },
    { at: "A7", value: "IC" },
    { at: "B5", value: "Qty", style: "header", align: "Right" },
    { at: "B6", value: -10 },
    { at: "B7", value: 10 },
    { at: "C5", value: "Expiry", style: "header", align: "Right" },
    // 18 March 2022 is 44,638 days after 30 December 1899.
    { at: "C6", value: 44638 },
    { at: "C7", value: 44638 },
  ]);
  expect(areas).toEqual([
    { range: "A6:A7", style: "input" },
    { range: "B6:B7", style: "input", format: "0" },
    { range: "C6:C7", style: "input", format: "yyyy-mm-dd" },
  ]);
});

test("beyond Z the columns go on with AA", () => {
  const header = Array.from({ length: 28 }, (_, index) => `c${index}`);
  expect(tableCells([header, header], 1).cells.at(-1)?.at).toBe("AB2");
});
