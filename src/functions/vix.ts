import { readMarket } from "../alvh/market";
import { readVxBetaModel, vxBeta } from "../alvh/vxBeta";
import { vxCurve } from "../alvh/vxCurve";
import { range, scalar } from "./support/arguments";
import { broadcast } from "./support/broadcast";
import { cell } from "./support/cell";
import { DTE } from "./support/optionArguments";

/**
 * Level of the VX curve at a constant maturity: a straight line in days between settlements, from spot VIX at 0 days.
 * @customfunction CURVE
 * @param market Names and values: AsOf, VIX, and VX futures by expiration date (or VX1 to VX9).
 * @param dte Calendar days from AsOf, 0 or more; fractions and ranges allowed. Flat beyond the last future.
 * @returns VIX points.
 * @example =ALVH.CURVE({"AsOf","2022-02-04 09:30";"VIX",20;"2022-02-16",24;"2022-03-16",25}, 6) is 22
 */
export function curve(market: any[][], dte: any[][]): any[][] {
  return cell(() => {
    const conditions = readMarket(range(market));
    return broadcast([DTE], [dte], (days) => vxCurve(conditions, days));
  });
}

/**
 * How far a VX future moves when spot VIX moves one point, by days to its expiry. Modelled: daily regressions, 2006-2017.
 * @customfunction VXBETA
 * @param dte Calendar days to the future's settlement, 0 or more; fractions and ranges allowed.
 * @param [model] TWOFACTOR (default), GL1, SCALED, TABLE, or LOG: percent per percent.
 * @returns Points per point of VIX; for LOG percent per percent.
 * @example =ALVH.VXBETA(36.5) is 0.4398
 */
export function vxBetaByDays(dte: any[][], model?: any): any[][] {
  return cell(() => {
    const named = scalar(model);
    const chosen = named === null || named === undefined || named === "" ? undefined : readVxBetaModel(named);
    return broadcast([DTE], [dte], (days) => vxBeta(days, chosen));
  });
}
