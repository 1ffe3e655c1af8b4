import { needed, type Market } from "./market";
import type { Settings } from "./settings";

/** What the rule for a higher VIX adds to a condor, SPX points on each side. */
export interface CondorWidening {
  /** Farther from short to long strike. */
  readonly width: number;
  /** Farther from the forward to the short strike. */
  readonly shortDistance: number;
  /** The rule as a note; "" where it adds nothing. */
  readonly note: string;
}

const NONE: CondorWidening = { width: 0, shortDistance: 0, note: "" };

/**
 * Above VIX 16, strictly, each wing widens by 15 to 25 points. "Wing" is read as the width from short to long strike, or
 * as the short strike's distance; the points may be scaled with SPX from the level at which they are meant.
 */
export function condorWidening(market: Market, settings: Settings): CondorWidening {
  const reading = settings.text("B15.Reading");
  if (reading === "OFF") return NONE;
  const vix = needed(market, "VIX");
  const above = settings.number("B15.VixAbove");
  if (!(vix > above)) return NONE;
  const extra = wingExtra(market, settings);
  const points = Number(extra.toFixed(2));
  return reading === "WIDTH"
    ? { width: extra, shortDistance: 0, note: `wings ${points} wider: VIX ${vix} is above ${above}` }
    : { width: 0, shortDistance: extra, note: `shorts ${points} farther: VIX ${vix} is above ${above}` };
}

/** Points that the rule adds to a wing, whatever VIX is. */
export function wingExtra(market: Market, settings: Settings): number {
  const extra = settings.number("B15.WingExtra");
  const scaledFrom = settings.optionalNumber("B15.ScaledFrom");
  return scaledFrom === undefined ? extra : (extra * needed(market, "SPX")) / scaledFrom;
}
