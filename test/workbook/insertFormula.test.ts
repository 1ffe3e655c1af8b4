import { insertFormula } from "../../src/workbook/insertFormula";
import { FakeExcel } from "./fakeExcel";

const formula = '=ALVH.BSM.PRICE("put", 100, 95, 182.5, 0.2, 0.1, 0.05)';

describe("insertFormula", () => {
  it("writes the formula into the selected cell and says where", async () => {
    const excel = new FakeExcel();
    excel.selection = "B2";
    excel.install();
    expect(await insertFormula(formula)).toBe(`Wrote ${formula} into Sheet1!B2.`);
    expect(excel.cell("Sheet1", "B2").formula).toBe(formula);
  });

  it("says what it wrote as the user reads formulas, and writes it as Excel takes them", async () => {
    const excel = new FakeExcel();
    excel.install();
    expect(await insertFormula("=ALVH.X(0.5, 1)", "=ALVH.X(0,5; 1)")).toBe(
      "Wrote =ALVH.X(0,5; 1) into Sheet1!A1.",
    );
    expect(excel.cell("Sheet1", "A1").formula).toBe("=ALVH.X(0.5, 1)");
  });

  it("takes the first cell of a selected range, and no other", async () => {
    const excel = new FakeExcel();
    excel.selection = "C3:D9";
    excel.install();
    await insertFormula(formula);
    expect(excel.cell("Sheet1", "C3").formula).toBe(formula);
    expect(excel.cell("Sheet1", "D9").formula).toBeUndefined();
  });

  it.each([
    ["a number", { value: 4500.53, formula: undefined }, "4500.53"],
    ["a formula", { value: 3, formula: "=1+2" }, "=1+2"],
  ])("says that it replaced %s", async (_what, before, shown) => {
    const excel = new FakeExcel();
    Object.assign(excel.cell("Sheet1", "A1"), before);
    excel.install();
    expect(await insertFormula(formula)).toContain(`It replaced ${shown}; Undo brings that back.`);
  });

  it("says which names the formula reads and the workbook lacks", async () => {
    const excel = new FakeExcel();
    excel.names.set("Market", "Market!$A$1:$B$9");
    excel.install();
    expect(await insertFormula("=ALVH.NETTHETA(Book, Market)")).toContain(
      "The workbook has no range named Book yet: insert the starter sheets",
    );
  });

  it("takes a word in quotes for a text, not for a name", async () => {
    const excel = new FakeExcel();
    excel.install();
    expect(await insertFormula('=ALVH.X("Book")')).toBe('Wrote =ALVH.X("Book") into Sheet1!A1.');
  });

  it("says what to do when the answer has no room to spill", async () => {
    const excel = new FakeExcel();
    excel.evaluate = () => "#SPILL!";
    excel.install();
    expect(await insertFormula("=ALVH.LAYER()")).toContain("needs more free cells");
  });

  it.each([
    ["AccessDenied", /protected: unprotect it/],
    ["InvalidOperationInCellEditMode", /press Enter or Esc/],
  ])("turns Excel's %s into what to do, and writes nothing", async (code, sentence) => {
    const excel = new FakeExcel();
    excel.refuses = { code, message: "no", when: (request) => request === "set formulas" };
    excel.install();
    await expect(insertFormula(formula)).rejects.toThrow(sentence);
    expect(excel.cell("Sheet1", "A1").formula).toBeUndefined();
  });

  it("says what stands in the cell, also where Excel then does not tell what came of it", async () => {
    const excel = new FakeExcel();
    excel.install();
    excel.refuses = { code: "HostIsBusy", message: "busy", when: (request) => request === "load values" };
    expect(await insertFormula(formula)).toBe(`Wrote ${formula} into Sheet1!A1.`);
    expect(excel.cell("Sheet1", "A1").formula).toBe(formula);
  });
});
