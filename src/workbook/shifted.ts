/** How far cells are moved: rows down and columns to the right. */
export interface Shift {
  rows: number;
  columns: number;
}

/** An address such as B2:C9 after the move. */
export function shiftedAddress(address: string, shift: Shift): string {
  return address.replace(CELL, (_, ...parts: string[]) => moved(parts, shift));
}

/**
 * A formula after the move: every cell of its own sheet is moved along, with dollar signs or without. What stands in
 * quotes, on other sheets, or is a function (LOG10) is left alone.
 */
export function shiftedFormula(formula: string, shift: Shift): string {
  return formula
    .split(QUOTED)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(OWN_CELL, (_, ...parts: string[]) => moved(parts, shift)),
    )
    .join("");
}

const CELL = /(\$?)([A-Z]{1,3})(\$?)(\d+)/g;

// Texts, and the names of sheets with the cells on them.
const QUOTED =
  /("(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[A-Za-z_][\w.]*)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/;

const OWN_CELL = /(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w.(])/g;

function moved(
  [dollarColumn = "", letters = "", dollarRow = "", digits = ""]: string[],
  shift: Shift,
): string {
  const column = columnIndex(letters) + shift.columns;
  return `${dollarColumn}${columnName(column)}${dollarRow}${Number(digits) + shift.rows}`;
}

/** A is 0. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
