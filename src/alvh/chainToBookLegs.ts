import { InputError } from "../core/errors";
import type { Range } from "./cellValue";
import { CONTRACTS, type ContractSymbol } from "./contracts";
import { formatIsoDate } from "./dates";
import type { Table } from "./netTables";
import { readOptionChain, type ChainQuote, type ChainTerm } from "./optionChain";

/** An option of a chain that shall become a leg of a book. */
export interface ChainPick {
  /** Day of the expiration, a whole serial. */
  readonly expiry: number;
  readonly kind: "call" | "put";
  readonly strike: number;
  /** Contracts, negative for a sale. */
  readonly quantity: number;
  /** SPX or SPXW; needed where both expire on that day. */
  readonly root?: string;
  readonly layer?: string;
}

/**
 * A book range of options picked from a chain, each at the chain's bid and ask and with its open interest. An option
 * without quotes has blanks there.
 */
export function chainToBookLegs(chain: Range, picks: readonly ChainPick[]): Table {
  if (picks.length === 0)
    throw new InputError("picks", "no option of the chain is picked: pick at least one");
  const terms = readOptionChain(chain);
  return [HEADER, ...picks.map((pick, index) => legRow(terms, pick, `pick ${index + 1}`))];
}

const HEADER = ["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "Bid", "Ask", "OpenInterest"];

function legRow(terms: readonly ChainTerm[], pick: ChainPick, where: string): (string | number)[] {
  const { layer = "", kind, quantity, strike } = pick;
  if (!(Number.isFinite(quantity) && quantity !== 0)) {
    throw new InputError("picks", `${where}: quantity (${quantity}) must be a number other than 0`);
  }
  const { root, expiry, quotes } = findTerm(terms, pick, where);
  const quote = quotes.find((candidate) => candidate.strike === strike);
  if (quote === undefined) {
    throw new InputError(
      "picks",
      `${where}: the chain has no strike ${strike} of ${`${root} ${formatIsoDate(expiry)}`.trim()}`,
    );
  }
  const date = formatIsoDate(expiry);
  return [layer, underlyingOf(root, where), kind, quantity, strike, date, ...quoteCells(quote, kind)];
}

function findTerm(terms: readonly ChainTerm[], pick: ChainPick, where: string): ChainTerm {
  const onTheDay = terms.filter(
    ({ expiry, root }) => expiry === pick.expiry && (pick.root === undefined || pick.root === root),
  );
  const [term, another] = onTheDay;
  const date = formatIsoDate(pick.expiry);
  if (term === undefined) {
    throw new InputError(
      "picks",
      `${where}: the chain has no ${`${pick.root ?? ""} expiration ${date}`.trim()}`,
    );
  }
  if (another !== undefined) {
    const roots = onTheDay.map(({ root }) => root).join(" and ");
    throw new InputError("picks", `${where}: the chain has ${roots} on ${date}: say which root`);
  }
  return term;
}

/** Weekly VIX options have the root VIXW; in a book they are VIX options of their date. */
function underlyingOf(root: string, where: string): ContractSymbol {
  const symbol = root === "VIXW" ? "VIX" : root;
  const terms = CONTRACTS.get(symbol as ContractSymbol);
  if (terms?.kinds.includes("call")) return terms.symbol;
  const known = [...CONTRACTS.values()]
    .filter(({ kinds }) => kinds.includes("call"))
    .map((entry) => entry.symbol);
  throw new InputError(
    "picks",
    `${where}: ${root === "" ? "the chain names no root" : `options on ${root} have no place in a book`}: use ${known.join(", ")}`,
  );
}

function quoteCells(quote: ChainQuote, kind: "call" | "put"): (string | number)[] {
  const [bid, ask, openInterest] =
    kind === "call"
      ? [quote.callBid, quote.callAsk, quote.callOpenInterest]
      : [quote.putBid, quote.putAsk, quote.putOpenInterest];
  return ask > 0 ? [bid, ask, openInterest ?? ""] : ["", "", openInterest ?? ""];
}
