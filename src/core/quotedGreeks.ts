/**
 * Greeks in the units traders quote, from raw derivatives: theta and charm per calendar day, vega and vanna per volatility
 * point, volga per point squared, rho per 1% of rate. Price, delta and gamma stay as they are.
 */

import { GREEKS_WIDTH, type OptionGreeks } from "./black";
import { DAYS_PER_YEAR, RATE_PERCENT, VOL_POINT } from "./units";

export function quotedGreeks(raw: OptionGreeks): OptionGreeks {
  return {
    price: raw.price,
    delta: raw.delta,
    gamma: raw.gamma,
    vega: raw.vega * VOL_POINT,
    theta: raw.theta / DAYS_PER_YEAR,
    rho: raw.rho * RATE_PERCENT,
    vanna: raw.vanna * VOL_POINT,
    volga: raw.volga * (VOL_POINT * VOL_POINT),
    charm: raw.charm / DAYS_PER_YEAR,
  };
}

/** The same for the first `count` rows of `fillGreeks`, in place. */
export function quoteRows(rows: Float64Array, count: number): void {
  for (let row = 0; row < count * GREEKS_WIDTH; row += GREEKS_WIDTH) {
    rows[row + 3]! *= VOL_POINT;
    rows[row + 4]! /= DAYS_PER_YEAR;
    rows[row + 5]! *= RATE_PERCENT;
    rows[row + 6]! *= VOL_POINT;
    rows[row + 7]! *= VOL_POINT * VOL_POINT;
    rows[row + 8]! /= DAYS_PER_YEAR;
  }
}
