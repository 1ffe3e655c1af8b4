import { DAYS_PER_YEAR } from "../core/units";

/** One day of a market's history, after the close. */
export interface HistoryRow {
  /** Excel serial without a time. */
  readonly date: number;
  readonly spx: number;
  readonly vix: number;
  /** Stands for the value at which VIX contracts settle that morning. */
  readonly vixOpen: number | undefined;
  readonly vvix: number;
  /** VX1, VX2 and so on; a contract is no longer VX1 on the day it settles. */
  readonly futures: readonly (number | undefined)[];
  /** Continuously compounded, decimal per year. */
  readonly rate: number;
}

/** Continuously compounded rate of a 13-week bill quoted as a bank discount in percent. */
export function billRate(discountPercent: number): number {
  return (-Math.log(1 - ((discountPercent / 100) * BILL_DAYS) / 360) * DAYS_PER_YEAR) / BILL_DAYS;
}

const BILL_DAYS = 91;
