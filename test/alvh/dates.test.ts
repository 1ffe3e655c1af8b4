import fc from "fast-check";
import {
  atClose,
  civilDate,
  daysBetween,
  formatIsoDate,
  formatIsoDateTime,
  parseDate,
  parseIsoDate,
  serialOf,
  weekday,
} from "../../src/alvh/dates";
import { InputError } from "../../src/core/errors";

/** Serials as Excel shows them for =DATE(…), from the Excel documentation and common knowledge of its 1900 system. */
const KNOWN_SERIALS: [string, number, number][] = [
  // text, serial, day of the week (0 = Sunday)
  ["1990-01-01", 32874, 1],
  ["1998-01-31", 35826, 6], // DATEVALUE help: 1/30/98 is 35825
  ["2000-02-29", 36585, 2],
  ["2008-01-01", 39448, 2], // "January 1, 2008 is serial 39448": help page of DATE
  ["2011-08-22", 40777, 1], // DATEVALUE help: 8/22/2011 is 40777
  ["2022-02-04", 44596, 5],
  ["2022-03-18", 44638, 5],
  ["2099-12-31", 73050, 4],
];

test.each(KNOWN_SERIALS)("%s is serial %d", (text, serial, dayOfWeek) => {
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  expect(parseDate("asOf", text)).toBe(serial);
  expect(serialOf(year, month, day)).toBe(serial);
  expect(civilDate(serial)).toEqual({ year, month, day });
  expect(formatIsoDate(serial)).toBe(text);
  expect(weekday(serial)).toBe(dayOfWeek);
});

test("every day from 1990 to 2100 is the one JavaScript's own calendar says", () => {
  const different: string[] = [];
  for (let serial = 32874; serial <= 73415; serial += 1) {
    // Serial 25569 is 1970-01-01.
    const date = new Date((serial - 25569) * 86_400_000);
    const text = date.toISOString().slice(0, 10);
    if (
      formatIsoDate(serial) !== text ||
      parseIsoDate(text) !== serial ||
      weekday(serial) !== date.getUTCDay()
    ) {
      different.push(text);
    }
  }
  expect(different).toEqual([]);
});

test("times are fractions of a day, with a space or a T, with or without seconds", () => {
  expect(parseDate("asOf", "2022-02-04 16:15")).toBe(44596 + 975 / 1440);
  expect(parseDate("asOf", "2022-02-04T16:15")).toBe(44596 + 975 / 1440);
  expect(parseDate("asOf", "2022-02-04 12:00:00")).toBe(44596.5);
  expect(parseDate("asOf", " 2022-02-04 ")).toBe(44596);
});

test("an Excel date is taken as it is, with its time", () => {
  expect(parseDate("asOf", 44596)).toBe(44596);
  expect(parseDate("asOf", 44596.677)).toBe(44596.677);
  // What is left of a whole day after some arithmetic in the sheet.
  expect(parseDate("asOf", 44596 - 1e-10)).toBe(44596);
  expect(parseDate("asOf", 44596 + 1e-10)).toBe(44596);
});

test.each([
  ["4 Feb", 'asOf ("4 Feb") is not a date: use an Excel date or text like 2022-02-04 or 2022-02-04 16:15'],
  ["02/04/2022", /^asOf \("02\/04\/2022"\) is not a date: use/],
  ["2022-2-4", /^asOf \("2022-2-4"\) is not a date: use/],
  ["2022-02-30", /^asOf \("2022-02-30"\) is not a date: use/],
  ["2022-13-01", /^asOf \("2022-13-01"\) is not a date: use/],
  ["2022-00-10", /^asOf \("2022-00-10"\) is not a date: use/],
  ["2023-02-29", /^asOf \("2023-02-29"\) is not a date: use/],
  ["2022-02-04 24:00", /is not a date: use/],
  ["2022-02-04 16:60", /is not a date: use/],
  ["2022-02-04T16:15Z", /is not a date: use/],
  ["44596", /^asOf \("44596"\) is not a date: use/],
  [true, /^asOf \(true\) is not a date: use/],
  [NaN, /^asOf \(NaN\) is not a date: use/],
  [Infinity, /^asOf \(Infinity\) is not a date from 1990 to 2100: use/],
  [4050, /^asOf \(4050\) is not a date from 1990 to 2100: use/],
  [-1, /^asOf \(-1\) is not a date from 1990 to 2100: use/],
  ["1989-12-31", /^asOf \("1989-12-31"\) is not a date from 1990 to 2100: use/],
  ["2101-01-01", /^asOf \("2101-01-01"\) is not a date from 1990 to 2100: use/],
  // As a German, a French and an American write it: the day or the month first is not guessed.
  ["04.02.2022", /^asOf \("04\.02\.2022"\) is not a date: use an Excel date or text like 2022-02-04 or/],
  ["04/02/2022", /^asOf \("04\/02\/2022"\) is not a date: use an Excel date or text like 2022-02-04 or/],
  ["2/4/22", /^asOf \("2\/4\/22"\) is not a date: use/],
  ["4. Februar 2022", /^asOf \("4\. Februar 2022"\) is not a date: use/],
  ["", /^asOf is empty: use/],
  [null, /^asOf is empty: use/],
  [0, /^asOf is empty: use/],
])("%p is refused with a sentence", (value, sentence) => {
  expect(() => parseDate("asOf", value)).toThrow(InputError);
  expect(() => parseDate("asOf", value)).toThrow(sentence);
});

test("the limits themselves are dates", () => {
  expect(formatIsoDate(parseDate("asOf", "1990-01-01"))).toBe("1990-01-01");
  expect(formatIsoDate(parseDate("asOf", "2100-12-31"))).toBe("2100-12-31");
});

test("every minute comes back from its text", () => {
  fc.assert(
    fc.property(fc.integer({ min: 32874 * 1440, max: 73415 * 1440 }), (minute) => {
      expect(Math.round(parseIsoDate(formatIsoDateTime(minute / 1440)) * 1440)).toBe(minute);
    }),
  );
});

test("a date without a time means 16:00", () => {
  expect(formatIsoDateTime(atClose(44596))).toBe("2022-02-04 16:00");
  expect(formatIsoDateTime(atClose(44596.5))).toBe("2022-02-04 12:00");
});

test("a moment reached in two ways is 0 days from itself", () => {
  // Excel's own 09:30 and ours need not agree in the last bit.
  expect(daysBetween(44608 + 9.5 / 24 + 1e-11, 44608 + 34200 / 86400)).toBe(0);
});
