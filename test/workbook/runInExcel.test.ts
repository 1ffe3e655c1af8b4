import { runInExcel } from "../../src/workbook/runInExcel";
import { FakeExcel } from "./fakeExcel";

describe("runInExcel", () => {
  it("groups an action into one Undo where Excel can (ExcelApi 1.20)", async () => {
    const excel = new FakeExcel();
    excel.install();
    Object.assign(Office.context, {
      requirements: {
        isSetSupported: (set: string, version: string) => `${set} ${version}` === "ExcelApi 1.20",
      },
    });
    expect(await runInExcel(() => Promise.resolve(7))).toBe(7);
    expect(excel.runOptions).toEqual([{ mergeUndoGroup: true }]);
  });

  it("asks for nothing that an older Excel, or another host, does not know", async () => {
    const excel = new FakeExcel();
    excel.install();
    await runInExcel(() => Promise.resolve());
    expect(excel.runOptions).toEqual([undefined]);
  });
});
