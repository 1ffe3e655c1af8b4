/**
 * Time value of an option: the discounted price of the out-of-the-money one of call and put, A (R(m - s/2) - R(m + s/2)),
 * with m = |ln(F/K)| / s, total volatility s = v√T, A = S e^(-qT) n(d1) and R the Mills ratio. It keeps its relative
 * accuracy where the two cumulative probabilities of the textbook formula nearly cancel.
 */

import { millsDeficit, millsRatio } from "./normal";

/** Below this total volatility the difference of two Mills ratios is summed as a series. */
const SERIES_END = 0.5;

/**
 * @param distance m, not negative.
 * @param limitValue what the time value tends to as volatility grows: the smaller one of the discounted forward and strike.
 * @param weightedDensity A.
 */
export function timeValue(
  distance: number,
  totalVol: number,
  limitValue: number,
  weightedDensity: number,
): number {
  const near = distance - 0.5 * totalVol;
  if (near >= 0 || totalVol < SERIES_END) return weightedDensity * millsDifference(distance, totalVol);
  return (
    tailValue(near, limitValue, weightedDensity) - weightedDensity * millsRatio(distance + 0.5 * totalVol)
  );
}

/** presentValue (1 - N(x)), given weightedDensity = presentValue n(x). */
function tailValue(x: number, presentValue: number, weightedDensity: number): number {
  return x < 0 ? presentValue - weightedDensity * millsRatio(-x) : weightedDensity * millsRatio(x);
}

/**
 * R(m - s/2) - R(m + s/2), for m ≥ s/2 or small s. For small s by Taylor's series about m: 2 Σ (s/2)^k M_k / k! over
 * odd k, with the moments M_k = ∫ t^k exp(-mt - t²/2) dt from 0 to ∞: M_0 = R(m), M_1 = 1 - m R(m),
 * M_(k+1) = k M_(k-1) - m M_k.
 */
export function millsDifference(distance: number, totalVol: number): number {
  if (totalVol >= SERIES_END) {
    return millsRatio(distance - 0.5 * totalVol) - millsRatio(distance + 0.5 * totalVol);
  }
  const quarter = 0.25 * totalVol * totalVol;
  let even = millsRatio(distance);
  let odd = millsDeficit(distance);
  let factor = totalVol;
  let sum = factor * odd;
  let term = sum;
  for (let k = 1; k <= 15 && term > 1e-17 * sum; k += 2) {
    even = k * even - distance * odd;
    odd = (k + 1) * odd - distance * even;
    factor *= quarter / ((k + 1) * (k + 2));
    term = factor * odd;
    sum += term;
  }
  return sum;
}
