import { functionReference } from "../../scripts/functionReference.mjs";
import { starterWorkbook } from "../../src/workbook/starterWorkbook";
import { builtFunctions, CellError } from "./support/builtFunctions";
import { evaluateFormula, literal } from "./support/evaluateFormula";
import type { Value } from "./support/evaluateFormula";

/** Every @example of the source comments, run by the very functions.js that Excel would load. */
const { metadata, associated } = builtFunctions();

test("every function has an example, and every example gives what it says", async () => {
  const reference = await functionReference();
  expect(reference.filter(({ examples }) => examples.length === 0).map(({ id }) => id)).toEqual([]);
  const failures = reference.flatMap(({ examples }) =>
    examples.flatMap(({ formula, result }) => problem(formula, result) ?? []),
  );
  expect(failures).toEqual([]);
});

// Excel's own functions around ours need a spreadsheet: test/e2e holds those.
test("every ALVH formula of the starter workbook gives a value", () => {
  const formulas = starterWorkbook.sheets
    .flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []))
    .filter((formula) => formula.startsWith("=ALVH."));
  expect(formulas.length).toBeGreaterThan(0);
  expect(formulas.flatMap((formula) => problem(formula, undefined) ?? [])).toEqual([]);
});

/** Undefined where the formula gives what is stated, to the digits stated; where nothing is stated, any value will do. */
function problem(formula: string, stated: string | undefined): string | undefined {
  const value = cellsOf(attempt(formula));
  if (stated === undefined) {
    const error = value.flat().find((entry) => !isCellValue(entry));
    return error === undefined ? undefined : `${formula} gives ${show(error)}`;
  }
  const expected = statedCells(stated);
  const same =
    value.length === expected.length &&
    expected.every(
      (row, r) => row.length === value[r]?.length && row.every((text, c) => matches(value[r]?.[c], text)),
    );
  return same
    ? undefined
    : `${formula} is ${value.map((row) => row.map(show).join(",")).join(";")}, not ${stated}`;
}

/** The value, or the error in its place. */
function attempt(formula: string): Value {
  try {
    return evaluateFormula(formula, { call, name: namedRange });
  } catch (error) {
    return error;
  }
}

/** As Excel calls a function: a range for a range, a single value as a range of one cell, null for what is omitted. */
function call(name: string, values: Value[]): Value {
  const id = name.replace(/^ALVH\./i, "").toUpperCase();
  const description = metadata.find((entry) => entry.id === id);
  const implementation = associated.get(id);
  if (description === undefined || implementation === undefined) throw new Error(`${name} is no function.`);
  if (values.length > description.parameters.length) throw new Error(`${name} has too many arguments.`);
  const passed = description.parameters.map(({ dimensionality, optional, name: parameter }, index) => {
    const value = values[index] ?? null;
    if (value === null && !optional) throw new Error(`${name}: ${parameter} is missing.`);
    if (value === null) return null;
    if (dimensionality === "matrix") return cellsOf(value);
    const cells = cellsOf(value);
    if (cells.length > 1 || cells[0]!.length > 1)
      throw new Error(`${name}: ${parameter} takes a single value.`);
    return cells[0]![0];
  });
  return implementation(...passed);
}

/** The values under a defined name of the starter workbook. */
function namedRange(name: string): Value[][] {
  const refersTo = starterWorkbook.names.find((entry) => entry.name === name)?.refersTo ?? "";
  const [, sheetName, left, top, right, bottom] =
    /^(\w+)!\$([A-Z])\$(\d+):\$([A-Z])\$(\d+)$/.exec(refersTo) ?? [];
  const sheet = starterWorkbook.sheets.find((entry) => entry.name === sheetName);
  if (sheet === undefined) throw new Error(`${name} is no name of the starter workbook.`);
  const columns = letters(left!, right!);
  const rows = Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, index) => Number(top) + index);
  return rows.map((row) =>
    columns.map((column) => sheet.cells.find(({ at }) => at === `${column}${row}`)?.value ?? ""),
  );
}

function letters(first: string, last: string): string[] {
  const start = first.charCodeAt(0);
  return Array.from({ length: last.charCodeAt(0) - start + 1 }, (_, index) =>
    String.fromCharCode(start + index),
  );
}

function cellsOf(value: Value): Value[][] {
  return Array.isArray(value) ? (value as Value[][]) : [[value]];
}

/** The stated result as written, cell by cell: the digits written are the precision. */
function statedCells(stated: string): string[][] {
  if (!stated.startsWith("{")) return [[stated]];
  return stated
    .slice(1, -1)
    .split(";")
    .map((row) => row.split(",").map((text) => text.trim()));
}

function matches(value: Value, text: string): boolean {
  const expected = literal(text);
  if (expected instanceof CellError) return value instanceof CellError && value.code === expected.code;
  if (typeof expected !== "number") return value === expected;
  if (typeof value !== "number") return false;
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const exponent = Number(/E([+-]?\d+)$/i.exec(text)?.[1] ?? 0);
  // A whole number is meant exactly, a decimal to the half of its last digit.
  const tolerance = decimals === 0 && exponent === 0 ? 0 : 0.5 * 10 ** (exponent - decimals);
  return Math.abs(value - expected) <= tolerance + 1e-9 * Math.abs(expected);
}

function isCellValue(value: Value): boolean {
  return typeof value === "number" ? Number.isFinite(value) : ["string", "boolean"].includes(typeof value);
}

function show(value: Value): string {
  if (value instanceof CellError) return `${value.code} (${value.message})`;
  return value instanceof Error ? value.message : String(JSON.stringify(value));
}
