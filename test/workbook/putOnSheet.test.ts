import { type Block, putOnSheet } from "../../src/workbook/putOnSheet";
import { FakeExcel, FakeSheet } from "./fakeExcel";

const block: Block = {
  columnWidths: [100],
  cells: [
    { at: "A1", value: "SPX", style: "header" },
    { at: "B1", value: "P&L", style: "header" },
    { at: "C1", value: "Hedge", style: "header" },
    { at: "A2", formula: "=SEQUENCE(3)" },
    { at: "B2", formula: "=A2*2" },
  ],
  areas: [{ range: "A2:C4", format: "0.0" }],
  charts: [
    {
      kind: "column",
      title: "By SPX",
      data: "A1:C4",
      seriesBy: "Columns",
      lines: 1,
      at: "E1",
      to: "H9",
      xTitle: "SPX",
      yTitle: "$",
    },
  ],
  validations: [{ range: "A3", decimal: { min: 0, max: 1 }, message: "Give 0 to 1." }],
  conditionalFormats: [{ range: "B2:B4", kind: "negativeRed" }],
  names: [{ name: "Levels", refersTo: "A2:A4" }],
};

const onSheet: Block = { ...block, sheetName: "Stress" };

describe("putOnSheet", () => {
  it("writes a new sheet, its names and its charts, and says so", async () => {
    const excel = new FakeExcel();
    excel.install();
    expect(await putOnSheet(onSheet)).toBe("Wrote the sheet Stress: 2 live formulas and a chart.");
    expect(excel.activeSheet).toBe("Stress");
    expect(excel.cell("Stress", "B2").formula).toBe("=A2*2");
    expect(excel.names.get("Levels")).toBe("Stress!$A$2:$A$4");
    const sheet = excel.sheet("Stress");
    expect(sheet?.validations).toEqual([
      {
        range: "A3",
        rule: { decimal: { formula1: 0, formula2: 1, operator: "Between" } },
        errorAlert: { message: "Give 0 to 1.", showAlert: true, style: "Stop", title: "Not possible here" },
      },
    ]);
    expect(sheet?.conditionalFormats).toEqual([
      {
        range: "B2:B4",
        type: "CellValue",
        settings: { color: "#A4262C", rule: { formula1: "0", operator: "LessThan" } },
      },
    ]);
  });

  it("names each series of a chart, its figures and its x, so that Excel need not guess", async () => {
    const excel = new FakeExcel();
    excel.install();
    await putOnSheet(onSheet);
    expect(excel.sheet("Stress")?.charts).toEqual([
      expect.objectContaining({
        type: "ColumnClustered",
        title: "By SPX",
        name: "By SPX",
        hasLegend: true,
        categoryTitle: "SPX",
        valueTitle: "$",
        position: ["E1", "H9"],
        series: [
          { name: "P&L", values: "B2:B4", x: "A2:A4" },
          { name: "Hedge", values: "C2:C4", x: "A2:A4", type: "Line" },
        ],
      }),
    ]);
  });

  it("takes rows for series where the definition says so", async () => {
    const excel = new FakeExcel();
    excel.install();
    const chart = {
      kind: "line" as const,
      title: "T",
      data: "A1:C2",
      seriesBy: "Rows" as const,
      at: "E1",
      to: "F2",
    };
    await putOnSheet({ ...onSheet, charts: [chart] });
    expect(excel.sheet("Stress")?.charts[0]?.series).toEqual([{ name: "0", values: "B2:C2", x: "B1:C1" }]);
  });

  it("numbers the sheet where its name is taken", async () => {
    const excel = new FakeExcel(["stress"]);
    excel.install();
    expect(await putOnSheet(onSheet)).toMatch(/^Wrote the sheet Stress 2:/);
    expect(excel.names.get("Levels")).toBe("Stress 2!$A$2:$A$4");
  });

  it("moves formulas, names and charts along to the selected cell", async () => {
    const excel = new FakeExcel();
    excel.selection = "C11";
    excel.install();
    expect(await putOnSheet(block)).toBe("Wrote 2 live formulas and a chart to Sheet1!C11:J19.");
    expect(excel.cell("Sheet1", "D12").formula).toBe("=C12*2");
    expect(excel.names.get("Levels")).toBe("Sheet1!$C$12:$C$14");
    expect(excel.sheet("Sheet1")?.charts[0]).toMatchObject({
      position: ["G11", "J19"],
      series: [{ values: "D12:D14", x: "C12:C14" }, { values: "E12:E14" }],
    });
    expect(excel.sheet("Sheet1")?.columnWidths.size).toBe(0);
  });

  it("refuses to overwrite cells or to stand in a spill's way, names them and writes nothing", async () => {
    const excel = new FakeExcel();
    for (const at of ["B4", "C2", "H9", "C4"]) excel.cell("Sheet1", at).value = 1;
    excel.cell("Sheet1", "I1").value = "beside";
    excel.install();
    await expect(putOnSheet(block)).rejects.toThrow(
      "The block needs Sheet1!A1:H9, and C2, B4, C4 and 1 more are not empty, so nothing was written: select a cell with 9 free rows and 8 free columns, or take a new sheet.",
    );
    expect(excel.cell("Sheet1", "A1").value).toBe("");
    expect(excel.names.size).toBe(0);
  });

  it("takes everything back when an answer has no room to spill", async () => {
    const excel = new FakeExcel();
    excel.evaluate = (formula) => (formula === "=SEQUENCE(3)" ? "#SPILL!" : 1);
    excel.install();
    await expect(putOnSheet(block)).rejects.toThrow(/The answer in A2 needs more free cells/);
    expect([...(excel.sheet("Sheet1")?.cells.values() ?? [])].filter(({ value }) => value !== "")).toEqual(
      [],
    );
    expect(excel.sheet("Sheet1")?.charts).toEqual([]);
    expect(excel.names.size).toBe(0);
  });

  it("refuses a name that is taken", async () => {
    const excel = new FakeExcel();
    excel.names.set("levels", "Sheet1!$A$1");
    excel.install();
    await expect(putOnSheet(onSheet)).rejects.toThrow(
      /already has a range named Levels, so nothing was written/,
    );
    expect(excel.sheets).toHaveLength(1);
  });

  it.each([
    ["a protected workbook", "AccessDenied", "worksheets.add Stress", /protected: unprotect it/],
    ["a cell being edited", "InvalidOperationInCellEditMode", "load worksheets", /press Enter or Esc/],
    ["a busy Excel", "HostIsBusy", "set formulas", /busy: close any open dialog/],
    ["cells that went away", "InvalidReference", "names.add Levels", /deleted or moved away/],
    ["a chart refused", "GeneralException", "charts.add ColumnClustered", /Excel refused: raw/],
    ["a rule refused", "UnsupportedOperation", "set dataValidation", /does not allow this here/],
  ])("leaves nothing half-written under %s, and says what to do", async (_what, code, request, sentence) => {
    const excel = new FakeExcel();
    excel.refuses = { code, message: "raw", when: (one) => one === request };
    excel.install();
    await expect(putOnSheet(onSheet)).rejects.toThrow(sentence);
    expect(excel.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    expect(excel.names.size).toBe(0);
  });

  it.each([
    ["sheet", "worksheets.add Stress"],
    ["name", "names.add Levels"],
  ])("never takes back a %s that another pane has added since it looked", async (what, request) => {
    const excel = new FakeExcel();
    excel.install();
    // The other one is quicker by a moment.
    excel.refuses = {
      code: "ItemAlreadyExists",
      message: "taken",
      when: (one) => {
        if (one !== request) return false;
        excel.refuses = undefined;
        if (what === "sheet") excel.sheets.push(new FakeSheet("Stress"));
        else excel.names.set("Levels", "Sheet1!$A$2:$A$4");
        return true;
      },
    };
    await expect(putOnSheet(onSheet)).rejects.toThrow("already there");
    expect(excel.sheets.map(({ name }) => name)).toEqual(
      what === "sheet" ? ["Sheet1", "Stress"] : ["Sheet1"],
    );
    expect(excel.names.get("Levels")).toBe(what === "name" ? "Sheet1!$A$2:$A$4" : undefined);
  });

  it("waits for a title that a custom function has not answered yet", async () => {
    const excel = new FakeExcel();
    let asked = 0;
    excel.install();
    const cells = block.cells.map((cell) => (cell.at === "B1" ? { at: "B1", formula: "=TITLE()" } : cell));
    excel.evaluate = (formula) => (formula === "=TITLE()" ? "#BUSY!" : 1);
    const done = putOnSheet({ ...onSheet, cells });
    const answering = setInterval(() => {
      asked += 1;
      const cell = asked > 2 ? excel.sheet("Stress")?.cell(0, 1) : undefined;
      if (cell) cell.value = "P&L $";
    }, 50);
    await done;
    clearInterval(answering);
    expect(excel.sheet("Stress")?.charts[0]?.series[0]?.name).toBe("P&L $");
  });
});
