import { InputError } from "../core/errors";
import { readBookRows, type BookColumn, type BookRow } from "./bookColumns";
import { isBlank, type CellValue, type Range } from "./cellValue";
import { CONTRACTS, type ContractSymbol, type ContractTerms, type LegKind } from "./contracts";
import { parseDate } from "./dates";
import { isSpxAmExpiration, type Settle } from "./expirations";
import { attempt, STOP_AT_FIRST, type ProblemSink } from "./problems";
import { readNumber, showCell, type NumberLimits } from "./readNumber";

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
}

/** Reads a book range into its legs; every problem goes to the sink, and the row that has it is left out. */
export function readBook(range: Range, sink: ProblemSink = STOP_AT_FIRST): Leg[] {
  const rows = attempt(sink, () => readBookRows(range)) ?? [];
  const legs = rows.flatMap((row) => attempt(sink, () => readRow(row)) ?? []);
  for (const leg of legs) {
    if (leg.quantity === 0) sink.note(`book row ${leg.row}: Qty is 0, so the leg counts for nothing`);
  }
  return legs;
}

/** A row is one leg, or two when its Kind is a vertical spread with both strikes in one cell. */
function readRow(row: BookRow): Leg[] {
  const kind = readKind(row);
  const terms = readTerms(row, kind);
  if (kind === "call spread" || kind === "put spread") return readSpread(row, terms, kind);
  if (!terms.kinds.includes(kind)) throw wrongKind(row, terms, kind);
  const isOption = kind === "call" || kind === "put";
  return [
    {
      ...readPosition(row, terms, kind),
      strike: isOption ? number(row, "Strike", { min: 0.01, max: 1e6 }) : undefined,
      expiry: kind === "share" ? undefined : readExpiry(row, terms),
      vol: isOption ? readVol(row, row.cell("Vol")) : undefined,
      ...readQuote(row),
      entry: optional(row, "Entry"),
    },
  ];
}

/** A vertical spread: Strike "25/35" is long the first strike and short the second; Vol may be one number or "1.2/1.1". */
function readSpread(row: BookRow, terms: ContractTerms, spread: "call spread" | "put spread"): Leg[] {
  const kind = spread === "call spread" ? "call" : "put";
  if (!terms.kinds.includes(kind)) throw wrongKind(row, terms, spread);
  const strikes = readPair(row, "Strike");
  const vol = row.cell("Vol");
  const vols = typeof vol === "string" ? readPair(row, "Vol") : [vol, vol];
  const base = readPosition(row, terms, kind);
  const expiry = readExpiry(row, terms);
  return [1, -1].map((side, index) => ({
    ...base,
    quantity: side * base.quantity,
    strike: strikes[index],
    expiry,
    vol: readVol(row, vols[index]),
    // The row's Price, Bid, Ask and Entry are the spread's, and say nothing of either option alone.
    mark: undefined,
    bid: undefined,
    ask: undefined,
    entry: undefined,
  }));
}

function readPosition(
  row: BookRow,
  terms: ContractTerms,
  kind: LegKind,
): Pick<Leg, "row" | "layer" | "terms" | "kind" | "quantity" | "multiplier"> {
  const layer = row.cell("Layer");
  const multiplier = row.cell("Multiplier");
  return {
    row: row.row,
    layer: isBlank(layer) ? "" : String(layer).trim(),
    terms,
    kind,
    quantity: number(row, "Qty", { min: -1e7, max: 1e7 }),
    multiplier: isBlank(multiplier) ? terms.multiplier : number(row, "Multiplier", { min: 0.01, max: 1e6 }),
  };
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
  const kind = typeof value === "string" ? KIND_BY_NAME.get(value.trim().toLowerCase()) : undefined;
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
  const known = [...CONTRACTS.keys()].join(", ");
  if (value === undefined) throw missing(row, "Underlying", `use one of ${known}`);
  const name =
    typeof value === "string"
      ? value
          .trim()
          .toUpperCase()
          .replace(/^[\^$.]/, "")
      : "";
  // A future on VIX is VX: traders write either.
  const terms = CONTRACTS.get((name === "VIX" && kind === "future" ? "VX" : name) as ContractSymbol);
  if (terms === undefined)
    throw problem(row, "Underlying", `${showCell(value)} is not known: use one of ${known}`);
  return terms;
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
    const date = parseDate(`book row ${row.row}, Expiry`, value);
    return { date, settle: settlementOf(terms, date, readSettle(row)) };
  }
  if (row.cell("DTE") === undefined)
    throw missing(row, "Expiry", "give an Expiry date, or days in a column DTE");
  const days = number(row, "DTE", { max: 36500 });
  return { daysToExpiry: days };
}

function readSettle(row: BookRow): Settle | undefined {
  const value = row.cell("Settle");
  if (value === undefined) return undefined;
  const settle = typeof value === "string" ? value.trim().toUpperCase() : undefined;
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
  const vol = readNumber("book", place(row, "Vol"), value, { min: 0.0001 });
  if (vol > 10) throw problem(row, "Vol", `vol ${vol} looks like a percentage: use ${vol / 100}`);
  return vol;
}

function readQuote(row: BookRow): Pick<Leg, "mark" | "bid" | "ask"> {
  const ask = optional(row, "Ask");
  // Without an ask, a bid of 0 is what desktop Excel sends for a blank cell.
  const bid = ask === undefined && row.cell("Bid") === 0 ? undefined : optional(row, "Bid");
  if (bid !== undefined && ask !== undefined && bid > ask) {
    throw problem(row, "Bid", `${bid} is above the Ask ${ask}`);
  }
  const middle = bid !== undefined && ask !== undefined ? (bid + ask) / 2 : undefined;
  return { mark: optional(row, "Price") ?? middle, bid, ask };
}

function optional(row: BookRow, column: BookColumn): number | undefined {
  return row.cell(column) === undefined ? undefined : number(row, column, { min: 0, max: 1e6 });
}

function number(row: BookRow, column: BookColumn, limits: NumberLimits): number {
  const value = row.cell(column);
  if (value === undefined) throw missing(row, column, "give a number");
  return readNumber("book", place(row, column), value, limits);
}

/** Two numbers in one cell, as in a spread's Strike "25/35". */
function readPair(row: BookRow, column: BookColumn): [number, number] {
  const value = row.cell(column);
  const parts = typeof value === "string" ? value.split("/").map((part) => Number(part.trim() || NaN)) : [];
  const [first, second] = parts;
  if (parts.length !== 2 || first === undefined || second === undefined || !(first > 0 && second > 0)) {
    throw problem(
      row,
      column,
      `${showCell(value)} is not a pair like "25/35": a spread needs both, the first is bought`,
    );
  }
  return [first, second];
}

function place(row: BookRow, column: BookColumn): string {
  return `book row ${row.row}, ${column}`;
}

function problem(row: BookRow, column: BookColumn, reason: string): InputError {
  return new InputError("book", `${place(row, column)}: ${reason}`);
}

function missing(row: BookRow, column: BookColumn, advice: string): InputError {
  return problem(row, column, `is blank: ${advice}`);
}
