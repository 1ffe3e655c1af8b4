import { InputError } from "../core/errors";
import { formatIsoDate, weekday } from "./dates";
import { isSpxAmExpiration, type Settle } from "./expirations";
import { isTradingDay, previousTradingDay } from "./holidays";
import type { ChainTerm } from "./optionChain";

/** One of the two expirations that VIX is computed from. */
export interface VixTermDate {
  readonly name: "near" | "next";
  /** Day of the expiration, a whole serial. */
  readonly expiry: number;
  /** The monthly contract stops in the morning, SPXW in the afternoon. */
  readonly settle: Settle;
}

/**
 * The two expirations of VIX on a day: the Friday 24 to 30 calendar days away and the one after it, 31 to 37; for a
 * Friday that is a holiday, the Thursday. On third Fridays the monthly, AM-settled SPX contract counts, else SPXW.
 * Reference: Cboe, Volatility Index Methodology: Cboe Volatility Index, selection of the constituent options.
 */
export function vixTermDates(asOf: number): readonly [VixTermDate, VixTermDate] {
  const earliest = Math.floor(asOf) + 24;
  const friday = earliest + ((FRIDAY - weekday(earliest) + 7) % 7);
  return [termDate("near", friday), termDate("next", friday + 7)];
}

/** The chain's quotes for one of the two expirations, or what the chain has instead. */
export function findVixTerm(chain: readonly ChainTerm[], asOf: number, date: VixTermDate): ChainTerm {
  const { expiry, settle } = date;
  const roots = settle === "AM" ? ["SPX", ""] : ["SPXW", "SPX", ""];
  const onTheDay = chain.filter((term) => term.expiry === expiry);
  for (const root of roots) {
    const term = onTheDay.find((candidate) => candidate.root === root);
    if (term !== undefined) return term;
  }
  const wanted = `${settle === "AM" ? "SPX (AM)" : "SPXW"} ${formatIsoDate(expiry)}`;
  throw new InputError(
    "chain",
    `chain has no ${date.name} term: VIX on ${formatIsoDate(asOf)} needs ${wanted}, and the chain has ${termNames(chain)}`,
  );
}

const FRIDAY = 5;
const NAMES_SHOWN = 8;

function termDate(name: "near" | "next", friday: number): VixTermDate {
  const expiry = isTradingDay(friday) ? friday : previousTradingDay(friday);
  return { name, expiry, settle: isSpxAmExpiration(expiry) ? "AM" : "PM" };
}

function termNames(chain: readonly ChainTerm[]): string {
  const names = chain.map(({ root, expiry }) => `${root} ${formatIsoDate(expiry)}`.trim());
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
