import { DAYS_PER_YEAR } from "../core/units";
import type { SpxOutlook } from "./expectedMove";
import type { Market } from "./market";
import type { Settings } from "./settings";
import { atmSpxVol } from "./volSurface";

/** How a distance is counted in standard deviations: in points, or in logs of the level. */
export type DistanceMeasure = "points" | "ln";

/** SPX on a condor's expiry: its own forward, and one standard deviation of its move by the at-the-money vol. */
export function condorOutlook(market: Market, days: number, forward: number): SpxOutlook {
  const atmVol = atmSpxVol(market);
  return { days, forward, atmVol, expectedMove: forward * atmVol * Math.sqrt(days / DAYS_PER_YEAR) };
}

/** How far a level stands from the forward, in standard deviations; negative below it. */
export function condorDistance(outlook: SpxOutlook, level: number, measure: DistanceMeasure): number {
  const { forward, expectedMove } = outlook;
  if (measure === "points") return (level - forward) / expectedMove;
  return (Math.log(level / forward) * forward) / expectedMove;
}

/** The level that stands so many standard deviations from the forward. */
export function levelAtDistance(outlook: SpxOutlook, deviations: number, measure: DistanceMeasure): number {
  const { forward, expectedMove } = outlook;
  if (measure === "points") return forward + deviations * expectedMove;
  return forward * Math.exp((deviations * expectedMove) / forward);
}

export function readMeasure(settings: Settings): DistanceMeasure {
  return settings.text("B16.Measure") === "ln" ? "ln" : "points";
}

/**
 * Whether both break-evens stand outside the wanted standard deviations: PASS, or FAIL with the sides that are too near.
 * A condor that nowhere earns anything has no break-even, and fails.
 */
export function breakEvenVerdict(
  downDeviations: number | undefined,
  upDeviations: number | undefined,
  wanted: number,
): string {
  if (downDeviations === undefined && upDeviations === undefined) return "FAIL: no break-even";
  const near = [
    ...(downDeviations !== undefined && !(-downDeviations >= wanted) ? ["down"] : []),
    ...(upDeviations !== undefined && !(upDeviations >= wanted) ? ["up"] : []),
  ];
  return near.length === 0 ? "PASS" : `FAIL: ${near.join(" and ")}`;
}
