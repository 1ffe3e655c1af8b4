import { normalCumulative, normalDensity } from "../core/normal";
import { DAYS_PER_YEAR } from "../core/units";
import type { Market } from "./market";
import { spxForward } from "./spxForward";
import { atmSpxVol, modelledSpxVol, spxSkew } from "./volSurface";

/** The market's SPX distribution on one day: lognormal, with the skew where it says so. */
export interface SpxOutlook {
  /** Calendar days ahead, above 0. */
  readonly days: number;
  /** SPX forward, index points. */
  readonly forward: number;
  /** At-the-money vol, decimal per year. */
  readonly atmVol: number;
  /** One standard deviation, index points: F sigma sqrt(T). */
  readonly expectedMove: number;
}

/** SPX some days ahead: its forward, and one standard deviation of its move by the at-the-money vol. */
export function spxOutlook(market: Market, days: number): SpxOutlook {
  const years = days / DAYS_PER_YEAR;
  const { forward } = spxForward(market, days);
  const atmVol = atmSpxVol(market);
  return { days, forward, atmVol, expectedMove: forward * atmVol * Math.sqrt(years) };
}

/** How far a level stands from the forward, in standard deviations; negative below. */
export function deviationsFrom({ forward, expectedMove }: SpxOutlook, level: number): number {
  return (level - forward) / expectedMove;
}

/**
 * Probability that SPX ends below a level, by the skew of the market: the slope of the undiscounted put price in its
 * strike, N(-d2) + F n(d1) sqrt(T) dvol/dK. Between 0 and 1, also where a straight skew would leave them.
 */
export function probabilityBelow(market: Market, { forward, days }: SpxOutlook, level: number): number {
  if (!(level > 0)) return 0;
  if (level === Infinity) return 1;
  const years = days / DAYS_PER_YEAR;
  const vol = modelledSpxVol(market, level, forward, years);
  const totalVol = vol * Math.sqrt(years);
  const d1 = Math.log(forward / level) / totalVol + totalVol / 2;
  // dvol/dK times sqrt(T): the skew is per ln(K/F)/sqrt(T).
  const volSlope = spxSkew(market) / level;
  const probability = normalCumulative(totalVol - d1) + forward * normalDensity(d1) * volSlope;
  return Math.min(Math.max(probability, 0), 1);
}
