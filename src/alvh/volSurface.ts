import { DAYS_PER_YEAR, VOL_POINT } from "../core/units";
import { needed, type Market } from "./market";

/**
 * Vols where the book gives none: modelled from the indices, and marked as modelled wherever they are used.
 * A straight line in moneyness ln(K/F)/sqrt(T) for SPX; mean reversion of VIX for VIX options.
 */

/** SPX at-the-money vol as a share of VIX: VIX averages the skew in, so the money lies below it. */
const ATM_SHARE_OF_VIX = 0.88;

/** Vol per unit of ln(K/F)/sqrt(T): what SPX showed on average. */
const DEFAULT_SPX_SKEW = -0.3;

/** No free record of VIX option quotes tells a slope: flat unless the market row VIXSkew gives one. */
const DEFAULT_VIX_SKEW = 0;

/** Speed at which VIX reverts to its mean, per year: fitted to betas of VX futures, 2006-2017. */
const VIX_REVERSION_PER_YEAR = 2.6;

/** VVIX is the vol of a VIX future of this maturity. */
const VVIX_DAYS = 30;

/** The line of vols is cut off here: beyond, a straight skew means nothing. */
const LOWEST_VOL = 0.01;
const HIGHEST_VOL = 10;

/** Modelled vol of an SPX option, decimal per year. */
export function modelledSpxVol(market: Market, strike: number, forward: number, years: number): number {
  return onSkew(atmSpxVol(market), spxSkew(market), strike, forward, years);
}

/** SPX at-the-money vol, decimal per year: the row SPXVol, else a share of VIX. */
export function atmSpxVol(market: Market): number {
  return market.numbers.get("SPXVol") ?? ATM_SHARE_OF_VIX * VOL_POINT * needed(market, "VIX");
}

/** Slope of SPX vols, per unit of ln(K/F)/sqrt(T). */
export function spxSkew(market: Market): number {
  return market.numbers.get("Skew") ?? DEFAULT_SPX_SKEW;
}

/** Slope of the vols of VIX options, per unit of ln(K/F)/sqrt(T). */
export function vixSkew(market: Market): number {
  return market.numbers.get("VIXSkew") ?? DEFAULT_VIX_SKEW;
}

/** Speed of mean reversion of VIX, per year: the row VIXVolK, else the fitted one. */
export function vixReversion(market: Market): number {
  return market.numbers.get("VIXVolK") ?? VIX_REVERSION_PER_YEAR;
}

/** Modelled vol of a VIX option on its own future, decimal per year. */
export function modelledVixVol(
  market: Market,
  strike: number,
  forward: number,
  years: number,
  reversionPerYear = vixReversion(market),
): number {
  const atm = vixFutureVol(needed(market, "VVIX"), years, reversionPerYear);
  return onSkew(atm, vixSkew(market), strike, forward, years);
}

/**
 * Vol of the VX future that settles in `years`, averaged over its life: log-OU, so longer futures move less.
 * sigma² = s² (1 - e^(-2kT)) / (2kT), with s set so that 30 days have the vol VVIX says.
 */
export function vixFutureVol(
  vvixPoints: number,
  years: number,
  reversionPerYear = VIX_REVERSION_PER_YEAR,
): number {
  const level = vvixPoints * VOL_POINT;
  return (
    level *
    Math.sqrt(
      averageDecay(years, reversionPerYear) / averageDecay(VVIX_DAYS / DAYS_PER_YEAR, reversionPerYear),
    )
  );
}

/** Mean of e^(-2kt) over the option's life. */
function averageDecay(years: number, reversionPerYear: number): number {
  const exponent = 2 * reversionPerYear * years;
  return exponent === 0 ? 1 : -Math.expm1(-exponent) / exponent;
}

function onSkew(atm: number, skew: number, strike: number, forward: number, years: number): number {
  // At the forward the line gives the money's vol, also where so little time is left that it counts as none.
  if (strike === forward) return withinVolRange(atm);
  return withinVolRange(atm + (skew * Math.log(strike / forward)) / Math.sqrt(years));
}

/** A vol, cut off where a straight skew means nothing. */
export function withinVolRange(vol: number): number {
  return Math.min(Math.max(vol, LOWEST_VOL), HIGHEST_VOL);
}
