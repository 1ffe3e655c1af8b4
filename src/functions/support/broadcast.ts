/**
 * Evaluates a function of numbers over ranges as Excel does over arrays: a single cell, a row or a column is repeated to the
 * size of the others, and where two sizes do not fit, the cells beyond the smaller one are #N/A. Each cell is read
 * once, however often it is repeated. A bad cell spoils only the results that depend on it; where there is but one
 * result its error is thrown, so that Excel shows the sentence.
 */

import type { CellValue } from "../../alvh/cellValue";
import { isBlank } from "../../alvh/cellValue";
import { InputError, NoSolutionError } from "../../core/errors";
import { cellError } from "./cell";

/** How one argument is read from a cell. */
export interface CellArgument {
  readonly name: string;
  /** The cell as a number, or an InputError. */
  read(value: CellValue): number;
  /** What an omitted or blank argument means; without it the argument is required. */
  readonly fallback?: number;
}

/** More cells than this would not pass between Excel on the web and an add-in (5 MB a call). */
export const MAXIMUM_CELLS = 250_000;

/** The value of `evaluate` for each element of the combined shape. */
export function broadcast(
  definitions: readonly CellArgument[],
  given: readonly unknown[],
  evaluate: (...values: number[]) => number,
): any[][] {
  const elements = readElements(definitions, given, 1);
  const result: unknown[][] = [];
  for (let row = 0; row < elements.rows; row++) {
    const line: unknown[] = [];
    for (let column = 0; column < elements.columns; column++) {
      line.push(attempt(elements, row, column, (values) => finite(evaluate(...values))));
    }
    result.push(line);
  }
  return result;
}

/** One row of `width` results for each element of the combined shape, taken row by row. */
export function broadcastRows(
  definitions: readonly CellArgument[],
  given: readonly unknown[],
  width: number,
  evaluate: (...values: number[]) => number[],
): any[][] {
  const elements = readElements(definitions, given, width);
  const result: unknown[][] = [];
  for (let row = 0; row < elements.rows; row++) {
    for (let column = 0; column < elements.columns; column++) {
      const line = attempt(elements, row, column, (values) => evaluate(...values).map(finite));
      result.push(Array.isArray(line) ? line : new Array<unknown>(width).fill(line));
    }
  }
  return result;
}

/** Arguments read, and the shape they combine to. */
interface Elements {
  readonly rows: number;
  readonly columns: number;
  readonly columnsRead: readonly ReadArgument[];
  /** Room for the values of one element. */
  readonly values: number[];
}

/** An argument's cells as numbers, row by row; `errors` holds those that are none. */
interface ReadArgument {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  readonly errors: Map<number, unknown>;
}

function readElements(
  definitions: readonly CellArgument[],
  given: readonly unknown[],
  width: number,
): Elements {
  const ranges = definitions.map((definition, index) => asRange(definition, given[index]));
  const rows = Math.max(...ranges.map((range) => range.length));
  const columns = Math.max(...ranges.map((range) => range[0]!.length));
  if (rows * columns * width > MAXIMUM_CELLS) {
    throw new InputError(
      "size",
      `the result would have ${rows * columns * width} cells: at most ${MAXIMUM_CELLS} are possible, so give smaller ranges`,
    );
  }
  return {
    rows,
    columns,
    columnsRead: ranges.map((range, index) => readArgument(definitions[index]!, range)),
    values: new Array<number>(definitions.length).fill(0),
  };
}

/** A range as rows of cells. What is no range and no cell value (omitted, or a host's call object) counts as blank. */
function asRange(definition: CellArgument, given: unknown): CellValue[][] {
  if (Array.isArray(given)) {
    if (!Array.isArray(given[0]) || given[0].length === 0) {
      throw new InputError(definition.name, `${definition.name} is an empty range`);
    }
    return given as CellValue[][];
  }
  return [[typeof given === "object" ? null : (given as CellValue)]];
}

function readArgument(definition: CellArgument, range: CellValue[][]): ReadArgument {
  const rows = range.length;
  const columns = range[0]!.length;
  const values = new Float64Array(rows * columns);
  const errors = new Map<number, unknown>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = range[row]![column];
      const index = row * columns + column;
      if (definition.fallback !== undefined && isBlank(value)) {
        values[index] = definition.fallback;
        continue;
      }
      try {
        values[index] = definition.read(value);
      } catch (error) {
        errors.set(index, error);
      }
    }
  }
  return { name: definition.name, rows, columns, values, errors };
}

/** The result at one place, or the error that stands in its cell. */
function attempt<Result>(
  elements: Elements,
  row: number,
  column: number,
  evaluate: (values: number[]) => Result,
): unknown {
  try {
    fillValues(elements, row, column);
    return evaluate(elements.values);
  } catch (error) {
    if (elements.rows === 1 && elements.columns === 1) throw error;
    const shown = cellError(error);
    if (shown === error) throw error;
    return shown;
  }
}

function fillValues(elements: Elements, row: number, column: number): void {
  const { columnsRead, values } = elements;
  for (let position = 0; position < columnsRead.length; position++) {
    const argument = columnsRead[position]!;
    const ownRow = argument.rows === 1 ? 0 : row;
    const ownColumn = argument.columns === 1 ? 0 : column;
    if (ownRow >= argument.rows || ownColumn >= argument.columns) throw misfit(argument, elements);
    const index = ownRow * argument.columns + ownColumn;
    if (argument.errors.size > 0 && argument.errors.has(index)) throw argument.errors.get(index);
    values[position] = argument.values[index]!;
  }
}

function misfit(argument: ReadArgument, { rows, columns }: Elements): NoSolutionError {
  return new NoSolutionError(
    `${argument.name} has ${argument.rows} x ${argument.columns} cells where the largest ranges make ${rows} x ${columns}: ` +
      "it has no value for this place",
  );
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new NoSolutionError("the result is too large for a number");
  // Adding 0 turns -0, which some hosts show with its sign, into 0.
  return value + 0;
}
