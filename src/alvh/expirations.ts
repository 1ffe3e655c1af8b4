import { InputError } from "../core/errors";
import { atClose, civilDate, CLOSE, daysBetween, inSeconds, serialOf, timeOfDay, weekday } from "./dates";
import {
  checkCalendar,
  isEarlyClose,
  isInCalendar,
  isTradingDay,
  nextTradingDay,
  previousTradingDay,
} from "./holidays";

/**
 * Expirations of VIX and SPX options, by the exchange's rules. Everything here is a serial (see `dates`): an
 * expiration is the whole serial of its day, and the moment a contract stops is `settlementInstant`.
 *
 * An `asOf` without a time means 16:00, so on an expiration day itself VIX and SPX-AM contracts, which stop at 09:30,
 * are already past, and so are SPXW ones, which stop at 16:00.
 */

/** How a contract settles: on the opening (09:30) or on the close (16:00; 13:00 on a short day). */
export type Settle = "AM" | "PM";

/**
 * The next VIX expirations after a moment, soonest first: those whose settlement (09:30) is strictly after `asOf`.
 * @param weekly whether the weekly expirations count too, beside the monthly ones.
 */
export function nextVixExpirations(asOf: number, count: number, weekly: boolean): number[] {
  if (!(Number.isInteger(count) && count > 0)) {
    throw new InputError("count", `count (${count}) must be a whole number above 0`);
  }
  const expirations: number[] = [];
  let previous = asOf;
  while (expirations.length < count) {
    const next = vixExpiration(previous, 1, weekly);
    expirations.push(next);
    // A bare date means its close, so that the search goes on after this settlement.
    previous = next;
  }
  return expirations;
}

/**
 * The n-th VIX expiration from a moment: 1 is the next, -1 the latest one already settled.
 * @param n a whole number other than 0.
 */
export function vixExpiration(asOf: number, n: number, weekly: boolean): number {
  return nthExpiration(asOf, n, weekly ? isVixExpiration : isMonthlyVixExpiration, "AM");
}

/**
 * The n-th SPX expiration from a moment: 1 is the next, -1 the latest one already settled.
 * @param settle "AM": the monthly contract of the third Friday; "PM": SPXW.
 */
export function spxExpiration(asOf: number, n: number, settle: Settle): number {
  return nthExpiration(asOf, n, settle === "AM" ? isSpxAmExpiration : isSpxwExpiration, settle);
}

/**
 * Calendar days from one moment to an expiration, with the fraction of a day, on the New York wall clock: a change of
 * the clocks in between is not counted, as Cboe counts whole calendar days in VIX. Negative once it is past.
 * @param expiry its own time of day counts, unless `settle` is given.
 * @param settle when a bare `expiry` stops; PM if not said.
 */
export function daysToExpiry(asOf: number, expiry: number, settle?: Settle): number {
  return daysBetween(atClose(asOf), expiryInstant(expiry, settle));
}

/** The moment an expiry stands for: its own time of day if it has one, else (or if `settle` is given) its settlement. */
export function expiryInstant(expiry: number, settle?: Settle): number {
  if (settle === undefined && !Number.isInteger(expiry)) return expiry;
  return settlementInstant(expiry, settle ?? "PM");
}

/** The moment a contract that expires on a day stops: 09:30 (AM), 16:00 (PM), or 13:00 (PM, on a short day). */
export function settlementInstant(day: number, settle: Settle): number {
  const midnight = Math.floor(day);
  if (settle === "AM") return midnight + OPEN;
  return midnight + (isEarlyClose(midnight) ? EARLY_CLOSE : CLOSE);
}

/**
 * Whether a monthly VIX contract settles on a day: the Wednesday 30 days before the third Friday of the following
 * month; the trading day before if that Wednesday or that Friday is a holiday.
 */
export function isMonthlyVixExpiration(day: number): boolean {
  const wednesday = onOrAfter(day, WEDNESDAY);
  return isThirdFriday(wednesday + VIX_DAYS) && vixSettlementDay(wednesday) === Math.floor(day);
}

/** Whether any VIX contract settles on a day: a monthly one, or a weekly one by the same rule on other Wednesdays. */
export function isVixExpiration(day: number): boolean {
  if (isMonthlyVixExpiration(day)) return true;
  if (Math.floor(day) === VIX_AFTER_BUSH) return true;
  const wednesday = onOrAfter(day, WEDNESDAY);
  return wednesday >= FIRST_VIX_WEEKLY && vixSettlementDay(wednesday) === Math.floor(day);
}

/** Whether a monthly, AM-settled SPX contract expires on a day: the third Friday, or the trading day before. */
export function isSpxAmExpiration(day: number): boolean {
  const friday = onOrAfter(day, FRIDAY);
  if (!isThirdFriday(friday)) return false;
  return (isTradingDay(friday) ? friday : previousTradingDay(friday)) === Math.floor(day);
}

/**
 * Whether a PM-settled SPXW contract expires on a day: a weekday that Cboe had introduced by then (below), the last
 * trading day of a month, or the day a holiday moves one of those to: the trading day before, but for a Monday the one after.
 */
export function isSpxwExpiration(day: number): boolean {
  const date = Math.floor(day);
  if (!isTradingDay(date)) return false;
  if (isSpxwWeekday(date) || isMonthEnd(date)) return true;
  for (let holiday = date + 1; !isTradingDay(holiday); holiday += 1) {
    if (weekday(holiday) !== MONDAY && isSpxwWeekday(holiday)) return true;
  }
  for (let holiday = date - 1; !isTradingDay(holiday); holiday -= 1) {
    if (weekday(holiday) === MONDAY && isSpxwWeekday(holiday)) return true;
  }
  return false;
}

const OPEN = timeOfDay(9, 30);
const EARLY_CLOSE = timeOfDay(13, 0);

const MONDAY = 1;
const TUESDAY = 2;
const WEDNESDAY = 3;
const THURSDAY = 4;
const FRIDAY = 5;

/** VIX measures 30 days: its contracts settle that long before the SPX options they are computed from. */
const VIX_DAYS = 30;

/** Weekly VIX futures were listed from 2015-07-23, the first to settle on 2015-08-05. */
const FIRST_VIX_WEEKLY = serialOf(2015, 8, 5);

/**
 * The weekly contract of 2018-12-05, a day of mourning called four days before, settled on the day after instead of the
 * day before (Cboe notice C2018120300).
 */
const VIX_AFTER_BUSH = serialOf(2018, 12, 6);

/**
 * First PM-settled expiration of each weekday. Fridays: the AM-settled weeklys ended on 2010-12-03. Wednesdays: listed from
 * 2016-02-23 with 2016-03-02. Mondays: listed from 2016-08-15 with 2016-08-22. Tuesdays: listed from 2022-04-18 with
 * 2022-04-26. Thursdays: listed from 2022-05-11, the first being 2022-05-19.
 */
const FIRST_SPXW = new Map([
  [MONDAY, serialOf(2016, 8, 22)],
  [TUESDAY, serialOf(2022, 4, 26)],
  [WEDNESDAY, serialOf(2016, 3, 2)],
  [THURSDAY, serialOf(2022, 5, 19)],
  [FRIDAY, serialOf(2010, 12, 10)],
]);

/** PM settlement on third Fridays came with SPXPM (since 2017 SPXW too), listed from 2011-10-04. */
const FIRST_SPXW_THIRD_FRIDAY = serialOf(2011, 10, 21);

/** End-of-month contracts were listed from 2014-07-07; the quarter-end ones before them (SPXQ) are left out. */
const FIRST_SPXW_MONTH_END = serialOf(2014, 7, 31);

/** More expirations than this reach beyond any listed contract. */
const FARTHEST = 1000;

function nthExpiration(asOf: number, n: number, isExpiration: ExpirationRule, settle: Settle): number {
  if (!(Number.isInteger(n) && n !== 0)) {
    const message = `n (${n}) must be a whole number other than 0: 1 is the next expiration, -1 the latest past one`;
    throw new InputError("n", message);
  }
  if (Math.abs(n) > FARTHEST) {
    throw new InputError("n", `n (${n}) must lie between -${FARTHEST} and ${FARTHEST} expirations`);
  }
  checkCalendar("date", "date", asOf);
  const now = inSeconds(atClose(asOf));
  const step = Math.sign(n);
  let left = Math.abs(n);
  for (let from = Math.floor(asOf); ; from += step) {
    const day = nearestExpiration(from, step, isExpiration);
    if (day === undefined) {
      throw new InputError("n", `n (${n}) leads beyond the market calendar, which runs from 2004 to 2041`);
    }
    const isAfter = inSeconds(settlementInstant(day, settle)) > now;
    if (isAfter === step > 0) left -= 1;
    if (left === 0) return day;
    from = day;
  }
}

/** A rule that tells whether a day is an expiration. */
type ExpirationRule = (day: number) => boolean;

/** What was found, by rule and by the day with the sign of the step: a history asks for the same many thousands of times. */
const found = new Map<ExpirationRule, Map<number, number>>();

/** The first expiration from a day on, or back from it where the step is -1; undefined where the calendar ends before. */
function nearestExpiration(from: number, step: number, isExpiration: ExpirationRule): number | undefined {
  const foundByRule = found.get(isExpiration) ?? new Map<number, number>();
  found.set(isExpiration, foundByRule);
  const known = foundByRule.get(step * from);
  if (known !== undefined) return known;
  for (let day = from; isInCalendar(day); day += step) {
    if (!isExpiration(day)) continue;
    foundByRule.set(step * from, day);
    return day;
  }
  return undefined;
}

function vixSettlementDay(wednesday: number): number {
  if (wednesday === VIX_AFTER_BUSH - 1) return VIX_AFTER_BUSH;
  const isMoved = !isTradingDay(wednesday) || !isTradingDay(wednesday + VIX_DAYS);
  return isMoved ? previousTradingDay(wednesday) : wednesday;
}

function isThirdFriday(day: number): boolean {
  if (weekday(day) !== FRIDAY) return false;
  const dayOfMonth = civilDate(day).day;
  return dayOfMonth >= 15 && dayOfMonth <= 21;
}

function isSpxwWeekday(day: number): boolean {
  if (isThirdFriday(day)) return day >= FIRST_SPXW_THIRD_FRIDAY;
  const first = FIRST_SPXW.get(weekday(day));
  return first !== undefined && day >= first;
}

function isMonthEnd(day: number): boolean {
  return day >= FIRST_SPXW_MONTH_END && civilDate(nextTradingDay(day)).month !== civilDate(day).month;
}

function onOrAfter(day: number, dayOfWeek: number): number {
  return Math.floor(day) + ((dayOfWeek - weekday(day) + 7) % 7);
}
