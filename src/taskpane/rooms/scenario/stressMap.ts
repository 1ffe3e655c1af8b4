import { readCurveModel } from "../../../alvh/curveShift";
import { needed } from "../../../alvh/market";
import { profitAndLossOf } from "../../../alvh/profitAndLoss";
import type { PreparedBook } from "./prepareBook";
import type { Scenario } from "./scenario";

/** Profit and loss over shocks of SPX and VIX, as STRESSGRID lays them out. */
export interface StressMap {
  /** SPX shocks as fractions, a row each. */
  readonly spots: readonly number[];
  /** VIX shocks in points, a column each. */
  readonly vixes: readonly number[];
  /** Dollars, row by row. */
  readonly profits: readonly (readonly number[])[];
}

/** A shock of SPX in percent and of VIX in points: the steps of a map. */
export interface MapSteps {
  readonly spots: readonly number[];
  readonly vixes: readonly number[];
}

const LOWEST_VIX = 1;

/** Works the map out row by row, so that it can be stopped between; VIX shocks that leave no VIX are left out. */
export function* stressMap(
  { inMarket }: PreparedBook,
  { days, curveModel }: Scenario,
  steps: MapSteps,
): Generator<number, StressMap> {
  const { market, positions } = inMarket;
  const vix = needed(market, "VIX");
  const vixes = steps.vixes.filter((shock) => vix + shock >= LOWEST_VIX);
  const profit = profitAndLossOf(positions, market, { days, model: readCurveModel(curveModel) });
  const profits: number[][] = [];
  for (const spot of steps.spots) {
    profits.push(vixes.map((shock) => profit(spot, shock)));
    yield profits.length / steps.spots.length;
  }
  return { spots: steps.spots, vixes, profits };
}
