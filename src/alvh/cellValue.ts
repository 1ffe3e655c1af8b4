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
