import { InputError } from "../core/errors";
import { civilDate, formatIsoDate, serialOf, weekday } from "./dates";

/**
 * Trading days of the US stock and index option market (NYSE and Cboe keep the same ones), by rule, 2004 to 2040.
 *
 * Holidays: New Year, Martin Luther King, Presidents, Good Friday, Memorial, Juneteenth (from 2022), Independence,
 * Labor, Thanksgiving, Christmas. One that falls on a Saturday is kept on the Friday, on a Sunday on the Monday; but
 * New Year on a Saturday is not kept at all, since the Friday closes the year (NYSE Rule 7.2).
 * Days of mourning and storms follow no rule and are listed.
 */
export function isTradingDay(day: number): boolean {
  checkCalendar("date", "date", day);
  const dayOfWeek = weekday(day);
  return dayOfWeek !== SATURDAY && dayOfWeek !== SUNDAY && !holidays().has(Math.floor(day));
}

/** Whether the market is closed on a weekday that it would otherwise trade. */
export function isHoliday(day: number): boolean {
  checkCalendar("date", "date", day);
  return holidays().has(Math.floor(day));
}

/**
 * Whether the market closes at 13:00 New York: the day after Thanksgiving, and 24 December and 3 July where they
 * trade. (A 3 July or 24 December on a Friday is the holiday itself, moved. The older custom, a full 3 July
 * and a short Friday 5 July after a Thursday holiday, last applied in 2002.)
 */
export function isEarlyClose(day: number): boolean {
  if (!isTradingDay(day)) return false;
  const { year, month, day: dayOfMonth } = civilDate(day);
  if (month === 7) return dayOfMonth === 3;
  if (month === 11) return Math.floor(day) === thanksgiving(year) + 1;
  return month === 12 && dayOfMonth === 24;
}

/** The last trading day before a day. */
export function previousTradingDay(day: number): number {
  let candidate = Math.floor(day) - 1;
  while (!isTradingDay(candidate)) candidate -= 1;
  return candidate;
}

/** The first trading day after a day. */
export function nextTradingDay(day: number): number {
  let candidate = Math.floor(day) + 1;
  while (!isTradingDay(candidate)) candidate += 1;
  return candidate;
}

/** The n-th given weekday of a month: nthWeekday(2022, 3, FRIDAY, 3) is the third Friday of March 2022. */
export function nthWeekday(year: number, month: number, dayOfWeek: number, n: number): number {
  const first = serialOf(year, month, 1);
  return first + ((dayOfWeek - weekday(first) + 7) % 7) + 7 * (n - 1);
}

const FIRST_YEAR = 2004;
/** A year past 2040: the VIX expiration of its December depends on the January after. */
const LAST_YEAR = 2041;
const FIRST_DAY = serialOf(FIRST_YEAR, 1, 1);
const DAY_AFTER = serialOf(LAST_YEAR + 1, 1, 1);
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

const SPECIAL_CLOSURES = [
  serialOf(2004, 6, 11), // mourning for President Reagan
  serialOf(2007, 1, 2), // mourning for President Ford
  serialOf(2012, 10, 29), // Hurricane Sandy
  serialOf(2012, 10, 30), // Hurricane Sandy
  serialOf(2018, 12, 5), // mourning for President Bush
  serialOf(2025, 1, 9), // mourning for President Carter
];

const FIRST_JUNETEENTH = 2022;

/** The holidays of every year, found when one is first asked for: a sheet asks many thousands of times. */
let everyHoliday: ReadonlySet<number> | undefined;

function holidays(): ReadonlySet<number> {
  everyHoliday ??= new Set([...SPECIAL_CLOSURES, ...YEARS.flatMap(holidaysOf)]);
  return everyHoliday;
}

function holidaysOf(year: number): number[] {
  const newYear = serialOf(year, 1, 1);
  const holidays = [
    nthWeekday(year, 1, MONDAY, 3), // Martin Luther King
    nthWeekday(year, 2, MONDAY, 3), // Presidents
    easterSunday(year) - 2, // Good Friday
    nthWeekday(year, 6, MONDAY, 1) - 7, // Memorial: the last Monday of May
    observed(serialOf(year, 7, 4)), // Independence
    nthWeekday(year, 9, MONDAY, 1), // Labor
    thanksgiving(year),
    observed(serialOf(year, 12, 25)), // Christmas
  ];
  if (weekday(newYear) !== SATURDAY) holidays.push(observed(newYear));
  if (year >= FIRST_JUNETEENTH) holidays.push(observed(serialOf(year, 6, 19)));
  return holidays;
}

function observed(day: number): number {
  if (weekday(day) === SATURDAY) return day - 1;
  if (weekday(day) === SUNDAY) return day + 1;
  return day;
}

function thanksgiving(year: number): number {
  return nthWeekday(year, 11, THURSDAY, 4);
}

/** Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 2nd ed., p. 67). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return serialOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Whether the calendar knows a day. */
export function isInCalendar(day: number): boolean {
  return day >= FIRST_DAY && day < DAY_AFTER;
}

/** An InputError where a day lies outside the calendar, worded for where the user gave it. */
export function checkCalendar(argument: string, where: string, day: number): void {
  if (!isInCalendar(day)) {
    throw new InputError(
      argument,
      `${where} (${formatIsoDate(day)}) must be from ${FIRST_YEAR} to ${LAST_YEAR}, the years of the market calendar`,
    );
  }
}
