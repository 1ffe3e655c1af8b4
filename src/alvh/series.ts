import { InputError } from "../core/errors";
import { isBlank, type Range } from "./cellValue";
import type { Table } from "./netTables";
import { readNumber, type NumberLimits } from "./readNumber";

/** A column (or row) of figures, oldest first: its numbers, and the blank cells before and after them. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly before: number;
  readonly after: number;
}

/** What a series may hold. */
interface SeriesLimits extends NumberLimits {
  /** Whether 0 is a blank: what desktop Excel sends for one, where the figure itself is never 0. */
  readonly zeroIsBlank?: "always" | "at the ends";
}

/** A price or a spread: 0 before and after its figures is desktop Excel's blank, unless some of them are negative. */
export const PRICES: SeriesLimits = { zeroIsBlank: "at the ends" };

/** A positive level, such as an index or VIX. */
export const LEVELS: SeriesLimits = { min: 1e-9, zeroIsBlank: "always" };

/**
 * Reads a series. A text in the first cell is its header; blanks before the first number are another function's warm-up,
 * blanks after the last are days to come; a blank in between is a mistake.
 */
export function readSeries(name: string, range: Range, limits: SeriesLimits = {}): Series {
  if (range.length > 1 && range.some((row) => row.length > 1)) {
    throw new InputError(
      name,
      `${name} must be one column or one row: the range has ${range[0]?.length} columns`,
    );
  }
  const all = range.length === 1 ? (range[0] ?? []) : range.map((row) => row[0]);
  const start = isHeader(all[0]) ? 1 : 0;
  const cells = all.slice(start);
  const isAlways = limits.zeroIsBlank === "always";
  const zeroIsBlank =
    isAlways || (limits.zeroIsBlank === "at the ends" && cells.every((cell) => !(Number(cell) < 0)));
  const isEmpty = (index: number): boolean => isBlank(cells[index]) || (zeroIsBlank && cells[index] === 0);
  let first = 0;
  let end = cells.length;
  while (first < end && isEmpty(first)) first++;
  while (end > first && isEmpty(end - 1)) end--;
  if (first === end) throw new InputError(name, `${name} is empty: give its figures, oldest first`);
  const values = cells.slice(first, end).map((value, index) => {
    const where = `${name} row ${first + index + start + 1}`;
    if (isBlank(value) || (isAlways && value === 0))
      throw new InputError(name, `${where} is empty, between two figures`);
    return readNumber(name, where, value, limits);
  });
  return { name, values, before: first, after: cells.length - end };
}

/** The rows that two series share, when each has one for every day: the numbers of both, side by side. */
export function readTogether(first: Series, second: Series): readonly [Series, Series] {
  const rows = rowsOf(first);
  if (rowsOf(second) !== rows) {
    throw new InputError(
      second.name,
      `${second.name} has ${rowsOf(second)} rows and ${first.name} has ${rows}: both need one for each day`,
    );
  }
  const before = Math.max(first.before, second.before);
  const after = Math.max(first.after, second.after);
  if (before + after >= rows) {
    throw new InputError(second.name, `${first.name} and ${second.name} have no row with figures in both`);
  }
  const shared = (series: Series): Series => ({
    name: series.name,
    values: series.values.slice(before - series.before, rows - after - series.before),
    before,
    after,
  });
  return [shared(first), shared(second)];
}

/** A header, then a row for each cell of the series: what `rows` has for its numbers, blank for its blanks. */
export function seriesTable(header: readonly string[], series: Series, rows: Table): Table {
  const blanks = (count: number): Table => Array.from({ length: count }, () => header.map(() => ""));
  return [[...header], ...blanks(series.before), ...rows, ...blanks(series.after)];
}

function rowsOf({ before, values, after }: Series): number {
  return before + values.length + after;
}

function isHeader(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "" && !Number.isFinite(Number(value));
}
