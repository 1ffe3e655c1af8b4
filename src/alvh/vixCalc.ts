import { InputError, NoSolutionError } from "../core/errors";
import { isBlank, type CellValue, type Range } from "./cellValue";
import { atClose, formatIsoDate, parseDate } from "./dates";
import { daysToExpiry } from "./expirations";
import type { Table } from "./netTables";
import { readOptionChain } from "./optionChain";
import { readNumber } from "./readNumber";
import { vixCalcStrip, type VixStrip } from "./vixCalcStrip";
import { findVixTerm, vixTermDates, type VixTermDate } from "./vixCalcTerms";

/** One expiration's part in VIX. */
export interface VixTerm extends VixStrip, VixTermDate {
  readonly root: string;
  /** Whole minutes to the settlement. */
  readonly minutes: number;
  readonly rate: number;
  /** Its weight in the 30-day variance, by time. */
  readonly weight: number;
}

export interface VixCalculation {
  /** Points. */
  readonly vix: number;
  readonly terms: readonly [VixTerm, VixTerm];
}

/**
 * VIX from a chain of SPX options by Cboe's published method: the strips of the two expirations around 30 days, their
 * variances interpolated in time to 30 days. Time counts in whole minutes of the New York wall clock.
 * Reference: Cboe, Volatility Index Methodology: Cboe Volatility Index.
 * @param chain in one of the layouts of `readOptionChain`.
 * @param asOf the moment of the quotes; without a time 16:00.
 * @param rates continuously compounded, for both terms or near and next; 0 where not given.
 */
export function vixCalc(chain: Range, asOf: CellValue, rates?: Range): VixCalculation {
  const moment = atClose(parseDate("asOf", asOf));
  const [nearRate, nextRate] = readRates(rates);
  const terms = readOptionChain(chain);
  const [nearDate, nextDate] = vixTermDates(moment);
  const near = { ...stripOf(nearDate, nearRate), ...weightOf(nearDate, nextDate) };
  const next = { ...stripOf(nextDate, nextRate), weight: 1 - near.weight };
  const totalVariance = [near, next].reduce(
    (sum, { weight, minutes, variance }) => sum + (weight * minutes * variance) / MINUTES_IN_30_DAYS,
    0,
  );
  return { vix: points(totalVariance), terms: [near, next] };

  function stripOf(date: VixTermDate, rate: number): Omit<VixTerm, "weight"> {
    const { root, quotes } = findVixTerm(terms, moment, date);
    const minutes = minutesTo(date);
    return { ...date, root, minutes, rate, ...vixCalcStrip(quotes, rate, minutes / MINUTES_PER_YEAR) };
  }

  function weightOf(first: VixTermDate, second: VixTermDate): { weight: number } {
    const [from, to] = [minutesTo(first), minutesTo(second)];
    return { weight: (to - MINUTES_IN_30_DAYS) / (to - from) };
  }

  function minutesTo({ expiry, settle }: VixTermDate): number {
    // Seconds are dropped; the sum of a day's fractions may fall a trifle short of the whole minute.
    return Math.floor(daysToExpiry(moment, expiry, settle) * MINUTES_PER_DAY + 1e-6);
  }
}

/** How a VIX was made: a row for each term, then the result. */
export function vixCalcTable({ vix, terms }: VixCalculation): Table {
  return [
    HEADER,
    ...terms.map((term) => [
      term.name,
      formatIsoDate(term.expiry),
      term.root,
      term.settle,
      term.minutes,
      term.rate,
      term.forward,
      term.k0,
      term.lowestStrike,
      term.highestStrike,
      term.count,
      endings(term),
      term.weight,
      term.variance,
      points(term.variance),
    ]),
    ["VIX", "", "", "", MINUTES_IN_30_DAYS, "", "", "", "", "", "", "", "", (vix / 100) ** 2, vix],
  ];
}

const HEADER = [
  "Term",
  "Expiry",
  "Root",
  "Settle",
  "Minutes",
  "Rate",
  "Forward (pts)",
  "K0",
  "Lowest strike",
  "Highest strike",
  "Strikes",
  "Ends",
  "Weight",
  "Variance",
  "Volatility (VIX pts)",
];

const MINUTES_PER_DAY = 1_440;
const MINUTES_IN_30_DAYS = 30 * MINUTES_PER_DAY;
const MINUTES_PER_YEAR = 365 * MINUTES_PER_DAY;

function points(variance: number): number {
  if (!(variance > 0)) {
    throw new NoSolutionError(
      `the strip's variance is not positive (${variance}): its quotes make no volatility`,
    );
  }
  return 100 * Math.sqrt(variance);
}

function endings({ putsEndByRule, callsEndByRule }: VixStrip): string {
  if (putsEndByRule && callsEndByRule) return "two zero bids on both sides";
  const cut = [putsEndByRule ? [] : ["puts"], callsEndByRule ? [] : ["calls"]].flat().join(" and ");
  return `the chain ends before two zero bids: ${cut}`;
}

function readRates(range: Range | undefined): readonly [number, number] {
  const cells = (range ?? []).flat().filter((value) => !isBlank(value));
  if (cells.length > 2) {
    throw new InputError(
      "rates",
      `rates has ${cells.length} numbers: give one, or two for the near and the next term`,
    );
  }
  const [near = 0, next = near] = cells.map(readRate);
  return [near, next];
}

function readRate(value: CellValue): number {
  const rate = readNumber("rates", "rates", value);
  if (!(Math.abs(rate) <= 1)) {
    throw new InputError("rates", `rates ${rate} looks like a percentage: use ${rate / 100}`);
  }
  return rate;
}
