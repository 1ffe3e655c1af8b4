import type { NumberFormat } from "../../../workbook/numberFormat";

/**
 * A formula in English notation as the user's Excel shows it: with that locale's list separator and decimal sign.
 * Where the comma is the decimal sign, array constants take a dot between columns (German, French). For reading alone:
 * formulas are written to cells in English.
 */
export function localFormula(formula: string, { decimal, list }: NumberFormat): string {
  if (decimal === "." && list === ",") return formula;
  const columns = decimal === "," ? "." : ",";
  let depth = 0;
  return formula.replace(PIECES, (piece) => {
    if (piece === "{") depth += 1;
    if (piece === "}") depth -= 1;
    if (piece === ",") return depth > 0 ? columns : list;
    return /^[\d.]/.test(piece) ? piece.replace(".", decimal) : piece;
  });
}

/** Texts, sheet names, table references and names stay whole; numbers and separators are changed. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[\p{L}_\\$][\p{L}\p{N}_.\\$]*|\d+\.?\d*(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?|[{},]/giu;
