/** What a spreadsheet cell may hold when a range arrives: the same for Excel and the browser workbook. */
export type CellValue = string | number | boolean | null | undefined;

/** A range as a function receives it: rows of cells. */
export type Range = readonly (readonly CellValue[])[];

/**
 * Whether a cell is empty. A blank arrives as null on the web, "" elsewhere.
 * Desktop Excel sends 0 instead: where 0 cannot be meant (a name, a date), ask `isBlankOrZero`.
 */
export function isBlank(value: CellValue): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** Whether a cell is empty, counting the 0 that desktop Excel sends for a blank. */
export function isBlankOrZero(value: CellValue): boolean {
  return value === 0 || isBlank(value);
}

/** A result of more cells than this would not pass between Excel on the web and an add-in (5 MB a call). */
export const MAXIMUM_CELLS = 250_000;

/** Why a result of so many cells is refused. */
export function tooManyCells(cells: number): string {
  return `the result would have ${cells} cells: at most ${MAXIMUM_CELLS} are possible, so give smaller ranges`;
}
