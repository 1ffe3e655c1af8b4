import type { ContentCell, WorkbookContent } from "../../share/workbookFile";
import { cellAddress } from "../../share/cellAddress";
import { freeName } from "../freeName";
import { hostError, WorkbookError } from "../hostError";
import { runInExcel } from "../runInExcel";

/**
 * Puts another workbook in the place of the open one: sheets, cells, formats, widths and names. For a host without files of
 * its own; Excel opens files itself. Says in a sentence what came in.
 */
export function openWorkbook(content: WorkbookContent): Promise<string> {
  return runInExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load("items/name");
    names.load("items/name");
    await context.sync();
    const before = worksheets.items.map(({ name }) => name);
    const wanted = content.sheets.map(({ name }) => name);

    // A workbook keeps at least one sheet: this one stands in while the others change.
    const standIn = freeName("Opening", [...before, ...wanted]);
    worksheets.add(standIn).activate();
    await context.sync();
    try {
      return await replaceAll(context, content, { before, standIn });
    } catch (error) {
      throw new WorkbookError(
        `The file could not be opened whole (${hostError(error).message.replace(/\.$/, "")}): press Ctrl+Z in the sheet, which brings back what was open before.`,
      );
    }
  });
}

async function replaceAll(
  context: Excel.RequestContext,
  content: WorkbookContent,
  { before, standIn }: { before: string[]; standIn: string },
): Promise<string> {
  const { worksheets, names } = context.workbook;
  const wanted = content.sheets.map(({ name }) => name);
  for (const item of names.items) names.getItemOrNullObject(item.name).delete();
  for (const name of before) worksheets.getItem(name).delete();
  await context.sync();

  for (const sheet of content.sheets) {
    const added = worksheets.add(sheet.name);
    sheet.columnWidths.forEach((pixels, column) => {
      if (pixels !== undefined)
        added.getRange("A1").getCell(0, column).format.columnWidth = pixels * POINTS_PER_PIXEL;
    });
    for (const run of runsOf(sheet.cells.filter(({ format }) => format !== undefined))) {
      rangeOf(added, run).numberFormat = [run.map(({ format }) => format ?? "General")];
    }
    for (const run of runsOf(
      sheet.cells.filter(({ formula, value }) => formula === undefined && value !== undefined),
    )) {
      rangeOf(added, run).values = [run.map(({ value }) => asTyped(value))];
    }
  }
  await context.sync();
  // Names before formulas, so that no formula is ever read with a name that means nothing yet.
  const leftOut: string[] = [];
  for (const { name, refersTo } of content.names) {
    const place = placeOf(refersTo, wanted);
    if (place === undefined) leftOut.push(name);
    else names.add(name, worksheets.getItem(place.sheet).getRange(place.address));
  }
  await context.sync();
  let formulas = 0;
  for (const sheet of content.sheets) {
    for (const cell of sheet.cells) {
      if (cell.formula === undefined) continue;
      worksheets.getItem(sheet.name).getRange(cellAddress(cell)).formulas = [[cell.formula]];
      formulas += 1;
    }
  }
  const [first] = content.sheets;
  if (first !== undefined) worksheets.getItem(first.name).activate();
  worksheets.getItem(standIn).delete();
  await context.sync();
  const unnamed = leftOut.length === 0 ? "" : ` Names of formulas were left out: ${leftOut.join(", ")}.`;
  return `Opened ${counted(content.sheets.length, "sheet")} with ${counted(formulas, "live formula")}.${unnamed}`;
}

/** A text stays one, even where it looks like a formula or a number. */
function asTyped(value: ContentCell["value"]): string | number | boolean {
  return typeof value === "string" ? `'${value}` : (value ?? "");
}

/** Cells side by side in one row, which one request can write. */
function runsOf(cells: readonly ContentCell[]): ContentCell[][] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: ContentCell[][] = [];
  for (const cell of sorted) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && last.row === cell.row && last.column === cell.column - 1)
      runs.at(-1)?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function rangeOf(sheet: Excel.Worksheet, run: readonly ContentCell[]): Excel.Range {
  const [first] = run;
  const last = run.at(-1) ?? first;
  if (first === undefined || last === undefined) throw new Error("a run has a cell");
  return sheet.getRange(`${cellAddress(first)}:${cellAddress(last)}`);
}

/** The sheet and cells of Sheet!$A$1:$B$2; undefined of a name that stands for something else. */
function placeOf(
  refersTo: string,
  sheets: readonly string[],
): { sheet: string; address: string } | undefined {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/i.exec(refersTo);
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const address = match?.[3];
  if (sheet === undefined || address === undefined || !sheets.includes(sheet)) return undefined;
  return { sheet, address: address.replaceAll("$", "") };
}

const POINTS_PER_PIXEL = 0.75;

function counted(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`;
}
