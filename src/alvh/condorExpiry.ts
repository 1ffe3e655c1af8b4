import { InputError } from "../core/errors";
import { inSeconds } from "./dates";
import {
  daysToExpiry,
  isSpxAmExpiration,
  isSpxwExpiration,
  settlementInstant,
  type Settle,
} from "./expirations";

/** When a condor expires, and the contract that does so then. */
export interface CondorExpiry {
  readonly symbol: "SPX" | "SPXW";
  /** Expiration day, an Excel serial without time; undefined where none is listed after so many days. */
  readonly day: number | undefined;
  /** Calendar days with their fraction. */
  readonly days: number;
}

/** Days given to two decimals still mean the settlement they were rounded from. */
const ROUNDING_DAYS = 0.01;

/**
 * The listed expiration after a number of calendar days. Whole days count from the day of the quotes, as a chain shows
 * them; days with a fraction count from the moment of the quotes. Without AsOf, or on a day without an expiration, there
 * is none, and the days stand as they are.
 */
export function condorExpiry(asOf: number | undefined, dte: number): CondorExpiry {
  if (!(inSeconds(dte) > 0)) {
    throw new InputError("dte", `dte (${dte}) is less than a second: give calendar days to expiry`);
  }
  const unlisted: CondorExpiry = { symbol: "SPXW", day: undefined, days: dte };
  if (asOf === undefined) return unlisted;
  const isWhole = Number.isInteger(dte);
  const day = Math.floor(isWhole ? Math.floor(asOf) + dte : asOf + dte);
  const settlesThen = (settle: Settle): boolean =>
    isWhole || Math.abs(settlementInstant(day, settle) - (asOf + dte)) <= ROUNDING_DAYS;
  const listed = (symbol: CondorExpiry["symbol"], settle: Settle): CondorExpiry => ({
    symbol,
    day,
    days: daysToExpiry(asOf, day, settle),
  });
  const found =
    isSpxwExpiration(day) && settlesThen("PM")
      ? listed("SPXW", "PM")
      : isSpxAmExpiration(day) && settlesThen("AM")
        ? listed("SPX", "AM")
        : unlisted;
  return found.days > 0 ? found : unlisted;
}
