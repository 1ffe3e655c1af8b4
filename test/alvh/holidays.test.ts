import { existsSync } from "node:fs";
import { join } from "node:path";
import { formatIsoDate, parseIsoDate, serialOf, weekday } from "../../src/alvh/dates";
import {
  isEarlyClose,
  isHoliday,
  isTradingDay,
  nextTradingDay,
  nthWeekday,
  previousTradingDay,
} from "../../src/alvh/holidays";
import { InputError } from "../../src/core/errors";
import { goldenTable, readTable } from "../data/readTable";

function hours(day: number): string {
  if (!isTradingDay(day)) return "closed";
  return isEarlyClose(day) ? "13:00" : "open";
}

test.each(goldenTable("known-closures.csv").map(({ date, hours, source }) => [date!, hours!, source!]))(
  "%s: %s (%s)",
  (date, expected) => {
    expect(hours(parseIsoDate(date))).toBe(expected);
  },
);

test("every weekday from 2004 to 2041 agrees with a second method", () => {
  const special = new Map(goldenTable("closures-by-rule.csv").map((row) => [row["date"], row["hours"]]));
  const different: string[] = [];
  for (let day = serialOf(2004, 1, 1); day <= serialOf(2040, 12, 31); day += 1) {
    if (weekday(day) === 0 || weekday(day) === 6) continue;
    const expected = special.get(formatIsoDate(day)) ?? "open";
    if (hours(day) !== expected) different.push(`${formatIsoDate(day)} ${hours(day)}, not ${expected}`);
  }
  expect(different).toEqual([]);
});

test("weekends are closed, and no holiday", () => {
  expect(isTradingDay(parseIsoDate("2022-02-05"))).toBe(false);
  expect(isHoliday(parseIsoDate("2022-02-05"))).toBe(false);
  expect(isEarlyClose(parseIsoDate("2021-07-03"))).toBe(false);
});

test("a time of day does not matter", () => {
  expect(isTradingDay(parseIsoDate("2022-02-21 12:00"))).toBe(false);
  expect(isEarlyClose(parseIsoDate("2022-11-25 12:00"))).toBe(true);
  expect(previousTradingDay(parseIsoDate("2022-02-22 12:00"))).toBe(parseIsoDate("2022-02-18"));
});

test("the trading days beside Good Friday 2022 and over New Year 2022", () => {
  expect(formatIsoDate(previousTradingDay(parseIsoDate("2022-04-18")))).toBe("2022-04-14");
  expect(formatIsoDate(nextTradingDay(parseIsoDate("2022-04-14")))).toBe("2022-04-18");
  expect(formatIsoDate(previousTradingDay(parseIsoDate("2022-01-03")))).toBe("2021-12-31");
});

test("the third Friday of a month that begins on a Friday, a Saturday", () => {
  expect(formatIsoDate(nthWeekday(2022, 4, 5, 3))).toBe("2022-04-15");
  expect(formatIsoDate(nthWeekday(2022, 10, 5, 3))).toBe("2022-10-21");
});

test.each(["2003-12-31", "2042-01-01"])("%s is outside the calendar", (date) => {
  expect(() => isTradingDay(parseIsoDate(date))).toThrow(InputError);
  expect(() => isTradingDay(parseIsoDate(date))).toThrow(
    `date (${date}) must be from 2004 to 2041, the years of the market calendar`,
  );
});

test("a weekend outside the calendar is refused too", () => {
  expect(() => isTradingDay(parseIsoDate("2042-01-04"))).toThrow(/must be from 2004 to 2041/);
});

const SHARED = join(__dirname, "../../../shared/data/source");

/** Daily files that hold a row for each day of trading and no other: SPX prices; advances and declines. */
test.each(["spx_daily.csv", "nyse_ad_daily_2023_2026.csv"])("trading days are those of %s", (file) => {
  const path = join(SHARED, file);
  if (!existsSync(path)) {
    console.info(`skipped: ${file} is not here`);
    return;
  }
  const dates = readTable(path).map((row) => row["date"]!);
  const traded = new Set(dates);
  const different: string[] = [];
  for (let day = parseIsoDate(dates[0]!); day <= parseIsoDate(dates.at(-1)!); day += 1) {
    const date = formatIsoDate(day);
    if (isTradingDay(day) !== traded.has(date)) different.push(date);
  }
  expect(different).toEqual([]);
});
