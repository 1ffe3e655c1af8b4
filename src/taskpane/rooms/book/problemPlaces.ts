import { readBookRows, type BookColumn } from "../../../alvh/bookColumns";
import type { Range } from "../../../alvh/cellValue";

/** One line of CHECK, with the cell it speaks of. */
export interface PlacedProblem {
  readonly text: string;
  /** A note stops nothing: a modelled default, a leg left out. */
  readonly isNote: boolean;
  /** The range it is about; undefined where the text names none. */
  readonly range: "book" | "market" | undefined;
  /** Row and column from 0 within that range; the first cell where the text names no row. */
  readonly row: number;
  readonly column: number;
}

/** Says of each line of CHECK where the cell stands: the texts count rows from 1 and call columns by their book names. */
export function problemPlaces(lines: readonly string[], book: Range): PlacedProblem[] {
  return lines
    .filter((line) => line !== "OK")
    .map((line) => {
      const isNote = line.startsWith(NOTE);
      const text = isNote ? line.slice(NOTE.length) : line;
      const range = /^(book|market)\b/.exec(text)?.[1] as PlacedProblem["range"];
      const [, rowText, name] = /^(?:book|market) rows? (\d+)(?:, ([A-Z]\w*))?/.exec(text) ?? [];
      const row = rowText === undefined ? 0 : Number(rowText) - 1;
      return { text, isNote, range, row, column: columnOf(range, rowText, name, text, book) };
    });
}

const NOTE = "Note: ";

function columnOf(
  range: PlacedProblem["range"],
  row: string | undefined,
  name: string | undefined,
  text: string,
  book: Range,
): number {
  if (row === undefined) return 0;
  // A market row is a name and its value, and mostly the value is what is wrong.
  if (range === "market") return NAME_IS_WRONG.test(text) ? 0 : 1;
  return name === undefined ? 0 : bookColumn(book, name);
}

const NAME_IS_WRONG = /is not a name|is no name|is given twice|, name\b/;

/** Where the book has a column; the first cell where it has none of that name. */
function bookColumn(book: Range, name: string): number {
  // The book's own reader is asked, since it alone knows every alias: under each row stands one whose cells hold their
  // own positions, and the first that it takes for a leg is the one under the header.
  const [probe] = readBookRows(book.flatMap((cells) => [cells, cells.map((_, position) => `#${position}`)]));
  const position = probe?.cell(name as BookColumn);
  return typeof position === "string" ? Number(position.slice(1)) : 0;
}
