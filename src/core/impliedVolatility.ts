/**
 * The volatility at which the Black-Scholes-Merton price of a European option equals the given price (Black-76 with
 * spot = forward and yield = rate). Units: T in years, rate and yield as decimals per year; result as a decimal per year.
 *
 * Method: in the money, the intrinsic value is taken off first. What is left is normalised by √(S e^(-qT) K e^(-rT)) to
 * b(s) with total volatility s = v√T and x = |ln(F/K)|, whose slope is b'(s) = A = n(x/s) exp(-s²/8). Householder's third-order
 * step (convergence of order four) is taken on the form of b that is nearest to a straight line: 1/ln b below the inflection
 * point s = √(2x), b above it, and ln(bmax - b) near the upper bound. Each step is kept within the bracket known so far.
 *
 * Limits: a price on or outside the no-arbitrage bounds, or at expiry, has no volatility: NoSolutionError. So has a price
 * exactly at its lower bound, since every sufficiently small volatility gives it.
 *
 * Reference: P. Jäckel, "Let's be rational", Wilmott (January 2015), 40-53, for the normalisation and the three forms.
 */

import { checkContract, forwardDifference, logRatio } from "./black";
import type { OptionKind } from "./black";
import { InputError, NoSolutionError } from "./errors";
import { expiryOf } from "./expiry";
import { millsRatio, normalCumulative, normalDensity, normalQuantile } from "./normal";
import { millsDifference, timeValue } from "./timeValue";

const MAXIMUM_STEPS = 60;

/** Once a step is this small (relative), the error left behind is of its fourth power: below rounding. */
const LAST_STEP = 1e-5;

/** Below this a normalised price begins to lose digits to the smallest double. */
const SMALLEST_VALUE = 1e-300;

const LOG_SQRT_TWO_PI = 0.9189385332046727418;

export function impliedVolatility(
  kind: OptionKind,
  price: number,
  spot: number,
  strike: number,
  years: number,
  rate: number,
  dividendYield: number,
): number {
  checkContract(spot, strike, 0);
  const expiry = expiryOf(years, rate, dividendYield);
  if (!Number.isFinite(price)) throw new InputError("price", `price (${price}) must be a number`);
  const spotValue = spot * expiry.yieldDiscount;
  const strikeValue = strike * expiry.rateDiscount;
  const logForwardOverStrike = logRatio(spot, strike) + expiry.carryTime;
  const isInTheMoney = kind * logForwardOverStrike > 0;
  const floor = isInTheMoney
    ? Math.max(0, kind * forwardDifference(expiry, spot, strike, logForwardOverStrike))
    : 0;
  const ceiling = kind === 1 ? spotValue : strikeValue;
  if (!Number.isFinite(floor + ceiling)) {
    throw new NoSolutionError("the discounted spot or strike is beyond the range of numbers");
  }
  checkBounds(kind, price, floor, ceiling, 4 * Number.EPSILON * Math.max(spotValue, strikeValue));
  if (years === 0) throw new NoSolutionError("at expiry (dte 0) the price no longer depends on volatility");

  const scale = Math.sqrt(spotValue) * Math.sqrt(strikeValue);
  const distance = Math.abs(logForwardOverStrike);
  const value = (price - floor) / scale;
  const complement = (ceiling - price) / scale;
  if (!(value > SMALLEST_VALUE && complement > SMALLEST_VALUE)) {
    throw new NoSolutionError(`price (${price}) is too small against spot and strike to imply a volatility`);
  }
  return totalVolatility(value, complement, distance) / expiry.rootYears;
}

/** @param rounding how far the bound itself may be off. */
function checkBounds(
  kind: OptionKind,
  price: number,
  floor: number,
  ceiling: number,
  rounding: number,
): void {
  if (!(price > floor)) {
    const relation = price === floor || (floor > 0 && price > floor - rounding) ? "equals" : "is below";
    throw new NoSolutionError(
      `price (${price}) ${relation} the lower bound ${Number(floor.toPrecision(10))}, the discounted intrinsic value: no volatility follows from it`,
    );
  }
  if (!(price < ceiling)) {
    throw new NoSolutionError(
      `price (${price}) reaches the upper bound ${Number(ceiling.toPrecision(10))}, the discounted ${kind === 1 ? "forward" : "strike"}: ` +
        "no volatility follows from it",
    );
  }
}

/**
 * The s with b(s) = value, for value > 0.
 * @param complement bmax - value, given apart since it may be far smaller than either.
 * @param x |ln(F/K)|
 */
function totalVolatility(value: number, complement: number, x: number): number {
  const inflection = Math.sqrt(2 * x);
  const atInflection = normalisedValue(inflection, x);
  if (value < atInflection) {
    const logValue = Math.log(value);
    // ln b is nearly linear in 1/s² far below the inflection point.
    const seed = x / Math.sqrt(0.5 * x + 2 * (Math.log(atInflection) - logValue));
    return solve(seed, 0, inflection, (s) => stepByReciprocalLog(s, x, logValue));
  }
  const limit = value + complement;
  // At the money bmax - b = 2 N(-s/2): the same shape, scaled to be exact at the inflection point, is a good seed
  // elsewhere. The tangent at the inflection point stays below the root, and is exact for tiny values at the money.
  const scaled = (complement / (limit - atInflection)) * normalCumulative(-0.5 * inflection);
  const tangent = inflection + (value - atInflection) / slope(inflection, x);
  const seed = Math.max(tangent, -2 * normalQuantile(scaled));
  return value < 0.5 * limit
    ? solve(seed, inflection, Infinity, (s) => stepByValue(s, x, value))
    : solve(seed, inflection, Infinity, (s) => stepByLogComplement(s, x, complement));
}

/** b(s). */
function normalisedValue(s: number, x: number): number {
  return s === 0 ? 0 : timeValue(x / s, s, Math.exp(-0.5 * x), slope(s, x));
}

/** b'(s). */
function slope(s: number, x: number): number {
  return normalDensity(x === 0 ? 0 : x / s) * Math.exp(-0.125 * s * s);
}

/** Repeats the step from s, inside the bracket, until it is small enough to be the last. */
function solve(seed: number, lower: number, upper: number, stepFrom: (s: number) => number): number {
  let s = seed;
  for (let count = 0; count < MAXIMUM_STEPS; count++) {
    const step = stepFrom(s);
    if (step > 0) lower = s;
    else upper = s;
    const next = s + step;
    if (Math.abs(step) <= LAST_STEP * s) return next;
    if (next > lower && next < upper) s = next;
    else s = upper === Infinity ? 2 * s : 0.5 * (lower + upper);
  }
  return s;
}

/** Step for 1/ln b(s) = 1/ln(value). */
function stepByReciprocalLog(s: number, x: number, logValue: number): number {
  const distance = x / s;
  const difference = millsDifference(distance, s);
  const log = Math.log(difference) - 0.5 * distance * distance - 0.125 * s * s - LOG_SQRT_TWO_PI;
  const first = 1 / difference;
  const second = secondRatio(s, x) - first;
  const third = thirdRatio(s, x) - first * (3 * secondRatio(s, x) - 2 * first);
  const perLog = first / log;
  return householderStep(
    ((logValue - log) * log) / (logValue * first),
    second - 2 * perLog,
    third - 6 * perLog * second + 6 * perLog * perLog,
  );
}

/** Step for b(s) = value. */
function stepByValue(s: number, x: number, value: number): number {
  const newton = (value - normalisedValue(s, x)) / slope(s, x);
  return householderStep(newton, secondRatio(s, x), thirdRatio(s, x));
}

/** Step for ln(bmax - b(s)) = ln(complement). */
function stepByLogComplement(s: number, x: number, complement: number): number {
  const distance = x / s;
  const sum = millsRatio(0.5 * s - distance) + millsRatio(0.5 * s + distance);
  const first = -1 / sum;
  const second = secondRatio(s, x) - first;
  const third = thirdRatio(s, x) - first * (3 * secondRatio(s, x) - 2 * first);
  return householderStep(Math.log(complement / (slope(s, x) * sum)) / first, second, third);
}

/** b''/b' */
function secondRatio(s: number, x: number): number {
  const distance = x / s;
  return (distance * distance) / s - 0.25 * s;
}

/** b'''/b' */
function thirdRatio(s: number, x: number): number {
  const second = secondRatio(s, x);
  const curvature = x / s / s;
  return second * second - 3 * curvature * curvature - 0.25;
}

/** Householder's third-order step from Newton's step -f/f', f''/f' and f'''/f'. */
function householderStep(newton: number, second: number, third: number): number {
  const step = (newton * (1 + 0.5 * second * newton)) / (1 + newton * (second + (third * newton) / 6));
  // Far from the root the correction may turn the step around: then Newton's own direction is right.
  return step * newton > 0 ? step : newton;
}
