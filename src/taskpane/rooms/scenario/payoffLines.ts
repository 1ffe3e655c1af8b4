import { readCurveModel } from "../../../alvh/curveShift";
import { needed } from "../../../alvh/market";
import { spotBreakEvens } from "../../../alvh/payoff";
import type { Position } from "../../../alvh/position";
import { profitAndLossOf } from "../../../alvh/profitAndLoss";
import type { PreparedBook } from "./prepareBook";
import type { Scenario } from "./scenario";

/** Profit and loss by the level of SPX, on several days ahead, VIX where the scenario takes it. */
export interface PayoffLines {
  /** SPX, ascending. */
  readonly levels: readonly number[];
  readonly dates: readonly {
    /** Calendar days ahead. */
    readonly days: number;
    readonly when: "now" | "scenario" | "halfway" | "expiry";
    /** Dollars, one for each level. */
    readonly profits: readonly number[];
  }[];
  /** Where the scenario leads, on its own day. */
  readonly here: { readonly level: number; readonly profit: number };
  /** SPX levels at which the last of the dates shows no profit and no loss. */
  readonly breakEvens: readonly number[];
}

/** Even steps over the range shown. */
const STEPS = 100;

/** Shares of spot that are shown at least, and how far beyond the outermost strikes. */
const LOWEST_SHARE = 0.85;
const HIGHEST_SHARE = 1.1;
const BEYOND_STRIKES = 0.03;

/** Now, between (the scenario's day where it lies between, else halfway), and at the first expiry. */
export function* payoffLines({ inMarket }: PreparedBook, scenario: Scenario): Generator<number, PayoffLines> {
  const { market, positions } = inMarket;
  const spx = needed(market, "SPX");
  const levels = levelsShown(positions, spx, spx * (1 + scenario.spotShock));
  const model = readCurveModel(scenario.curveModel);
  const payoffAfter = (days: number): ((level: number) => number) => {
    const profit = profitAndLossOf(positions, market, { days, model });
    return (level) => profit(level / spx - 1, scenario.vixShock);
  };
  const dates: PayoffLines["dates"][number][] = [];
  const planned = datesShown(positions, scenario.days);
  for (const { days, when } of planned) {
    dates.push({ days, when, profits: levels.map(payoffAfter(days)) });
    yield dates.length / (planned.length + 1);
  }
  const { days } = planned.at(-1) ?? { days: 0 };
  const level = spx * (1 + scenario.spotShock);
  return {
    levels,
    dates,
    here: { level, profit: payoffAfter(scenario.days)(level) },
    breakEvens: spotBreakEvens(inMarket, { days, payoff: payoffAfter(days) }),
  };
}

type PlannedDate = Pick<PayoffLines["dates"][number], "days" | "when">;

function datesShown(positions: readonly Position[], scenarioDays: number): PlannedDate[] {
  const expiry = firstExpiry(positions);
  const now: PlannedDate = { days: 0, when: "now" };
  if (expiry === undefined) return scenarioDays > 0 ? [now, { days: scenarioDays, when: "scenario" }] : [now];
  const between: PlannedDate =
    scenarioDays > 0 && scenarioDays < expiry
      ? { days: scenarioDays, when: "scenario" }
      : { days: expiry / 2, when: "halfway" };
  return [now, between, { days: expiry, when: "expiry" }];
}

/** Of the SPX options, as PAYOFF looks; of any leg where the book has none. */
function firstExpiry(positions: readonly Position[]): number | undefined {
  const ofSpx = positions.filter(({ leg }) => leg.terms.underlying === "SPX");
  const days = (ofSpx.length > 0 ? ofSpx : positions).flatMap(({ dte }) => dte ?? []);
  return days.length > 0 ? Math.min(...days) : undefined;
}

/** Even steps, with the strikes, where a payoff has its kinks. */
function levelsShown(positions: readonly Position[], spx: number, after: number): number[] {
  const strikes = positions.flatMap(({ leg }) =>
    leg.terms.underlying === "SPX" && leg.strike !== undefined ? leg.strike : [],
  );
  const low = Math.min(LOWEST_SHARE * spx, after, ...strikes.map((strike) => strike * (1 - BEYOND_STRIKES)));
  const high = Math.max(
    HIGHEST_SHARE * spx,
    after,
    ...strikes.map((strike) => strike * (1 + BEYOND_STRIKES)),
  );
  const even = Array.from({ length: STEPS + 1 }, (_, step) => low + ((high - low) * step) / STEPS);
  return [...new Set([...even, ...strikes])].sort((a, b) => a - b);
}
