import { runInExcel } from "./runInExcel";

/**
 * Writes a formula (English names, commas) into the selected cell, or the first cell of a selected range, and
 * says in one or two sentences what it wrote, what it replaced and what the formula still lacks.
 * @param shown the formula as the user's Excel shows it.
 */
export function insertFormula(formula: string, shown = formula): Promise<string> {
  return runInExcel(async (context) => {
    const cell = context.workbook.getSelectedRange().getCell(0, 0).load("address, formulas");
    const names = namesRead(formula).map((name) => ({
      name,
      found: context.workbook.names.getItemOrNullObject(name).load("name"),
    }));
    await context.sync();
    const replaced: unknown = cell.formulas[0]?.[0];

    cell.formulas = [[formula]];
    await context.sync();

    const value = await shownValue(context, cell);
    return [
      `Wrote ${shown} into ${cell.address}.`,
      replaced === "" || replaced === null ? "" : `It replaced ${String(replaced)}; Undo brings that back.`,
      hint(
        value,
        names.filter(({ found }) => found.isNullObject).map(({ name }) => name),
      ),
    ]
      .filter((sentence) => sentence !== "")
      .join(" ");
  });
}

/** What the cell shows now. The formula stands there, whether or not Excel then tells what came of it. */
async function shownValue(context: Excel.RequestContext, cell: Excel.Range): Promise<unknown> {
  try {
    cell.load("values");
    await context.sync();
    return cell.values[0]?.[0];
  } catch {
    return undefined;
  }
}

/** The names of the starter workbook that a formula reads; texts in quotes are no names. */
function namesRead(formula: string): string[] {
  const outsideQuotes = formula.replace(/"[^"]*"/g, '""');
  return ["Book", "Market"].filter((name) => new RegExp(`\\b${name}\\b`, "i").test(outsideQuotes));
}

function hint(value: unknown, missingNames: string[]): string {
  if (missingNames.length > 0) {
    const names = missingNames.join(" and ");
    return `The workbook has no range named ${names} yet: insert the starter sheets, or name a range of your own ${names}.`;
  }
  if (value === "#SPILL!")
    return "The answer needs more free cells to the right and below: clear them, or move the formula.";
  return "";
}
