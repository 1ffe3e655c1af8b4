import { insertTemplate } from "../../src/workbook/insertTemplate";
import { TEMPLATES } from "../../src/workbook/templates/templates";
import { FakeExcel } from "./fakeExcel";

const [template] = TEMPLATES.filter(({ name }) => name === "stressLab");
if (template === undefined) throw new Error("There is no template stressLab.");

describe("insertTemplate", () => {
  it("reads the ranges Book and Market that are there, and touches nothing else", async () => {
    const excel = new FakeExcel(["My book"]);
    excel.names.set("Book", "My book!$A$1:$I$9");
    excel.names.set("Market", "My book!$K$1:$L$9");
    excel.install();
    expect(await insertTemplate(template)).toBe("Wrote the sheet Stress lab: 7 live formulas and 2 charts.");
    expect(excel.sheets.map(({ name }) => name)).toEqual(["My book", "Stress lab"]);
    expect(excel.names.size).toBe(2);
    expect(excel.activeSheet).toBe("Stress lab");
  });

  it("brings the starter's sheet for a range that is missing, under a free name", async () => {
    const excel = new FakeExcel(["Market"]);
    excel.names.set("Book", "Market!$A$1:$I$9");
    excel.install();
    expect(await insertTemplate(template)).toMatch(/It reads the starter's Market, which came with it\.$/);
    expect(excel.sheets.map(({ name }) => name)).toEqual(["Market", "Market 2", "Stress lab"]);
    expect(excel.names.get("Market")).toBe("Market 2!$A$5:$B$40");
    // The official close of 4 February 2022, as on the starter's own sheet.
    expect(excel.cell("Market 2", "B6").value).toBe(4500.53);
  });

  it("leaves neither the sheet nor what came with it when Excel refuses in the middle", async () => {
    const excel = new FakeExcel(["Own"]);
    excel.refuses = {
      code: "AccessDenied",
      message: "no",
      when: (request) => request === "worksheets.add Stress lab",
    };
    excel.install();
    await expect(insertTemplate(template)).rejects.toThrow(/protected/);
    expect(excel.sheets.map(({ name }) => name)).toEqual(["Own"]);
    expect(excel.names.size).toBe(0);
  });
});

describe("the templates", () => {
  it("are the five, each with a title and one line that says what it shows", () => {
    expect(TEMPLATES.map(({ title }) => title)).toEqual([
      "Condor desk",
      "Hedge plan",
      "Stress lab",
      "Roll desk",
      "Cost audit",
    ]);
    for (const { description } of TEMPLATES) expect(description).toMatch(/^[^.\n]{40,110}\.?/);
  });

  it.each(TEMPLATES)(
    "$title writes no cell twice, and no input outside what it is allowed",
    ({ definition }) => {
      const places = definition.cells.map(({ at }) => at);
      expect(new Set(places).size).toBe(places.length);
      const values = new Map(definition.cells.map(({ at, value }) => [at, value]));
      for (const { range, list, decimal } of definition.validations ?? []) {
        const value = values.get(range);
        if (value === undefined) continue;
        if (list) expect(list).toContain(value);
        if (decimal) {
          expect(value).toBeGreaterThanOrEqual(decimal.min);
          expect(value).toBeLessThanOrEqual(decimal.max);
        }
      }
    },
  );

  // A window of 1440 pixels, less a pane of 350, row numbers of 46 and a scroll bar of 10.
  it.each(TEMPLATES)("$title shows its charts whole beside the pane", ({ definition }) => {
    const { charts = [], columnWidths = [] } = definition;
    expect(charts.length).toBeGreaterThan(0);
    for (const { to } of charts) {
      const columns = to.charCodeAt(0) - "A".charCodeAt(0) + 1;
      const right = columnWidths.slice(0, columns).reduce((sum, width) => sum + width, 0);
      expect(right).toBeLessThanOrEqual(1440 - 350 - 46 - 10);
    }
  });

  it.each(TEMPLATES)("$title keeps to functions that both hosts have and compute right", ({ definition }) => {
    const formulas = definition.cells
      .flatMap(({ formula }) => (formula === undefined ? [] : [formula]))
      .join("\n");
    // Native SORT and references such as C1# are not safe in the browser workbook.
    expect(formulas).not.toMatch(/\bSORT\(|[A-Z]\d+#/);
    expect(formulas).toMatch(/ALVH\./);
  });
});
