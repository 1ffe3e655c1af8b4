import { literal } from "../../scripts/evaluateFormula.mjs";
import { functionReference } from "../../scripts/functionReference.mjs";
import { starterWorkbook } from "../../src/workbook/starterWorkbook";
import { CellError } from "./support/builtFunctions";
import { builtFormulas } from "./support/builtFormulas";

/** Every @example of the source comments, run by the very functions.js that Excel would load. */
const { valueOf } = builtFormulas(starterWorkbook);

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
function attempt(formula: string): unknown {
  try {
    return valueOf(formula);
  } catch (error) {
    return error;
  }
}

function cellsOf(value: unknown): unknown[][] {
  return Array.isArray(value) ? (value as unknown[][]) : [[value]];
}

/** The stated result as written, cell by cell: the digits written are the precision. */
function statedCells(stated: string): string[][] {
  if (!stated.startsWith("{")) return [[stated]];
  return stated
    .slice(1, -1)
    .split(";")
    .map((row) => row.split(",").map((text) => text.trim()));
}

function matches(value: unknown, text: string): boolean {
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

function isCellValue(value: unknown): boolean {
  return typeof value === "number" ? Number.isFinite(value) : ["string", "boolean"].includes(typeof value);
}

function show(value: unknown): string {
  if (value instanceof CellError) return `${value.code} (${value.message})`;
  return value instanceof Error ? value.message : String(JSON.stringify(value));
}
