import { goToCell } from "../../src/workbook/goToCell";
import { FakeExcel } from "./fakeExcel";

describe("goToCell", () => {
  it("brings the sheet to the front and selects the cell counted inside the range", async () => {
    const excel = new FakeExcel(["Sheet1", "Book"]);
    excel.names.set("Legs", "Book!$B$4:$F$9");
    excel.install();
    expect(await goToCell("Legs", 2, 3)).toBe("Selected Book!E6.");
    expect([excel.activeSheet, excel.selection]).toEqual(["Book", "E6"]);
  });

  it("counts in whole columns from the same cell as readRange", async () => {
    const excel = new FakeExcel(["Book"]);
    excel.cell("Book", "C3").value = "Qty";
    excel.install();
    expect(await goToCell("Book!A:F", 1, 0)).toBe("Selected Book!C4.");
  });

  it("says that the range is not there", async () => {
    new FakeExcel().install();
    await expect(goToCell("Book")).rejects.toThrow(/no range or table named Book/);
  });
});
