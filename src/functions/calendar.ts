/** The market's calendar: expirations of VIX and SPX options, and the days left to one. */

import { isBlank, type CellValue } from "../alvh/cellValue";
import { atClose, formatIsoDateTime, parseDate } from "../alvh/dates";
import { daysToExpiry, expiryInstant, spxExpiration, vixExpiration, type Settle } from "../alvh/expirations";
import { eventsTable } from "../alvh/events";
import { readNumber, showCell } from "../alvh/readNumber";
import { InputError } from "../core/errors";
import { range, scalar } from "./support/arguments";
import { broadcast, type CellArgument } from "./support/broadcast";
import { cell } from "./support/cell";

/**
 * The next VIX expiration after a date, or the n-th: the day VIX options and futures settle, at 09:30. Format the cell as a date.
 * @customfunction VIXEXPIRY
 * @param date Excel date, or text like 2022-02-04 or 2022-02-04 16:15 (New York). Without a time it means 16:00.
 * @param [n] 1 the next expiration, 2 the one after it; -1 the latest one already settled. Omitted: 1.
 * @param [weekly] TRUE counts the weekly expirations too. Omitted: FALSE, the monthly ones.
 * @returns Excel date of the expiration. On a settlement day itself, a date without a time gives the next one.
 * @example =ALVH.VIXEXPIRY("2022-02-04") is 44608
 * @example =ALVH.VIXEXPIRY("2022-02-04", 2) is 44635
 */
export function vixExpiry(date: any[][], n?: any[][], weekly?: any[][]): any[][] {
  return cell(() =>
    broadcast([dateArgument("date"), N, WEEKLY], [date, n, weekly], (asOf, count, isWeekly) =>
      vixExpiration(asOf, count, isWeekly === 1),
    ),
  );
}

/**
 * The next SPX expiration after a date, or the n-th: AM the monthly contract, PM the daily SPXW. Format the cell as a date.
 * @customfunction SPXEXPIRY
 * @param date Excel date, or text like 2022-02-04 or 2022-02-04 16:15 (New York). Without a time it means 16:00.
 * @param [n] 1 the next expiration, 2 the one after it; -1 the latest one already past. Omitted: 1.
 * @param [settle] "AM" the monthly contract, which stops at 09:30; "PM" SPXW, which stops at 16:00. Omitted: "AM".
 * @returns Excel date of the expiration.
 * @example =ALVH.SPXEXPIRY("2022-02-04") is 44610
 * @example =ALVH.SPXEXPIRY("2022-02-04", 1, "PM") is 44599
 */
export function spxExpiry(date: any[][], n?: any[][], settle?: any[][]): any[][] {
  return cell(() =>
    broadcast([dateArgument("date"), N, SETTLE_OR_AM], [date, n, settle], (asOf, count, code) =>
      spxExpiration(asOf, count, code === PM ? "PM" : "AM"),
    ),
  );
}

/**
 * Calendar days to an expiry, with the fraction of a day, as the option functions take them (New York time).
 * @customfunction DTE
 * @param asOf Excel date, or text like 2022-02-04 or 2022-02-04 16:15 (New York). Without a time it means 16:00.
 * @param expiry Date of the expiration, in the same forms; its own time counts unless settle is given.
 * @param [settle] "AM" stops at 09:30 (VIX, monthly SPX), "PM" at 16:00, on short days 13:00. Omitted: "PM".
 * @returns Days, with fraction. An expiry already past is an error, not a negative number.
 * @example =ALVH.DTE("2022-02-04 16:15", "2022-03-18", "PM") is 41.9896
 * @example =ALVH.DTE("2022-02-04 16:15", "2022-02-16", "AM") is 11.7188
 */
export function dte(asOf: any[][], expiry: any[][], settle?: any[][]): any[][] {
  return cell(() =>
    broadcast(
      [dateArgument("asOf"), dateArgument("expiry"), SETTLE_OR_NONE],
      [asOf, expiry, settle],
      (from, to, code) => remainingDays(from, to, code === NOT_SAID ? undefined : code === AM ? "AM" : "PM"),
    ),
  );
}

/**
 * The events still to come, soonest first, flagged when near; a decision of the FOMC brings a row for its minutes 21 days later.
 * @customfunction EVENTS
 * @param asOf Excel date, or text like 2022-02-04 or 2022-02-04 16:15 (New York). An event of the same day is to come.
 * @param events Type (FOMC, CPI, PPI or your own) and date in each row; optional third column: a label. A header may be there.
 * @param [days] Whole calendar days within which an event is flagged. Omitted: 5.
 * @returns A header, then event, date, calendar days to it, and "yes" where that is within the days.
 * @example =ALVH.EVENTS("2022-02-04", {"FOMC","2022-01-26";"CPI","2022-02-10"}, 7)
 */
export function events(asOf: any, events: any[][], days?: any): any[][] {
  return cell(() => eventsTable(parseDate("asOf", scalar(asOf)), range(events), readDays(scalar(days))));
}

function readDays(value: CellValue): number | undefined {
  if (isBlank(value)) return undefined;
  return readNumber("days", "days", value, { min: 0, max: 3650, integer: true });
}

const NOT_SAID = 0;
const AM = 1;
const PM = 2;

const N: CellArgument = { name: "n", read: readWholeNumber, fallback: 1, zeroIsBlank: true };
const WEEKLY: CellArgument = { name: "weekly", read: readWeekly, fallback: 0 };
const SETTLE_OR_AM: CellArgument = { name: "settle", read: readSettle, fallback: AM, zeroIsBlank: true };
const SETTLE_OR_NONE: CellArgument = {
  name: "settle",
  read: readSettle,
  fallback: NOT_SAID,
  zeroIsBlank: true,
};

function remainingDays(asOf: number, expiry: number, settle: Settle | undefined): number {
  const days = daysToExpiry(asOf, expiry, settle);
  if (days < 0) {
    const end = formatIsoDateTime(expiryInstant(expiry, settle));
    throw new InputError("expiry", `expiry (${end}) is before asOf (${formatIsoDateTime(atClose(asOf))})`);
  }
  return days;
}

function dateArgument(name: string): CellArgument {
  return { name, read: (value) => parseDate(name, value) };
}

function readWholeNumber(value: CellValue): number {
  if (typeof value === "number") return value;
  throw new InputError("n", `n (${showCell(value)}) must be a whole number other than 0`);
}

function readWeekly(value: CellValue): number {
  if (value === true || value === 1) return 1;
  if (value === false || value === 0) return 0;
  throw new InputError("weekly", `weekly (${showCell(value)}) must be TRUE or FALSE`);
}

function readSettle(value: CellValue): number {
  const word = typeof value === "string" ? value.trim().toUpperCase() : "";
  if (word === "AM") return AM;
  if (word === "PM") return PM;
  throw new InputError("settle", `settle (${showCell(value)}) must be "AM" or "PM"`);
}
