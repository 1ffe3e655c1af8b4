import type { CellValue } from "../../../alvh/cellValue";

/** A call of a cell function of ours within a formula, as it is written there. */
export interface FormulaCall {
  /** In capitals, without the namespace: BSM.PRICE. */
  id: string;
  /** From the name to the closing parenthesis. */
  text: string;
  arguments: FormulaArgument[];
}

export type FormulaArgument = { text: string } & (
  | { kind: "omitted" }
  /** A number, a text, TRUE or FALSE, or an array of them. */
  | { kind: "value"; values: CellValue[][] }
  /** Cells by their place or name. */
  | { kind: "range"; reference: string }
  /** What only Excel can calculate: another function, a sum, a spilled range. */
  | { kind: "formula" }
);

/**
 * The ALVH calls of a formula in Excel's own notation (English, commas), outer ones before those inside them. Texts,
 * sheet names in apostrophes, table references in brackets and array constants are passed over as Excel does.
 */
export function formulaCalls(formula: string): FormulaCall[] {
  const calls: FormulaCall[] = [];
  for (let at = 0; at < formula.length;) {
    const call = callAt(formula, at);
    if (call !== undefined) {
      calls.push(call.found);
      at = call.inside; // further calls may stand among its arguments
    } else {
      at = afterToken(formula, at);
    }
  }
  return calls;
}

/** A workbook saved where the add-in was missing holds ALVH.X as _xldudf_ALVH_X. */
const CALL = /(?:_xldudf_ALVH_|ALVH\.)([A-Z][A-Z0-9_.]*)\(/iy;

function callAt(formula: string, at: number): { found: FormulaCall; inside: number } | undefined {
  CALL.lastIndex = at;
  const match = CALL.exec(formula);
  if (match === null) return undefined;
  const inside = at + match[0].length;
  const { parts, end } = splitArguments(formula, inside);
  const id = (match[1] ?? "").toUpperCase();
  return {
    found: {
      id: match[0].startsWith("_") ? id.replaceAll("_", ".") : id,
      text: formula.slice(at, end),
      arguments: parts.map(argumentOf),
    },
    inside,
  };
}

/** The texts between the commas of a call, up to its own closing parenthesis. */
function splitArguments(formula: string, start: number): { parts: string[]; end: number } {
  const parts: string[] = [];
  let depth = 0;
  let from = start;
  let at = start;
  while (at < formula.length) {
    const character = formula[at];
    if (depth === 0 && (character === "," || character === ")")) {
      parts.push(formula.slice(from, at).trim());
      from = at + 1;
      if (character === ")") break;
    } else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    at = afterToken(formula, at);
  }
  const isEmpty = parts.length === 1 && parts[0] === "";
  return { parts: isEmpty ? [] : parts, end: Math.min(at + 1, formula.length) };
}

const NAME_PART = /[\p{L}\p{N}_.\\]+/uy;

/** The place behind what begins here: a quoted text or sheet, brackets, braces, a whole name, or one character. */
function afterToken(formula: string, at: number): number {
  const character = formula[at];
  if (character === '"' || character === "'") return afterQuotes(formula, at, character);
  if (character === "[") return afterBrackets(formula, at);
  if (character === "{") return afterBraces(formula, at);
  NAME_PART.lastIndex = at;
  return at + (NAME_PART.exec(formula)?.[0].length ?? 1);
}

/** A doubled mark within is the mark itself. */
function afterQuotes(formula: string, at: number, mark: string): number {
  let end = formula.indexOf(mark, at + 1);
  while (end >= 0 && formula[end + 1] === mark) end = formula.indexOf(mark, end + 2);
  return end < 0 ? formula.length : end + 1;
}

/** In a table reference an apostrophe guards the character behind it. */
function afterBrackets(formula: string, at: number): number {
  let depth = 0;
  for (let place = at; place < formula.length; place++) {
    if (formula[place] === "'") place++;
    else if (formula[place] === "[") depth++;
    else if (formula[place] === "]" && --depth === 0) return place + 1;
  }
  return formula.length;
}

function afterBraces(formula: string, at: number): number {
  let place = at + 1;
  while (place < formula.length && formula[place] !== "}") {
    place = formula[place] === '"' ? afterQuotes(formula, place, '"') : place + 1;
  }
  return place + 1;
}

const SHEET = String.raw`(?:(?:'(?:[^'\[\]]|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELLS = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+`;
const PLACE = new RegExp(`^${SHEET}(?:${CELLS})$`, "iu");
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;

function argumentOf(text: string): FormulaArgument {
  if (text === "") return { text, kind: "omitted" };
  const constant = constantOf(text);
  if (constant !== undefined) return { text, kind: "value", values: [[constant]] };
  if (/^\{.*\}$/s.test(text)) {
    const values = arrayOf(text.slice(1, -1));
    if (values !== undefined) return { text, kind: "value", values };
  }
  if (PLACE.test(text) || NAME.test(text)) return { text, kind: "range", reference: text };
  return { text, kind: "formula" };
}

/** A constant as a cell would hold it; undefined where the text is something else. */
function constantOf(text: string): CellValue {
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  if (/^#[A-Z/0!?]+$/i.test(text)) return text.toUpperCase();
  const [, sign, digits, percent] =
    /^([+-]?)\s*(\d+\.?\d*(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?)(%?)$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(`${sign ?? ""}${digits}`);
  return percent === "%" ? value / 100 : value;
}

/** Rows by semicolons, columns by commas. */
function arrayOf(inside: string): CellValue[][] | undefined {
  const rows: CellValue[][] = [[]];
  let from = 0;
  for (let at = 0; at <= inside.length;) {
    const character = inside[at];
    if (character === "," || character === ";" || character === undefined) {
      const value = constantOf(inside.slice(from, at).trim());
      if (value === undefined) return undefined;
      rows.at(-1)?.push(value);
      if (character === ";") rows.push([]);
      from = at + 1;
      at += 1;
    } else {
      at = character === '"' ? afterQuotes(inside, at, '"') : at + 1;
    }
  }
  return rows;
}
