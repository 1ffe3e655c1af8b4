import { InputError } from "../core/errors";
import { readBookRows, type BookColumn, type BookRow } from "./bookColumns";
import { isBlank, type CellValue, type Range } from "./cellValue";
import { CONTRACTS, type ContractSymbol, type ContractTerms, type LegKind } from "./contracts";
import { inSeconds, parseDate } from "./dates";
import { isSpxAmExpiration, type Settle } from "./expirations";
import { checkCalendar, isInCalendar } from "./holidays";
import { attempt, STOP_AT_FIRST, type ProblemSink } from "./problems";
import { cleanText } from "./names";
import { isWithin, readNumber, showCell, type NumberLimits } from "./readNumber";
import { readText } from "./readText";

/** When a leg ends: at an exchange date, or after a number of calendar days from the market's AsOf. */
export type LegExpiry =
  { readonly date: number; readonly settle: Settle | undefined } | { readonly daysToExpiry: number };

/** One contract position as the book range gives it, before any market is looked at. */
export interface Leg {
  /** Row of the book range, counted from 1 with the header as row 1. */
  readonly row: number;
  /** As typed; "" when the book has none. */
  readonly layer: string;
  readonly terms: ContractTerms;
  readonly kind: LegKind;
  /** Contracts or shares; negative is short. */
  readonly quantity: number;
  /** Dollars per contract for one point of price. */
  readonly multiplier: number;
  /** Undefined for futures and shares. */
  readonly strike: number | undefined;
  /** Undefined for shares. */
  readonly expiry: LegExpiry | undefined;
  /** Decimal per year, where the book gives it. */
  readonly vol: number | undefined;
  /** Per unit, in points: the Price column, else the middle of Bid and Ask. */
  readonly mark: number | undefined;
  readonly bid: number | undefined;
  readonly ask: number | undefined;
  /** Price per unit at which the position was opened. */
  readonly entry: number | undefined;
  /** Dollars paid in fees to open the whole leg; they count where profit starts from Entry. */
  readonly fees: number;
}

/** Reads a book range into its legs; every problem goes to the sink, and the row that has it is left out. */
export function readBook(range: Range, sink: ProblemSink = STOP_AT_FIRST): Leg[] {
  const legs: Leg[] = [];
  for (const row of attempt(sink, () => readBookRows(range)) ?? []) {
    attempt(sink, () => readRow(row, legs));
  }
  for (const leg of legs) {
    noteQuote(leg, sink);
    if (leg.quantity === 0) sink.note(() => `book row ${leg.row}: Qty is 0, so the leg counts for nothing`);
  }
  noteMixedEntries(legs, sink);
  return legs;
}

/** Profit that starts from Entry for some legs and from now for others is neither. */
function noteMixedEntries(legs: readonly Leg[], sink: ProblemSink): void {
  sink.note(() => {
    const without = legs.filter(({ entry }) => entry === undefined);
    if (without.length === 0 || without.length === legs.length) return undefined;
    const rows = [...new Set(without.map(({ row }) => row))].join(", ");
    return `book rows ${rows} have no Entry while others do: their profit starts from now`;
  });
}

/** A bid of 0 is a quote, and also what desktop Excel sends for a blank. */
function noteQuote(leg: Leg, sink: ProblemSink): void {
  if (leg.bid !== 0) return;
  sink.note(() => `book row ${leg.row}: Bid is 0 (or blank in desktop Excel), so the mark is half the Ask`);
}

/** Adds the leg of a row, or two when its Kind is a vertical spread with both strikes in one cell. */
function readRow(row: BookRow, legs: Leg[]): void {
  const kind = readKind(row);
  const terms = readTerms(row, kind);
  if (kind === "call spread" || kind === "put spread") {
    legs.push(...readSpread(row, terms, kind));
    return;
  }
  if (!terms.kinds.includes(kind)) throw wrongKind(row, terms, kind);
  const isOption = kind === "call" || kind === "put";
  const bid = readBid(row);
  const ask = optional(row, "Ask");
  legs.push({
    row: row.row,
    layer: readLayer(row),
    terms,
    kind,
    quantity: number(row, "Qty", QUANTITY),
    multiplier: readMultiplier(row, terms),
    strike: isOption ? number(row, "Strike", STRIKE) : undefined,
    expiry: kind === "share" ? undefined : readExpiry(row, terms),
    vol: isOption ? readVol(row, row.cell("Vol")) : undefined,
    mark: optional(row, "Price") ?? middleOf(row, bid, ask),
    bid,
    ask,
    entry: optional(row, "Entry"),
    fees: optional(row, "Fees") ?? 0,
  });
}

const QUANTITY: NumberLimits = { min: -1e7, max: 1e7 };
const STRIKE: NumberLimits = { min: 0.01, max: 1e6 };
const MULTIPLIER: NumberLimits = { min: 0.01, max: 1e6 };
const PRICE: NumberLimits = { min: 0, max: 1e6 };
const DAYS: NumberLimits = { min: -36500, max: 36500 };

/** A vertical spread: Strike "25/35" is long the first strike and short the second; Vol may be one number or "1.2/1.1". */
function readSpread(row: BookRow, terms: ContractTerms, spread: "call spread" | "put spread"): Leg[] {
  const kind = spread === "call spread" ? "call" : "put";
  if (!terms.kinds.includes(kind)) throw wrongKind(row, terms, spread);
  const strikes = readPair(row, "Strike", "25/35", STRIKE);
  if (strikes[0] === strikes[1])
    throw problem(row, "Strike", `${showCell(row.cell("Strike"))} is twice the same strike`);
  const vols = readSpreadVols(row);
  const quantity = number(row, "Qty", QUANTITY);
  const expiry = readExpiry(row, terms);
  const entry = optional(row, "Entry");
  const fees = optional(row, "Fees") ?? 0;
  return [1, -1].map((side, index) => ({
    row: row.row,
    layer: readLayer(row),
    terms,
    kind,
    quantity: side * quantity,
    multiplier: readMultiplier(row, terms),
    strike: strikes[index],
    expiry,
    vol: readVol(row, vols[index]),
    // The row's Price, Bid and Ask are the spread's, and say nothing of either option alone.
    mark: undefined,
    bid: undefined,
    ask: undefined,
    // What the spread cost is put on the option bought: profit and loss of the two together are right.
    entry: entry === undefined ? undefined : index === 0 ? entry : 0,
    fees: index === 0 ? fees : 0,
  }));
}

/** The vols of a spread's two options. Its own price cannot tell them apart, so where it is quoted they must be given. */
function readSpreadVols(row: BookRow): [CellValue, CellValue] {
  const vol = row.cell("Vol");
  if (typeof vol === "string") return readPair(row, "Vol", "1.2/1.1", VOL);
  const isQuoted = (["Price", "Bid", "Ask"] as const).some((column) => row.cell(column) !== undefined);
  if (vol === undefined && isQuoted) {
    const reason =
      'give the vol, or both as "1.2/1.1": the price of a spread says nothing of either option alone';
    throw missing(row, "Vol", reason);
  }
  return [vol, vol];
}

function readLayer(row: BookRow): string {
  const layer = row.cell("Layer");
  return layer === undefined ? "" : readText("book", place(row, "Layer"), layer);
}

function readMultiplier(row: BookRow, terms: ContractTerms): number {
  return row.cell("Multiplier") === undefined ? terms.multiplier : number(row, "Multiplier", MULTIPLIER);
}

type RowKind = LegKind | "call spread" | "put spread";

const KIND_BY_NAME: ReadonlyMap<string, RowKind> = new Map<string, RowKind>([
  ...["call", "calls", "c"].map((name): [string, RowKind] => [name, "call"]),
  ...["put", "puts", "p"].map((name): [string, RowKind] => [name, "put"]),
  ...["future", "futures", "fut", "f"].map((name): [string, RowKind] => [name, "future"]),
  ...["share", "shares", "etf", "s"].map((name): [string, RowKind] => [name, "share"]),
  ["call spread", "call spread"],
  ["put spread", "put spread"],
]);

function readKind(row: BookRow): RowKind {
  const value = row.cell("Kind");
  if (value === undefined) throw missing(row, "Kind", "use call, put, future or share");
  const kind =
    typeof value === "string"
      ? (KIND_BY_NAME.get(value) ?? KIND_BY_NAME.get(cleanText(value).toLowerCase()))
      : undefined;
  if (kind === undefined) {
    throw problem(
      row,
      "Kind",
      `${showCell(value)} is not known: use call, put, future, share, call spread or put spread`,
    );
  }
  return kind;
}

function readTerms(row: BookRow, kind: RowKind): ContractTerms {
  const value = row.cell("Underlying");
  if (value === undefined) throw missing(row, "Underlying", `use one of ${knownSymbols()}`);
  // A future on VIX is VX: traders write either.
  const terms =
    kind === "future" && contractNamed(value)?.symbol === "VIX" ? CONTRACTS.get("VX") : contractNamed(value);
  if (terms === undefined) {
    throw problem(row, "Underlying", `${showCell(value)} is not known: use one of ${knownSymbols()}`);
  }
  return terms;
}

function contractNamed(value: CellValue): ContractTerms | undefined {
  if (typeof value !== "string") return undefined;
  const exact = CONTRACTS.get(value as ContractSymbol);
  return (
    exact ??
    CONTRACTS.get(
      cleanText(value)
        .toUpperCase()
        .replace(/^[\^$.]/, "") as ContractSymbol,
    )
  );
}

function knownSymbols(): string {
  return [...CONTRACTS.keys()].join(", ");
}

function wrongKind(row: BookRow, terms: ContractTerms, kind: RowKind): InputError {
  const advice = terms.symbol === "VX" ? "; an option on a VIX future has the Underlying VIX" : "";
  return problem(
    row,
    "Kind",
    `${terms.symbol} trades as ${terms.kinds.join(" or ")}, not as ${kind}${advice}`,
  );
}

function readExpiry(row: BookRow, terms: ContractTerms): LegExpiry {
  const value = row.cell("Expiry");
  if (value !== undefined) {
    const date = parseDate(place(row, "Expiry"), value);
    if (!isInCalendar(date)) checkCalendar("book", place(row, "Expiry"), date);
    return { date, settle: settlementOf(terms, date, readSettle(row)) };
  }
  if (row.cell("DTE") === undefined)
    throw missing(row, "Expiry", "give an Expiry date, or days in a column DTE");
  const days = number(row, "DTE", DAYS);
  // Moments are told to the second, here as between two dates: less is no time left.
  return { daysToExpiry: inSeconds(days) === 0 ? 0 : days };
}

function readSettle(row: BookRow): Settle | undefined {
  const value = row.cell("Settle");
  if (value === undefined) return undefined;
  const settle = typeof value === "string" ? cleanText(value).toUpperCase() : undefined;
  if (settle !== "AM" && settle !== "PM")
    throw problem(row, "Settle", `${showCell(value)} is not known: use AM or PM`);
  return settle;
}

/** VIX contracts settle AM; SPXW PM; SPX AM on its monthly expiration and PM on other days. An expiry with a time has said it. */
function settlementOf(terms: ContractTerms, date: number, override: Settle | undefined): Settle | undefined {
  if (override !== undefined) return override;
  if (!Number.isInteger(date)) return undefined;
  if (terms.symbol === "SPX") return isSpxAmExpiration(date) ? "AM" : "PM";
  return terms.underlying === "VIX" ? "AM" : "PM";
}

function readVol(row: BookRow, value: CellValue): number | undefined {
  if (isBlank(value)) return undefined;
  if (typeof value === "number" && value > 10 && value <= 1000) {
    throw problem(
      row,
      "Vol",
      `vol ${value} looks like a percentage: use ${Number((value / 100).toPrecision(12))}`,
    );
  }
  return numberOf(row, "Vol", value, VOL);
}

const VOL: NumberLimits = { min: 0.0001, max: 10 };

function readBid(row: BookRow): number | undefined {
  // Without an ask, a bid of 0 is what desktop Excel sends for a blank cell.
  return row.cell("Bid") === 0 && row.cell("Ask") === undefined ? undefined : optional(row, "Bid");
}

function middleOf(row: BookRow, bid: number | undefined, ask: number | undefined): number | undefined {
  if (bid === undefined || ask === undefined) return undefined;
  if (bid > ask) throw problem(row, "Bid", `${bid} is above the Ask ${ask}`);
  return (bid + ask) / 2;
}

function optional(row: BookRow, column: BookColumn): number | undefined {
  const value = row.cell(column);
  return value === undefined ? undefined : numberOf(row, column, value, PRICE);
}

function number(row: BookRow, column: BookColumn, limits: NumberLimits): number {
  const value = row.cell(column);
  if (value === undefined) throw missing(row, column, "give a number");
  return numberOf(row, column, value, limits);
}

function numberOf(row: BookRow, column: BookColumn, value: CellValue, limits: NumberLimits): number {
  // Most cells are right, and need no words for where they stand.
  if (isWithin(value, limits)) return value;
  return readNumber("book", place(row, column), value, limits);
}

/** Two numbers in one cell, as in a spread's Strike "25/35". */
function readPair(
  row: BookRow,
  column: "Strike" | "Vol",
  example: string,
  limits: NumberLimits,
): [number, number] {
  const value = row.cell(column);
  const match = typeof value === "string" ? PAIR.exec(value) : null;
  const [first, second] = [Number(match?.[1]), Number(match?.[2])];
  if (!isWithin(first, limits) || !isWithin(second, limits)) {
    const reason = `${showCell(value)} is not a pair like "${example}": a spread needs both, the first is bought`;
    throw problem(row, column, reason);
  }
  return [first, second];
}

const PAIR = /^\s*(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)\s*$/;

function place(row: BookRow, column: BookColumn): string {
  return `book row ${row.row}, ${column}`;
}

function problem(row: BookRow, column: BookColumn, reason: string): InputError {
  return new InputError("book", `${place(row, column)}: ${reason}`);
}

function missing(row: BookRow, column: BookColumn, advice: string): InputError {
  const state = row.hasColumn(column) ? "is blank" : "the book has no such column";
  return problem(row, column, `${state}: ${advice}`);
}
