import { NoSolutionError } from "../core/errors";
import type { Range } from "./cellValue";
import { formatIsoDate } from "./dates";
import { daysToExpiry, isSpxAmExpiration, type Settle } from "./expirations";
import { DAYS_PER_YEAR } from "../core/units";
import type { Table } from "./netTables";
import { readOptionChain, type ChainTerm } from "./optionChain";
import { parityForward } from "./parityForward";

/**
 * Rows for a market range from a chain: the parity forward of each SPX expiration as "Forward <date>", and of each VIX
 * expiration under its date, where the market has a VX future. An expiration that is past, or has no strike with both
 * bids, gives no row; where SPX and SPXW expire on one day the monthly SPX speaks for it.
 * @param asOf the moment of the quotes, an Excel serial with its time.
 * @param rate continuously compounded, decimal per year.
 */
export function chainMarketRows(chain: Range, asOf: number, rate: number): Table {
  const rows = new Map<string, number>();
  for (const term of readOptionChain(chain)) {
    const name = rowName(term);
    const years = daysToExpiry(asOf, term.expiry, settleOf(term)) / DAYS_PER_YEAR;
    if (name === undefined || rows.has(name) || !(years > 0)) continue;
    const forward = forwardOf(term, rate, years);
    if (forward !== undefined) rows.set(name, forward);
  }
  return [...rows];
}

function rowName({ root, expiry }: ChainTerm): string | undefined {
  const date = formatIsoDate(expiry);
  if (root === "SPX" || root === "SPXW") return `Forward ${date}`;
  return root === "VIX" || root === "VIXW" ? date : undefined;
}

function settleOf({ root, expiry }: ChainTerm): Settle {
  if (root === "SPX") return isSpxAmExpiration(expiry) ? "AM" : "PM";
  return root === "SPXW" ? "PM" : "AM";
}

function forwardOf(term: ChainTerm, rate: number, years: number): number | undefined {
  try {
    return parityForward(term.quotes, rate, years).forward;
  } catch (error) {
    if (error instanceof NoSolutionError) return undefined;
    throw error;
  }
}
