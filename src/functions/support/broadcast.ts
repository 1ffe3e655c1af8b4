/**
 * Evaluates a function of numbers over ranges as Excel does over arrays: a single cell, a row or a column is repeated
 * to the size of the others, and where two sizes do not fit, the cells beyond the smaller one are #N/A. Each cell is
 * read once, however often it is repeated. A bad cell spoils only the results that depend on it; where there is but
 * one result its error is thrown, so that Excel shows the sentence.
 */

import type { CellValue } from "../../alvh/cellValue";
import { isBlank, MAXIMUM_CELLS, tooManyCells } from "../../alvh/cellValue";
import { InputError, NoSolutionError } from "../../core/errors";
import { cellError } from "./cell";

/** How one argument is read from a cell. */
export interface CellArgument {
  readonly name: string;
  /** The cell as a number, or an InputError. */
  read(value: CellValue): number;
  /** What an omitted or blank argument means; without it the argument is required. */
  readonly fallback?: number;
  /** Whether 0 means blank too: where 0 is no possible value, it is what desktop Excel sends for a blank cell. */
  readonly zeroIsBlank?: true;
  /** The numbers that `read` gives back as they are: checked on the spot, since a range has thousands of them. */
  readonly plain?: { readonly above: number; readonly min: number; readonly max: number };
}

/** A function of numbers, at most eight, in the order of its arguments. */
type Evaluate<Result> = (...values: number[]) => Result;

/** The value of `evaluate` for each element of the combined shape. */
export function broadcast(
  definitions: readonly CellArgument[],
  given: readonly unknown[],
  evaluate: Evaluate<number>,
): any[][] {
  if (given.every(isSingle)) return [[singleValue(definitions, given, evaluate)]];
  const elements = readElements(definitions, given, 1);
  const result: unknown[][] = [];
  for (let row = 0; row < elements.rows; row++) {
    const line: unknown[] = [];
    for (let column = 0; column < elements.columns; column++) {
      line.push(finite(elements, valueAt(elements, row, column, evaluate)));
    }
    result.push(line);
  }
  return result;
}

/** Writes the rows of `count` elements, whose arguments stand in columns; NaN where there is no answer. */
export type FillRows = (columns: readonly Float64Array[], count: number, rows: Float64Array) => void;

/** Elements that are filled at once: few enough for their numbers to stay in the processor's own memory. */
export const BLOCK = 512;

/** So few elements are not worth the making of a block. */
const FEW = 16;

/**
 * One row of `width` results for each element of the combined shape, taken row by row.
 * @param fill computes many rows at once, where every cell is a good number. What it leaves without finite numbers is
 *   asked of `evaluate`, which throws the reason.
 */
export function broadcastRows(
  definitions: readonly CellArgument[],
  given: readonly unknown[],
  width: number,
  evaluate: Evaluate<number[]>,
  fill?: FillRows,
): any[][] {
  const elements = readElements(definitions, given, width);
  const total = elements.rows * elements.columns;
  const result: unknown[][] = [];
  if (fill === undefined || !elements.isClean || total < FEW) {
    for (let index = 0; index < total; index++) result.push(lineAt(elements, index, width, evaluate));
    return result;
  }
  const columns = elements.read.map(() => new Float64Array(BLOCK));
  const rows = new Float64Array(BLOCK * width);
  // Copied for each row: an array that holds plain doubles from the start.
  const line = new Array<number>(width).fill(0.5);
  for (let start = 0; start < total; start += BLOCK) {
    const count = Math.min(BLOCK, total - start);
    elements.read.forEach((argument, position) => {
      spread(argument, elements.columns, start, count, columns[position]!);
    });
    fill(columns, count, rows);
    for (let index = 0; index < count; index++) {
      // Stays 0 as long as all are finite.
      let check = 0;
      for (let position = 0; position < width; position++) {
        const value = rows[index * width + position]! + 0;
        line[position] = value;
        check += value * 0;
      }
      result.push(check === 0 ? line.slice() : lineAt(elements, start + index, width, evaluate));
    }
  }
  return result;
}

function lineAt(elements: Elements, index: number, width: number, evaluate: Evaluate<number[]>): unknown[] {
  const row = Math.floor(index / elements.columns);
  const line = valueAt(elements, row, index - row * elements.columns, evaluate);
  return Array.isArray(line)
    ? line.map((value) => finite(elements, value))
    : new Array<unknown>(width).fill(line);
}

/** An argument's numbers for `count` elements from `start` on, repeated as the shape wants it. */
function spread(
  { values, rowStep, columnStep }: ReadArgument,
  width: number,
  start: number,
  count: number,
  column: Float64Array,
): void {
  if (rowStep + columnStep === 0) {
    column.fill(values[0]!);
    return;
  }
  let row = Math.floor(start / width);
  let place = start - row * width;
  for (let index = 0; index < count; index++) {
    column[index] = values[row * rowStep + place * columnStep]!;
    if (++place === width) {
      place = 0;
      row += 1;
    }
  }
}

/** Whether an argument is one cell, or none. */
function isSingle(given: unknown): boolean {
  return !Array.isArray(given) || (given.length === 1 && Array.isArray(given[0]) && given[0].length === 1);
}

/** The value of single cells, as ten thousand formulas of one cell each ask for it. */
function singleValue(
  definitions: readonly CellArgument[],
  given: readonly unknown[],
  evaluate: Evaluate<number>,
): number {
  const v = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let index = 0; index < definitions.length; index++) {
    const definition = definitions[index]!;
    v[index] = readCell(definition, asRange(definition, given[index])[0]![0]);
  }
  const value = evaluate(v[0]!, v[1]!, v[2]!, v[3]!, v[4]!, v[5]!, v[6]!, v[7]!);
  if (!Number.isFinite(value)) throw new NoSolutionError(BEYOND_RANGE);
  return value + 0;
}

const BEYOND_RANGE = "the result is beyond the range of numbers";

/** An argument's cells as numbers, row by row. */
interface ReadArgument {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  /** Why a cell is no number, by its index. */
  readonly errors: Map<number, unknown>;
  /** How far the index moves with the row and the column of the result: 0 where the argument is repeated. */
  readonly rowStep: number;
  readonly columnStep: number;
}

/** The arguments read, and the shape they combine to. */
interface Elements {
  readonly rows: number;
  readonly columns: number;
  readonly read: readonly ReadArgument[];
  /** Whether every cell is a number and every size fits: then nothing has to be looked up on the way. */
  readonly isClean: boolean;
  /** Each error as its cells show it. */
  readonly shown: Map<unknown, unknown>;
  /** Room for the values of one element. */
  readonly values: [number, number, number, number, number, number, number, number];
}

function readElements(
  definitions: readonly CellArgument[],
  given: readonly unknown[],
  width: number,
): Elements {
  const ranges = definitions.map((definition, index) => asRange(definition, given[index]));
  const rows = Math.max(...ranges.map((range) => range.length));
  const columns = Math.max(...ranges.map((range) => range[0]!.length));
  const cells = rows * columns * width;
  if (cells > MAXIMUM_CELLS) {
    throw new InputError("size", tooManyCells(cells));
  }
  const read = ranges.map((range, index) => readArgument(definitions[index]!, range));
  const isClean = read.every(
    (argument) =>
      argument.errors.size === 0 &&
      (argument.rows === 1 || argument.rows === rows) &&
      (argument.columns === 1 || argument.columns === columns),
  );
  return { rows, columns, read, isClean, shown: new Map(), values: [0, 0, 0, 0, 0, 0, 0, 0] };
}

/** A range as rows of cells. What is no range and no cell value (omitted, or a host's call object) counts as blank. */
function asRange(definition: CellArgument, given: unknown): CellValue[][] {
  if (!Array.isArray(given)) return [[typeof given === "object" ? null : (given as CellValue)]];
  if (!Array.isArray(given[0]) || given[0].length === 0) {
    throw new InputError(definition.name, `${definition.name} is an empty range: give at least one cell`);
  }
  return given as CellValue[][];
}

function readArgument(definition: CellArgument, range: CellValue[][]): ReadArgument {
  const rows = range.length;
  const columns = range[0]!.length;
  const values = new Float64Array(rows * columns);
  const errors = new Map<number, unknown>();
  // Of a column that is blank below its figures all cells have the same fault: it is put into words once.
  let fault: { readonly value: CellValue; readonly error: unknown } | undefined;
  const { above, min, max } = definition.plain ?? { above: NaN, min: NaN, max: NaN };
  for (let row = 0, index = 0; row < rows; row++) {
    const cells = range[row]!;
    for (let column = 0; column < columns; column++, index++) {
      const value = cells[column];
      if (typeof value === "number" && value > above && value >= min && value <= max) {
        values[index] = value;
        continue;
      }
      if (fault !== undefined && fault.value === value) {
        errors.set(index, fault.error);
        continue;
      }
      try {
        values[index] = readCell(definition, value);
      } catch (error) {
        errors.set(index, error);
        fault = { value, error };
      }
    }
  }
  const rowStep = rows === 1 ? 0 : columns;
  const columnStep = columns === 1 ? 0 : 1;
  return { name: definition.name, rows, columns, values, errors, rowStep, columnStep };
}

function readCell(definition: CellArgument, value: CellValue): number {
  const { fallback } = definition;
  if (fallback === undefined) return definition.read(value);
  const isOmitted = isBlank(value) || (value === 0 && definition.zeroIsBlank === true);
  return isOmitted ? fallback : definition.read(value);
}

/** The result at one place, or the error that stands in its cell. */
function valueAt<Result>(
  elements: Elements,
  row: number,
  column: number,
  evaluate: Evaluate<Result>,
): unknown {
  const { read, values: v } = elements;
  try {
    if (!elements.isClean) checkPlace(elements, row, column);
    for (let position = 0; position < read.length; position++) {
      const argument = read[position]!;
      v[position] = argument.values[row * argument.rowStep + column * argument.columnStep]!;
    }
    // By position: spreading an array costs as much as the arithmetic of an option.
    return evaluate(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
  } catch (error) {
    return errorAt(elements, error);
  }
}

/** Throws what is wrong with the arguments at one place. */
function checkPlace({ rows, columns, read }: Elements, row: number, column: number): void {
  for (const argument of read) {
    if ((argument.rows > 1 && row >= argument.rows) || (argument.columns > 1 && column >= argument.columns)) {
      throw new NoSolutionError(
        `${argument.name} has ${argument.rows} x ${argument.columns} cells where the largest ranges make ` +
          `${rows} x ${columns}: it has none for this place`,
      );
    }
    const index = row * argument.rowStep + column * argument.columnStep;
    if (argument.errors.has(index)) throw argument.errors.get(index);
  }
}

/** The error as a cell shows it. The only error of a single result, and what is no user's error, is thrown. */
function errorAt(elements: Elements, error: unknown): unknown {
  const shown = elements.shown.get(error) ?? cellError(error);
  elements.shown.set(error, shown);
  if (shown === error || (elements.rows === 1 && elements.columns === 1)) throw error;
  return shown;
}

/** A number as a cell shows it: never NaN or infinite, and 0 without a sign. What is no number stays. */
function finite(elements: Elements, value: unknown): unknown {
  if (typeof value !== "number") return value;
  if (Number.isFinite(value)) return value + 0;
  return errorAt(elements, new NoSolutionError(BEYOND_RANGE));
}
