import { strToU8, zipSync } from "fflate";

/** A cell of a test file: its XML attributes and content are written as Excel writes them. */
export interface TestCell {
  /** "A1" */
  at: string;
  value?: number | string | boolean;
  /** As stored, without "=". */
  formula?: string;
  /** The range of an array formula; with `dynamic` as Excel 365 marks a spill. */
  array?: string;
  dynamic?: boolean;
  shared?: { index: number; range?: string };
  /** Index of a cell format. */
  style?: number;
  error?: string;
  /** Put in place of the cell's XML. */
  xml?: string;
}

export interface TestSheet {
  name: string;
  cells: TestCell[];
  state?: "hidden" | "veryHidden";
  /** XML before and after the cells. */
  before?: string;
  after?: string;
  /** Relationships of the sheet: [type, target, id]. */
  relationships?: [string, string, string][];
}

export interface TestWorkbook {
  sheets: TestSheet[];
  /** XML of the defined names. */
  names?: string;
  /** XML in the workbook behind the names. */
  workbookXml?: string;
  /** Other parts, by path. */
  parts?: Record<string, string>;
  /** Content types of other parts: [path, type]. */
  types?: [string, string][];
  /** More relationships of the workbook: [type, target, id]. */
  relationships?: [string, string, string][];
}

/** An .xlsx file written out by hand, so that nothing under test has made it. */
export function testWorkbook(workbook: TestWorkbook): Uint8Array {
  const { sheets, names = "", workbookXml = "", parts = {}, types = [], relationships = [] } = workbook;
  const files: Record<string, string> = {
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/><Override PartName="/xl/metadata.xml" ContentType="${SPREADSHEET}.sheetMetadata+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${SPREADSHEET}.calcChain+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`).join("")}${types.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`).join("")}</Types>`,
    "_rels/.rels": rels([
      ["officeDocument", "xl/workbook.xml", "rId1"],
      ["core-properties", "docProps/core.xml", "rId2"],
    ]),
    "docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Desk Author</dc:creator><cp:lastModifiedBy>Desk Author</cp:lastModifiedBy></cp:coreProperties>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\desk\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
      )
      .join(
        "",
      )}</sheets>${names === "" ? "" : `<definedNames>${names}</definedNames>`}${workbookXml}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
    "xl/_rels/workbook.xml.rels": rels([
      ...sheets.map((_, index): [string, string, string] => [
        "worksheet",
        `worksheets/sheet${index + 1}.xml`,
        `rId${index + 1}`,
      ]),
      ["styles", "styles.xml", "rIdStyles"],
      ["sheetMetadata", "metadata.xml", "rIdMetadata"],
      ["calcChain", "calcChain.xml", "rIdChain"],
      ...relationships,
    ]),
    "xl/styles.xml": STYLES,
    "xl/metadata.xml": METADATA,
    "xl/calcChain.xml": `${XML}<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`,
    ...parts,
  };
  sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
    if (sheet.relationships)
      files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = rels(sheet.relationships);
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

function sheetXml({ cells, before = "", after = "" }: TestSheet): string {
  const rows = new Map<number, TestCell[]>();
  for (const cell of cells) {
    const row = Number(/\d+$/.exec(cell.at)?.[0]);
    rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, inRow]) => `<row r="${row}">${inRow.map(cellXml).join("")}</row>`)
    .join("");
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
}

function cellXml(cell: TestCell): string {
  if (cell.xml !== undefined) return cell.xml;
  const { at, value, formula, array, dynamic, shared, style, error } = cell;
  const type =
    error !== undefined
      ? ' t="e"'
      : typeof value === "boolean"
        ? ' t="b"'
        : typeof value === "string"
          ? ` t="${formula === undefined ? "inlineStr" : "str"}"`
          : "";
  const f =
    formula === undefined
      ? ""
      : array !== undefined
        ? `<f t="array" ref="${array}">${escaped(formula)}</f>`
        : shared !== undefined
          ? `<f t="shared"${shared.range ? ` ref="${shared.range}"` : ""} si="${shared.index}">${escaped(formula)}</f>`
          : `<f>${escaped(formula)}</f>`;
  const v =
    error !== undefined
      ? `<v>${error}</v>`
      : value === undefined
        ? ""
        : typeof value === "string" && formula === undefined
          ? `<is><t>${escaped(value)}</t></is>`
          : `<v>${typeof value === "boolean" ? Number(value) : escaped(String(value))}</v>`;
  return `<c r="${at}"${style === undefined ? "" : ` s="${style}"`}${type}${dynamic ? ' cm="1"' : ""}>${f}${v}</c>`;
}

function rels(list: [string, string, string][]): string {
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([type, target, id]) => {
      const external = /^https?:|^file:/.test(target) ? ' TargetMode="External"' : "";
      return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${escaped(target)}"${external}/>`;
    })
    .join("")}</Relationships>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Format 1 is a percentage with two digits, format 2 dollars of our own. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0.00"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** How Excel 365 marks dynamic arrays. */
const METADATA = `${XML}<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
