import { strFromU8, unzipSync } from "fflate";
import { readWorkbookFile, writeWorkbookFile, type WorkbookContent } from "../../src/share/workbookFile";
import { hasProgram, shownBy } from "./officeProgram";
import { testWorkbook } from "./testWorkbook";
import { GREEKS, GREEKS_RANGE, NET_THETA, tradersWorkbook } from "./tradersWorkbook";

const content: WorkbookContent = {
  sheets: [
    {
      name: "Plan & more",
      isHidden: false,
      columnWidths: [131, undefined, 82],
      cells: [
        { row: 0, column: 0, value: 204.5, formula: "=ALVH.NETTHETA(Book, Market)", format: '"$"#,##0.00' },
        { row: 0, column: 1, value: 'a text with "quotes" & <signs>' },
        { row: 0, column: 2, value: true },
        { row: 1, column: 0, value: "Layer", formula: '=ALVH.LAYER(10, "442")', range: "A2:C4" },
        { row: 4, column: 0, value: "#VALUE!", formula: "=ALVH.BSM.PRICE(1, 2)" },
        { row: 5, column: 0, value: 44596.677083333336, format: "yyyy-mm-dd hh:mm" },
        { row: 6, column: 0, value: 3, formula: "=LET(t, {1,2}, SUM(t))" },
        { row: 6, column: 3, value: -0.1 + 0.3 },
        { row: 7, column: 0, value: undefined, format: "0.00%" },
      ],
    },
    { name: "Hidden", isHidden: true, columnWidths: [], cells: [{ row: 2, column: 1, value: 1e-300 }] },
  ],
  names: [{ name: "Book", refersTo: "'Plan & more'!$A$1:$C$3" }],
};

test("a round trip keeps every cell, format, width, hidden sheet and name", async () => {
  expect(await readWorkbookFile(await writeWorkbookFile(content))).toEqual(content);
});

test("the file holds formulas as Excel stores them, spills marked as its own, and is not calculated on opening", async () => {
  const parts = unzipSync(await writeWorkbookFile(content));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).toContain("_xldudf_ALVH_NETTHETA(Book, Market)</f><v>204.5</v>");
  expect(sheet).toMatch(
    /<c r="A2"[^>]*cm="1"[^>]*><f t="array" ref="A2:C4">_xldudf_ALVH_LAYER\(10, (?:"|&quot;)442(?:"|&quot;)\)<\/f>/,
  );
  expect(sheet).toContain("_xlfn.LET(_xlpm.t, {1,2}, SUM(_xlpm.t))");
  expect(strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array())).not.toContain("fullCalcOnLoad");
});

test("a partner's file is understood: prefixes, spills, shared formulas, formats, widths and names", async () => {
  const read = await readWorkbookFile(tradersWorkbook());
  const plan = read.sheets[2];
  const at = (row: number, column: number) =>
    plan?.cells.find((cell) => cell.row === row && cell.column === column);
  expect(at(0, 0)).toEqual({
    row: 0,
    column: 0,
    value: NET_THETA,
    formula: "=ALVH.NETTHETA(Book,Market)",
    format: '"$"#,##0.00',
  });
  expect(at(2, 0)).toMatchObject({ formula: '=ALVH.NETGREEKS(Book,Market,"layer")', range: GREEKS_RANGE });
  // What a spill fills is not typed over it, and what refers to it by its anchor refers to its range.
  expect(at(3, 2)).toBeUndefined();
  expect(at(19, 0)?.formula).toBe(`=SUM(${GREEKS_RANGE})`);
  expect(at(22, 3)?.formula).toBe("=ALVH.VXBETA(C23)");
  expect(plan?.columnWidths[0]).toBe(Math.round(31.5 * 7 + 5));
  expect(read.names).toContainEqual({ name: "Book", refersTo: "Book!$A$1:$I$9" });
  expect(GREEKS.length).toBeGreaterThan(3);
});

test("a number in a date format stays the number that the file holds", async () => {
  const styles = '<numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0.00"/>';
  const file = testWorkbook({
    sheets: [{ name: "One", cells: [{ at: "A1", value: 44596.677083333336, style: 2 }] }],
    parts: {
      "xl/styles.xml": strFromU8(unzipSync(tradersWorkbook())["xl/styles.xml"] ?? new Uint8Array()).replace(
        styles,
        '<numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/>',
      ),
    },
  });
  expect((await readWorkbookFile(file)).sheets[0]?.cells).toEqual([
    { row: 0, column: 0, value: 44596.677083333336, format: "yyyy-mm-dd hh:mm" },
  ]);
});

test("macros are refused before the library sees the file", async () => {
  const file = testWorkbook({ sheets: [{ name: "One", cells: [] }], parts: { "xl/vbaProject.bin": "x" } });
  await expect(readWorkbookFile(file)).rejects.toThrow("carries macros");
});

(hasProgram("soffice") ? test : test.skip)(
  "LibreOffice opens what was written (skipped where it is not installed)",
  async () => {
    const shown = shownBy("soffice", await writeWorkbookFile(content), 2);
    expect(shown.flat().some((row) => row[1] === 'a text with "quotes" & <signs>')).toBe(true);
  },
  120_000,
);
