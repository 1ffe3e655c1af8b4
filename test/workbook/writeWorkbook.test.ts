import type { WorkbookDefinition } from "../../src/workbook/workbookDefinition";
import { writeWorkbook } from "../../src/workbook/writeWorkbook";
import { FakeExcel, FakeSheet } from "./fakeExcel";

const definition: WorkbookDefinition = {
  sheets: [
    {
      name: "Market",
      columnWidths: [100, 80],
      frozenRows: 2,
      cells: [
        { at: "A1", value: "SPX", style: "header" },
        { at: "B1", value: 4500.53, format: "0.00", style: "input" },
      ],
      areas: [],
    },
    {
      name: "Plan",
      columnWidths: [],
      frozenRows: 0,
      cells: [{ at: "A1", formula: "=SUM(Market)" }],
      areas: [{ range: "A1:B2", format: "0.0", style: "header", align: "Right" }],
    },
  ],
  names: [{ name: "Market", refersTo: "Market!$A$1:$B$1" }],
  opensOn: "Plan",
};

describe("writeWorkbook", () => {
  it("writes values, formats, names and formulas and says what it wrote", async () => {
    const excel = new FakeExcel();
    excel.install();
    const said = await writeWorkbook(definition);

    expect(said).toBe("Wrote the sheets Market and Plan and the name Market. Start at Plan.");
    expect(excel.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Market", "Plan"]);
    expect(excel.cell("Market", "B1")).toMatchObject({ value: 4500.53, numberFormat: "0.00" });
    expect(excel.cell("Market", "A1").bold).toBe(true);
    expect(excel.cell("Plan", "A1").formula).toBe("=SUM(Market)");
    expect(excel.names.get("Market")).toBe("Market!$A$1:$B$1");
    expect(excel.activeSheet).toBe("Plan");
  });

  it("dresses the area a formula spills into without filling its cells", async () => {
    const excel = new FakeExcel();
    excel.install();
    await writeWorkbook(definition);
    expect(excel.cell("Plan", "B2")).toMatchObject({
      value: "",
      formula: undefined,
      numberFormat: "0.0",
      bold: true,
    });
  });

  it("gives Excel column widths in points: 100 pixels at 96 to the inch are 75 points at 72", async () => {
    const excel = new FakeExcel();
    excel.install();
    await writeWorkbook(definition);
    expect(excel.sheet("Market")?.columnWidths.get(0)).toBe(75);
    expect(excel.sheet("Market")?.frozenRows).toBe(2);
  });

  it("defines the names before any formula that reads them", async () => {
    const excel = new FakeExcel();
    excel.install();
    const known: boolean[] = [];
    excel.evaluate = () => known.push(excel.names.has("Market"));
    await writeWorkbook(definition);
    expect(known).toEqual([true]);
  });

  it("looks first, adds each sheet, and then writes everything in one request, so that it is one step to undo", async () => {
    const excel = new FakeExcel();
    excel.install();
    await writeWorkbook(definition);
    expect(excel.syncs).toBe(1 + definition.sheets.length + 1);
  });

  it.each([
    ["a sheet", "worksheets.add Plan"],
    ["a name", "names.add Market"],
  ])("leaves %s alone that another pane has added since it looked", async (what, request) => {
    const excel = new FakeExcel();
    excel.install();
    // The other one is quicker by a moment.
    excel.refuses = {
      code: "ItemAlreadyExists",
      message: "taken",
      when: (one) => {
        if (one !== request) return false;
        excel.refuses = undefined;
        if (what === "a sheet") excel.sheets.push(new FakeSheet("Plan"));
        else excel.names.set("Market", "Sheet1!$A$1:$B$9");
        return true;
      },
    };
    await expect(writeWorkbook(definition)).rejects.toThrow("already there");
    expect(excel.sheets.map(({ name }) => name)).toEqual(
      what === "a sheet" ? ["Sheet1", "Plan"] : ["Sheet1"],
    );
    expect(excel.names.get("Market")).toBe(what === "a name" ? "Sheet1!$A$1:$B$9" : undefined);
  });

  it("never overwrites a sheet, whatever its capitals: it names it and writes nothing", async () => {
    const excel = new FakeExcel(["PLAN"]);
    excel.install();
    await expect(writeWorkbook(definition)).rejects.toThrow(
      "This workbook already has a sheet named Plan, so nothing was written: rename or delete what is there, or start in a new workbook.",
    );
    expect(excel.sheets.map(({ name }) => name)).toEqual(["PLAN"]);
    expect(excel.names.size).toBe(0);
  });

  it("names every sheet that is in the way", async () => {
    const excel = new FakeExcel(["Market", "Plan"]);
    excel.install();
    await expect(writeWorkbook(definition)).rejects.toThrow("already has sheets named Market and Plan,");
  });

  it("never redefines a name", async () => {
    const excel = new FakeExcel();
    excel.names.set("market", "Sheet1!$A$1");
    excel.install();
    await expect(writeWorkbook(definition)).rejects.toThrow("already has a range named Market,");
    expect(excel.sheets).toHaveLength(1);
    expect(excel.names.get("market")).toBe("Sheet1!$A$1");
  });

  it("leaves nothing half-written when Excel refuses in the middle", async () => {
    const excel = new FakeExcel();
    // A table called Market is in the way of a name Market, and is only found out by trying.
    excel.refuses = {
      code: "InvalidArgument",
      message: "The name is taken by a table.",
      when: (request) => request === "names.add Market",
    };
    excel.install();
    await expect(writeWorkbook(definition)).rejects.toThrow("The name is taken by a table");
    expect(excel.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    expect(excel.names.size).toBe(0);
  });

  it("says what to do when the workbook is protected", async () => {
    const excel = new FakeExcel();
    excel.refuses = {
      code: "AccessDenied",
      message: "Denied",
      when: (request) => request.startsWith("worksheets.add"),
    };
    excel.install();
    await expect(writeWorkbook(definition)).rejects.toThrow(/protected: unprotect it/);
  });
});
