import { InputError } from "../core/errors";
import { DEFAULT_CURVE_MODEL } from "./curveShift";
import { formatIsoDateTime } from "./dates";
import type { Range } from "./cellValue";
import type { Market } from "./market";
import { readBookInMarket } from "./netGreeks";
import type { Position } from "./position";
import { profitAndLossFromNow } from "./profitAndLoss";
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
  const profit = profitAndLossFromNow(positions, market, { days: 0, model: DEFAULT_CURVE_MODEL });
  return profit(settings.number("A19.SpotShock"), settings.number("A19.VixShock"));
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

/** When the market's quotes are from, for the header of a table. */
export function asOfText({ asOf }: Market): string {
  return asOf === undefined ? "" : `, as of ${formatIsoDateTime(asOf)}`;
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
