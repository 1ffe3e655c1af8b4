import { InputError, NoSolutionError } from "../core/errors";
import { needed, neededAsOf, type Market } from "./market";

/**
 * Level of the VX curve at a constant maturity, in VIX points.
 *
 * Straight line in days between neighbouring settlements; spot VIX stands at zero days, since a VX future settles to
 * the VIX; flat beyond the last future, where nothing is quoted.
 * @param daysToExpiry calendar days from the market's AsOf, 0 or more.
 */
export function vxCurve(market: Market, daysToExpiry: number): number {
  if (!(daysToExpiry >= 0))
    throw new InputError("dte", `dte (${daysToExpiry}) must be 0 or more calendar days`);
  let nearDays = 0;
  let nearPrice: number | undefined;
  for (const future of market.futures) {
    const days = future.days ?? neededAsOf(market);
    if (days >= daysToExpiry) {
      nearPrice ??= needed(market, "VIX");
      return nearPrice + ((daysToExpiry - nearDays) / (days - nearDays)) * (future.price - nearPrice);
    }
    nearDays = days;
    nearPrice = future.price;
  }
  if (nearPrice === undefined) {
    throw new NoSolutionError(
      "market has no VX future after AsOf: add rows named by their expiration date, or VX1, VX2 and so on",
    );
  }
  return nearPrice;
}

/**
 * What one day of standing still does to the future that now has `daysToExpiry` days: F(T - 1 day) - F(T), VIX points.
 * Negative in contango: the future slides down the curve. Within the last day it slides to spot.
 */
export function rollDownPerDay(market: Market, daysToExpiry: number): number {
  return vxCurve(market, Math.max(daysToExpiry - 1, 0)) - vxCurve(market, daysToExpiry);
}
