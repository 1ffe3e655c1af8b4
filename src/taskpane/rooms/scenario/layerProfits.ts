import { readCurveModel } from "../../../alvh/curveShift";
import {
  checkSpotShock,
  checkVixShock,
  profitAndLossOf,
  type ProfitAndLoss,
} from "../../../alvh/profitAndLoss";
import type { PreparedBook } from "./prepareBook";
import type { Scenario } from "./scenario";

/** What a scenario does to a book, dollars. */
export interface ScenarioProfit {
  readonly layers: readonly { readonly name: string; readonly profit: number }[];
  readonly total: number;
}

/**
 * Profit and loss by layer of scenario after scenario. While days and curve model stay, as they do under a finger on the
 * SPX or VIX slider, only the legs' prices are worked out anew.
 */
export function layerProfits({ inMarket, layers }: PreparedBook): (scenario: Scenario) => ScenarioProfit {
  const { market } = inMarket;
  let window: Pick<Scenario, "days" | "curveModel"> | undefined;
  let profits: { name: string; profit: ProfitAndLoss }[] = [];
  return (scenario) => {
    const { spotShock, vixShock, days, curveModel } = scenario;
    checkSpotShock(spotShock);
    checkVixShock(market, vixShock);
    if (window?.days !== days || window.curveModel !== curveModel) {
      const shockWindow = { days, model: readCurveModel(curveModel) };
      profits = layers.map(({ name, positions }) => ({
        name,
        profit: profitAndLossOf(positions, market, shockWindow),
      }));
      window = { days, curveModel };
    }
    const byLayer = profits.map(({ name, profit }) => ({ name, profit: profit(spotShock, vixShock) }));
    return {
      layers: byLayer,
      // Adding 0 turns -0 into 0.
      total: byLayer.reduce((sum, { profit }) => sum + profit, 0) + 0,
    };
  };
}
