import { CellError } from "./cellError.mjs";

/**
 * Evaluates the small part of Excel's formula language that the examples use: calls, nested calls, omitted
 * arguments, numbers, texts, TRUE and FALSE, array constants and defined names.
 * @param {string} formula
 * @param {{ call(name: string, values: unknown[]): unknown, name(name: string): unknown }} surroundings what it may
 *   refer to: functions by their full name, and defined names
 * @returns {unknown}
 */
export function evaluateFormula(formula, surroundings) {
  if (!formula.startsWith("=")) throw new Error(`${formula} is no formula.`);
  const tokens = tokenize(formula.slice(1));
  let position = 0;

  const value = expression();
  if (position < tokens.length) throw new Error(`${formula}: "${tokens[position]}" is left over.`);
  return value;

  function expression() {
    const token = take();
    if (token === "{") return arrayConstant();
    if (token === "-") return -expression();
    if (isLiteral(token)) return literal(token);
    return tokens[position] === "(" ? surroundings.call(token, callArguments()) : surroundings.name(token);
  }

  function callArguments() {
    const values = [];
    take("(");
    if (tokens[position] === ")") {
      take();
      return values;
    }
    for (;;) {
      // An omitted argument reaches a custom function as null.
      values.push(tokens[position] === "," || tokens[position] === ")" ? null : expression());
      if (take(",", ")") === ")") return values;
    }
  }

  function arrayConstant() {
    const rows = [[]];
    for (;;) {
      const token = take();
      rows[rows.length - 1].push(token === "-" ? -literal(take()) : literal(token));
      const separator = take(",", ";", "}");
      if (separator === "}") return rows;
      if (separator === ";") rows.push([]);
    }
  }

  /** The next token; where some are named, one of them. */
  function take(...allowed) {
    const token = tokens[position];
    if (token === undefined) throw new Error(`${formula} ends too early.`);
    if (allowed.length > 0 && !allowed.includes(token)) {
      throw new Error(`${formula}: "${token}" stands where ${allowed.join(" or ")} is due.`);
    }
    position += 1;
    return token;
  }
}

/**
 * A value as written: a number, a text in quotes, TRUE, FALSE or an error such as #N/A.
 * @param {string} token
 * @returns {unknown}
 */
export function literal(token) {
  if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
  if (token.startsWith("#")) return new CellError(token);
  if (/^true$/i.test(token)) return true;
  if (/^false$/i.test(token)) return false;
  const number = Number(token);
  if (Number.isNaN(number)) throw new Error(`${token} is no value.`);
  return number;
}

function isLiteral(token) {
  return /^["#\d.]/.test(token) || /^(true|false)$/i.test(token);
}

function tokenize(text) {
  const token =
    /\s*("(?:[^"]|"")*"|#(?:VALUE!|N\/A)|\d+\.?\d*(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?|[A-Za-z_][\w.]*|[-(){},;])\s*/iy;
  const tokens = [];
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new Error(`"${text.slice(start)}" cannot be read as a formula.`);
    tokens.push(match[1]);
  }
  return tokens;
}
