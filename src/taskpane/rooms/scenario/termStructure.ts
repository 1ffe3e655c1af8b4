import { readCurveModel, shiftedFuture } from "../../../alvh/curveShift";
import { needed } from "../../../alvh/market";
import type { PreparedBook } from "./prepareBook";
import type { Scenario } from "./scenario";

/** Spot VIX and the VX futures, points, before and after a scenario. */
export interface TermStructure {
  readonly points: readonly {
    /** Calendar days from now to settlement; 0 is spot VIX. */
    readonly days: number;
    readonly before: number;
    /** Undefined where the contract settles before the scenario ends. */
    readonly after: number | undefined;
  }[];
}

/** The same contract before and after: its later place on the curve, moved by the shock. */
export function termStructure({ inMarket }: PreparedBook, scenario: Scenario): TermStructure {
  const { market } = inMarket;
  const model = readCurveModel(scenario.curveModel);
  const vix = needed(market, "VIX");
  const { vixShock } = scenario;
  const futures = market.futures.flatMap(({ days, price }) => {
    if (days === undefined) return [];
    const daysLeft = days - scenario.days;
    const after = daysLeft > 0 ? shiftedFuture(market, days, daysLeft, model)(vixShock) : undefined;
    return [{ days, before: price, after }];
  });
  return { points: [{ days: 0, before: vix, after: vix + vixShock }, ...futures] };
}
