import { allRoots } from "../core/allRoots";
import { NoSolutionError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";
import type { Range } from "./cellValue";
import { readDatedFlows } from "./datedFlows";

/**
 * Internal rate of return of a condor sold: -(margin - credit) now, that and the expected profit back at expiry.
 * (1 + expectedPnl / (margin - credit))^(365 / days) - 1, per year. The credit alone has none: its first flow is positive.
 * Money in one unit: dollars, or points of one condor.
 */
export function creditIrr(credit: number, margin: number, expectedPnl: number, daysToExpiry: number): number {
  const capital = margin - credit;
  if (!(capital > 0)) {
    throw new NoSolutionError(
      `margin (${margin}) less credit (${credit}) ties up no capital: a credit alone has no rate of return`,
    );
  }
  const growth = 1 + expectedPnl / capital;
  if (!(growth > 0)) {
    throw new NoSolutionError(
      `expectedPnl (${expectedPnl}) loses the whole capital of ${capital}: no rate of return describes that`,
    );
  }
  return growth ** (DAYS_PER_YEAR / daysToExpiry) - 1;
}

/** Rates between -99.99% and 1,000,000% a year are looked for, in steps of the logarithm of growth. */
const LOWEST_GROWTH = Math.log(1e-4);
const HIGHEST_GROWTH = Math.log(1e4);
const STEPS = 400;

/** Internal rate of return of dated cash flows: the yearly rate at which they are worth nothing today. As Excel's XIRR. */
export function datedIrr(flows: Range, dates: Range): number {
  const dated = readDatedFlows(["credit", flows], ["margin", dates]);
  if (!dated.some(({ flow }) => flow > 0) || !dated.some(({ flow }) => flow < 0)) {
    throw new NoSolutionError(
      "the cash flows are all of one sign: put the margin tied up among them, since a credit alone has no rate of return",
    );
  }
  const first = dated[0]?.date ?? 0;
  const years = dated.map(({ flow, date }) => ({ flow, years: (date - first) / DAYS_PER_YEAR }));
  /** Worth today over the sum of sizes, so that it lies between -1 and 1 at every rate. */
  const worth = (logGrowth: number): number => {
    const discounted = years.map((each) => each.flow * Math.exp(-logGrowth * each.years));
    const size = discounted.reduce((sum, each) => sum + Math.abs(each), 0);
    return discounted.reduce((sum, each) => sum + each, 0) / size;
  };
  const step = (HIGHEST_GROWTH - LOWEST_GROWTH) / STEPS;
  const nodes = Array.from({ length: STEPS + 1 }, (_, index) => LOWEST_GROWTH + index * step);
  const rates = allRoots(worth, nodes).map(Math.expm1);
  const [rate] = rates;
  if (rates.length === 1 && rate !== undefined) return rate;
  const reason =
    rates.length === 0
      ? "no yearly rate makes the cash flows worth nothing"
      : `the cash flows have ${rates.length} rates of return (${rates.map((each) => each.toFixed(4)).join(", ")}): they change sign more than once`;
  throw new NoSolutionError(reason);
}
