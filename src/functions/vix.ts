import { isBlank, type CellValue, type Range } from "../alvh/cellValue";
import { curveBeta, readCurveModel } from "../alvh/curveShift";
import { readMarket } from "../alvh/market";
import type { Table } from "../alvh/netTables";
import { readNumber, showCell } from "../alvh/readNumber";
import { vixCalc, vixCalcTable } from "../alvh/vixCalc";
import { vxCurve } from "../alvh/vxCurve";
import { vxthWeight } from "../alvh/vxthWeight";
import { InputError } from "../core/errors";
import { optionalRange, range, scalar } from "./support/arguments";
import { broadcast, type CellArgument } from "./support/broadcast";
import { cell } from "./support/cell";
import { remembered } from "./support/remembered";
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
 * @param [model] TWOFACTOR (default), GL1, SCALED, TABLE, LOG (percent per percent), or REPLAY and an event.
 * @returns Points per point of VIX; for LOG percent per percent.
 * @example =ALVH.VXBETA(36.5) is 0.4398
 */
export function vxBetaByDays(dte: any[][], model?: any): any[][] {
  return cell(() => {
    const chosen = readCurveModel(scalar(model), "model");
    return broadcast([DTE], [dte], (days) => curveBeta(days, chosen));
  });
}

/**
 * VIX from a chain of SPX options, by Cboe's strip: near and next expiration, interpolated to 30 days, in whole minutes.
 * @customfunction VIXCALC
 * @param chain A header with expd, root, strike, cbid, cask, pbid, pask, then one strike a row; or a pasted Cboe quote table.
 * @param asOf Moment of the quotes in New York: Excel date or text like 2022-02-04 16:15. Without a time 16:00.
 * @param [rates] Continuously compounded, decimal (0.003): one cell, or near and next. Omitted: 0 (at 5% it reads 0.2% low).
 * @param [detail] TRUE gives a table: each term's forward, strikes, variance, and whether the chain cut it short.
 * @returns VIX points; with detail a header, a row for each term, and VIX.
 * @example =ALVH.VIXCALC({"expd","strike","cbid","cask","pbid","pask";"2022-03-04",90,10,10.2,0.4,0.6;"2022-03-04",100,2.4,2.6,2.4,2.6;"2022-03-04",110,0.4,0.6,10,10.2;"2022-03-11",90,10.2,10.4,0.5,0.7;"2022-03-11",100,2.7,2.9,2.7,2.9;"2022-03-11",110,0.5,0.7,10.2,10.4}, "2022-02-04 16:15") is 29.9075
 */
export function vixFromChain(chain: any[][], asOf: any, rates?: any[][], detail?: any): any[][] {
  return cell(() =>
    remembered(vixOfChain, range(chain), scalar(asOf), optionalRange(rates), readDetail(scalar(detail))),
  );
}

function vixOfChain(chain: Range, asOf: CellValue, rates: Range | undefined, detail: boolean): Table {
  const calculation = vixCalc(chain, asOf, rates);
  return detail ? vixCalcTable(calculation) : [[calculation.vix]];
}

/**
 * Share of a portfolio that Cboe's VXTH index spends on VIX calls each month: 0 up to 15, 1% to 30, 0.5% to 50, 0 above.
 * @customfunction VXTHWEIGHT
 * @param vix Level of the VIX future, in points; a range gives a range. Exactly on a bound counts to the lower band.
 * @returns Share, decimal: 0.01 is 1%.
 * @example =ALVH.VXTHWEIGHT({15, 20, 40, 60}) is {0, 0.01, 0.005, 0}
 */
export function vxthWeightByVix(vix: any[][]): any[][] {
  return cell(() => broadcast([VIX], [vix], (points) => vxthWeight(points)));
}

const VIX: CellArgument = {
  name: "vix",
  read(value) {
    const points = readNumber("vix", "vix", value, { min: 0, max: 1000 });
    if (points >= 1) return points;
    throw new InputError("vix", `vix (${points}) is below 1: VIX is in points (18.5, not 0.185)`);
  },
};

function readDetail(value: CellValue): boolean {
  if (value === true || value === 1) return true;
  if (value === false || value === 0 || isBlank(value)) return false;
  throw new InputError("detail", `detail (${showCell(value)}) must be TRUE or FALSE`);
}
