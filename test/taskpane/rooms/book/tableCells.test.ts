import { tableCells } from "../../../../src/taskpane/rooms/book/tableCells";

test("dates go as serials, blanks are not written, titles stand over their columns", () => {
  const cells = tableCells(
    [
      ["Layer", "Qty", "Expiry"],
      ["", -10, "2022-03-18"],
    ],
    5,
    { Qty: "0" },
  );
  expect(cells).toEqual([
    { at: "A5", value: "Layer", style: "header", align: "Left" },
    { at: "B5", value: "Qty", style: "header", align: "Right" },
    { at: "C5", value: "Expiry", style: "header", align: "Right" },
    { at: "B6", value: -10, style: "input", format: "0" },
    // 18 March 2022 is 44,638 days after 30 December 1899.
    { at: "C6", value: 44638, style: "input", format: "yyyy-mm-dd" },
  ]);
});

test("beyond Z the columns go on with AA", () => {
  const header = Array.from({ length: 28 }, (_, index) => `c${index}`);
  expect(tableCells([header], 1).at(-1)?.at).toBe("AB1");
});
