/**
 * What all options of one expiry share, whatever their strike, volatility and spot: discount factors, the growth of the
 * forward and the root of time. Units: years, rate and yield as decimals per year.
 */

import { InputError } from "./errors";

export interface Expiry {
  readonly years: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly rootYears: number;
  /** e^(-qT) */
  readonly yieldDiscount: number;
  /** e^(-rT) */
  readonly rateDiscount: number;
  /** (r - q) T = ln(F/S) */
  readonly carryTime: number;
  /** e^((r-q)T) - 1, which keeps its digits where the carry is small. */
  readonly growth: number;
}

/** The figures computed last. */
const latest = {
  years: NaN,
  rate: NaN,
  dividendYield: NaN,
  rootYears: NaN,
  yieldDiscount: NaN,
  rateDiscount: NaN,
  carryTime: NaN,
  growth: NaN,
};

/**
 * The figures of an expiry. Asked for the same one again, as loops over a chain or a grid of shocks do, nothing is computed.
 * There is one object, which the next call overwrites: take what is needed from it at once.
 */
export function expiryOf(years: number, rate: number, dividendYield: number): Expiry {
  if (latest.years === years && latest.rate === rate && latest.dividendYield === dividendYield) return latest;
  if (!(years >= 0 && years < Infinity && Number.isFinite(rate) && Number.isFinite(dividendYield))) {
    throw problem(years, rate, dividendYield);
  }
  const carryTime = (rate - dividendYield) * years;
  latest.years = years;
  latest.rate = rate;
  latest.dividendYield = dividendYield;
  latest.rootYears = Math.sqrt(years);
  latest.yieldDiscount = Math.exp(-dividendYield * years);
  latest.carryTime = carryTime;
  latest.growth = Math.expm1(carryTime);
  // One exponential less, where the quotient loses nothing.
  latest.rateDiscount =
    Math.abs(carryTime) < 0.5 ? latest.yieldDiscount / (1 + latest.growth) : Math.exp(-rate * years);
  return latest;
}

/** Apart from the common case, which stays short enough to be inlined. */
function problem(years: number, rate: number, dividendYield: number): InputError {
  if (!(years >= 0 && years < Infinity)) {
    return new InputError("years", `years (${years}) must not be negative`);
  }
  return Number.isFinite(rate)
    ? new InputError("yield", `yield (${dividendYield}) must be a number`)
    : new InputError("rate", `rate (${rate}) must be a number`);
}
