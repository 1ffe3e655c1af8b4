import { isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { InputError } from "../core/errors";
import { normaliseName } from "./names";
import { readText } from "./readText";

/** One row of a two-column range: a name, and the value beside it. */
export interface NameValueRow {
  /** Row of the range, counted from 1. */
  readonly row: number;
  readonly name: string | number;
  readonly value: CellValue;
}

const HEADER_WORDS = new Set(["name", "item", "field", "market", "setting", "settings", "input"]);

/**
 * Reads a range of names and values: the market and settings ranges.
 * Further columns are notes and are ignored; rows without a name and a header row are skipped.
 */
export function readNameValueTable(argument: string, range: Range): NameValueRow[] {
  const rows: NameValueRow[] = [];
  range.forEach((cells, index) => {
    const name = cells[0];
    if (isBlankOrZero(name) || typeof name === "boolean") return;
    if (cells.length < 2) {
      throw new InputError(argument, `${argument} must have two columns, name and value: the range has one`);
    }
    if (index === 0 && typeof name === "string" && HEADER_WORDS.has(normaliseName(name))) return;
    const given =
      typeof name === "number" ? name : readText(argument, `${argument} row ${index + 1}, name`, name);
    rows.push({ row: index + 1, name: given, value: cells[1] });
  });
  return rows;
}
