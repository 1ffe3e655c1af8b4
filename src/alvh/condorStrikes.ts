import { blackScholesDelta, type OptionKind } from "../core/black";
import { InputError, NoSolutionError } from "../core/errors";
import { findRoot } from "../core/roots";
import { DAYS_PER_YEAR } from "../core/units";
import { condorOutlook, levelAtDistance, readMeasure } from "./condorDistance";
import { condorExpiry, type CondorExpiry } from "./condorExpiry";
import { condorWidening, type CondorWidening } from "./condorWidening";
import type { SpxOutlook } from "./expectedMove";
import { needed, type Market } from "./market";
import type { Settings } from "./settings";
import { spxForward } from "./spxForward";
import { modelledSpxVol } from "./volSurface";

/** What a cell asks of a condor, over the settings. */
export interface CondorWish {
  /** Calendar days to expiry, above 0. */
  readonly dte: number;
  /** Size of the short options' delta; undefined: by the settings. */
  readonly shortDelta?: number | undefined;
  /** SPX points from short to long strike, before widening; undefined: by the settings. */
  readonly width?: number | undefined;
}

/** A condor's listed strikes and what they were chosen from. */
export interface CondorStrikes {
  readonly expiry: CondorExpiry;
  readonly outlook: SpxOutlook;
  /** From the lowest to the highest. */
  readonly longPut: number;
  readonly shortPut: number;
  readonly shortCall: number;
  readonly longCall: number;
  readonly widening: CondorWidening;
  /** Vol of a strike, modelled from the market's skew, decimal per year. */
  readonly volAt: (strike: number) => number;
}

/**
 * The strikes of an iron condor: shorts by delta, each at the vol of its own strike, or by standard deviations; longs a
 * width beyond; wider where VIX asks for it; all on the listed grid.
 */
export function condorStrikes(market: Market, wish: CondorWish, settings: Settings): CondorStrikes {
  const expiry = condorExpiry(market.asOf, wish.dte);
  const { forward } = spxForward(market, expiry.days, expiry.day);
  const outlook = condorOutlook(market, expiry.days, forward);
  const volAt = (strike: number): number =>
    modelledSpxVol(market, strike, forward, expiry.days / DAYS_PER_YEAR);
  const widening = condorWidening(market, settings);
  const step = settings.number("Condor.StrikeStep");
  const short = (kind: OptionKind): number =>
    shortLevel(kind, market, wish, settings, outlook, volAt) + kind * widening.shortDistance;
  const shortPut = toListed(short(-1), step);
  const shortCall = toListed(short(1), step);
  const width = (wish.width ?? settings.number("Condor.Width")) + widening.width;
  const longPut = toListed(shortPut - width, step);
  const longCall = toListed(shortCall + width, step);
  if (!(longCall > shortCall && longPut < shortPut)) {
    throw new InputError("width", `width (${width}) is less than half of the strike step ${step}`);
  }
  if (!(longPut > 0)) {
    throw new InputError("width", `width (${width}) leaves no strike below the short put at ${shortPut}`);
  }
  if (!(longCall <= HIGHEST_STRIKE)) {
    throw new NoSolutionError(`the long call would be struck at ${longCall}: check vol, skew and days`);
  }
  return { expiry, outlook, longPut, shortPut, shortCall, longCall, widening, volAt };
}

/** What a book takes as a strike, index points. */
const HIGHEST_STRIKE = 1e6;

/** The listed strike nearest to a level. */
export function toListed(level: number, step: number): number {
  // Steps such as 0.1 leave a trifle behind.
  return Number((Math.round(level / step) * step).toFixed(6));
}

function shortLevel(
  kind: OptionKind,
  market: Market,
  wish: CondorWish,
  settings: Settings,
  outlook: SpxOutlook,
  volAt: (strike: number) => number,
): number {
  // A delta in the cell was meant, whatever the settings choose by.
  if (wish.shortDelta === undefined && settings.text("Condor.StrikesBy") === "deviations") {
    const deviations = settings.number("Condor.ShortDeviations");
    const level = levelAtDistance(outlook, kind * deviations, readMeasure(settings));
    if (level > 0) return level;
    throw new NoSolutionError(`no strike lies ${deviations} standard deviations below the forward`);
  }
  return strikeOfDelta(kind, wish.shortDelta ?? settings.number("Condor.ShortDelta"), market, outlook, volAt);
}

/** The search leaves the forward by twentieths of a standard deviation, as far as a dozen. */
const SEARCH_STEP = 0.05;
const SEARCH_STEPS = 240;

/** The first strike beyond the forward whose delta, at its own vol, has the size wanted. */
function strikeOfDelta(
  kind: OptionKind,
  size: number,
  market: Market,
  outlook: SpxOutlook,
  volAt: (strike: number) => number,
): number {
  const { forward, atmVol } = outlook;
  const spot = needed(market, "SPX");
  const rate = needed(market, "Rate");
  const years = outlook.days / DAYS_PER_YEAR;
  const dividendYield = rate - Math.log(forward / spot) / years;
  const strikeAt = (deviations: number): number =>
    forward * Math.exp(kind * deviations * atmVol * Math.sqrt(years));
  const excess = (deviations: number): number => {
    const strike = strikeAt(deviations);
    const delta = blackScholesDelta(kind, spot, strike, years, volAt(strike), rate, dividendYield);
    return kind * delta - size;
  };
  let near = 0;
  if (excess(near) >= 0) {
    for (let count = 1; count <= SEARCH_STEPS; count++) {
      const far = count * SEARCH_STEP;
      if (excess(far) <= 0) return strikeAt(findRoot(excess, near, far));
      near = far;
    }
  }
  const name = kind === 1 ? "call" : "put";
  throw new NoSolutionError(`no out-of-the-money ${name} has a delta of ${size}: try a smaller shortDelta`);
}
