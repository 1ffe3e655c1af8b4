import { InputError, NoSolutionError } from "../core/errors";
import { isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { formatIsoDate, parseDate } from "./dates";
import type { Table } from "./netTables";
import { normaliseName } from "./names";
import { readText } from "./readText";

/** The Federal Reserve publishes the minutes of a scheduled meeting three weeks after its decision. */
const MINUTES_AFTER_DECISION_DAYS = 21;

/** Days within which an event is flagged when the cell gives none: the rule's window for under-hedging. */
const FLAG_WITHIN_DAYS = 5;

/** A release or meeting that may move volatility. */
interface CalendarEvent {
  readonly name: string;
  /** Excel serial, with a time of day where the cell gives one. */
  readonly date: number;
}

/**
 * The events still to come, soonest first: a row each with the calendar days to it, and whether that is within `days`.
 * Decisions of the FOMC bring a row for their minutes, unless the range has one of its own in that week.
 */
export function eventsTable(asOf: number, events: Range, days: number = FLAG_WITHIN_DAYS): Table {
  const given = readEvents(events);
  const all = [...given, ...minutesOf(given)];
  const coming = all.filter(({ date }) => isToCome(date, asOf)).sort((a, b) => a.date - b.date);
  if (coming.length === 0) {
    const latest = formatIsoDate(all.reduce((last, { date }) => Math.max(last, date), 0));
    throw new NoSolutionError(`no event on or after ${formatIsoDate(asOf)}: the latest is of ${latest}`);
  }
  return [
    ["Event", "Date", "Days", `Within ${days} days`],
    ...coming.map(({ name, date }) => {
      const daysTo = Math.floor(date) - Math.floor(asOf);
      return [name, formatIsoDate(date), daysTo, daysTo <= days ? "yes" : ""];
    }),
  ];
}

/** A date without a time lasts its whole day. */
function isToCome(date: number, asOf: number): boolean {
  return Number.isInteger(date) ? date >= Math.floor(asOf) : date >= asOf;
}

function readEvents(range: Range): CalendarEvent[] {
  const events = range.flatMap((cells, index) => {
    const [type, date, label] = cells;
    if (isBlankOrZero(type) && isBlankOrZero(date)) return [];
    if (index === 0 && isHeader(date)) return [];
    const row = `events row ${index + 1}`;
    if (cells.length < 2) {
      throw new InputError("events", "events must have two columns, type and date: the range has one");
    }
    if (isBlankOrZero(type)) throw new InputError("events", `${row} has no type, such as FOMC, CPI or PPI`);
    const name = [type, label]
      .filter((part) => !isBlankOrZero(part))
      .map((part) => readText("events", `${row}, type`, part));
    return [{ name: name.join(" "), date: parseDate(`${row}, date`, date) }];
  });
  if (events.length === 0)
    throw new InputError("events", "events is empty: give a type and a date in each row");
  return events;
}

function isHeader(date: CellValue): boolean {
  return typeof date === "string" && normaliseName(date).includes("date");
}

/** Rows for the minutes of the FOMC's decisions; a row of minutes that the range gives within a week of one stands instead. */
function minutesOf(events: readonly CalendarEvent[]): CalendarEvent[] {
  const isMinutes = ({ name }: CalendarEvent): boolean => normaliseName(name).includes("minutes");
  const given = events.filter(isMinutes);
  return events
    .filter((event) => normaliseName(event.name).startsWith("fomc") && !isMinutes(event))
    .map((event) => ({
      name: "FOMC minutes",
      date: Math.floor(event.date) + MINUTES_AFTER_DECISION_DAYS,
    }))
    .filter(({ date }) => !given.some((other) => Math.abs(other.date - date) < 7));
}
