import { isMonthlyVixExpiration, nextVixExpirations } from "./expirations";
import { windowText, type PlanLayer } from "./planLayers";

/** The expiration chosen for a layer. */
export interface LayerExpiration {
  /** Expiration day, an Excel serial without time. */
  readonly day: number;
  /** What a reader should know of the choice; "" when it lies in the window. */
  readonly note: string;
}

/** Monthly VIX contracts are listed about a year ahead. */
const MONTHS_LISTED = 12;

/**
 * The expiration for a layer: the first listed one inside its window of whole calendar days (or the one nearest to its
 * target); where none lies inside, the one nearest to the window, said to lie between layers.
 * @param fallback where none lies inside: the nearest monthly one (the rule), or the nearest listed one.
 * @param weekliesListed weekly expirations listed ahead; 0 for monthly ones only.
 */
export function layerExpiration(
  layer: PlanLayer,
  asOf: number,
  weekliesListed: number,
  fallback: "monthly" | "listed" = "monthly",
): LayerExpiration {
  const today = Math.floor(asOf);
  const monthlies = nextVixExpirations(asOf, MONTHS_LISTED, false);
  const candidates = [...monthlies, ...nextWeeklies(asOf, weekliesListed)].sort((a, b) => a - b);
  const distance = (day: number): number =>
    Math.max(layer.minDte - (day - today), day - today - (layer.maxDte ?? Infinity), 0);
  const fromTarget = (day: number): number => Math.abs(day - today - (layer.targetDte ?? 0));
  const inside = candidates.filter((day) => distance(day) === 0);
  const chosen = layer.targetDte === undefined ? inside[0] : nearest(inside, fromTarget);
  if (chosen !== undefined) return { day: chosen, note: "" };
  const day = nearest(fallback === "monthly" ? monthlies : candidates, distance) ?? today;
  return {
    day,
    note: `between layers: no expiration in ${windowText(layer)} days, so the nearest ${fallback}`,
  };
}

/** Weekly expirations other than the monthly ones, as far ahead as they are listed. */
function nextWeeklies(asOf: number, count: number): number[] {
  // Of any five weeks one holds the monthly expiration, so this many reach far enough.
  const days = nextVixExpirations(asOf, Math.ceil(count * 1.5) + 1, true);
  return days.filter((day) => !isMonthlyVixExpiration(day)).slice(0, count);
}

function nearest(days: readonly number[], distance: (day: number) => number): number | undefined {
  return days.reduce<number | undefined>(
    (best, day) => (best === undefined || distance(day) < distance(best) ? day : best),
    undefined,
  );
}
