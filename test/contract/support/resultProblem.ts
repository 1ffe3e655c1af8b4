import { MAXIMUM_CELLS } from "../../../src/alvh/cellValue";
import { CellError } from "./builtFunctions";

/** What is wrong with what a call gave or threw, in words; undefined where a cell can show it. */
export function resultProblem(outcome: unknown, isMatrix: boolean): string | undefined {
  if (outcome instanceof CellError) return errorProblem(outcome);
  if (!isMatrix)
    return Array.isArray(outcome) ? "gives a range where a value is promised" : cellProblem(outcome);
  if (!Array.isArray(outcome) || outcome.length === 0)
    return `gives ${show(outcome)} where a range is promised`;
  const rows = outcome as unknown[];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (width === 0) return "gives a range without cells";
  if (rows.length * width > MAXIMUM_CELLS) return `gives ${rows.length * width} cells`;
  for (const row of rows) {
    if (!Array.isArray(row) || row.length !== width) return "gives rows of different lengths";
    for (const value of row as unknown[]) {
      const problem = value instanceof CellError ? errorProblem(value) : cellProblem(value);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** Words that come of a figure or a name that is missing. */
const SLIPS = /\bNaN\b|(?<!are )\bundefined\b|\bInfinity\b|\[object |\bnull\b/g;

/** Whether a text of the outcome shows an inner slip. What the caller wrote himself may be quoted back to him. */
export function slipIn(outcome: unknown, given: readonly unknown[]): string | undefined {
  const texts = (Array.isArray(outcome) ? (outcome as unknown[][]).flat() : [outcome]).map((value) =>
    value instanceof CellError ? value.message : value,
  );
  for (const text of texts) {
    if (typeof text !== "string") continue;
    for (const [word] of text.matchAll(SLIPS)) if (!isGiven(word, given)) return `says ${show(text)}`;
  }
  return undefined;
}

function isGiven(word: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((inner) => isGiven(word, inner));
  return (typeof value === "string" || typeof value === "number") && String(value).includes(word);
}

function errorProblem({ code, message }: CellError): string | undefined {
  if (code !== "#VALUE!" && code !== "#N/A") return `gives the error ${code}, which shows no sentence`;
  if (typeof message !== "string" || !message.includes(" ")) return `explains ${code} with ${show(message)}`;
  return message.length > 1000 ? `explains ${code} with ${message.length} characters` : undefined;
}

function cellProblem(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : `gives ${value}`;
  return typeof value === "string" || typeof value === "boolean"
    ? undefined
    : `gives ${show(value)} in a cell`;
}

function show(value: unknown): string {
  return value instanceof Error
    ? `${value.name}: ${value.message}`
    : (JSON.stringify(value) ?? String(value));
}
