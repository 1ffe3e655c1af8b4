import { InputError } from "../core/errors";
import { findChainColumns, type ChainColumns } from "./optionChainColumns";
import { isBlank, isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { formatIsoDate, parseDate } from "./dates";
import { rootOfSymbol } from "./optionChainRoot";
import { parseQuoteTableDate } from "./quoteTableDate";
import { readNumber, showCell } from "./readNumber";

/** The call and the put of one strike. */
export interface ChainQuote {
  /** Row of the chain range, counted from 1. */
  readonly row: number;
  readonly strike: number;
  /** Points; 0 where there is no bid. */
  readonly callBid: number;
  readonly callAsk: number;
  readonly putBid: number;
  readonly putAsk: number;
  /** Contracts; undefined where the chain does not say. */
  readonly callOpenInterest: number | undefined;
  readonly putOpenInterest: number | undefined;
}

/** All strikes of one root and expiration. */
export interface ChainTerm {
  /** Day of the expiration, a whole serial. */
  readonly expiry: number;
  /** SPX, SPXW, VIX, …; "" where the chain does not say. */
  readonly root: string;
  /** In the order of their strikes. */
  readonly quotes: readonly ChainQuote[];
}

/**
 * Reads an option chain, one strike a row: in the columns expd, root, strike, cbid, cask, pbid, pask, or a quote table as
 * Cboe's site gives it, banner lines and all. Lines pasted into single cells are split at their commas.
 * @returns the terms by expiration, then root.
 */
export function readOptionChain(given: Range): ChainTerm[] {
  const range = given.map(splitPastedLine);
  const { header, columns } = findChainColumns(range);
  const terms = new Map<string, { expiry: number; root: string; quotes: Map<number, ChainQuote> }>();
  for (let index = header + 1; index < range.length; index++) {
    const cells = range[index]!;
    if (isBlankOrZero(cells[columns.expiry]) && isBlankOrZero(cells[columns.strike])) continue;
    const row = index + 1;
    const expiry = readExpiry(row, cells[columns.expiry]);
    const root = readRoot(cells, columns);
    const key = `${expiry} ${root}`;
    const term = terms.get(key) ?? { expiry, root, quotes: new Map<number, ChainQuote>() };
    terms.set(key, term);
    const quote = readQuote(row, cells, columns);
    const earlier = term.quotes.get(quote.strike);
    if (earlier !== undefined) throw quotedTwice(term, earlier, quote);
    term.quotes.set(quote.strike, quote);
  }
  if (terms.size === 0)
    throw new InputError("chain", "chain has a header but no quote: give one strike a row");
  return [...terms.values()]
    .map((term) => ({ ...term, quotes: [...term.quotes.values()].sort((a, b) => a.strike - b.strike) }))
    .sort((a, b) => a.expiry - b.expiry || a.root.localeCompare(b.root, "en"));
}

const NUMBER_TEXT = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The cells of a line that a paste left in one cell; any other row as it is. */
function splitPastedLine(cells: readonly CellValue[]): readonly CellValue[] {
  const [line, ...others] = cells;
  if (typeof line !== "string" || !line.includes(",") || !others.every(isBlankOrZero)) return cells;
  return line.split(",").map((text) => (NUMBER_TEXT.test(text.trim()) ? Number(text) : text.trim()));
}

function readExpiry(row: number, value: CellValue): number {
  const where = `chain row ${row}, expiration`;
  if (typeof value !== "string") return Math.floor(parseDate(where, value));
  const serial = parseQuoteTableDate(value);
  if (Number.isNaN(serial)) {
    throw new InputError(
      "chain",
      `${where}: ${showCell(value)} is not a date: use an Excel date or text like 2022-03-04`,
    );
  }
  return Math.floor(serial);
}

function readRoot(cells: readonly CellValue[], columns: ChainColumns): string {
  const value = cells[columns.root ?? columns.callSymbol ?? -1];
  return typeof value === "string" ? rootOfSymbol(value) : "";
}

function readQuote(row: number, cells: readonly CellValue[], columns: ChainColumns): ChainQuote {
  const read = (column: number, name: string): number =>
    isBlank(cells[column])
      ? 0
      : readNumber("chain", `chain row ${row}, ${name}`, cells[column], { min: 0, max: 1e6 });
  const readOptional = (column: number | undefined, name: string): number | undefined =>
    column === undefined || isBlank(cells[column]) ? undefined : read(column, name);
  const strike = readNumber("chain", `chain row ${row}, strike`, cells[columns.strike], {
    min: 0.01,
    max: 1e6,
  });
  return {
    row,
    strike,
    callBid: read(columns.callBid, "call bid"),
    callAsk: read(columns.callAsk, "call ask"),
    putBid: read(columns.putBid, "put bid"),
    putAsk: read(columns.putAsk, "put ask"),
    callOpenInterest: readOptional(columns.callOpenInterest, "call open interest"),
    putOpenInterest: readOptional(columns.putOpenInterest, "put open interest"),
  };
}

function quotedTwice(
  { expiry, root }: { expiry: number; root: string },
  earlier: ChainQuote,
  { row, strike }: ChainQuote,
): InputError {
  const name = `${root === "" ? "" : `${root} `}${formatIsoDate(expiry)}`;
  const advice = root === "" ? "name the root (SPX or SPXW) in a column root" : "keep one of them";
  return new InputError(
    "chain",
    `chain rows ${earlier.row} and ${row} both quote strike ${strike} of ${name}: ${advice}`,
  );
}
