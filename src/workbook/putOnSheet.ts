import { addCharts } from "./addCharts";
import { BUSY, calculatedTexts } from "./calculatedTexts";
import { freeName } from "./freeName";
import { WorkbookError } from "./hostError";
import { runInExcel } from "./runInExcel";
import { columnIndex, columnName, type Shift, shiftedAddress } from "./shifted";
import { takeBack } from "./takeBack";
import type { SheetContent } from "./workbookDefinition";
import { writeFormulas, writeValues } from "./writeSheet";

/** Cells, formulas and charts that belong together, in addresses that begin with A1. */
export interface Block extends SheetContent {
  /** Of a new sheet, numbered where it is taken; without one, the block goes to the selected cell. */
  sheetName?: string;
  /** Defined names of the workbook for cells of the block, such as A4:B9. */
  names?: { name: string; refersTo: string }[];
}

/**
 * Writes a block to a new sheet, or at the selected cell if nothing is in its way, and says in one sentence what it
 * wrote. One Undo takes it back, and where Excel refuses in the middle, nothing of it stays.
 */
export function putOnSheet(block: Block): Promise<string> {
  return runInExcel((context) => putBlock(context, block));
}

/** The same as a part of a bigger action. */
export async function putBlock(context: Excel.RequestContext, block: Block): Promise<string> {
  await refuseTakenNames(context, block);
  return block.sheetName === undefined
    ? putAtSelection(context, block)
    : putOnNewSheet(context, block, block.sheetName);
}

async function refuseTakenNames(context: Excel.RequestContext, block: Block): Promise<void> {
  const names = (block.names ?? []).map(({ name }) => ({
    name,
    found: context.workbook.names.getItemOrNullObject(name).load("name"),
  }));
  if (names.length > 0) await context.sync();
  const taken = names.find(({ found }) => !found.isNullObject);
  if (taken) {
    throw new WorkbookError(
      `This workbook already has a range named ${taken.name}, so nothing was written: rename or delete it in the Name Manager, then try again.`,
    );
  }
}

async function putOnNewSheet(context: Excel.RequestContext, block: Block, wanted: string): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const name = freeName(
    wanted,
    worksheets.items.map((sheet) => sheet.name),
  );

  const sheet = worksheets.add(name);
  // By itself: if another pane was quicker with this name, the sheet is not ours to take back.
  await context.sync();
  await writeOrTakeBack(context, { sheet, name, isNew: true }, block, { rows: 0, columns: 0 });
  return `Wrote the sheet ${name}: ${contents(block)}.`;
}

async function putAtSelection(context: Excel.RequestContext, block: Block): Promise<string> {
  const corner = context.workbook.getSelectedRange().getCell(0, 0).load("rowIndex, columnIndex");
  const sheet = corner.worksheet.load("name");
  await context.sync();

  const shift = { rows: corner.rowIndex, columns: corner.columnIndex };
  const place = shiftedAddress(extent(block), shift);
  const target = sheet.getRange(place).load("address, formulas");
  await context.sync();
  const occupied = target.formulas.flatMap((row: unknown[], r) =>
    row.flatMap((content, c) =>
      content === "" || content === null ? [] : [`${columnName(shift.columns + c)}${shift.rows + r + 1}`],
    ),
  );
  if (occupied.length > 0) {
    throw new WorkbookError(
      `The block needs ${target.address}, and ${someOf(occupied)} not empty, so nothing was written: select a cell with ${target.formulas.length} free rows and ${target.formulas[0]?.length ?? 1} free columns, or take a new sheet.`,
    );
  }

  // What the columns hold elsewhere keeps its widths, and what is in sight stays in sight.
  const content = { ...block, columnWidths: [], frozenRows: 0 };
  await writeOrTakeBack(context, { sheet, name: sheet.name, isNew: false, place }, content, shift);
  return `Wrote ${contents(block)} to ${target.address}.`;
}

/** Where a block goes: a sheet that was made for it, or free cells of another. */
type Target = { sheet: Excel.Worksheet; name: string } & ({ isNew: true } | { isNew: false; place: string });

/** Excel keeps what came before the request that it refuses: nothing half-written may stay. */
async function writeOrTakeBack(
  context: Excel.RequestContext,
  target: Target,
  block: Block,
  shift: Shift,
): Promise<void> {
  const { sheet } = target;
  const names = (block.names ?? []).map(({ name, refersTo }) => ({
    name,
    sheet: target.name,
    address: shiftedAddress(refersTo, shift),
  }));
  let charts: Excel.Chart[] = [];
  try {
    writeValues(sheet, block, shift);
    // Names before formulas, so that no formula is ever read with a name that means nothing yet.
    for (const { name, address } of names) context.workbook.names.add(name, sheet.getRange(address));
    writeFormulas(sheet, block, shift);
    sheet.activate();
    await context.sync();
    charts = await addCharts(context, sheet, block.charts, shift);
    await refuseBlockedSpills(context, sheet, block, shift);
  } catch (error) {
    await takeBack(context, { sheets: target.isNew ? [target.name] : [], names }, () => {
      if (target.isNew) return;
      for (const chart of charts) chart.delete();
      sheet.getRange(target.place).clear();
    });
    throw error;
  }
}

async function refuseBlockedSpills(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  block: Block,
  shift: Shift,
): Promise<void> {
  const formulas = block.cells.filter(({ formula }) => formula !== undefined);
  const texts = await calculatedTexts(
    context,
    formulas.map(({ at }) => sheet.getRange(shiftedAddress(at, shift))),
    (text) => text === BUSY,
  );
  const blocked = formulas[texts.indexOf("#SPILL!")];
  if (blocked) {
    throw new WorkbookError(
      `The answer in ${shiftedAddress(blocked.at, shift)} needs more free cells to the right and below than there are, so nothing was written: select a cell with more room, or take a new sheet.`,
    );
  }
}

/** The smallest range from A1 that holds all cells, spills and charts. */
function extent({ cells, areas = [], charts = [] }: Block): string {
  const corners = [
    ...cells.map(({ at }) => at),
    ...areas.map(({ range }) => range.split(":").at(-1) ?? range),
    ...charts.map(({ to }) => to),
  ].map((address) => {
    const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return { column: columnIndex(letters), row: Number(digits) };
  });
  const lastColumn = Math.max(...corners.map(({ column }) => column));
  return `A1:${columnName(lastColumn)}${Math.max(...corners.map(({ row }) => row))}`;
}

function someOf(addresses: string[]): string {
  const shown = addresses.slice(0, NAMED);
  const others = addresses.length - shown.length;
  if (others > 0) return `${shown.join(", ")} and ${others} more are`;
  if (shown.length === 1) return `${shown[0]} is`;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)} are`;
}

const NAMED = 3;

function contents({ cells, charts = [] }: Block): string {
  const formulas = cells.filter(({ formula }) => formula !== undefined).length;
  const parts = [counted(formulas, "live formula"), counted(charts.length, "chart")].filter(
    (part) => part !== "",
  );
  return parts.length > 0 ? parts.join(" and ") : counted(cells.length, "cell");
}

function counted(count: number, thing: string): string {
  if (count === 0) return "";
  return count === 1 ? `a ${thing}` : `${count} ${thing}s`;
}
