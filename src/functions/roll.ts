/** Whether to roll the condors of a book, what that costs, and whether to rebalance. */

import { rebalanceTable } from "../alvh/rebalance";
import { rollCostTable } from "../alvh/rollCost";
import { rollTable } from "../alvh/rollDecision";
import { optionalRange, range } from "./support/arguments";
import { cell } from "./support/cell";
import { inForce } from "./support/inForce";
import { remembered } from "./support/remembered";

/**
 * ROLL, DEFER, HEDGE or CLOSE for the condors of a book, every rule with its number, and what a fixed R:R rule would say.
 * @customfunction ROLL
 * @param book Condors and their VIX hedge: a header row, then one leg a row, with Entry (and Bid, Ask) where known.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, VX futures by date, and RV20 where known.
 * @param candidate The condor to roll into, as a book range; CONDOR.BOOK spills one. It replaces the layers it names.
 * @param [settings] Names and values: NextEvent, E07.VixBefore, E08.Votes, E09.MacdScore, E13.VixShock, E18.Liquid.
 * @returns Verdict, fixed rule, the questions in their order (the first yes decides), then rule, value, limit, says, reason.
 * @example =ALVH.ROLL(Book, Market, ALVH.CONDOR.BOOK(Market, 70, 10))
 */
export function roll(book: any[][], market: any[][], candidate: any[][], settings?: any[][]): any[][] {
  return cell(() => remembered(rollTable, range(book), range(market), range(candidate), inForce(settings)));
}

/**
 * What it costs to close the condors held and open the candidate: middle, natural side, slippage, time value given up.
 * @customfunction ROLLCOST
 * @param book Condors held: a header row, then one leg a row, with Bid, Ask and Fees where known.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param candidate The condor to roll into, as a book range; CONDOR.BOOK spills one. It replaces the layers it names.
 * @param [settings] Names and values: C17.SpxHalfSpread, C17.FeePerContract, E13.Cost.
 * @returns Figure, value and unit or rule in each row; dollars, above 0 paid.
 * @example =ALVH.ROLLCOST(Book, Market, ALVH.CONDOR.BOOK(Market, 70, 10))
 */
export function rollCost(book: any[][], market: any[][], candidate: any[][], settings?: any[][]): any[][] {
  return cell(() =>
    remembered(rollCostTable, range(book), range(market), range(candidate), inForce(settings)),
  );
}

/**
 * REBALANCE or HOLD: the condors' net delta beyond .12 (B12), RSI of SPX below 35 (B13), else no small adjustments (B14).
 * @customfunction REBALANCE
 * @param book Condors and their VIX hedge: a header row, then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [rsi] RSI of SPX, 0 to 100; or SPX closes, oldest first, from which it is computed.
 * @param [settings] Names and values: B12.Delta, B12.Measure (CONDOR or SUM), B13.Below, B13.Period.
 * @returns Figure, value, limit, what it says and unit in each row; the SPX and ES units that bring delta to 0.
 * @example =ALVH.REBALANCE(Book, Market, 48)
 */
export function rebalance(book: any[][], market: any[][], rsi?: any[][], settings?: any[][]): any[][] {
  return cell(() =>
    remembered(rebalanceTable, range(book), range(market), optionalRange(rsi), inForce(settings)),
  );
}
