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
 * Method: with total volatility s = v√T and distance m = |ln(F/K)| / s, the d1 and d2 of the out-of-the-money one of call
 * and put are, but for their sign, m - s/2 and m + s/2, and S e^(-qT) n(d1) = K e^(-rT) n(d2) = A. So its price is
 * A (R(m - s/2) - R(m + s/2)) with the Mills ratio R; in the money adds the discounted intrinsic value. That costs one
 * exponential, and keeps full relative accuracy where N(d1) and N(d2) nearly cancel. For small s the difference itself
 * would cancel: there both ratios come from R and its derivatives at m, by Taylor's series. A is taken from the smaller of
 * the two products, whose density is the larger.
 *
 * Limits: with no time or no volatility left the value is the discounted intrinsic value on the forward, and the
 * derivatives are those of that line. Where the forward then equals the strike the value has a kink: the price is 0, delta
 * is taken half-way (0.5 e^(-qT) k), and `blackScholes` throws NoSolutionError since gamma, theta and charm do not exist.
 *
 * References: E. G. Haug, The Complete Guide to Option Pricing Formulas, 2nd ed. (2007), chapters 1 and 2; for prices by
 * the Mills ratio P. Jäckel, "Let's be rational", Wilmott (January 2015), 40-53, section 6.
 */

import { InputError, NoSolutionError } from "./errors";
import { expiryOf, type Expiry } from "./expiry";
import { FAR_START, millsDeficit, millsRatio, normalDensity } from "./normal";

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

/** Below this total volatility ten terms of Taylor's series give both Mills ratios to the last digits. */
const SERIES_END = 0.1;

/** Numbers that describe an option within its expiry: kind, spot, strike, vol. */
export const OPTION_WIDTH = 4;

/** Numbers that `fillGreeks` gives of an option: price, delta, gamma, vega, theta, rho, vanna, volga, charm. */
export const GREEKS_WIDTH = 9;

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
  checkContract(spot, strike, vol);
  oneOption[0] = kind;
  oneOption[1] = spot;
  oneOption[2] = strike;
  oneOption[3] = vol;
  fillGreeks(expiryOf(years, rate, dividendYield), oneOption, 0, 1, oneRow);
  if (isKink()) {
    throw new NoSolutionError(
      years === 0
        ? "at the strike at expiry the price has a kink, and its derivatives are undefined"
        : "with vol 0 and the forward at the strike the price has a kink, and its derivatives are undefined",
    );
  }
  return {
    price: oneRow[0]!,
    delta: oneRow[1]!,
    gamma: oneRow[2]!,
    vega: oneRow[3]!,
    theta: oneRow[4]!,
    rho: oneRow[5]!,
    vanna: oneRow[6]!,
    volga: oneRow[7]!,
    charm: oneRow[8]!,
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

/** Price alone, 0 at the kink of an option without time or volatility. */
export function blackScholesPrice(
  kind: OptionKind,
  spot: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
): number {
  checkContract(spot, strike, vol);
  oneOption[0] = kind;
  oneOption[1] = spot;
  oneOption[2] = strike;
  oneOption[3] = vol;
  fillGreeks(expiryOf(years, rate, dividendYield), oneOption, 0, 1, oneRow);
  return isKink() ? 0 : oneRow[0]!;
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
  checkContract(spot, strike, vol);
  oneOption[0] = kind;
  oneOption[1] = spot;
  oneOption[2] = strike;
  oneOption[3] = vol;
  const expiry = expiryOf(years, rate, dividendYield);
  fillGreeks(expiry, oneOption, 0, 1, oneRow);
  return isKink() ? 0.5 * kind * expiry.yieldDiscount : oneRow[1]!;
}

/**
 * A table of one option and its row, used again for each. Each function fills it itself: handing seven numbers to another
 * function would cost as much as a third of the arithmetic.
 */
const oneOption = new Float64Array(OPTION_WIDTH);
const oneRow = new Float64Array(GREEKS_WIDTH);

function isKink(): boolean {
  return Number.isNaN(oneRow[0]);
}

/**
 * Price and raw derivatives of the options number `from` to `end` - 1 of one expiry, rows of OPTION_WIDTH numbers, into
 * rows of GREEKS_WIDTH. Spot and strike must be positive and vol not negative. At the kink the row is NaN, and
 * `blackScholes` says why.
 */
export function fillGreeks(
  expiry: Expiry,
  options: Float64Array,
  from: number,
  end: number,
  rows: Float64Array,
): void {
  const { years, rate, dividendYield, rootYears, yieldDiscount, rateDiscount, carryTime } = expiry;
  const carry = rate - dividendYield;
  const halfInverseRoot = 0.5 / rootYears;
  const halfInverseYears = 0.5 / years;
  for (let index = from; index < end; index++) {
    const at = index * OPTION_WIDTH;
    const to = index * GREEKS_WIDTH;
    const kind = options[at]!;
    const spot = options[at + 1]!;
    const strike = options[at + 2]!;
    const vol = options[at + 3]!;
    const spotValue = spot * yieldDiscount;
    const strikeValue = strike * rateDiscount;
    const logForwardOverStrike = logRatio(spot, strike) + carryTime;
    const isForwardAbove = logForwardOverStrike > 0;
    const totalVol = vol * rootYears;
    const half = 0.5 * totalVol;
    const moneyness = logForwardOverStrike / totalVol;
    const distance = Math.abs(moneyness);
    const near = distance - half;
    if (!(near < FAR_OUT)) {
      fillLimit(expiry, kind, spot, strike, logForwardOverStrike, rows, to);
      continue;
    }

    const smallerValue = Math.min(spotValue, strikeValue);
    const weightedDensity = smallerValue * normalDensity(near);
    const isSeries = totalVol < SERIES_END;
    const ratio = millsRatio(isSeries ? distance : Math.abs(near));
    // The smaller value times N(-near) and times N(near), the larger value times N(-far) with far = m + s/2, and the time
    // value: the price of the out-of-the-money option.
    let nearPart: number;
    let nearRest: number;
    let farPart: number;
    let price: number;
    if (isSeries) {
      // R(m ∓ h) = even ± odd part of Σ h^k M_k / k!, where (-1)^k M_k is the k-th derivative of R:
      // M_0 = R(m), M_1 = 1 - m R(m), M_(k+1) = k M_(k-1) - m M_k.
      const m1 = distance > FAR_START ? millsDeficit(distance) : 1 - distance * ratio;
      const m2 = ratio - distance * m1;
      const m3 = 2 * m1 - distance * m2;
      const m4 = 3 * m2 - distance * m3;
      const m5 = 4 * m3 - distance * m4;
      const m6 = 5 * m4 - distance * m5;
      const m7 = 6 * m5 - distance * m6;
      const m8 = 7 * m6 - distance * m7;
      const m9 = 8 * m7 - distance * m8;
      const h2 = half * half;
      const even =
        ratio + h2 * (m2 / 2 + h2 * (m4 * (1 / 24) + h2 * (m6 * (1 / 720) + h2 * m8 * (1 / 40320))));
      const odd =
        half *
        (m1 + h2 * (m3 * (1 / 6) + h2 * (m5 * (1 / 120) + h2 * (m7 * (1 / 5040) + h2 * m9 * (1 / 362880)))));
      nearPart = weightedDensity * (even + odd);
      nearRest = smallerValue - nearPart;
      farPart = weightedDensity * (even - odd);
      price = 2 * weightedDensity * odd;
    } else {
      const farRatio = millsRatio(distance + half);
      farPart = weightedDensity * farRatio;
      if (near < 0) {
        nearRest = weightedDensity * ratio;
        nearPart = smallerValue - nearRest;
        price = nearPart - farPart;
      } else {
        nearPart = weightedDensity * ratio;
        nearRest = smallerValue - nearPart;
        price = weightedDensity * (ratio - farRatio);
      }
    }
    if (kind > 0 === isForwardAbove) {
      price += kind * forwardDifference(expiry, spot, strike, logForwardOverStrike);
    }

    // S e^(-qT) k N(k d1) and K e^(-rT) k N(k d2).
    let spotPart: number;
    let strikePart: number;
    if (kind > 0) {
      spotPart = isForwardAbove ? spotValue - farPart : nearPart;
      strikePart = isForwardAbove ? nearRest : farPart;
    } else {
      spotPart = isForwardAbove ? -farPart : -nearRest;
      strikePart = isForwardAbove ? -nearPart : farPart - strikeValue;
    }
    const d1 = moneyness + half;
    const d2 = moneyness - half;
    const inverseTotalVol = 1 / totalVol;
    const inverseVol = rootYears * inverseTotalVol;
    const delta = spotPart / spot;
    const deltaDensity = weightedDensity / spot;
    const vega = weightedDensity * rootYears;
    rows[to] = price;
    rows[to + 1] = delta;
    rows[to + 2] = (deltaDensity * inverseTotalVol) / spot;
    rows[to + 3] = vega;
    rows[to + 4] = dividendYield * spotPart - rate * strikePart - weightedDensity * vol * halfInverseRoot;
    rows[to + 5] = strikePart * years;
    rows[to + 6] = -deltaDensity * d2 * inverseVol;
    rows[to + 7] = vega * d1 * d2 * inverseVol;
    rows[to + 8] = dividendYield * delta - deltaDensity * (carry * inverseTotalVol - d2 * halfInverseYears);
  }
}

/** The row without time or volatility, or so far out that the density is below the smallest number. */
function fillLimit(
  expiry: Expiry,
  kind: number,
  spot: number,
  strike: number,
  logForwardOverStrike: number,
  rows: Float64Array,
  to: number,
): void {
  const { years, rate, dividendYield, yieldDiscount, rateDiscount } = expiry;
  rows.fill(logForwardOverStrike === 0 ? NaN : 0, to, to + GREEKS_WIDTH);
  if (!(kind * logForwardOverStrike > 0)) return;
  rows[to] = kind * forwardDifference(expiry, spot, strike, logForwardOverStrike);
  rows[to + 1] = kind * yieldDiscount;
  rows[to + 4] = kind * (dividendYield * spot * yieldDiscount - rate * strike * rateDiscount);
  rows[to + 5] = kind * strike * rateDiscount * years;
  rows[to + 8] = kind * dividendYield * yieldDiscount;
}

/**
 * ln(numerator / denominator), exact to the last digits where the two are close, since their difference has no rounding:
 * 2 artanh((n - d)/(n + d)) = 2u (1 + u²/3 + u⁴/5 + …) for ratios up to 7/5, in two sums that are computed side by side.
 */
export function logRatio(numerator: number, denominator: number): number {
  const sum = numerator + denominator;
  const u = (numerator - denominator) / sum;
  if (!(Math.abs(u) < 1 / 6 && sum < Infinity)) return Math.log(numerator / denominator);
  const w = u * u;
  const z = w * w;
  const odd = 1 / 3 + z * (1 / 7 + z * (1 / 11 + z * (1 / 15 + z * (1 / 19))));
  const even = 1 / 5 + z * (1 / 9 + z * (1 / 13 + z * (1 / 17)));
  return 2 * (u + u * w * (odd + w * even));
}

/** S e^(-qT) - K e^(-rT), written so that a small difference of large values keeps its digits. */
export function forwardDifference(
  expiry: Expiry,
  spot: number,
  strike: number,
  logForwardOverStrike: number,
): number {
  const strikeValue = strike * expiry.rateDiscount;
  return Math.abs(logForwardOverStrike) < 0.5 && Math.abs(expiry.carryTime) < 0.5
    ? (spot - strike) * expiry.yieldDiscount + strikeValue * expiry.growth
    : spot * expiry.yieldDiscount - strikeValue;
}

/** Refuses what no option can have; written so that NaN fails. */
export function checkContract(spot: number, strike: number, vol: number): void {
  if (!(spot > 0 && spot < Infinity && strike > 0 && strike < Infinity && vol >= 0 && vol < Infinity)) {
    throw contractProblem(spot, strike, vol);
  }
}

function contractProblem(spot: number, strike: number, vol: number): InputError {
  if (!(spot > 0 && spot < Infinity)) return new InputError("spot", `spot (${spot}) must be positive`);
  if (!(strike > 0 && strike < Infinity)) {
    return new InputError("strike", `strike (${strike}) must be positive`);
  }
  return new InputError("vol", `vol (${vol}) must not be negative`);
}
