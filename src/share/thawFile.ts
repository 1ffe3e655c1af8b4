import { FileRefusal } from "./fileRefusal";
import { areaOf, cellAddress, type Area } from "./cellAddress";
import { FilledCells } from "./filledCells";
import { callsAlvh, storedFormula } from "./formulaText";
import { KEPT, MADE_COLUMNS, MADE_SHEET } from "./madeSheet";
import { NATIVE_SHEET } from "./nativeBooks";
import { OfficePackage } from "./officePackage";
import { removePart, relationshipsOf, removeRelationship } from "./relationships";
import { cellWithFormula, mapCells } from "./sheetCells";
import { removeOwnNotes } from "./sheetNotes";
import { NOTE_LEAD } from "./shareCopy";
import { leaveOutSheets } from "./leaveOutSheets";
import { isProtected, sharedTexts, sheetParts, SheetValues, WORKBOOK } from "./workbookParts";
import { xmlText } from "./xmlText";

/** What a change of formulas in a file did. */
export interface FormulaChange {
  readonly bytes: Uint8Array;
  /** Cells that are live again: Sheet!A1. */
  readonly changed: string[];
  /** Protected sheets, which were left alone. */
  readonly protectedSheets: string[];
  /** Sentences on what could not be brought back. */
  readonly remarks: string[];
}

/** A share copy with its formulas live again, its notes and the sheet that tells of them taken away. */
export function thawFile(bytes: Uint8Array): FormulaChange {
  const file = OfficePackage.open(bytes);
  const sheets = sheetParts(file);
  const made = sheets.find(({ name }) => name === MADE_SHEET);
  if (made === undefined) {
    throw new FileRefusal(`The file is no share copy: it has no sheet named ${MADE_SHEET}.`);
  }
  const rows = madeRows(new SheetValues(file, sharedTexts(file)).rows(made.path));
  const changed: string[] = [];
  const remarks: string[] = [];
  const protectedSheets: string[] = [];
  const dynamic = dynamicArrayIndex(file);
  for (const sheet of sheets) {
    const wanted = new Map(
      rows.filter((row) => row.sheet === sheet.name && row.isCell).map((row) => [row.cell, row]),
    );
    if (wanted.size === 0) continue;
    const xml = file.text(sheet.path);
    if (isProtected(xml)) {
      protectedSheets.push(sheet.name);
      continue;
    }
    const rewritten = mapCells(xml, (cell) => {
      const row = wanted.get(cellAddress(cell));
      if (row === undefined) return undefined;
      wanted.delete(row.cell);
      changed.push(`${sheet.name}!${row.cell}`);
      const stored = xmlText(storedFormula(row.formula));
      if (row.range === "") return cellWithFormula(cell, stored);
      return cellWithFormula(cell, stored, row.range, dynamic === undefined ? "" : ` cm="${dynamic}"`);
    });
    for (const address of wanted.keys()) remarks.push(`${sheet.name}!${address} is no longer there.`);
    file.write(sheet.path, withoutNativeFormulas(rewritten, sheet.name, rows));
    removeOwnNotes(file, sheet.path, NOTE_LEAD);
  }
  restoreNames(file, rows);
  for (const row of rows) {
    if (!row.isCell && row.kind !== "name") {
      remarks.push(`The ${row.kind} on ${row.sheet}!${row.cell} (${row.formula}) is to be made anew.`);
    }
  }
  const isDone = protectedSheets.length === 0;
  if (isDone) {
    leaveOutSheets(file, new Set([MADE_SHEET, NATIVE_SHEET].map((name) => name.toLowerCase())));
    for (const { id, type, target } of relationshipsOf(file, WORKBOOK)) {
      if (type !== "calcChain") continue;
      removeRelationship(file, WORKBOOK, id);
      removePart(file, target);
    }
  }
  return { bytes: file.bytes(), changed, protectedSheets, remarks };
}

interface Row {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly kind: string;
  readonly range: string;
  /** Whether it is a cell; else a name, a conditional format or a validation that was left out. */
  readonly isCell: boolean;
}

/** The rows below the header of the sheet. */
function madeRows(cells: ReadonlyMap<number, ReadonlyMap<number, unknown>>): Row[] {
  let below = false;
  const rows: Row[] = [];
  for (const [, row] of [...cells].sort(([a], [b]) => a - b)) {
    const text = (column: number) => String(row.get(column) ?? "");
    if (!below) {
      below = MADE_COLUMNS.every((title, column) => text(column) === title);
      continue;
    }
    const formula = text(2);
    const kept = text(6);
    if (!formula.startsWith("=") || kept === KEPT.leftOut) continue;
    rows.push({
      sheet: text(0),
      cell: text(1),
      formula,
      kind: text(3),
      range: text(5),
      isCell: kept !== KEPT.removed,
    });
  }
  return rows;
}

/** Native formulas in the cells that a result fills: the live one spills there, and would be blocked. */
function withoutNativeFormulas(xml: string, sheet: string, rows: readonly Row[]): string {
  const anchors = new Set<string>();
  const areas: Area[] = [];
  for (const row of rows) {
    const area = row.sheet === sheet && row.range !== "" ? areaOf(row.range) : undefined;
    if (area === undefined) continue;
    anchors.add(row.cell);
    areas.push(area);
  }
  if (areas.length === 0) return xml;
  const filled = new FilledCells(areas);
  return mapCells(xml, (cell) =>
    cell.content.includes("<f") && filled.has(cell) && !anchors.has(cellAddress(cell))
      ? `<c${cell.tag}>${cell.content.replace(/<f\b[\s\S]*?(?:<\/f>|\/>)/, "")}</c>`
      : undefined,
  );
}

function restoreNames(file: OfficePackage, rows: readonly Row[]): void {
  const names = rows.filter(({ isCell, kind, formula }) => !isCell && kind === "name" && callsAlvh(formula));
  if (names.length === 0) return;
  const xml = file.text(WORKBOOK);
  const elements = names
    .map(
      ({ cell, formula }) =>
        `<definedName name="${xmlText(cell)}">${xmlText(storedFormula(formula))}</definedName>`,
    )
    .join("");
  file.write(
    WORKBOOK,
    xml.includes("</definedNames>")
      ? xml.replace("</definedNames>", () => `${elements}</definedNames>`)
      : xml.replace("</sheets>", () => `</sheets><definedNames>${elements}</definedNames>`),
  );
}

/** Which entry of the metadata says that a formula spills, counted from 1; undefined where the file has none. */
function dynamicArrayIndex(file: OfficePackage): number | undefined {
  const xml = file.find("xl/metadata.xml") ?? "";
  const types = [...xml.matchAll(/<metadataType\b[^>]*name="([^"]*)"/g)].map(([, name]) => name);
  const type = types.indexOf("XLDAPR") + 1;
  if (type === 0) return undefined;
  const cells = /<cellMetadata\b[^>]*(?<!\/)>([\s\S]*?)<\/cellMetadata>/.exec(xml)?.[1] ?? "";
  const entries = [...cells.matchAll(/<rc\b[^>]*\bt="(\d+)"/g)].map(([, t]) => Number(t));
  const index = entries.indexOf(type) + 1;
  return index === 0 ? undefined : index;
}
