import { InputError } from "../core/errors";
import { isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { normaliseName } from "./names";

/** Where a chain's columns stand, counted from 0. */
export interface ChainColumns {
  readonly expiry: number;
  readonly strike: number;
  readonly callBid: number;
  readonly callAsk: number;
  readonly putBid: number;
  readonly putAsk: number;
  readonly root?: number | undefined;
  /** The column of the calls' symbols, which begin with the root. */
  readonly callSymbol?: number | undefined;
  readonly callOpenInterest?: number | undefined;
  readonly putOpenInterest?: number | undefined;
}

/**
 * Finds the header of a chain and its columns. In a quote table the same names stand on both sides of Strike: the calls'
 * left of it, the puts' right.
 */
export function findChainColumns(range: Range): { header: number; columns: ChainColumns } {
  const header = range.findIndex(isHeader);
  const cells = range[header];
  if (cells === undefined) throw noHeader(range);
  const names = cells.map((value) => (typeof value === "string" ? normaliseName(value) : ""));
  const strike = find(names, "strike");
  const side = (name: string, isCall: boolean): number | undefined => {
    const own = find(names, ...prefixed(isCall ? ["c", "call"] : ["p", "put"], name));
    if (own !== undefined) return own;
    const shared = names.findIndex(
      (candidate, position) =>
        (ALIASES[name] ?? [name]).includes(candidate) && position < (strike ?? 0) === isCall,
    );
    return shared < 0 ? undefined : shared;
  };
  const needed = (name: string, position: number | undefined): number => {
    if (position !== undefined) return position;
    throw new InputError("chain", `chain row ${header + 1}, the header, has no column ${name}`);
  };
  const columns: ChainColumns = {
    expiry: needed("expd (the expiration)", find(names, ...EXPIRY_NAMES)),
    strike: needed("strike", strike),
    callBid: needed("cbid (the call's bid)", side("bid", true)),
    callAsk: needed("cask (the call's ask)", side("ask", true)),
    putBid: needed("pbid (the put's bid)", side("bid", false)),
    putAsk: needed("pask (the put's ask)", side("ask", false)),
    root: find(names, "root", "underlying", "symbol", "ticker"),
    callSymbol: find(names, "calls"),
    callOpenInterest: side("openinterest", true),
    putOpenInterest: side("openinterest", false),
  };
  return { header, columns };
}

const EXPIRY_NAMES = ["expd", "expiry", "expiration", "expirationdate", "expirydate", "exp"];

/** Names that mean the same column. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  bid: ["bid"],
  ask: ["ask", "offer"],
  openinterest: ["openinterest", "openint", "oi"],
};

function prefixed(prefixes: readonly string[], name: string): string[] {
  return prefixes.flatMap((prefix) => (ALIASES[name] ?? [name]).map((alias) => prefix + alias));
}

function find(names: readonly string[], ...wanted: string[]): number | undefined {
  const position = names.findIndex((name) => wanted.includes(name));
  return position < 0 ? undefined : position;
}

/** A header names the strike and, somewhere, a bid: a banner line of a quote table has the one or the other at most. */
function isHeader(cells: readonly CellValue[]): boolean {
  const names = cells.map((value) => (typeof value === "string" ? normaliseName(value) : ""));
  return (
    names.includes("strike") && names.some((name) => name.endsWith("bid") || EXPIRY_NAMES.includes(name))
  );
}

function noHeader(range: Range): InputError {
  if (range.every((cells) => cells.every(isBlankOrZero))) {
    return new InputError(
      "chain",
      "chain is empty: give a header and one strike a row, or paste a quote table",
    );
  }
  return new InputError(
    "chain",
    "chain has no header row: name the columns expd, root, strike, cbid, cask, pbid, pask, or include the quote " +
      "table's own line (Expiration Date, Calls, …)",
  );
}
