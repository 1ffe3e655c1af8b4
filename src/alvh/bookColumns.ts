import { InputError } from "../core/errors";
import { isBlank, isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { normaliseName } from "./names";
import { showCell } from "./readNumber";

/** The columns a book range may have, by the name the messages use. */
export type BookColumn =
  | "Layer" | "Underlying" | "Kind" | "Qty" | "Strike" | "Expiry" | "DTE" | "Vol" | "Price" | "Bid" | "Ask"
  | "Entry" | "OpenInterest" | "Fees" | "Settle" | "Multiplier"; // prettier-ignore

/** Each column with the other names under which traders and broker exports know it. */
export const BOOK_COLUMNS: ReadonlyMap<BookColumn, readonly string[]> = new Map<
  BookColumn,
  readonly string[]
>([
  ["Layer", ["Bucket"]],
  ["Underlying", ["Underlying symbol", "Symbol", "Root", "Ticker"]],
  ["Kind", ["Type", "Right", "Option type", "Call/Put", "Call or put", "C/P"]],
  ["Qty", ["Quantity", "Contracts", "Position", "Pos", "Size", "Lots"]],
  ["Strike", ["Strike price", "K"]],
  ["Expiry", ["Expiration", "Expiration date", "Expiry date", "Exp", "Maturity"]],
  ["DTE", ["Days to expiry", "Days to expiration", "Days"]],
  ["Vol", ["IV", "Implied vol", "Implied volatility", "Volatility", "Sigma"]],
  ["Price", ["Mark", "Mid"]],
  ["Bid", []],
  ["Ask", ["Offer"]],
  ["Entry", ["Entry price", "Trade price", "Open price", "Avg price", "Average price"]],
  ["OpenInterest", ["Open interest", "OI", "Open int"]],
  ["Fees", ["Fee", "Commission", "Commissions"]],
  ["Settle", ["AM/PM"]],
  ["Multiplier", ["Mult", "Contract size"]],
]);

const COLUMN_BY_NAME: ReadonlyMap<string, BookColumn> = new Map(
  [...BOOK_COLUMNS].flatMap(([column, aliases]) =>
    [column, ...aliases].map((name): [string, BookColumn] => [normaliseName(name), column]),
  ),
);

/** Columns whose blank cell is told from 0: desktop Excel sends 0 for a blank, and 0 means something here. */
const ZERO_COUNTS: ReadonlySet<BookColumn> = new Set<BookColumn>(["Qty", "Bid"]);

const REQUIRED_COLUMNS = ["Underlying", "Kind", "Qty"] as const;

/** The columns that say a row holds a leg; a title, a note or a total row fills none of them. */
const LEG_COLUMNS: readonly BookColumn[] = ["Underlying", "Kind", "Strike", "Expiry", "DTE"];

/** Where each column stands in a row. */
type ColumnPositions = Readonly<Partial<Record<BookColumn, number>>>;

/** A row of the book range that holds a leg. */
export class BookRow {
  constructor(
    /** Row of the range, counted from 1 with the header as row 1. */
    readonly row: number,
    private readonly cells: readonly CellValue[],
    private readonly positions: ColumnPositions,
  ) {}

  /** Whether the book has such a column at all. */
  hasColumn(column: BookColumn): boolean {
    return this.positions[column] !== undefined;
  }

  /** The cell under a column; undefined when blank or when the book has no such column. */
  cell(column: BookColumn): CellValue {
    const position = this.positions[column];
    if (position === undefined) return undefined;
    const value = this.cells[position];
    if (value === 0) return ZERO_COUNTS.has(column) ? value : undefined;
    return isBlank(value) ? undefined : value;
  }

  /** Whether the row says anything a leg needs; a title, a note or a total row does not. */
  holdsLeg(): boolean {
    return LEG_COLUMNS.some((column) => !isBlankOrZero(this.cell(column)));
  }
}

/** Finds the columns by their names and returns the rows that hold a leg, in order. */
export function readBookRows(range: Range): BookRow[] {
  const headerIndex = findHeader(range);
  const columns = findColumns(range[headerIndex] ?? [], headerIndex + 1);
  const rows: BookRow[] = [];
  for (let index = headerIndex + 1; index < range.length; index++) {
    const row = new BookRow(index + 1, range[index] ?? [], columns);
    if (row.holdsLeg()) rows.push(row);
  }
  if (rows.length === 0) throw new InputError("book", "book has a header but no leg: give one leg a row");
  return rows;
}

/** The header is the first row with the columns a book cannot do without; titles may stand above it. */
function findHeader(range: Range): number {
  const index = range.findIndex((cells) => {
    const found = cells.map(columnNamed);
    return REQUIRED_COLUMNS.every((column) => found.includes(column));
  });
  if (index >= 0) return index;
  const firstFilled = range.findIndex((cells) => cells.some((value) => !isBlankOrZero(value)));
  if (firstFilled < 0) throw new InputError("book", "book is empty: give a header row and one leg a row");
  const found = range[firstFilled]?.map(columnNamed) ?? [];
  const missing = REQUIRED_COLUMNS.find((column) => !found.includes(column)) ?? REQUIRED_COLUMNS[0];
  const known = [missing, ...(BOOK_COLUMNS.get(missing) ?? [])].join(", ");
  throw new InputError(
    "book",
    `book row ${firstFilled + 1}, the header, has no column ${missing} (known as ${known})`,
  );
}

function columnNamed(name: CellValue): BookColumn | undefined {
  return typeof name === "string" ? COLUMN_BY_NAME.get(normaliseName(name)) : undefined;
}

function isOwnName(name: CellValue, column: BookColumn): boolean {
  return typeof name === "string" && normaliseName(name) === normaliseName(column);
}

function findColumns(header: readonly CellValue[], row: number): ColumnPositions {
  const columns: Partial<Record<BookColumn, number>> = {};
  header.forEach((name, position) => {
    const column = columnNamed(name);
    if (column === undefined) return;
    const earlier = columns[column];
    if (earlier !== undefined) {
      // Exports often carry Symbol beside Underlying: the column's own name wins over its aliases.
      if (isOwnName(header[earlier], column) && !isOwnName(name, column)) return;
      if (isOwnName(header[earlier], column) === isOwnName(name, column)) {
        const names = `${showCell(header[earlier])} and ${showCell(name)}`;
        throw new InputError("book", `book row ${row}, the header, has two columns for ${column}: ${names}`);
      }
    }
    columns[column] = position;
  });
  return columns;
}
