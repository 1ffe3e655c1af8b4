import { InputError } from "../core/errors";
import { DEFAULT_CURVE_MODEL } from "./curveShift";
import type { Range } from "./cellValue";
import { needed, type Market } from "./market";
import { readBookInMarket } from "./netGreeks";
import type { Position } from "./position";
import { profitAndLossFromNow, type ProfitAndLoss } from "./profitAndLoss";
import type { Settings } from "./settings";

/** A book as its two sides: the SPX options, and what hedges them. */
export interface HedgedBook {
  readonly market: Market;
  readonly condorLegs: readonly Position[];
  readonly hedgeLegs: readonly Position[];
  /** Iron condors: the larger of the short puts and the short calls. */
  readonly condors: number;
}

/** Reads a book that holds iron condors; the hedge may still be missing. */
export function readHedgedBook(book: Range, market: Range): HedgedBook {
  const { positions, market: conditions } = readBookInMarket(book, market);
  const condorLegs = positions.filter(({ leg }) => leg.terms.underlying === "SPX");
  const condors = Math.max(shortContracts(condorLegs, "put"), shortContracts(condorLegs, "call"));
  if (condors === 0)
    throw new InputError("book", "book holds no short SPX option, so no iron condor to hedge");
  const hedgeLegs = positions.filter(({ leg }) => leg.terms.underlying !== "SPX");
  return { market: conditions, condorLegs, hedgeLegs, condors };
}

/** The hedge's legs by layer, in the order of the book. */
export function hedgeLayers(legs: readonly Position[]): Map<string, Position[]> {
  const layers = new Map<string, Position[]>();
  for (const position of legs) {
    const name = position.leg.layer === "" ? "(no layer)" : position.leg.layer;
    layers.set(name, [...(layers.get(name) ?? []), position]);
  }
  return layers;
}

/** Dollars that positions gain from now on if the tail of the settings comes at once. */
export function tailGain(positions: readonly Position[], market: Market, settings: Settings): number {
  const vixShock = settings.number("A19.VixShock");
  if (needed(market, "VIX") + vixShock < 1) {
    throw new InputError(
      "settings",
      `settings, A19.VixShock (${vixShock}) takes VIX below 1: it stands at ${needed(market, "VIX")}`,
    );
  }
  return profitFromNow(positions, market)(settings.number("A19.SpotShock"), vixShock);
}

/** What positions gain in dollars from some points of VIX either way, the linear part cancelled. */
export function convexity(positions: readonly Position[], market: Market, points: number): number {
  const profit = profitFromNow(positions, market);
  return profit(0, points) - 2 * profit(0, 0) + profit(0, -points);
}

/** The points of A18.VixShock, or what VIX can fall: it does not fall below 1. */
export function convexityShock(market: Market, settings: Settings): number {
  return Math.min(settings.number("A18.VixShock"), needed(market, "VIX") - 1);
}

function profitFromNow(positions: readonly Position[], market: Market): ProfitAndLoss {
  return profitAndLossFromNow(positions, market, { days: 0, model: DEFAULT_CURVE_MODEL });
}

/** What the hedge gains in the tail over what the condors lose there; undefined unless they lose. */
export function tailCover(
  condorLegs: readonly Position[],
  hedgeLegs: readonly Position[],
  market: Market,
  settings: Settings,
): number | undefined {
  const loss = tailGain(condorLegs, market, settings);
  // Adding 0 turns -0, which some hosts show with its sign, into 0.
  return loss < 0 ? -tailGain(hedgeLegs, market, settings) / loss + 0 : undefined;
}

/** The tail in words. */
export function tailText(settings: Settings): string {
  return `SPX ${Number((100 * settings.number("A19.SpotShock")).toFixed(4))}%, VIX ${signed(settings.number("A19.VixShock"))} points`;
}

function signed(points: number): string {
  return points < 0 ? String(points) : `+${points}`;
}

function shortContracts(positions: readonly Position[], kind: "put" | "call"): number {
  return positions.reduce(
    (sum, { leg }) => (leg.kind === kind && leg.quantity < 0 ? sum - leg.quantity : sum),
    0,
  );
}
