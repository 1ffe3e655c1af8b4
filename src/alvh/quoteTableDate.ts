import { parseIsoDate, serialOf, civilDate } from "./dates";

/**
 * The serial of a day as Cboe's quote tables write it: "Fri Mar 04 2022", "March 4, 2022", "03/04/2022" (month first),
 * or ISO text. NaN when it is none of these or no such day.
 */
export function parseQuoteTableDate(text: string): number {
  const words = WORDS.exec(text.trim());
  if (words) return existingDay(Number(words[3]), monthNamed(words[1] ?? ""), Number(words[2]));
  const slashes = SLASHES.exec(text.trim());
  if (slashes) return existingDay(Number(slashes[3]), Number(slashes[1]), Number(slashes[2]));
  return parseIsoDate(text);
}

const WORDS = /^(?:[a-z]{3,9},? +)?([a-z]{3,9})\.? +(\d{1,2}),? +(\d{4})$/i;
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** The month from 1, of a name or its first three letters; NaN when there is none. */
function monthNamed(name: string): number {
  const wanted = name.toLowerCase();
  const index = MONTHS.findIndex((month) => month === wanted || month.slice(0, 3) === wanted);
  return index < 0 ? NaN : index + 1;
}

/** The serial of a day, NaN where the month has no such day. */
function existingDay(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12)) return NaN;
  const serial = serialOf(year, month, day);
  const date = civilDate(serial);
  return date.month === month && date.day === day ? serial : NaN;
}
