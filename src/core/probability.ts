/**
 * Risk-neutral probabilities under a lognormal spot (Black-Scholes-Merton; Black-76 with yield = rate).
 * Units: T in years, vol, rate and yield as decimals per year.
 */

import { checkContract, logRatio } from "./black";
import type { OptionKind } from "./black";
import { expiryOf } from "./expiry";
import { millsRatio, normalCumulative, normalDensity } from "./normal";

/**
 * Probability that the option finishes in the money: N(k d2).
 * Limits: with no time or no volatility 1 or 0 by the side on which the forward lies, 0.5 where it equals the strike.
 * Reference: E. G. Haug, The Complete Guide to Option Pricing Formulas, 2nd ed. (2007), section 2.8.
 */
export function probabilityInTheMoney(
  kind: OptionKind,
  spot: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
): number {
  checkContract(spot, strike, vol);
  const { carryTime, rootYears } = expiryOf(years, rate, dividendYield);
  const logForwardOverStrike = logRatio(spot, strike) + carryTime;
  const totalVol = vol * rootYears;
  if (totalVol === 0) return 0.5 + 0.5 * Math.sign(kind * logForwardOverStrike);
  return normalCumulative(kind * (logForwardOverStrike / totalVol - 0.5 * totalVol));
}

/**
 * Probability that the spot stands at the strike at least once up to expiry, watched continuously, from whichever side
 * it starts; call and put have the same. With distance b = |ln(K/S)| and drift g toward the strike
 * (r - q - v²/2 for a strike above, its negative for one below):
 *
 *     N((gT - b) / v√T) + exp(2gb / v²) N((-gT - b) / v√T)
 *
 * Limits: spot at the strike, 1; no time, 0; no volatility, 1 if the forward reaches the strike, else 0.
 * Reference: reflection principle with drift, S. E. Shreve, Stochastic Calculus for Finance II (2004), section 7.2.
 */
export function probabilityOfTouch(
  spot: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
): number {
  checkContract(spot, strike, vol);
  const { carryTime, rootYears } = expiryOf(years, rate, dividendYield);
  if (spot === strike) return 1;
  const side = strike > spot ? 1 : -1;
  const distance = Math.abs(logRatio(strike, spot));
  const totalVol = vol * rootYears;
  if (totalVol === 0) return side * carryTime >= distance ? 1 : 0;
  const drift = side * (rate - dividendYield - 0.5 * vol * vol);
  const ahead = (drift * years - distance) / totalVol;
  const reflected = (-drift * years - distance) / totalVol;
  // exp(2gb/v²) n(reflected) = n(ahead): the product stays of ordinary size where the exponential alone overflows.
  const reflectedPart =
    reflected < 0
      ? normalDensity(ahead) * millsRatio(-reflected)
      : Math.exp((2 * drift * distance) / (vol * vol)) * normalCumulative(reflected);
  return Math.min(1, normalCumulative(ahead) + reflectedPart);
}
