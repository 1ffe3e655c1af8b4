/** SPX iron condors: their strikes, their book, what they bring and risk, and how many the capital bears. */

import { condorSizeTable } from "../alvh/condorSize";
import type { CondorWish } from "../alvh/condorStrikes";
import { condorSummaryTable } from "../alvh/condorSummary";
import { condorBookTable, condorStrikesTable } from "../alvh/condorTables";
import { isBlank, isBlankOrZero, type CellValue, type Range } from "../alvh/cellValue";
import { readMarket } from "../alvh/market";
import type { Table } from "../alvh/netTables";
import { readNumber } from "../alvh/readNumber";
import type { Settings } from "../alvh/settings";
import { InputError } from "../core/errors";
import { range, scalar } from "./support/arguments";
import { cell } from "./support/cell";
import { inForce } from "./support/inForce";
import { remembered } from "./support/remembered";

/**
 * Strikes of an SPX iron condor by delta on the market's skew, snapped to the listed grid, wings wider above VIX 16.
 * @customfunction CONDOR.STRIKES
 * @param market Names and values: AsOf, SPX, VIX, Rate, Yield; optional SPXVol, Skew and rows Forward <date>.
 * @param dte Calendar days to expiry, fractions allowed. Whole days count from the day of AsOf, as a chain shows them.
 * @param [shortDelta] Size of the short options' delta, such as 0.16. Omitted: setting Condor.ShortDelta.
 * @param [width] SPX points from short to long strike, before widening. Omitted: setting Condor.Width, 50.
 * @param [settings] Names and values: Condor.StrikesBy, Condor.StrikeStep, B15.Reading, B16.Deviations and others.
 * @returns A header; a row per leg, credit, break-evens (PASS outside 1.5 SD, else FAIL) and forward.
 * @example =ALVH.CONDOR.STRIKES(Market, 42)
 */
export function condorStrikes(
  market: any[][],
  dte: any,
  shortDelta?: any,
  width?: any,
  settings?: any[][],
): any[][] {
  return cell(() =>
    remembered(strikesOf, range(market), scalar(dte), scalar(shortDelta), scalar(width), inForce(settings)),
  );
}

/**
 * An SPX iron condor as a book range: four legs sold in the strikes of CONDOR.STRIKES, for NETTHETA and the others.
 * @customfunction CONDOR.BOOK
 * @param market Names and values: AsOf, SPX, VIX, Rate, Yield; optional SPXVol, Skew and rows Forward <date>.
 * @param dte Calendar days to expiry, fractions allowed. Whole days count from the day of AsOf, as a chain shows them.
 * @param qty Condors sold, above 0: the short legs get it negative.
 * @param [shortDelta] Size of the short options' delta, such as 0.16. Omitted: setting Condor.ShortDelta.
 * @param [width] SPX points from short to long strike, before widening. Omitted: setting Condor.Width, 50.
 * @param [settings] Names and values: Condor.StrikesBy, Condor.StrikeStep, B15.Reading, B16.Deviations and others.
 * @returns A header and four legs in layer IC; Expiry where one is listed after so many days, else DTE. Vols are modelled.
 * @example =ALVH.CONDOR.BOOK(Market, 42, 10)
 */
export function condorBook(
  market: any[][],
  dte: any,
  qty: any,
  shortDelta?: any,
  width?: any,
  settings?: any[][],
): any[][] {
  return cell(() =>
    remembered(
      bookOf,
      range(market),
      scalar(dte),
      scalar(qty),
      scalar(shortDelta),
      scalar(width),
      inForce(settings),
    ),
  );
}

/**
 * What the iron condors of a book bring and risk: credit, max loss, break-evens in standard deviations, POP, Greeks, margin.
 * @customfunction CONDOR.SUMMARY
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [settings] Names and values: B15.WingExtra, B16.Deviations, B16.Measure, Condor.Width and others.
 * @returns Figure, value and unit or rule in each row; a value column for each expiry that has a condor.
 * @example =ALVH.CONDOR.SUMMARY(Book, Market)
 */
export function condorSummary(book: any[][], market: any[][], settings?: any[][]): any[][] {
  return cell(() => remembered(condorSummaryTable, range(book), range(market), inForce(settings)));
}

/**
 * How many condors the capital bears: 2% of risk capital (never over 3%) in one complex, hedge premium included, and a margin cap.
 * @customfunction CONDOR.SIZE
 * @param book Condors and their VIX hedge: a header row, then one leg a row, as for NETTHETA.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param riskCapital Dollars of risk capital.
 * @param [settings] Names and values: B19.Share, B19.HardShare, B24.NAV, B24.MarginCap.
 * @returns Figure, value and unit or rule in each row, the condors to hold first; a value column for each expiry.
 * @example =ALVH.CONDOR.SIZE(Book, Market, 1000000)
 */
export function condorSize(book: any[][], market: any[][], riskCapital: any, settings?: any[][]): any[][] {
  return cell(() =>
    remembered(
      condorSizeTable,
      range(book),
      range(market),
      readPositive("riskCapital", scalar(riskCapital), 1e12, "dollars"),
      inForce(settings),
    ),
  );
}

function strikesOf(
  market: Range,
  dte: CellValue,
  shortDelta: CellValue,
  width: CellValue,
  settings: Settings,
): Table {
  return condorStrikesTable(readMarket(market), readWish(dte, shortDelta, width), settings);
}

function bookOf(
  market: Range,
  dte: CellValue,
  qty: CellValue,
  shortDelta: CellValue,
  width: CellValue,
  settings: Settings,
): Table {
  return condorBookTable(
    readMarket(market),
    readWish(dte, shortDelta, width),
    readPositive("qty", qty, 1e7, "the number of condors sold"),
    settings,
  );
}

/** Ten years: no SPX option is listed farther out. */
const LONGEST_DTE = 3650;

const HIGHEST_SHORT_DELTA = 0.5;

function readWish(dte: CellValue, shortDelta: CellValue, width: CellValue): CondorWish {
  return {
    dte: readPositive("dte", dte, LONGEST_DTE, "calendar days to expiry"),
    shortDelta: readShortDelta(shortDelta),
    width: isBlankOrZero(width)
      ? undefined
      : readPositive("width", width, 5000, "SPX points from short to long strike"),
  };
}

function readShortDelta(value: CellValue): number | undefined {
  if (isBlankOrZero(value)) return undefined;
  // A put's delta is negative: its size is meant.
  const delta = Math.abs(readNumber("shortDelta", "shortDelta", value));
  if (delta < HIGHEST_SHORT_DELTA) return delta;
  const hint = delta < 100 * HIGHEST_SHORT_DELTA && delta >= 1 ? `: use ${delta / 100} for ${delta}` : "";
  throw new InputError("shortDelta", `shortDelta (${delta}) must lie between 0 and 0.5${hint}`);
}

function readPositive(name: string, value: CellValue, highest: number, meaning: string): number {
  if (isBlank(value)) throw new InputError(name, `${name} is blank: give ${meaning}`);
  const number = readNumber(name, name, value, { max: highest });
  if (number > 0) return number;
  throw new InputError(name, `${name} (${number}) must be positive: ${meaning}`);
}
