import { WorkbookError } from "./hostError";
import { runInExcel } from "./runInExcel";
import type {
  CellDefinition,
  CellStyle,
  Looks,
  SheetDefinition,
  WorkbookDefinition,
} from "./workbookDefinition";

/**
 * Writes new sheets, their names and formulas into the open workbook, and says in one sentence what it wrote.
 * A sheet or name that is already there is never overwritten: then nothing is written at all.
 */
export function writeWorkbook(definition: WorkbookDefinition): Promise<string> {
  return runInExcel(async (context) => {
    await refuseWhatExists(context, definition);

    for (const sheet of definition.sheets) context.workbook.worksheets.add(sheet.name);
    for (const sheet of definition.sheets) writeValues(context, sheet);
    // Names before formulas, so that no formula is ever read with a name that means nothing yet.
    for (const { name, refersTo } of definition.names) {
      context.workbook.names.add(name, rangeOf(context, refersTo));
    }
    for (const sheet of definition.sheets) writeFormulas(context, sheet);
    context.workbook.worksheets.getItem(definition.opensOn).activate();
    try {
      await context.sync();
    } catch (error) {
      await takeBack(context, definition);
      throw error;
    }

    return summary(definition);
  });
}

/** Asks for every sheet and name first: after the first write it would be too late to stop. */
async function refuseWhatExists(
  context: Excel.RequestContext,
  definition: WorkbookDefinition,
): Promise<void> {
  const sheets = definition.sheets.map(({ name }) => ({
    name,
    found: context.workbook.worksheets.getItemOrNullObject(name).load("name"),
  }));
  const names = definition.names.map(({ name }) => ({
    name,
    found: context.workbook.names.getItemOrNullObject(name).load("name"),
  }));
  await context.sync();

  const takenSheets = sheets.filter(({ found }) => !found.isNullObject).map(({ name }) => name);
  if (takenSheets.length > 0) {
    throw new WorkbookError(
      `This workbook already has ${listed("a sheet named", "sheets named", takenSheets)}, so nothing was written: ` +
        "rename or delete what is there, or start in a new workbook.",
    );
  }
  const takenNames = names.filter(({ found }) => !found.isNullObject).map(({ name }) => name);
  if (takenNames.length > 0) {
    throw new WorkbookError(
      `This workbook already has ${listed("a range named", "ranges named", takenNames)}, so nothing was written: ` +
        "rename or delete what is there in the Name Manager, or start in a new workbook.",
    );
  }
}

/** Excel stops at the first request it refuses and keeps what came before it: nothing half-written may stay. */
async function takeBack(context: Excel.RequestContext, definition: WorkbookDefinition): Promise<void> {
  try {
    const names = definition.names.map(({ name }) =>
      context.workbook.names.getItemOrNullObject(name).load("name"),
    );
    const sheets = definition.sheets.map(({ name }) =>
      context.workbook.worksheets.getItemOrNullObject(name).load("name"),
    );
    await context.sync();
    for (const written of [...names, ...sheets]) if (!written.isNullObject) written.delete();
    await context.sync();
  } catch {
    // The refusal that led here is what the user needs to read.
  }
}

function writeValues(context: Excel.RequestContext, definition: SheetDefinition): void {
  const sheet = context.workbook.worksheets.getItem(definition.name);
  for (const [index, pixels] of definition.columnWidths.entries()) {
    sheet.getRange("A1").getCell(0, index).format.columnWidth = pixels * POINTS_PER_PIXEL;
  }
  for (const { range, ...looks } of definition.areas) applyLooks(sheet.getRange(range), looks);
  for (const { at, value, format, style, align, indent } of definition.cells) {
    const range = sheet.getRange(at);
    // The looks first: the format decides how a value is understood.
    applyLooks(range, { format, style, align, indent });
    if (value !== undefined) range.values = [[value]];
  }
  if (definition.frozenRows > 0) sheet.freezePanes.freezeRows(definition.frozenRows);
}

function writeFormulas(context: Excel.RequestContext, definition: SheetDefinition): void {
  const sheet = context.workbook.worksheets.getItem(definition.name);
  for (const cell of definition.cells.filter(hasFormula)) sheet.getRange(cell.at).formulas = [[cell.formula]];
}

function hasFormula(cell: CellDefinition): cell is CellDefinition & { formula: string } {
  return cell.formula !== undefined;
}

// Office.js counts widths in points, 72 to the inch; a pixel is 1/96 inch.
const POINTS_PER_PIXEL = 0.75;

const INK = "#1F3A4D";

function applyLooks(
  range: Excel.Range,
  { format, style, align, indent }: { [Look in keyof Looks]: Looks[Look] | undefined },
): void {
  // A single value, not a table, goes to every cell of a range.
  if (format !== undefined) range.numberFormat = format as unknown as string[][];
  if (style !== undefined) applyStyle(range, style);
  if (align !== undefined) range.format.horizontalAlignment = align;
  // An indent needs a side to be counted from.
  if (indent && align === undefined) range.format.horizontalAlignment = "Left";
  if (indent) range.format.indentLevel = 1;
}

function applyStyle(range: Excel.Range, style: CellStyle): void {
  const { font, fill } = range.format;
  switch (style) {
    case "title":
      font.bold = true;
      font.size = 15;
      font.color = INK;
      break;
    case "section":
      font.bold = true;
      font.size = 12;
      font.color = INK;
      break;
    case "header":
      font.bold = true;
      font.color = "#FFFFFF";
      fill.color = INK;
      break;
    case "input":
      font.color = "#0B4FB3";
      break;
    case "note":
      font.italic = true;
      font.color = "#595959";
      break;
    case "answer":
      font.bold = true;
      break;
    case "result":
      font.bold = true;
      fill.color = "#E8F0F4";
      break;
  }
}

/** The range behind a reference such as Market!$A$5:$B$18. */
function rangeOf(context: Excel.RequestContext, reference: string): Excel.Range {
  const [sheet = "", address = ""] = reference.split("!");
  return context.workbook.worksheets.getItem(sheet).getRange(address.replaceAll("$", ""));
}

function summary(definition: WorkbookDefinition): string {
  const sheets = definition.sheets.map(({ name }) => name);
  const names = definition.names.map(({ name }) => name);
  return `Wrote ${listed("the sheet", "the sheets", sheets)} and ${listed("the name", "the names", names)}. Start at ${definition.opensOn}.`;
}

function listed(one: string, many: string, items: string[]): string {
  if (items.length === 1) return `${one} ${items[0]}`;
  return `${many} ${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
