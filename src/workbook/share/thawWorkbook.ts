import { areaOf, cellAddress } from "../../share/cellAddress";
import { KEPT, MADE_COLUMNS, MADE_SHEET } from "../../share/madeSheet";
import { calculatedTexts } from "../calculatedTexts";
import { WorkbookError } from "../hostError";
import { runInExcel } from "../runInExcel";
import { restoreCells, type CellBefore } from "./restoreCells";

/** What Thaw found, or did, cell by cell. */
export interface Thaw {
  /** Cells whose formula is, or would be, live again: Sheet!A1. */
  readonly cells: string[];
  readonly protectedSheets: string[];
  /** Cells that are not what they were when the copy was made: left alone. */
  readonly changed: string[];
  /** Cells whose live result differs from the frozen one, with both. */
  readonly differences: string[];
}

/**
 * Turns a share copy back: each formula that the sheet How this was made lists is entered in its cell, where that still holds
 * the value it was given, and the results are compared. The sheet and the notes stay, for the comparison.
 */
export function thawWorkbook(dryRun: boolean): Promise<Thaw> {
  return runInExcel(async (context) => {
    const { worksheets } = context.workbook;
    const made = worksheets.getItemOrNullObject(MADE_SHEET).load("name");
    worksheets.load("items/name");
    await context.sync();
    if (made.isNullObject) {
      throw new WorkbookError(`This workbook is no share copy: it has no sheet named ${MADE_SHEET}.`);
    }
    const table = made.getUsedRangeOrNullObject(true).load("values");
    await context.sync();
    const rows = table.isNullObject ? [] : madeRows(table.values as unknown[][]);
    const thaw: Thaw = { cells: [], protectedSheets: [], changed: [], differences: [] };
    const before: CellBefore[] = [];
    try {
      for (const { name } of worksheets.items) {
        const ofSheet = rows.filter(({ sheet }) => sheet === name);
        if (ofSheet.length === 0) continue;
        await thawSheet(context, name, ofSheet, dryRun, thaw, before);
      }
    } catch (error) {
      await restoreCells(context, before);
      throw error;
    }
    return thaw;
  });
}

interface Row {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly result: unknown;
  readonly range: string;
}

async function thawSheet(
  context: Excel.RequestContext,
  name: string,
  rows: readonly Row[],
  dryRun: boolean,
  thaw: Thaw,
  before: CellBefore[],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  const cells = rows.map((row) => ({
    row,
    range: sheet.getRange(row.cell).load("values, formulas"),
    behind: cellsBehind(row).map((address) => ({
      address,
      range: sheet.getRange(address).load("values, formulas"),
    })),
  }));
  sheet.protection.load("protected");
  await context.sync();
  if (sheet.protection.protected) {
    thaw.protectedSheets.push(name);
    return;
  }
  const untouched = cells.filter(({ row, range }) => {
    const formula: unknown = range.formulas[0]?.[0];
    // A native formula recalculates, so that its value may have moved.
    const isNative =
      typeof formula === "string" && formula.startsWith("=") && formula !== range.values[0]?.[0];
    return isNative || isSame(range.values[0]?.[0], row.result) || row.result === NO_VALUE;
  });
  thaw.changed.push(
    ...cells.filter((cell) => !untouched.includes(cell)).map(({ row }) => `${name}!${row.cell}`),
  );
  thaw.cells.push(...untouched.map(({ row }) => `${name}!${row.cell}`));
  if (dryRun) return;
  for (const { row, range, behind } of untouched) {
    const written = [...behind, { address: row.cell, range }];
    before.push(
      ...written.map(({ address, range: { formulas, values } }) => ({
        sheet: name,
        address,
        formula: formulas[0]?.[0] as unknown,
        value: values[0]?.[0] as unknown,
      })),
    );
    // The values in the way of a spill would block it.
    for (const { address } of behind) sheet.getRange(address).values = [[""]];
    sheet.getRange(row.cell).formulas = [[row.formula]];
  }
  await context.sync();
  const live = untouched.map(({ row }) => sheet.getRange(row.cell));
  await calculatedTexts(context, live, (text) => text === "#BUSY!");
  for (const range of live) range.load("values");
  await context.sync();
  untouched.forEach(({ row }, index) => {
    const now: unknown = live[index]?.values[0]?.[0];
    if (row.result !== NO_VALUE && !isSame(now, row.result)) {
      thaw.differences.push(`${name}!${row.cell}: ${String(row.result)} was frozen, ${String(now)} is live`);
    }
  });
}

const NO_VALUE = "(no value)";

/** The rows below the header, of formulas that stood in cells. */
function madeRows(values: readonly unknown[][]): Row[] {
  const header = values.findIndex((row) => MADE_COLUMNS.every((title, column) => row[column] === title));
  if (header < 0) return [];
  return values.slice(header + 1).flatMap(([sheet, cell, formula, result, , range, kept]) => {
    const isCell = kept !== KEPT.removed && kept !== KEPT.leftOut && typeof formula === "string";
    if (!isCell || !formula.startsWith("=")) return [];
    return [{ sheet: String(sheet), cell: String(cell), formula, result, range: String(range ?? "") }];
  });
}

function cellsBehind({ cell, range }: Row): string[] {
  const area = range === "" ? undefined : areaOf(range);
  if (area === undefined) return [];
  const addresses: string[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const address = cellAddress({ row, column });
      if (address !== cell) addresses.push(address);
    }
  }
  return addresses;
}

/** Spreadsheets show 15 digits: figures that agree in 9 are the same. */
function isSame(now: unknown, frozen: unknown): boolean {
  if (typeof now !== "number" || typeof frozen !== "number") return now === frozen;
  return Math.abs(now - frozen) <= 1e-9 * Math.max(Math.abs(frozen), 1);
}
