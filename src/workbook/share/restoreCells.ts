/** What a cell held before an action wrote to it. */
export interface CellBefore {
  sheet: string;
  address: string;
  /** A formula, a number, a text. */
  formula: unknown;
  value: unknown;
}

/**
 * Gives cells back what they held when an action could not be finished, if Excel lets it. The refusal that led here is
 * what the user needs to read.
 */
export async function restoreCells(
  context: Excel.RequestContext,
  cells: readonly CellBefore[],
): Promise<void> {
  try {
    for (const { sheet, address, formula, value } of cells) {
      const isText = typeof value === "string" && value !== "" && formula === value;
      context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [
        // A text stays one, even where it looks like a formula or a number.
        [isText ? `'${value}` : formula],
      ];
    }
    await context.sync();
  } catch {
    // There is nothing left to try.
  }
}
