import { NoSolutionError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";

/**
 * Weighted average cost of capital of corporate finance: E/(E+D) costEquity + D/(E+D) costDebt (1 - taxRate).
 * Reference: Brealey, Myers and Allen, Principles of Corporate Finance, chapter "Financing and Valuation".
 */
export function costOfCapital(
  equity: number,
  debt: number,
  costEquity: number,
  costDebt: number,
  taxRate: number,
): number {
  const capital = equity + debt;
  if (!(capital > 0)) throw new NoSolutionError("equity and debt are both 0: there is no capital to cost");
  return (equity / capital) * costEquity + (debt / capital) * costDebt * (1 - taxRate);
}

/** Return that the capital asset pricing model expects: riskFree + beta (marketReturn - riskFree). Sharpe (1964). */
export function capmReturn(riskFree: number, beta: number, marketReturn: number): number {
  return riskFree + beta * (marketReturn - riskFree);
}

/**
 * Rate that a box lends at: ln(width / price) / T, per year, continuously compounded. A box (a long and a short
 * synthetic forward) pays its width at expiry wherever spot ends, so its price is a discount factor times the width.
 */
export function boxRate(width: number, price: number, daysToExpiry: number): number {
  return Math.log(width / price) / (daysToExpiry / DAYS_PER_YEAR);
}

/**
 * What shares are expected to earn above the risk-free rate by Gordon's growth model: next year's dividend over the
 * price, plus its growth for good, less the risk-free rate. Per year, decimal.
 */
export function dividendPremium(index: number, dividend: number, growth: number, riskFree: number): number {
  return dividend / index + growth - riskFree;
}

/** The same by dividends, and by earnings: earnings over the price, less the risk-free rate. */
export function equityPremiums(
  index: number,
  dividend: number,
  growth: number,
  riskFree: number,
  earnings: number,
): number[] {
  return [dividendPremium(index, dividend, growth, riskFree), earnings / index - riskFree];
}

/**
 * Premiums in time order, each with its change since the row before: falling ones compress, and a text then accepts a
 * higher hedge ratio at 45-60 days. A row with an error in it passes it on and has no change.
 */
export function equityPremiumTable(
  premiums: readonly (readonly unknown[])[],
  ratioRise: number,
): unknown[][] {
  const header = [
    "By dividends, D1/P + g - r (per year)",
    "By earnings, E/P - r (per year)",
    "Change by dividends (per year)",
    "Factor on the 45-60 hedge ratio",
  ];
  const rows = premiums.map(([byDividends, byEarnings], index) => {
    const before = premiums[index - 1]?.[0];
    if (typeof byDividends !== "number" || typeof before !== "number")
      return [byDividends, byEarnings, "", ""];
    const change = byDividends - before;
    return [byDividends, byEarnings, change, change < 0 ? 1 + ratioRise : 1];
  });
  return [header, ...rows];
}
