/**
 * European options: Black-Scholes-Merton on a spot with a continuous yield. Black-76 on a forward is the same formula
 * with spot = forward and yield = rate.
 *
 *     V = k (S e^(-qT) N(k d1) - K e^(-rT) N(k d2)),   d1 = (ln(S/K) + (r - q) T) / (v√T) + v√T/2,   d2 = d1 - v√T
 *
 * with k = 1 for a call and -1 for a put. Units: T in years, vol, rate and yield as decimals per year; every derivative
 * is raw (vega per 1.00 of vol, theta and charm per year as calendar time passes, rho per 1.00 of rate at fixed spot
 * and yield).
 *
 * Method: S e^(-qT) n(d1) = K e^(-rT) n(d2) = A, so that an out-of-the-money price is A (R(a) - R(b)) with the Mills
 * ratio R and a, b = |ln(F/K)|/(v√T) ∓ v√T/2; in the money adds the discounted intrinsic value. That keeps full
 * relative accuracy where N(d1) and N(d2) nearly cancel. A is taken from the smaller of the two products, whose
 * density is the larger.
 *
 * Limits: with no time or no volatility left the value is the discounted intrinsic value on the forward, and the
 * derivatives are those of that line. Where the forward then equals the strike the value has a kink: the price is 0, delta
 * is taken half-way (0.5 e^(-qT) k), and `blackScholes` throws NoSolutionError since gamma, theta and charm do not exist.
 *
 * Reference: E. G. Haug, The Complete Guide to Option Pricing Formulas, 2nd ed. (2007), chapters 1 and 2.
 */

import { InputError, NoSolutionError } from "./errors";
import { normalDensity } from "./normal";
import { tailValue, timeValue } from "./timeValue";

/** 1 for a call, -1 for a put. */
export type OptionKind = 1 | -1;

/** Value of an option and its raw derivatives. */
export interface OptionGreeks {
  price: number;
  /** dV/dS */
  delta: number;
  /** d²V/dS² */
  gamma: number;
  /** dV/dv */
  vega: number;
  /** dV/dt per year of calendar time: -dV/dT */
  theta: number;
  /** dV/dr at fixed spot and yield */
  rho: number;
  /** d²V/dS dv */
  vanna: number;
  /** d²V/dv² */
  volga: number;
  /** d²V/dS dt per year of calendar time */
  charm: number;
}

/** Beyond this many standard deviations a normal density is below the smallest double. */
const FAR_OUT = 39;

/** Price and all derivatives of a European option. */
export function blackScholes(
  kind: OptionKind,
  spot: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
): OptionGreeks {
  checkOption(spot, strike, years, vol, rate, dividendYield);
  const carry = rate - dividendYield;
  const logForwardOverStrike = logRatio(spot, strike) + carry * years;
  const yieldDiscount = Math.exp(-dividendYield * years);
  const spotValue = spot * yieldDiscount;
  const strikeValue = strike * Math.exp(-rate * years);
  const intrinsic = discountedIntrinsic(kind, spot, strike, years, rate, dividendYield);
  const rootYears = Math.sqrt(years);
  const totalVol = vol * rootYears;
  const moneyness = logForwardOverStrike / totalVol;

  if (!(Math.abs(moneyness) - 0.5 * totalVol < FAR_OUT)) {
    if (logForwardOverStrike === 0) {
      throw new NoSolutionError(
        years === 0
          ? "at the strike at expiry the price has a kink, and its derivatives are undefined"
          : "with vol 0 and the forward at the strike the price has a kink, and its derivatives are undefined",
      );
    }
    const exercised = kind * logForwardOverStrike > 0 ? kind : 0;
    return {
      price: intrinsic,
      delta: exercised * yieldDiscount,
      gamma: 0,
      vega: 0,
      theta: exercised * (dividendYield * spotValue - rate * strikeValue),
      rho: exercised * strikeValue * years,
      vanna: 0,
      volga: 0,
      charm: exercised * dividendYield * yieldDiscount,
    };
  }

  const d1 = moneyness + 0.5 * totalVol;
  const d2 = moneyness - 0.5 * totalVol;
  const smallerValue = Math.min(spotValue, strikeValue);
  const distance = Math.abs(moneyness);
  const weightedDensity = smallerValue * normalDensity(distance - 0.5 * totalVol);
  const spotPart = kind * tailValue(-kind * d1, spotValue, weightedDensity);
  const strikePart = kind * tailValue(-kind * d2, strikeValue, weightedDensity);
  const vega = weightedDensity * rootYears;
  const deltaDensity = weightedDensity / spot;
  return {
    price: intrinsic + timeValue(distance, totalVol, smallerValue, weightedDensity),
    delta: spotPart / spot,
    gamma: deltaDensity / (spot * totalVol),
    vega,
    theta: dividendYield * spotPart - rate * strikePart - (weightedDensity * vol) / (2 * rootYears),
    rho: strikePart * years,
    vanna: (-deltaDensity * d2) / vol,
    volga: (vega * d1 * d2) / vol,
    charm: (dividendYield * spotPart) / spot - deltaDensity * (carry / totalVol - d2 / (2 * years)),
  };
}

/** Price and all derivatives of an option on a forward; rho is at fixed forward, where the rate only discounts. */
export function black76(
  kind: OptionKind,
  forward: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
): OptionGreeks {
  const greeks = blackScholes(kind, forward, strike, years, vol, rate, rate);
  greeks.rho = -years * greeks.price;
  return greeks;
}

/** Price alone. */
export function blackScholesPrice(
  kind: OptionKind,
  spot: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
): number {
  checkOption(spot, strike, years, vol, rate, dividendYield);
  const intrinsic = discountedIntrinsic(kind, spot, strike, years, rate, dividendYield);
  const totalVol = vol * Math.sqrt(years);
  const distance = Math.abs(logRatio(spot, strike) + (rate - dividendYield) * years) / totalVol;
  if (!(distance - 0.5 * totalVol < FAR_OUT)) return intrinsic;
  const smallerValue = Math.min(spot * Math.exp(-dividendYield * years), strike * Math.exp(-rate * years));
  const weightedDensity = smallerValue * normalDensity(distance - 0.5 * totalVol);
  return intrinsic + timeValue(distance, totalVol, smallerValue, weightedDensity);
}

/** Delta alone, half-way at the kink of an option without time or volatility. */
export function blackScholesDelta(
  kind: OptionKind,
  spot: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
): number {
  checkOption(spot, strike, years, vol, rate, dividendYield);
  const yieldDiscount = Math.exp(-dividendYield * years);
  const totalVol = vol * Math.sqrt(years);
  const logForwardOverStrike = logRatio(spot, strike) + (rate - dividendYield) * years;
  if (totalVol === 0) return kind * yieldDiscount * (0.5 + 0.5 * Math.sign(kind * logForwardOverStrike));
  const d1 = logForwardOverStrike / totalVol + 0.5 * totalVol;
  return kind * tailValue(-kind * d1, yieldDiscount, yieldDiscount * normalDensity(d1));
}

/** ln(numerator / denominator), exact to the last digits where the two are close: their difference has no rounding. */
export function logRatio(numerator: number, denominator: number): number {
  const ratio = numerator / denominator;
  return ratio > 0.5 && ratio < 2 ? Math.log1p((numerator - denominator) / denominator) : Math.log(ratio);
}

/** max(0, k (S e^(-qT) - K e^(-rT))), written so that a small difference of large values keeps its digits. */
export function discountedIntrinsic(
  kind: OptionKind,
  spot: number,
  strike: number,
  years: number,
  rate: number,
  dividendYield: number,
): number {
  const carryTime = (rate - dividendYield) * years;
  const logForwardOverStrike = logRatio(spot, strike) + carryTime;
  if (kind * logForwardOverStrike <= 0) return 0;
  const yieldDiscount = Math.exp(-dividendYield * years);
  const strikeValue = strike * Math.exp(-rate * years);
  const difference =
    Math.abs(logForwardOverStrike) < 0.5 && Math.abs(carryTime) < 0.5
      ? (spot - strike) * yieldDiscount + strikeValue * Math.expm1(carryTime)
      : spot * yieldDiscount - strikeValue;
  return Math.max(0, kind * difference);
}

/** Refuses what no option can have; written so that NaN fails. */
export function checkOption(
  spot: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
): void {
  if (!(spot > 0 && spot < Infinity)) throw new InputError("spot", `spot (${spot}) must be positive`);
  if (!(strike > 0 && strike < Infinity))
    throw new InputError("strike", `strike (${strike}) must be positive`);
  if (!(years >= 0 && years < Infinity))
    throw new InputError("years", `years (${years}) must not be negative`);
  if (!(vol >= 0 && vol < Infinity)) throw new InputError("vol", `vol (${vol}) must not be negative`);
  if (!Number.isFinite(rate)) throw new InputError("rate", `rate (${rate}) must be a number`);
  if (!Number.isFinite(dividendYield))
    throw new InputError("yield", `yield (${dividendYield}) must be a number`);
}
