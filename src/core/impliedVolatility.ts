/** The volatility at which the Black-Scholes-Merton price of a European option equals the given price. */

import { blackScholesPrice, checkOption, discountedIntrinsic } from "./black";
import type { OptionKind } from "./black";
import { InputError, NoSolutionError } from "./errors";
import { findRoot } from "./roots";

export function impliedVolatility(
  kind: OptionKind,
  price: number,
  spot: number,
  strike: number,
  years: number,
  rate: number,
  dividendYield: number,
): number {
  checkOption(spot, strike, years, 0, rate, dividendYield);
  if (!Number.isFinite(price)) throw new InputError("price", `price (${price}) must be a number`);
  const floor = discountedIntrinsic(kind, spot, strike, years, rate, dividendYield);
  const ceiling = kind === 1 ? spot * Math.exp(-dividendYield * years) : strike * Math.exp(-rate * years);
  if (!(price > floor && price < ceiling)) {
    throw new NoSolutionError(`price (${price}) must lie between ${floor} and ${ceiling}`);
  }
  if (years === 0) throw new NoSolutionError("at expiry no volatility explains a price");
  let upper = 1;
  while (blackScholesPrice(kind, spot, strike, years, upper, rate, dividendYield) < price && upper < 1e6)
    upper *= 2;
  return findRoot(
    (vol) => blackScholesPrice(kind, spot, strike, years, vol, rate, dividendYield) - price,
    0,
    upper,
  );
}
