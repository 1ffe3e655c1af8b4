/**
 * The strike at which a European option has a given delta: K = F exp(v²T/2 - k v√T N⁻¹(|delta| e^(qT))), with F the
 * forward. A call's delta is positive and a put's negative, as `blackScholes` gives it.
 * Units: T in years, vol, rate and yield as decimals per year.
 * Limits: with no time or no volatility delta jumps and no strike has one in between: NoSolutionError.
 * Reference: E. G. Haug, The Complete Guide to Option Pricing Formulas, 2nd ed. (2007), section 2.1 (strikes from delta).
 */

import { checkContract } from "./black";
import type { OptionKind } from "./black";
import { InputError, NoSolutionError } from "./errors";
import { expiryOf } from "./expiry";
import { normalQuantile } from "./normal";

export function strikeFromDelta(
  kind: OptionKind,
  delta: number,
  spot: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
): number {
  checkContract(spot, 1, vol);
  const expiry = expiryOf(years, rate, dividendYield);
  const size = kind * delta;
  if (!(size >= 0)) {
    throw new InputError(
      "delta",
      `delta (${delta}) must be ${kind === 1 ? "positive for a call" : "negative for a put"}`,
    );
  }
  const totalVol = vol * expiry.rootYears;
  if (totalVol === 0) {
    throw new NoSolutionError(
      "with no time or no volatility left delta jumps at the strike, so no strike has this delta",
    );
  }
  const bound = expiry.yieldDiscount;
  if (!(size > 0 && size < bound)) {
    const end = kind * Number(bound.toPrecision(6));
    const whose = kind === 1 ? "call" : "put";
    throw new NoSolutionError(
      `no strike has delta ${delta}: a ${whose}'s delta lies between 0 and ${end}, that of the discounted forward`,
    );
  }
  const d1 = kind * normalQuantile(size / bound);
  return spot * Math.exp(expiry.carryTime + totalVol * (0.5 * totalVol - d1));
}
