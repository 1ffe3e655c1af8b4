import { readSelectedCell } from "../../src/workbook/explainCell";
import { FakeExcel } from "./fakeExcel";

describe("readSelectedCell", () => {
  it.each([
    ["number", 4500.53],
    ["text", "call"],
    ["boolean", true],
    ["empty", ""],
    ["error", "#VALUE!"],
  ])("reads a cell that holds a value of type %s", async (valueType, value) => {
    const excel = new FakeExcel();
    excel.cell("Sheet1", "B2").value = value;
    excel.selection = "B2";
    excel.install();
    expect(await readSelectedCell()).toEqual({ address: "Sheet1!B2", formula: "", value, valueType });
  });

  it("reads the formula of the first of the selected cells", async () => {
    const excel = new FakeExcel();
    Object.assign(excel.cell("Sheet1", "B2"), { formula: "=ALVH.VERSION()", value: "0.1.0" });
    excel.selection = "B2:D9";
    excel.install();
    expect(await readSelectedCell()).toMatchObject({ address: "Sheet1!B2", formula: "=ALVH.VERSION()" });
  });
});
