import { InputError } from "../core/errors";
import { timeOfDay } from "./dates";
import { settlementInstant } from "./expirations";
import { isTradingDay, previousTradingDay } from "./holidays";
import { neutraliseText } from "./neutraliseText";
import { parseQuoteTableDate } from "./quoteTableDate";
import { parseQuoteTableNumber, type QuoteTableNotation } from "./quoteTableNumber";
import { showCell } from "./readNumber";

/** What the lines above a quote table say. */
export interface QuoteTableBanner {
  /** Name of the index, safe to write to a cell; "" when there is none. */
  readonly title: string;
  /** Last level of the index, points. */
  readonly spot: number | undefined;
  /** When the file was made, New York, an Excel serial. */
  readonly downloadedAt: number | undefined;
  /** The moment its quotes are of: see `quoteMoment`. */
  readonly asOf: number | undefined;
}

/**
 * Reads the lines above the header of a quote table. Cboe has written the date as "Date: January 7, 2024 at 10:52 AM EST",
 * "Date: February 5 2022, 8:09 PM EST" and "Mar 22 2020 @ 18:24 ET", and the level as "Last: 4500.53" or bare.
 * @param lines their cells; line 1 of the file first.
 */
export function readQuoteTableBanner(
  lines: readonly (readonly string[])[],
  notation: QuoteTableNotation = "Cboe",
): QuoteTableBanner {
  const titleLine = lines.findIndex((cells) => cells.join("").trim() !== "" && !isDateLine(cells));
  const title = (lines[titleLine]?.[0] ?? "").trim();
  const downloadedAt = readDownloadTime(lines);
  return {
    title: neutraliseText(title),
    spot: titleLine < 0 ? undefined : readSpot(lines[titleLine] ?? [], titleLine + 1, notation),
    downloadedAt,
    asOf: downloadedAt === undefined ? undefined : quoteMoment(downloadedAt),
  };
}

/**
 * The moment that delayed quotes are of: 15 minutes before the download while SPX options trade (from 09:30 to 15 minutes
 * past the close), else the end of the last such session.
 */
export function quoteMoment(downloadedAt: number): number {
  const quoted = downloadedAt - QUARTER_OF_AN_HOUR;
  const day = Math.floor(quoted);
  if (!isTradingDay(day) || quoted < day + OPEN) return sessionEnd(previousTradingDay(day));
  return Math.min(quoted, sessionEnd(day));
}

const QUARTER_OF_AN_HOUR = timeOfDay(0, 15);
const OPEN = timeOfDay(9, 30);

function sessionEnd(day: number): number {
  return settlementInstant(day, "PM") + QUARTER_OF_AN_HOUR;
}

/** Hours from a zone's clock to New York's. */
const HOURS_TO_NEW_YORK: ReadonlyMap<string, number> = new Map([
  ["E", 0],
  ["C", 1],
  ["M", 2],
  ["P", 3],
]);

const DATE_LABEL = /^\s*date\s*:\s*/i;

const MOMENT =
  /([A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}),?(?: +at| +@)? +(\d{1,2}):(\d{2})(?: *([AP])M)?(?: +([A-Z]{2,5}))?\s*(?:,|$)/i;

function isDateLine(cells: readonly string[]): boolean {
  return cells.some((cell) => DATE_LABEL.test(cell)) || MOMENT.test(cells.join(","));
}

function readDownloadTime(lines: readonly (readonly string[])[]): number | undefined {
  for (const [index, cells] of lines.entries()) {
    const text = cells.join(",");
    const column = cells.findIndex((cell) => DATE_LABEL.test(cell)) + 1;
    const match = MOMENT.exec(text.replace(DATE_LABEL, ""));
    const serial = match === null ? undefined : momentOf(match);
    if (serial !== undefined) return serial;
    if (match !== null || column > 0) {
      throw new InputError(
        "file",
        `line ${index + 1}, column ${Math.max(column, 1)}: ${showCell(cells[Math.max(column, 1) - 1])} is not a ` +
          `date and time like "Date: January 7, 2024 at 10:52 AM EST"`,
      );
    }
  }
  return undefined;
}

/** The serial of a matched date and time, undefined where there is no such moment or the zone is not American. */
function momentOf([, date = "", hourText = "", minuteText = "", half = "", zone = "ET"]: RegExpExecArray):
  number | undefined {
  const day = parseQuoteTableDate(date);
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  const isPossible = half === "" ? hour <= 23 : hour >= 1 && hour <= 12;
  const hoursAhead = /^[A-Z](?:[SD]?T)$/i.test(zone)
    ? HOURS_TO_NEW_YORK.get(zone.charAt(0).toUpperCase())
    : undefined;
  if (Number.isNaN(day) || !isPossible || minute > 59 || hoursAhead === undefined) return undefined;
  const hourOfDay = half === "" ? hour : (hour % 12) + (half.toUpperCase() === "P" ? 12 : 0);
  return day + timeOfDay(hourOfDay + hoursAhead, minute);
}

function readSpot(cells: readonly string[], line: number, notation: QuoteTableNotation): number | undefined {
  const labelled = cells.findIndex((cell) => LAST.test(cell.trim()));
  const position = labelled >= 0 ? labelled : 1;
  const text = (cells[position] ?? "").trim().replace(LAST, "");
  if (text === "") return undefined;
  const spot = parseQuoteTableNumber(text, notation);
  if (spot > 0 && Number.isFinite(spot)) return spot;
  throw new InputError(
    "file",
    `line ${line}, column ${position + 1}: ${showCell(cells[position])} is not the level of an index, like "Last: 4500.53"`,
  );
}

const LAST = /^last\s*:\s*/i;
