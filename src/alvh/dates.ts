import { InputError } from "../core/errors";
import { isBlankOrZero, type CellValue } from "./cellValue";
import { showCell } from "./readNumber";

/**
 * Dates as Excel keeps them: serials, days since 1899-12-30, the fraction being the time of day on the New York wall
 * clock. A whole serial is a date without a time, which means 16:00 (`atClose`); midnight itself cannot be told from it.
 * No time zone is involved: a serial is a wall-clock reading, here and in the sheet.
 */
export interface CivilDate {
  year: number;
  /** 1 = January. */
  month: number;
  day: number;
}

const SECONDS_PER_DAY = 86_400;
const MINUTES_PER_DAY = 1_440;
/** Days from 0000-02-29 to 1899-12-30, Excel's serial 0. */
const DAYS_TO_SERIAL_0 = 693_900;
const DAYS_IN_400_YEARS = 146_097;

/** Serials that are accepted as dates, so that a strike or a count in the wrong place is not read as one. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Regular close of the US market, the time a date without one stands for: 16:00 New York. */
export const CLOSE = timeOfDay(16, 0);

const RIGHT_FORM = "use an Excel date or text like 2022-02-04 or 2022-02-04 16:15";
const ISO_TEXT = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Reads a date from a cell: an Excel serial, or ISO text ("2022-02-04", "2022-02-04 16:15", "2022-02-04T16:15").
 * @param argument name of the argument as the user knows it, for the error.
 * @returns the serial: whole when no time was given.
 */
export function parseDate(argument: string, value: CellValue): number {
  if (isBlankOrZero(value)) throw new InputError(argument, `${argument} is empty: ${RIGHT_FORM}`);
  const serial = typeof value === "number" ? value : typeof value === "string" ? parseIsoDate(value) : NaN;
  if (Number.isNaN(serial)) {
    throw new InputError(argument, `${argument} (${showCell(value)}) is not a date: ${RIGHT_FORM}`);
  }
  if (!(serial >= serialOf(FIRST_YEAR, 1, 1) && serial < serialOf(LAST_YEAR + 1, 1, 1))) {
    const range = `from ${FIRST_YEAR} to ${LAST_YEAR}`;
    throw new InputError(argument, `${argument} (${showCell(value)}) is not a date ${range}: ${RIGHT_FORM}`);
  }
  // A whole day that arithmetic in the sheet left a trifle beside itself is still a date without a time.
  const day = Math.round(serial);
  return inSeconds(serial) === inSeconds(day) ? day : serial;
}

/** The serial of ISO text, NaN when it is not that or names a day or time that does not exist. */
export function parseIsoDate(text: string): number {
  const match = ISO_TEXT.exec(text.trim());
  if (!match) return NaN;
  const [year, month, day, hour, minute, second] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 59) return NaN;
  const serial = serialOf(year, month, day);
  // 2022-02-30 rolls over into March: a day that does not come back is not a day.
  const date = civilDate(serial);
  if (date.month !== month || date.day !== day) return NaN;
  return serial + timeOfDay(hour, minute, second);
}

/** The serial of a calendar day. */
export function serialOf(year: number, month: number, day: number): number {
  // Counted in years that begin in March, so that the leap day comes last.
  const marchYear = month > 2 ? year : year - 1;
  const monthsFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + daysBeforeMonth(monthsFromMarch) + day - DAYS_TO_SERIAL_0;
}

/** The calendar day of a serial, its time of day dropped. */
export function civilDate(serial: number): CivilDate {
  const days = Math.floor(serial) + DAYS_TO_SERIAL_0 - 1;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthsFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthsFromMarch < 10 ? monthsFromMarch + 3 : monthsFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - daysBeforeMonth(monthsFromMarch) + 1,
  };
}

/** Day of the week: 0 = Sunday … 6 = Saturday. */
export function weekday(serial: number): number {
  // Serial 1 is Sunday 1899-12-31.
  return (((Math.floor(serial) - 1) % 7) + 7) % 7;
}

/** A time of day as a fraction of a day. */
export function timeOfDay(hour: number, minute: number, second = 0): number {
  return (hour * 3600 + minute * 60 + second) / SECONDS_PER_DAY;
}

/** The moment a serial stands for: a date without a time means 16:00 New York. */
export function atClose(serial: number): number {
  return Number.isInteger(serial) ? serial + CLOSE : serial;
}

/** A serial in whole seconds, to compare moments: 09:30 computed in two ways may differ in the last bit. */
export function inSeconds(serial: number): number {
  return Math.round(serial * SECONDS_PER_DAY);
}

/** Days from one moment to another, by the whole second, so that equal moments are exactly 0 days apart. */
export function daysBetween(from: number, to: number): number {
  return (inSeconds(to) - inSeconds(from)) / SECONDS_PER_DAY;
}

/** "2022-02-04": the calendar day of a serial. */
export function formatIsoDate(serial: number): string {
  const { year, month, day } = civilDate(serial);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** "2022-02-04 16:15": a serial with its time of day, to the nearest minute. */
export function formatIsoDateTime(serial: number): string {
  const minutes = Math.round(serial * MINUTES_PER_DAY);
  const minuteOfDay = minutes % MINUTES_PER_DAY;
  const time = `${pad(Math.floor(minuteOfDay / 60), 2)}:${pad(minuteOfDay % 60, 2)}`;
  return `${formatIsoDate(minutes / MINUTES_PER_DAY)} ${time}`;
}

/** Days before a month of a year that begins in March: 31, 30, 31, 30, 31 repeat from there. */
function daysBeforeMonth(monthsFromMarch: number): number {
  return Math.floor((153 * monthsFromMarch + 2) / 5);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
