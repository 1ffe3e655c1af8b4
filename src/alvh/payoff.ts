import { allRoots } from "../core/allRoots";
import { InputError, NoSolutionError } from "../core/errors";
import { probabilitiesBelow, spxOutlook, type SpxOutlook } from "./expectedMove";
import { DEFAULT_CURVE_MODEL } from "./curveShift";
import { needed } from "./market";
import type { BookInMarket } from "./netGreeks";
import { profitAndLossOf, proposedVixShock } from "./profitAndLoss";

/** Profit and loss in dollars when SPX ends at a level, index points. */
export type Payoff = (spx: number) => number;

/** A book looked at on one day, SPX moving and VIX held (or following SPX, where the market says how). */
export interface PayoffView {
  /** Calendar days ahead: by default the first SPX expiry. */
  readonly days: number;
  readonly payoff: Payoff;
}

/**
 * The book's profit and loss by the level of SPX on a day. VIX is held, unless the market has a row SpotVixBeta: then it
 * moves by that many points for +1% of SPX, not below 9.
 */
export function payoffView({ positions, market }: BookInMarket, days?: number): PayoffView {
  const spx = needed(market, "SPX");
  const lookAt = days ?? firstSpxExpiry({ positions });
  const profit = profitAndLossOf(positions, market, { days: lookAt, model: DEFAULT_CURVE_MODEL });
  const follows = market.numbers.has("SpotVixBeta");
  return {
    days: lookAt,
    payoff(level) {
      const spotShock = level / spx - 1;
      return profit(spotShock, follows ? proposedVixShock(market, spotShock) : 0);
    },
  };
}

/** Days to the first expiry among the book's SPX options. */
function firstSpxExpiry({ positions }: Pick<BookInMarket, "positions">): number {
  const days = positions.flatMap(({ leg, dte }) =>
    leg.terms.underlying === "SPX" && dte !== undefined ? dte : [],
  );
  if (days.length === 0) {
    throw new InputError("book", "book holds no SPX option, whose first expiry is looked at: give days");
  }
  return Math.min(...days);
}

/** SPX levels looked at, as shares of spot: beyond them nobody looks for a break-even. */
const LOWEST_SHARE = 0.2;
const HIGHEST_SHARE = 2;
const NODES = 600;

/** Every SPX level in range at which the profit and loss is zero, in order; none missed between 20% and 200% of spot. */
export function spotBreakEvens(inMarket: BookInMarket, view: PayoffView): number[] {
  const spx = needed(inMarket.market, "SPX");
  const strikes = inMarket.positions.flatMap(({ leg }) =>
    leg.terms.underlying === "SPX" && leg.strike !== undefined ? leg.strike : [],
  );
  const [low, high] = [LOWEST_SHARE * spx, HIGHEST_SHARE * spx];
  const even = logSpaced(low, high);
  const nodes = [...even, ...within(strikes, low, high)].sort((a, b) => a - b);
  return allRoots(view.payoff, nodes, grossValue(inMarket));
}

/** The different strikes between two levels: where a payoff has its kinks. */
function within(strikes: readonly number[], low: number, high: number): number[] {
  return [...new Set(strikes)].filter((strike) => strike > low && strike < high);
}

/** Dollars that the legs' prices and entries are sums of, whatever their sign: profit is known to their rounding. */
function grossValue({ positions }: Pick<BookInMarket, "positions">): number {
  return positions.reduce((sum, { leg, price }) => {
    const size = Math.abs(leg.quantity * leg.multiplier);
    return sum + size * Math.max(price, leg.entry ?? 0);
  }, 0);
}

/** Levels from low to high, both included exactly, in equal ratios. */
function logSpaced(low: number, high: number): number[] {
  const inner = Array.from({ length: NODES - 1 }, (_, step) => low * (high / low) ** ((step + 1) / NODES));
  return [low, ...inner, high];
}

/** VIX levels looked at for a break-even in volatility, points. */
const LOWEST_VIX = 5;
const HIGHEST_VIX = 150;

/** A shift below this many points is the rounding of no shift at all. */
const ROUNDING = 1e-9;

/** Every VIX shift in range, points, at which the profit and loss is zero, SPX held; in order. */
export function vixBreakEvens({ positions, market }: BookInMarket, days: number): number[] {
  const vix = needed(market, "VIX");
  const profit = profitAndLossOf(positions, market, { days, model: DEFAULT_CURVE_MODEL });
  const strikes = positions.flatMap(({ leg }) =>
    leg.terms.underlying === "VIX" && leg.strike !== undefined ? leg.strike : [],
  );
  const levels = [...logSpaced(LOWEST_VIX, HIGHEST_VIX), ...within(strikes, LOWEST_VIX, HIGHEST_VIX)];
  const nodes = levels.sort((a, b) => a - b).map((level) => level - vix);
  return allRoots((shift) => profit(0, shift), nodes, grossValue({ positions })).map((shift) =>
    Math.abs(shift) < ROUNDING ? 0 : shift,
  );
}

/** Probability of profit on the day of the view: SPX lognormal with the skew of the market. */
export function probabilityOfProfit(inMarket: BookInMarket, view: PayoffView): number {
  const { market } = inMarket;
  if (!(view.days > 0)) throw new NoSolutionError("the book is looked at now: nothing is left to chance");
  const outlook = spxOutlook(market, view.days);
  const levels = spotBreakEvens(inMarket, view);
  const bounds = [0, ...levels, Infinity];
  const below = [0, ...probabilitiesBelow(market, outlook, levels), 1];
  let probability = 0;
  for (let index = 0; index + 1 < bounds.length; index++) {
    const [from = 0, to = Infinity] = [bounds[index], bounds[index + 1]];
    if (view.payoff(middle(from, to, outlook)) > 0)
      probability += (below[index + 1] ?? 1) - (below[index] ?? 0);
  }
  return Math.min(Math.max(probability, 0), 1);
}

/** A level inside an interval, for its sign. */
function middle(from: number, to: number, { forward }: SpxOutlook): number {
  if (to === Infinity) return from === 0 ? forward : from * 1.01;
  return from === 0 ? to * 0.99 : (from + to) / 2;
}
