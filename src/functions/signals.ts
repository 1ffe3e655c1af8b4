/** Signals from series and from the VIX curve. A series is one column, oldest first. */

import { isBlank, isBlankOrZero, type CellValue, type Range } from "../alvh/cellValue";
import { breadthTable } from "../alvh/breadth";
import { confirm } from "../alvh/confirm";
import { basisTable, curveSlopeTable, rollYieldTable } from "../alvh/curveSignals";
import { divergenceTable } from "../alvh/divergence";
import { macdTable } from "../alvh/macd";
import { readMarket } from "../alvh/market";
import type { Table } from "../alvh/netTables";
import { readNumber } from "../alvh/readNumber";
import { regimeTable } from "../alvh/regime";
import { relativeStrength } from "../alvh/relativeStrength";
import { LEVELS, PRICES, readSeries, readTogether, seriesTable } from "../alvh/series";
import { leadLagTable, riskPremiumTable, zScoreTable } from "../alvh/seriesStatistics";
import type { Settings } from "../alvh/settings";
import { optionalRange, range, scalar } from "./support/arguments";
import { cell } from "./support/cell";
import { inForce } from "./support/inForce";
import { remembered } from "./support/remembered";

/**
 * MACD of a series: fast less slow exponential average, its signal, the histogram, crossings and fading momentum.
 * @customfunction MACD
 * @param series One column, oldest first: VIX, VVIX or the slope of the VIX curve. A header may be there.
 * @param [fast] Bars of the fast average. Omitted: 12.
 * @param [slow] Bars of the slow average. Omitted: 26.
 * @param [signal] Bars of the signal average. Omitted: 9.
 * @param [settings] Names and values, such as D05.FallingBars.
 * @returns A header and a row per bar, in the series' unit; warm-up is blank. Decelerating: histogram above 0, falling 2 bars.
 * @example =ALVH.MACD({1;2;3;4;5;6;7;6}, 3, 4, 2)
 */
export function macd(series: any[][], fast?: any, slow?: any, signal?: any, settings?: any[][]): any[][] {
  return cell(() =>
    remembered(macdOf, range(series), scalar(fast), scalar(slow), scalar(signal), inForce(settings)),
  );
}

function macdOf(
  series: Range,
  fast: CellValue,
  slow: CellValue,
  signal: CellValue,
  settings: Settings,
): Table {
  return macdTable(
    readSeries("series", series, PRICES),
    {
      fast: readBars("fast", fast, settings.number("D01.MacdFast")),
      slow: readBars("slow", slow, settings.number("D01.MacdSlow")),
      signal: readBars("signal", signal, settings.number("D01.MacdSignal")),
    },
    settings.number("D05.FallingBars"),
  );
}

/**
 * Wilder's relative strength index of a series, 0 to 100: of VIX, of a VX future or of SPX closes.
 * @customfunction RSI
 * @param series One column, oldest first; the texts read it on VIX, on VX futures and on SPX. A header may be there.
 * @param [period] Bars. Omitted: 14.
 * @returns A header and a row per bar; the warm-up of as many bars as the period is blank. 50 where nothing has moved.
 * @example =ALVH.RSI({10;11;10;12}, 2) is {"RSI 2";"";"";50;83.333}
 */
export function rsi(series: any[][], period?: any): any[][] {
  return cell(() => remembered(rsiOf, range(series), scalar(period)));
}

function rsiOf(series: Range, period: CellValue): Table {
  const given = readSeries("series", series, PRICES);
  const bars = readBars("period", period, inForce().number("D07.RsiPeriod"));
  const strength = relativeStrength(given.values, bars);
  return seriesTable(
    [`RSI ${bars}`],
    given,
    strength.map((value) => [value ?? ""]),
  );
}

/**
 * Where a price and its indicator part: bearish when pivot highs rise and the indicator falls, bullish when lows fall and it rises.
 * @customfunction DIVERGENCE
 * @param price One column, oldest first: VIX, a VX future or SPX. On VIX, bearish means that the rise of VIX tires.
 * @param indicator Its RSI or MACD histogram, a row for each of the price's; its blank warm-up is left out.
 * @param [lookback] Bars that hold both pivots. Omitted: 20.
 * @param [settings] Names and values, such as D04.PivotBars: 3 bars on each side of a pivot.
 * @returns A header and a row per bar: bearish, bullish or none, and the two pivots; a pivot counts once 3 bars have followed.
 * @example =ALVH.DIVERGENCE({10;12;10;13;10}, {1;5;1;4;1}, 5, {"D04.PivotBars",1})
 */
export function divergence(price: any[][], indicator: any[][], lookback?: any, settings?: any[][]): any[][] {
  return cell(() =>
    remembered(divergenceOf, range(price), range(indicator), scalar(lookback), inForce(settings)),
  );
}

function divergenceOf(price: Range, indicator: Range, lookback: CellValue, settings: Settings): Table {
  const [prices, indications] = readTogether(
    readSeries("price", price, PRICES),
    readSeries("indicator", indicator),
  );
  return divergenceTable(prices, indications, {
    lookback: readBars("lookback", lookback, settings.number("D04.Lookback")),
    pivotBars: settings.number("D04.PivotBars"),
  });
}

/**
 * Market breadth: the advance/decline line, and beside an index whether the two part.
 * @customfunction BREADTH
 * @param advances Number of advancing issues each day, one column, oldest first. A header may be there.
 * @param declines Number of declining issues, a row for each of the advances'.
 * @param [index] Closes of the index, such as SPX, a row for each of the advances'.
 * @param [settings] Names and values, such as D09.SlopeBars: the slopes are over 20 bars.
 * @returns A header and a row per day: issues, their sum; with an index the slopes per bar, and bearish, bullish or none.
 * @example =ALVH.BREADTH({797;460}, {756;1101}) is {"Net advances","A/D line";41,41;-641,-600}
 */
export function breadth(advances: any[][], declines: any[][], index?: any[][], settings?: any[][]): any[][] {
  return cell(() =>
    remembered(breadthOf, range(advances), range(declines), optionalRange(index), inForce(settings)),
  );
}

function breadthOf(advances: Range, declines: Range, index: Range | undefined, settings: Settings): Table {
  const [up, down] = readTogether(
    readSeries("advances", advances, COUNTS),
    readSeries("declines", declines, COUNTS),
  );
  const slopeBars = settings.number("D09.SlopeBars");
  if (index === undefined) return breadthTable(up, down, undefined, slopeBars);
  const [ups, level] = readTogether(up, readSeries("index", index, LEVELS));
  const [downs] = readTogether(down, level);
  return breadthTable(ups, downs, level, slopeBars);
}

/**
 * Slope of the VX curve between two constant maturities, with its shape: positive is contango, the calm state.
 * @customfunction CURVESLOPE
 * @param market Names and values: AsOf, VIX, and VX futures by expiration date (or VX1 to VX9).
 * @param [near] Calendar days of the near maturity. Omitted: 30.
 * @param [far] Calendar days of the far maturity. Omitted: 90.
 * @returns Figure, value, unit: both levels, slope in VIX points, ratio, shape, and whether the front is inverted.
 * @example =ALVH.CURVESLOPE(Market)
 */
export function curveSlope(market: any[][], near?: any, far?: any): any[][] {
  return cell(() => remembered(curveSlopeOf, range(market), scalar(near), scalar(far)));
}

function curveSlopeOf(market: Range, near: CellValue, far: CellValue): Table {
  const initial = inForce();
  return curveSlopeTable(
    readMarket(market),
    readDays("near", near, initial.number("D06.NearDays")),
    readDays("far", far, initial.number("D06.FarDays")),
  );
}

/**
 * The first VX future against spot VIX; beside a series of market capitalisation, both trends in one tag.
 * @customfunction BASIS
 * @param market Names and values: AsOf, VIX, and VX futures by expiration date (or VX1 to VX9).
 * @param [capitalisation] Market capitalisation or an index, one column, oldest first, for the tag.
 * @param [settings] Names and values, such as D22.TrendBars: the trend is over 20 bars.
 * @returns Figure, value, unit: the future, spot, basis in VIX points (future less spot), ratio, shape, tag.
 * @example =ALVH.BASIS(Market)
 */
export function basis(market: any[][], capitalisation?: any[][], settings?: any[][]): any[][] {
  return cell(() => remembered(basisOf, range(market), optionalRange(capitalisation), inForce(settings)));
}

function basisOf(market: Range, capitalisation: Range | undefined, settings: Settings): Table {
  return basisTable(
    readMarket(market),
    capitalisation && readSeries("capitalisation", capitalisation, LEVELS),
    settings.number("D22.TrendBars"),
  );
}

/**
 * What the slope of the VX curve costs or pays a long future while the curve stands still: per day, and as a yearly yield.
 * @customfunction ROLLYIELD
 * @param market Names and values: AsOf, VIX, and VX futures by expiration date (or VX1 to VX9).
 * @param [dte] Calendar days of the maturity looked at. Omitted: 30, that of the VIX funds.
 * @returns Figure, value, unit: roll-down in VIX points and dollars a day, yield per year; negative for a long in contango.
 * @example =ALVH.ROLLYIELD(Market)
 */
export function rollYield(market: any[][], dte?: any): any[][] {
  return cell(() => remembered(rollYieldOf, range(market), scalar(dte)));
}

function rollYieldOf(market: Range, dte: CellValue): Table {
  return rollYieldTable(readMarket(market), readDays("dte", dte, inForce().number("D06.NearDays")));
}

/**
 * Variance risk premium as traders read it: VIX less the volatility that the closes realised, in vol points.
 * @customfunction VRP
 * @param closes Closes of SPX, one column, oldest first. A header may be there.
 * @param vix VIX in points, a row for each of the closes'.
 * @param [settings] Names and values, such as D16.RealisedBars: 20 bars, 252 a year, mean return taken as zero.
 * @returns A header and a row per bar: realised vol, VRP (VIX less it), implied / realised; the warm-up is blank.
 * @example =ALVH.VRP({100;101;100}, {18;18;19}, {"D16.RealisedBars",2})
 */
export function vrp(closes: any[][], vix: any[][], settings?: any[][]): any[][] {
  return cell(() => remembered(riskPremiumOf, range(closes), range(vix), inForce(settings)));
}

function riskPremiumOf(closes: Range, vix: Range, settings: Settings): Table {
  const [spx, implied] = readTogether(
    readSeries("closes", closes, LEVELS),
    readSeries("vix", vix, VIX_LEVELS),
  );
  return riskPremiumTable(
    spx,
    implied,
    settings.number("D16.RealisedBars"),
    settings.number("D16.BarsPerYear"),
  );
}

/**
 * Whether a series leads VIX: the correlation of its changes with those of VIX so many bars later.
 * @customfunction LEADLAG
 * @param series One column, oldest first, such as a fund's closes. Changes are in logs where all figures are above 0.
 * @param vix VIX in points, a row for each of the series'.
 * @param [lags] Whole bars by which the series may lead, in any cells. Omitted: 3 to 7.
 * @returns A header and a row per lag: correlation, pairs, the band of chance at 95%, and whether it is beyond.
 * @example =ALVH.LEADLAG({1;2;4;3;5;4;6;5;7;6;8;7;9}, {18;19;18;20;21;20;22;19;18;20;21;22;20}, {1,2})
 */
export function leadLag(series: any[][], vix: any[][], lags?: any[][]): any[][] {
  return cell(() => remembered(leadLagOf, range(series), range(vix), optionalRange(lags)));
}

function leadLagOf(series: Range, vix: Range, lags: Range | undefined): Table {
  const [leading, following] = readTogether(readSeries("series", series), readSeries("vix", vix, VIX_LEVELS));
  return leadLagTable(leading, following, readLags(lags));
}

/**
 * How many standard deviations each figure of a series stands from its mean, or its change over so many bars from theirs.
 * @customfunction ZSCORE
 * @param series One column, oldest first: P/E, real effective exchange rate, difference of two rates. A header may be there.
 * @param [window] Bars that each mean and deviation is of, the figure included, 3 or more. Omitted: all so far.
 * @param [change] Bars: takes the change over so many bars in place of the figure, such as 12 months. Omitted: the figure.
 * @returns A header and a row per bar, sample deviation (n - 1); the warm-up, and where nothing has moved, is blank.
 * @example =ALVH.ZSCORE({1;2;3}) is {"Z-score (all so far)";"";"";1}
 */
export function zScore(series: any[][], window?: any, change?: any): any[][] {
  return cell(() => remembered(zScoreOf, range(series), scalar(window), scalar(change)));
}

function zScoreOf(series: Range, window: CellValue, change: CellValue): Table {
  return zScoreTable(
    readSeries("series", series),
    readOptionalBars("window", window, 3),
    readOptionalBars("change", change, 1),
  );
}

/**
 * The market's regime: by the level of VIX, and by votes of RSI, rates and breadth, with every ingredient's figure.
 * @customfunction REGIME
 * @param market Names and values: AsOf, VIX, and VX futures by expiration date (or VX1 to VX9).
 * @param [history] Header and a row per bar, oldest first: VIX, SPX, VX1.., Advances, Declines, Rate A, Rate B, REER, PE.
 * @param [settings] Names and values, such as B01.ElevatedAbove or D11.ExpansionVotes.
 * @returns Ingredient, value, vote, note; a vote is blank where its figures are not given. Expansion from two of three votes.
 * @example =ALVH.REGIME(Market)
 */
export function regime(market: any[][], history?: any[][], settings?: any[][]): any[][] {
  return cell(() => remembered(regimeOf, range(market), optionalRange(history), inForce(settings)));
}

function regimeOf(market: Range, history: Range | undefined, settings: Settings): Table {
  return regimeTable(readMarket(market), history, settings);
}

/**
 * Whether enough signals agree to act: TRUE where at least so many are true. The texts call this multi-signature.
 * @customfunction CONFIRM
 * @param signals TRUE or FALSE, yes or no, 1 or 0, in any cells; blanks are no signals.
 * @param [needed] Signals that must be true. Omitted: 2.
 * @returns TRUE or FALSE.
 * @example =ALVH.CONFIRM({TRUE,FALSE,TRUE}) is TRUE
 * @example =ALVH.CONFIRM({TRUE,FALSE,TRUE}, 3) is FALSE
 */
export function confirmSignals(signals: any[][], needed?: any): any {
  return cell(() =>
    confirm(range(signals), readBars("needed", scalar(needed), inForce().number("D25.ConfirmationsNeeded"))),
  );
}

const COUNTS = { min: 0 };

const VIX_LEVELS = { min: 1, zeroIsBlank: "always" } as const;

function readLags(lags: Range | undefined): number[] {
  const initial = inForce();
  const first = initial.number("D21.MinLag");
  const last = initial.number("D21.MaxLag");
  if (lags === undefined) return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return lags
    .flat()
    .filter((lag) => !isBlank(lag))
    .map((lag) => readNumber("lags", "lags", lag, { min: 0, max: 10_000, integer: true }));
}

/** A number of bars that may be left out. */
function readOptionalBars(name: string, value: CellValue, least: number): number | undefined {
  if (isBlankOrZero(value)) return undefined;
  return readNumber(name, name, value, { min: least, max: 10_000, integer: true });
}

/** Calendar days; blank means the default. */
function readDays(name: string, value: CellValue, initial: number): number {
  return isBlank(value) ? initial : readNumber(name, name, value, { min: 0, max: 3650 });
}

/** A number of bars; blank, or the 0 of desktop Excel's blank, means the default. */
function readBars(name: string, value: CellValue, initial: number): number {
  return isBlankOrZero(value)
    ? initial
    : readNumber(name, name, value, { min: 1, max: 10_000, integer: true });
}
