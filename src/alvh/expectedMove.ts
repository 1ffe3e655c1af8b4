import { normalCumulative, normalDensity } from "../core/normal";
import { NoSolutionError } from "../core/errors";
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
 * Probabilities that SPX ends below levels given in order. The skew of the market is a straight line in moneyness; where it
 * is too steep for a distribution, which must rise from 0 to 1, there is no probability to tell: NoSolutionError.
 */
export function probabilitiesBelow(market: Market, outlook: SpxOutlook, levels: readonly number[]): number[] {
  const below = levels.map((level) => probabilityBelow(market, outlook, level));
  below.forEach((value, index) => {
    if (value >= (below[index - 1] ?? 0) - TOLERATED && value <= 1 + TOLERATED) return;
    throw new NoSolutionError(
      `the Skew ${spxSkew(market)} of the market is too steep for a probability of SPX ${Math.round(levels[index] ?? 0)}`,
    );
  });
  return below.map((value) => Math.min(Math.max(value, 0), 1));
}

/** Far from the money a straight skew may leave a distribution by this much without harm. */
const TOLERATED = 1e-3;

/**
 * Probability that SPX ends below a level, by the skew of the market: the slope of the undiscounted put price in its
 * strike, N(-d2) + F n(d1) sqrt(T) dvol/dK. A straight skew that is too steep leaves 0 and 1.
 */
function probabilityBelow(market: Market, { forward, days }: SpxOutlook, level: number): number {
  if (!(level > 0)) return 0;
  if (level === Infinity) return 1;
  const years = days / DAYS_PER_YEAR;
  const vol = modelledSpxVol(market, level, forward, years);
  const totalVol = vol * Math.sqrt(years);
  const d1 = Math.log(forward / level) / totalVol + totalVol / 2;
  // dvol/dK times sqrt(T): the skew is per ln(K/F)/sqrt(T).
  const volSlope = spxSkew(market) / level;
  return normalCumulative(totalVol - d1) + forward * normalDensity(d1) * volSlope;
}
