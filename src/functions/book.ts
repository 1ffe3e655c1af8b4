import {
  additiveTable,
  netGreeksTable,
  netThetaTable,
  netValueTable,
  perUnderlyingTable,
} from "../alvh/netTables";
import { range, scalar } from "./support/arguments";
import { cell } from "./support/cell";

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
  return cell(() => netThetaTable(range(book), range(market), scalar(groupBy)));
}

/**
 * Net delta of a book, per underlying: VIX options and VX futures move with their own future, not with SPX.
 * @customfunction NETDELTA
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @returns Dollars per point; for several underlyings a row each, with the SPX equivalent (VIX follows SPX by -1.28 per 1%).
 * @example =ALVH.NETDELTA({"Underlying","Kind","Qty","DTE";"VX","future",2,30}, Market) is 2000
 */
export function netDelta(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => perUnderlyingTable(range(book), range(market), scalar(groupBy), "delta"));
}

/**
 * Net gamma of a book, per underlying: how its delta changes with one point.
 * @customfunction NETGAMMA
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @returns Dollars per point squared; for several underlyings a row each.
 * @example =ALVH.NETGAMMA({"Underlying","Kind","Qty","DTE";"VX","future",2,30}, Market) is 0
 */
export function netGamma(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => perUnderlyingTable(range(book), range(market), scalar(groupBy), "gamma"));
}

/**
 * Net vega of a book, per underlying: a VIX option's vega is to the vol of VIX and never added to SPX vega. To compare, use NETVIX.
 * @customfunction NETVEGA
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @returns Dollars per vol point of each underlying; for several underlyings a row each.
 * @example =ALVH.NETVEGA({"Underlying","Kind","Qty","DTE";"VX","future",2,30}, Market) is 0
 */
export function netVega(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => perUnderlyingTable(range(book), range(market), scalar(groupBy), "vega"));
}

/**
 * Net value of a book at its marks. A short option counts as a debt; a future counts its gain since Entry, else 0.
 * @customfunction NETVALUE
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying, expiry; mid or natural: the whole book so.
 * @param [at] mid (default): the mark or model price; natural: the trade as quoted, bought at the ask, sold at the bid.
 * @returns Dollars; with a grouping, one row per group and a total.
 * @example =ALVH.NETVALUE({"Underlying","Kind","Qty","Price";"VXX","share",100,20.5}, Market) is 2050
 */
export function netValue(book: any[][], market: any[][], groupBy?: any, at?: any): any[][] {
  return cell(() => netValueTable(range(book), range(market), scalar(groupBy), scalar(at)));
}

/**
 * VIX01 of a book: dollars for +1 point of spot VIX, each leg through its own maturity, VVIX held. Linear; modelled by VXBETA.
 * @customfunction NETVIX
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @param [groupBy] none (default), leg, layer, underlying or expiry.
 * @returns Dollars per VIX point; with a grouping, one row per group and a total.
 * @example =ALVH.NETVIX({"Underlying","Kind","Qty","DTE";"VX","future",1,36.5}, Market) is 439.8
 */
export function netVix(book: any[][], market: any[][], groupBy?: any): any[][] {
  return cell(() => additiveTable(range(book), range(market), scalar(groupBy), "vix01"));
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
  return cell(() => netGreeksTable(range(book), range(market), scalar(groupBy)));
}
