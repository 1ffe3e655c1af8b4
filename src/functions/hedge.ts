import { isBlankOrZero, type Range } from "../alvh/cellValue";
import { countCondors } from "../alvh/countCondors";
import { hedgeCheckTable } from "../alvh/hedgeCheck";
import { hedgeRatioTable } from "../alvh/hedgeRatio";
import { layerOptimumTable } from "../alvh/layerOptimumTable";
import { adjustedPlan } from "../alvh/layerPlan";
import { layerPlanTable } from "../alvh/layerPlanTable";
import { readMarket } from "../alvh/market";
import type { Table } from "../alvh/netTables";
import { presetTable, settingsInForce, type Preset } from "../alvh/presets";
import { pressTable } from "../alvh/press";
import { readNumber } from "../alvh/readNumber";
import type { Settings } from "../alvh/settings";
import { thetaFixTable } from "../alvh/thetaFix";
import { timeShiftTable } from "../alvh/timeShift";
import { numberOrRange, optionalRange, range, scalar } from "./support/arguments";
import { cell } from "./support/cell";
import { inForce } from "./support/inForce";
import { remembered } from "./support/remembered";

/**
 * The VIX hedge to hold in each expiry layer: by default 4/4/2 long VIX calls of delta .30 for every ten iron condors.
 * @customfunction LAYER
 * @param [condors] Iron condors to hedge: a number (default 10), or a book range whose short SPX options are counted.
 * @param [preset] Reading of the rules: 442 (default), S0_PYRAMID, S3_FRONT, S4_TEMPORAL, SITE_PCT, VXTH and others.
 * @param [market] Names and values: AsOf, SPX, VIX, VVIX, Rate, VX futures. Without it only weights and contracts.
 * @param [settings] Names and values laid over the preset: NextEvent, Regime, Profile, QuickRatio, Beta, G06.Mode too.
 * @returns A header, a row per layer, a total, a line per adjustment in its order. Strikes are chosen, vols and prices modelled; it is a book too.
 * @example =ALVH.LAYER(10, "442", Market)
 * @example =ALVH.LAYER()
 */
export function layer(condors?: any[][], preset?: any, market?: any[][], settings?: any[][]): any[][] {
  return cell(() => {
    const inForce = settingsInForce(scalar(preset), optionalRange(settings));
    return remembered(
      planOf,
      numberOrRange(condors),
      optionalRange(market),
      inForce.settings,
      inForce.preset,
    );
  });
}

function planOf(
  condors: Range | undefined,
  market: Range | undefined,
  settings: Settings,
  preset: Preset,
): Table {
  const conditions = market && readMarket(market);
  return layerPlanTable(countCondors(condors, conditions), settings, conditions, preset.warning);
}

/**
 * The share of the hedge that each layer gets, nearest expiry first.
 * @customfunction LAYERWEIGHTS
 * @param [preset] Reading of the rules: 442 (default), S0_PYRAMID, S3_FRONT, S4_TEMPORAL, SITE_PCT, VXTH and others.
 * @param [market] Names and values, as for LAYER; needed by B20.NextEvent and by A13.Slope, which change the weights.
 * @param [settings] Names and values laid over the preset, such as Layer1.Weight.
 * @returns Shares in a row, adding up to 1.
 * @example =ALVH.LAYERWEIGHTS("442") is {0.4,0.4,0.2}
 */
export function layerWeights(preset?: any, market?: any[][], settings?: any[][]): any[][] {
  return cell(() => {
    const inForce = settingsInForce(scalar(preset), optionalRange(settings));
    return remembered(weightsOf, optionalRange(market), inForce.settings);
  });
}

function weightsOf(market: Range | undefined, settings: Settings): number[][] {
  return [adjustedPlan(settings, market && readMarket(market)).layers.map(({ weight }) => weight)];
}

/**
 * A preset as an editable settings range: copy it, change values, and give it to LAYER as settings.
 * @customfunction PRESET
 * @param [name] 442 (default), S0_PYRAMID, S3_FRONT, S4_TEMPORAL, S4_LITERAL, SITE_30_110_220, SITE_PCT or VXTH.
 * @returns Two columns, setting and value; a blank value is not set.
 * @example =ALVH.PRESET("442")
 */
export function preset(name?: any): any[][] {
  return cell(() => remembered(presetTable, scalar(name)));
}

/**
 * The VIX hedge wanted per unit of short condor delta, .35 at 60 days to .55 at 30, and with a book what it holds.
 * @customfunction HEDGERATIO
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param dte Calendar days to the condors' expiry; blank with a book: its own.
 * @param [book] Condors and their VIX hedge: a header row, then one leg a row. Without it the target alone.
 * @param [settings] Names and values: B02.Reading (DELTA_UNITS, DOLLAR, VEGA), B03.Target and others.
 * @returns Figure, value and unit or rule in each row: target, ratio held by each reading, calls to add, gamma path.
 * @example =ALVH.HEDGERATIO(Market, 42, Book)
 */
export function hedgeRatio(market: any[][], dte: any, book?: any[][], settings?: any[][]): any[][] {
  return cell(() => {
    const days = scalar(dte);
    const given = isBlankOrZero(days) ? undefined : readNumber("dte", "dte", days, { min: 0, max: 3650 });
    return remembered(hedgeRatioTable, range(market), given, optionalRange(book), inForce(settings));
  });
}

/**
 * What a hedged condor book holds against what the rules ask: net theta, VIX01 shares, ratio, three sizes, cover in the tail.
 * @customfunction HEDGECHECK
 * @param book Condors and their VIX hedge: a header row with Layer and the columns of NETTHETA, then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [settings] Names and values: B07.Low, B08.High, B17.CondorsPerSpread, A19.SpotShock and others.
 * @returns Check, actual, target, verdict and unit or rule in each row. A19 and A23 revalue the book after the shock.
 * @example =ALVH.HEDGECHECK(Book, Market)
 */
export function hedgeCheck(book: any[][], market: any[][], settings?: any[][]): any[][] {
  return cell(() => remembered(hedgeCheckTable, range(book), range(market), inForce(settings)));
}

/**
 * Ways to bring a hedged book's net theta to a target, each with the cover it costs: fewer, later, spreads, more condors.
 * @customfunction THETAFIX
 * @param book Condors and their VIX hedge: a header row, then one leg a row, as for NETTHETA.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [target] Net theta wanted, dollars per calendar day. Omitted: 0.
 * @param [settings] Names and values: B11.Cut, A22.Cycles, B11.MostCycles, B11.WidestSpread, A19.SpotShock and others.
 * @returns A row a change: theta, roll-down, VIX01, cover, cover lost, whether it meets the target; then the least costly.
 * @example =ALVH.THETAFIX(Book, Market, 250)
 */
export function thetaFix(book: any[][], market: any[][], target?: any, settings?: any[][]): any[][] {
  return cell(() => {
    const wanted = scalar(target);
    const theta = isBlankOrZero(wanted) ? 0 : readNumber("target", "target", wanted, { min: -1e9, max: 1e9 });
    return remembered(thetaFixTable, range(book), range(market), theta, inForce(settings));
  });
}

/**
 * Part of the theta that short condors brought in buys longer VIX calls, whole contracts. The texts' "Temporal Theta Cash Press".
 * @customfunction PRESS
 * @param thetaCollected Dollars in the period; or a ledger: rows of date, dollars and (optional) call price paid.
 * @param market Names and values: AsOf, VIX, VVIX, Rate, and VX futures by expiration date.
 * @param [settings] Names and values: F01.Share (.30), D19.PcfZ, D19.ReerZ, and the layers of a preset.
 * @returns Figure, value and unit in each row; for a ledger a row a date, what is left over carried on.
 * @example =ALVH.PRESS(3000, Market)
 */
export function press(thetaCollected: any[][], market: any[][], settings?: any[][]): any[][] {
  return cell(() => remembered(pressTable, range(thetaCollected), range(market), inForce(settings)));
}

/**
 * A hedge layer moved to a later VIX expiration, before and after; and near calls sold against the longest layer.
 * @customfunction TIMESHIFT
 * @param book Condors and their VIX hedge: a header row, then one leg a row, as for NETTHETA.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [settings] Names and values: A21.From, A21.Fraction, A22.Cycles, or A21.MinDte and A21.MaxDte (60 and 75).
 * @param [history] Two columns, the long layer's extrinsic per day and vol on earlier days: asks whether it is rich.
 * @returns Figure, before, after, change and unit in each row. Selling a near call is no "conversion": it is not covered.
 * @example =ALVH.TIMESHIFT(Book, Market)
 */
export function timeShift(book: any[][], market: any[][], settings?: any[][], history?: any[][]): any[][] {
  return cell(() =>
    remembered(timeShiftTable, range(book), range(market), inForce(settings), optionalRange(history)),
  );
}

/**
 * Whole contracts in each hedge layer that are best for a book's condors within a premium budget, net theta never below 0.
 * @customfunction LAYEROPT
 * @param book Condors: a header row, then one leg a row; VIX legs in it are left out.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param budget Dollars of premium at most.
 * @param [objective] cover (most cover in the tail, default), cost (least premium for A12.Cover) or variance.
 * @param [settings] Names and values: a preset's layers, A12.Scenarios, A12.Bounds, A11.WACC, A11.IRR, A11.BreakEven.
 * @returns A row a layer with its contracts, a total, then net theta, cover, worst and expected result.
 * @example =ALVH.LAYEROPT(Book, Market, 2000)
 */
export function layerOpt(
  book: any[][],
  market: any[][],
  budget: any,
  objective?: any,
  settings?: any[][],
): any[][] {
  return cell(() => {
    const dollars = readNumber("budget", "budget", scalar(budget), { min: 0, max: 1e9 });
    return remembered(
      layerOptimumTable,
      range(book),
      range(market),
      dollars,
      scalar(objective),
      inForce(settings),
    );
  });
}
