import type { CellValue } from "../alvh/cellValue";
import { VERSION } from "../alvh/version";
import { cellAddress } from "./cellAddress";
import type { OfficePackage } from "./officePackage";
import { addContentType, addRelationship, freePath } from "./relationships";
import { sheetParts, WORKBOOK } from "./workbookParts";
import { xmlText } from "./xmlText";

/** The sheet that tells how a copy was made; a second copy of a copy gets a number behind it. */
export const MADE_SHEET = "How this was made";

/** What a copy did with one formula. */
export interface MadeRow {
  readonly sheet: string;
  readonly cell: string;
  /** As the formula bar shows it. */
  readonly formula: string;
  readonly result: CellValue;
  readonly asOf: string;
  /** The range that its result fills, where that is more than the cell. */
  readonly range: string;
  readonly kept: string;
}

export const MADE_COLUMNS = [
  "Sheet",
  "Cell",
  "Formula",
  "Result",
  "As of",
  "Result fills",
  "Kept as",
] as const;

export const KEPT = {
  value: "value",
  notNative: "value (no native formula: does not recalculate)",
  native: "native formula (recalculates)",
  leftOut: "value (what it read was left out)",
  removed: "left out of the copy",
} as const;

const DISCLAIMER = "Computed figures, not advice.";

/** Adds the sheet behind the others and gives its name. */
export function addMadeSheet(
  file: OfficePackage,
  rows: readonly MadeRow[],
  assumptions: readonly string[],
  asOf: readonly string[],
): string {
  const taken = new Set(sheetParts(file).map(({ name }) => name.toLowerCase()));
  let name = MADE_SHEET;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${MADE_SHEET} ${number}`;
  const table: CellValue[][] = [
    [MADE_SHEET],
    [
      "This is a copy: each formula of the add-in ALVH for Excel was replaced as the column Kept as says. All else stayed as it was.",
    ],
    [DISCLAIMER],
    ["Add-in version", VERSION],
    ["As of", asOf.length === 0 ? "not given" : asOf.join(", ")],
    ["Assumptions that are not defaults", assumptions.length === 0 ? "none found" : assumptions[0]],
    ...assumptions.slice(1).map((line) => ["", line]),
    [],
    [...MADE_COLUMNS],
    ...rows.map((row) => [row.sheet, row.cell, row.formula, row.result, row.asOf, row.range, row.kept]),
  ];
  addSheet(file, name, table);
  return name;
}

/** A sheet of plain cells, behind the others. */
function addSheet(file: OfficePackage, name: string, table: readonly (readonly CellValue[])[]): void {
  const path = freePath(file, "xl/worksheets/sheet", ".xml");
  const rows = table.map((cells, row) => {
    const content = cells.map((value, column) => cellXml(value, cellAddress({ row, column }))).join("");
    return `<row r="${row + 1}">${content}</row>`;
  });
  const columns = [22, 12, 60, 20, 20, 16, 44]
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  file.write(
    path,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><cols>${columns}</cols><sheetData>${rows.join("")}</sheetData></worksheet>`,
  );
  registerSheet(file, name, path);
}

/** Makes a part a sheet of the workbook. */
export function registerSheet(file: OfficePackage, name: string, path: string): void {
  addContentType(file, path, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
  const relationship = addRelationship(file, WORKBOOK, "worksheet", path);
  const xml = file.text(WORKBOOK);
  const ids = [...xml.matchAll(/sheetId="(\d+)"/g)].map(([, id]) => Number(id));
  const sheetId = ids.reduce((a, b) => Math.max(a, b), 0) + 1;
  const entry = `<sheet xmlns:r="${RELATIONSHIPS}" name="${xmlText(name)}" sheetId="${sheetId}" r:id="${relationship}"/>`;
  file.write(
    WORKBOOK,
    xml.replace("</sheets>", () => `${entry}</sheets>`),
  );
}

function cellXml(value: CellValue, address: string): string {
  if (value === undefined || value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value.slice(0, LONGEST_TEXT))}</t></is></c>`;
}

/** Characters that a cell can hold. */
const LONGEST_TEXT = 32_767;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
