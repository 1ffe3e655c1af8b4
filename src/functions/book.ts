import {
  additiveTable,
  netGreeksTable,
  netThetaTable,
  netValueTable,
  perUnderlyingTable,
} from "../alvh/netTables";
import {
  breakEvenTable,
  payoffTable,
  profitProbability,
  profitTable,
  replayEventsTable,
  stressGridTable,
} from "../alvh/stressTables";
import { range, scalar } from "./support/arguments";
import { cell } from "./support/cell";
import { remembered } from "./support/remembered";

/**
 * Net theta of a book: what its options decay per calendar day, with spot, vols and the VIX curve held.
 * @customfunction NETTHETA
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying, expiry, or carry: option decay and VX roll-down apart.
 * @returns Dollars per calendar day; with a grouping, one row per group and a total.
 * @example =ALVH.NETTHETA(Book, Market) is 204.73
 */
export function netTheta(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => remembered(netThetaTable, range(book), range(market), scalar(groupBy)));
}

/**
 * Net delta of a book, per underlying: VIX options and VX futures move with their own future, not with SPX.
 * @customfunction NETDELTA
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @returns Dollars per point; for several underlyings a row each, with the SPX equivalent (VIX follows SPX by -1.28 per 1%).
 * @example =ALVH.NETDELTA(Book, Market, "layer")
 * @example =ALVH.NETDELTA({"Underlying","Kind","Qty","DTE";"VX","future",2,30}, Market) is 2000
 */
export function netDelta(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => remembered(perUnderlyingTable, range(book), range(market), scalar(groupBy), "delta"));
}

/**
 * Net gamma of a book, per underlying: how its delta changes with one point.
 * @customfunction NETGAMMA
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @returns Dollars per point squared; for several underlyings a row each.
 * @example =ALVH.NETGAMMA(Book, Market, "layer")
 * @example =ALVH.NETGAMMA({"Underlying","Kind","Qty","DTE";"VX","future",2,30}, Market) is 0
 */
export function netGamma(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => remembered(perUnderlyingTable, range(book), range(market), scalar(groupBy), "gamma"));
}

/**
 * Net vega of a book, per underlying: a VIX option's vega is to the vol of VIX and never added to SPX vega. To compare, use NETVIX.
 * @customfunction NETVEGA
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @returns Dollars per vol point of each underlying; for several underlyings a row each.
 * @example =ALVH.NETVEGA(Book, Market, "layer")
 * @example =ALVH.NETVEGA({"Underlying","Kind","Qty","DTE";"VX","future",2,30}, Market) is 0
 */
export function netVega(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => remembered(perUnderlyingTable, range(book), range(market), scalar(groupBy), "vega"));
}

/**
 * Net value of a book at its marks. A short option counts as a debt; a future counts its gain since Entry, else 0.
 * @customfunction NETVALUE
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying, expiry; mid or natural: the whole book so.
 * @param [at] mid (default): the mark or model price; natural: what opening it trades at, bought at the ask, sold at the bid.
 * @returns Dollars; with a grouping, one row per group and a total.
 * @example =ALVH.NETVALUE(Book, Market) is -12114.96
 * @example =ALVH.NETVALUE({"Underlying","Kind","Qty","Price";"VXX","share",100,20.5}, Market) is 2050
 */
export function netValue(book: any[][], market: any[][], groupBy?: any, at?: any): any[][] {
  return cell(() => remembered(netValueTable, range(book), range(market), scalar(groupBy), scalar(at)));
}

/**
 * VIX01 of a book: dollars for +1 point of spot VIX, each leg through its own maturity, VVIX held. Linear; modelled by VXBETA.
 * @customfunction NETVIX
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @returns Dollars per VIX point; with a grouping, one row per group and a total.
 * @example =ALVH.NETVIX(Book, Market) is -939.56
 * @example =ALVH.NETVIX({"Underlying","Kind","Qty","DTE";"VX","future",1,36.5}, Market) is 439.8
 */
export function netVix(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => remembered(additiveTable, range(book), range(market), scalar(groupBy), "vix01"));
}

/**
 * Net Greeks of a book: value, delta, gamma, vega, theta, VX roll-down, VIX01 and SPX-equivalent delta, in dollars.
 * @customfunction NETGREEKS
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @returns A header, a row per group and underlying, and a total of what adds up; Vols says where the vols came from.
 * @example =ALVH.NETGREEKS(Book, Market, "layer")
 */
export function netGreeks(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => remembered(netGreeksTable, range(book), range(market), scalar(groupBy)));
}

/**
 * Profit and loss of a book after a shock, by full revaluation: from Entry where given, else from now.
 * @customfunction PNL
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param spotShock SPX shock as a fraction (-0.05 for -5%), at once.
 * @param [vixShock] VIX shock in points, at once. Omitted: proposed by the regression of VIX on SPX, and shown.
 * @param [days] Calendar days that pass after the shock; default 0. A contract that settles in them is paid.
 * @param [curveModel] How VX futures follow VIX: TWOFACTOR (default), GL1, SCALED, TABLE, LOG, or REPLAY and an event.
 * @returns Dollars; without vixShock a table of dollars and the proposed shock. Vols after the shock are modelled.
 * @example =ALVH.PNL(Book, Market, -0.05, 10)
 * @example =ALVH.PNL({"Underlying","Kind","Qty","DTE";"VX","future",1,36.5}, Market, 0, 1) is 439.8
 */
export function pnl(
  book: any[][],
  market: any[][],
  spotShock: any,
  vixShock?: any,
  days?: any,
  curveModel?: any,
): any[][] {
  return cell(() =>
    remembered(
      profitTable,
      range(book),
      range(market),
      scalar(spotShock),
      scalar(vixShock),
      scalar(days),
      scalar(curveModel),
    ),
  );
}

/**
 * Profit and loss of a book on a grid of shocks of SPX and VIX, by full revaluation.
 * @customfunction STRESSGRID
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param spotShocks SPX shocks as fractions (-0.05 for -5%); each becomes a row.
 * @param vixShocks VIX shocks in points; each becomes a column.
 * @param [days] Calendar days that pass after the shock; default 0. A contract that settles in them is paid.
 * @param [curveModel] How VX futures follow VIX: TWOFACTOR (default), GL1, SCALED, TABLE, LOG, or REPLAY and an event.
 * @returns Dollars, with the shocks as header row and column. Vols after the shock are modelled; VX futures stay at 5 or more.
 * @example =ALVH.STRESSGRID(Book, Market, {-0.1;-0.05;0;0.05}, {0,5,10,20})
 */
export function stressGrid(
  book: any[][],
  market: any[][],
  spotShocks: any[][],
  vixShocks: any[][],
  days?: any,
  curveModel?: any,
): any[][] {
  return cell(() =>
    remembered(
      stressGridTable,
      range(book),
      range(market),
      range(spotShocks),
      range(vixShocks),
      scalar(days),
      scalar(curveModel),
    ),
  );
}

/**
 * What a book would gain or lose from now if a past shock came again: by layer, in total, and the hedge's cover.
 * @customfunction REPLAY
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [event] Name of an event or a part of it, such as 2020 or "2018 Volmageddon 1d"; omitted: all eleven.
 * @returns A header and a row per event; cover is minus the hedge's gain over the condors' loss, blank unless they lost. What settles inside is paid at that day's VIX open.
 * @example =ALVH.REPLAY(Book, Market, "2018 Volmageddon 1d")
 */
export function replay(book: any[][], market: any[][], event?: any): any[][] {
  return cell(() => remembered(replayEventsTable, range(book), range(market), scalar(event)));
}

/**
 * Profit and loss of a book by the level of SPX, VIX held (or following SPX where the market has a row SpotVixBeta).
 * @customfunction PAYOFF
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param spots Levels of SPX, index points.
 * @param [days] Calendar days ahead; default: the first SPX expiry in the book.
 * @returns A header, then SPX and dollars in a row for each level.
 * @example =ALVH.PAYOFF(Book, Market, {4000;4250;4500;4750;5000})
 */
export function payoff(book: any[][], market: any[][], spots: any[][], days?: any): any[][] {
  return cell(() => remembered(payoffTable, range(book), range(market), range(spots), scalar(days)));
}

/**
 * Every level at which a book breaks even: SPX at its first expiry, or the shift of VIX now.
 * @customfunction BREAKEVEN
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [axis] spot (default): levels of SPX, VIX held; vix: shifts of VIX in points, SPX held.
 * @param [days] Calendar days ahead; default: the first SPX expiry for spot, 0 for vix.
 * @returns A header and a row per break-even: SPX with standard deviations from the forward, or VIX shift and level.
 * @example =ALVH.BREAKEVEN(Book, Market)
 */
export function breakEven(book: any[][], market: any[][], axis?: any, days?: any): any[][] {
  return cell(() => remembered(breakEvenTable, range(book), range(market), scalar(axis), scalar(days)));
}

/**
 * Probability that a book makes a profit at its first SPX expiry: SPX lognormal with the skew of the market, VIX held.
 * @customfunction POP
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @returns Probability from 0 to 1 by the rows SPXVol and Skew (else .88 of VIX and -0.30); modelled, not a forecast.
 * @example =ALVH.POP(Book, Market) is 0.683
 */
export function probabilityOfProfit(book: any[][], market: any[][]): number {
  return cell(() => remembered(profitProbability, range(book), range(market)));
}
