/** A cell by its place, both counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, its last row and column included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 0 for A, 26 for AA. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A for 0, AA for 26. */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "B3" of a place. */
export function cellAddress({ row, column }: CellPlace): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** What a sheet of Excel has. */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** The place of "B3" or "$B$3"; undefined of anything else, such as A0 and what lies beyond the last column or row. */
export function cellPlace(address: string): CellPlace | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address);
  if (match === null) return undefined;
  const place = { row: Number(match[2]) - 1, column: columnIndex(match[1] ?? "A") };
  return place.row >= 0 && place.row < ROWS && place.column < COLUMNS ? place : undefined;
}

/** The rectangle of "A1:C5", "$A$1:$C$5" or a single cell; undefined of anything else. */
export function areaOf(range: string): Area | undefined {
  const [first = "", last = first] = range.split(":");
  const [from, to] = [cellPlace(first), cellPlace(last)];
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
