import { WorkbookError } from "./hostError";

/**
 * The cells that a reference stands for: a defined name ("Book"), a table's name, or a place ("Sheet!A1:I20",
 * "'My sheet'!A1:B3"). Of whole columns or rows it is the used part. Throws a sentence where there are none.
 */
export async function findRange(context: Excel.RequestContext, reference: string): Promise<Excel.Range> {
  const wanted = reference.trim();
  if (wanted === "")
    throw new WorkbookError("No range is chosen: type a name or a place such as Book!A4:I60.");
  return wanted.includes("!") ? findPlace(context, wanted) : findNamed(context, wanted);
}

async function findPlace(context: Excel.RequestContext, reference: string): Promise<Excel.Range> {
  const { sheetName, address } = splitPlace(reference);
  if (!PLACE.test(address)) {
    throw new WorkbookError(`"${reference}" is no place in a sheet: write it such as Book!A4:I60.`);
  }
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName).load("name");
  await context.sync();
  if (sheet.isNullObject) {
    throw new WorkbookError(
      `The workbook has no sheet named ${sheetName}, which ${reference} needs: choose the range anew.`,
    );
  }
  return usedPart(context, sheet.getRange(address), address, reference);
}

async function findNamed(context: Excel.RequestContext, name: string): Promise<Excel.Range> {
  // Excel answers with an error, not with nothing, when it is asked for a name that none can have.
  if (PLACE.test(name) || !NAME.test(name)) {
    throw new WorkbookError(
      `"${name}" is no name of a range: write cells with their sheet, such as Book!A4:I60.`,
    );
  }
  const { names, tables } = context.workbook;
  const named = names.getItemOrNullObject(name).load("name");
  const table = tables.getItemOrNullObject(name).load("name");
  await context.sync();
  if (!table.isNullObject) return table.getRange();
  if (named.isNullObject) {
    throw new WorkbookError(
      `The workbook has no range or table named ${name}: choose another, or give your range that name.`,
    );
  }
  const range = named.getRangeOrNullObject().load("address");
  await context.sync();
  if (range.isNullObject) {
    throw new WorkbookError(
      `The name ${name} stands for no cells (they may have been deleted): choose another range, or mend the name in the Name Manager.`,
    );
  }
  return usedPart(context, range, range.address.split("!").at(-1) ?? "", name);
}

async function usedPart(
  context: Excel.RequestContext,
  range: Excel.Range,
  address: string,
  reference: string,
): Promise<Excel.Range> {
  if (!isWhole(address)) return range;
  const used = range.getUsedRangeOrNullObject(true).load("address");
  await context.sync();
  if (used.isNullObject) {
    throw new WorkbookError(`${reference} is empty: fill it in, or choose another range.`);
  }
  return used;
}

// A1, A1:I20, A:I or 4:60, with or without dollar signs.
const PLACE = /^\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$|^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$|^\$?\d+:\$?\d+$/i;

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

function isWhole(address: string): boolean {
  const [first = "", last] = address.replaceAll("$", "").split(":");
  return last !== undefined && (/^[A-Z]+$/i.test(first) || /^\d+$/.test(first));
}

/** A sheet's name with odd characters stands in apostrophes, and an apostrophe within it is doubled. */
function splitPlace(reference: string): { sheetName: string; address: string } {
  const mark = reference.lastIndexOf("!");
  const sheet = reference.slice(0, mark);
  const sheetName = /^'.*'$/.test(sheet) ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  return { sheetName, address: reference.slice(mark + 1) };
}
