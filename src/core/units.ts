/** The product's units in one place: core returns raw derivatives, these turn them into the trader's units. */

/** Calendar days in a year: time to expiry in years is days / 365, and theta is quoted per day. */
export const DAYS_PER_YEAR = 365;

/** One volatility point, as a decimal: vega, vanna and volga are quoted per point. */
export const VOL_POINT = 0.01;

/** One percent of interest rate, as a decimal: rho is quoted per 1%. */
export const RATE_PERCENT = 0.01;
