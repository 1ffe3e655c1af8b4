/**
 * A root of f between two points where it has opposite signs (or is zero), by Brent's method: interpolation where it
 * converges, bisection where it does not. Each step costs one evaluation; at most MAXIMUM_STEPS are taken.
 *
 * Reference: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4.
 */

import { NoSolutionError } from "./errors";

const MAXIMUM_STEPS = 200;

export function findRoot(f: (x: number) => number, lower: number, upper: number, tolerance = 0): number {
  let previous = lower;
  let previousValue = f(lower);
  let best = upper;
  let bestValue = f(upper);
  if (!(previousValue * bestValue <= 0)) {
    throw new NoSolutionError(`no sign change between ${lower} and ${upper}`);
  }
  // The root always lies between `best` and `opposite`, whose values differ in sign.
  let opposite = previous;
  let oppositeValue = previousValue;
  let step = best - previous;
  let stepBefore = step;
  for (let count = 0; count < MAXIMUM_STEPS; count++) {
    if (Math.abs(oppositeValue) < Math.abs(bestValue)) {
      previous = best;
      previousValue = bestValue;
      best = opposite;
      bestValue = oppositeValue;
      opposite = previous;
      oppositeValue = previousValue;
    }
    const allowed = 2 * Number.EPSILON * Math.abs(best) + 0.5 * tolerance;
    const half = 0.5 * (opposite - best);
    if (bestValue === 0 || Math.abs(half) <= allowed) return best;

    let next = half;
    let isInterpolated = false;
    if (Math.abs(stepBefore) >= allowed && Math.abs(previousValue) > Math.abs(bestValue)) {
      next = interpolatedStep(previous, previousValue, best, bestValue, opposite, oppositeValue);
      // Taken only while it stays inside the bracket and the steps keep halving.
      isInterpolated =
        next * half > 0 &&
        Math.abs(next) < 1.5 * Math.abs(half) &&
        Math.abs(next) < 0.5 * Math.abs(stepBefore);
    }
    stepBefore = isInterpolated ? step : half;
    step = isInterpolated ? next : half;
    previous = best;
    previousValue = bestValue;
    best += Math.abs(step) > allowed ? step : Math.sign(half) * allowed;
    bestValue = f(best);
    if (bestValue > 0 === oppositeValue > 0) {
      opposite = previous;
      oppositeValue = previousValue;
      step = best - previous;
      stepBefore = step;
    }
  }
  return best;
}

/** The step from `b` to the root of the parabola (in f) through three points, or of the secant through two. */
function interpolatedStep(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((b - c) * s) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  const numerator = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  const denominator = (q - 1) * (r - 1) * (s - 1);
  return -numerator / denominator;
}
