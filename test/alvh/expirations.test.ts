import { formatIsoDate, formatIsoDateTime, parseIsoDate, weekday } from "../../src/alvh/dates";
import {
  daysToExpiry,
  expiryInstant,
  isMonthlyVixExpiration,
  isSpxAmExpiration,
  isSpxwExpiration,
  isVixExpiration,
  nextVixExpirations,
  settlementInstant,
  spxExpiration,
  vixExpiration,
} from "../../src/alvh/expirations";
import { InputError } from "../../src/core/errors";
import { goldenTable } from "../data/readTable";

/** What each kind of known-expirations.csv says of a day. */
const CLAIMS: Record<string, (day: number) => boolean> = {
  "VIX monthly": (day) => isMonthlyVixExpiration(day) && isVixExpiration(day),
  "VIX weekly": (day) => isVixExpiration(day) && !isMonthlyVixExpiration(day),
  "VIX none": (day) => !isVixExpiration(day) && !isMonthlyVixExpiration(day),
  "SPX AM": isSpxAmExpiration,
  SPXW: isSpxwExpiration,
  "SPXW none": (day) => !isSpxwExpiration(day),
};

test.each(goldenTable("known-expirations.csv").map(({ kind, date, source }) => [kind!, date!, source!]))(
  "%s: %s (%s)",
  (kind, date) => {
    expect(CLAIMS[kind]!(parseIsoDate(date))).toBe(true);
  },
);

/** Each month's VIX and SPX expirations from 2004 on, by a second method. */
const byRule = goldenTable("expirations-by-rule.csv").map(({ vix, spx }) => ({ vix: vix!, spx: spx! }));

test("the next monthly VIX expirations are those of a second method, month after month to 2040", () => {
  const found = nextVixExpirations(parseIsoDate("2004-01-02"), byRule.length, false);
  expect(found.map(formatIsoDate)).toEqual(byRule.map(({ vix }) => vix));
});

test("the next monthly SPX expirations are those of a second method, month after month to 2040", () => {
  let expiration = parseIsoDate("2004-01-02");
  const found = byRule.map(() => {
    expiration = spxExpiration(expiration, 1, "AM");
    return formatIsoDate(expiration);
  });
  expect(found).toEqual(byRule.map(({ spx }) => spx));
});

test("a count back finds the same expirations", () => {
  const from = parseIsoDate("2022-12-31");
  const until = byRule.filter(({ vix }) => vix > "2019" && vix < "2022-12-31").reverse();
  expect(until.map((_, index) => formatIsoDate(vixExpiration(from, -1 - index, false)))).toEqual(
    until.map(({ vix }) => vix),
  );
});

test("weekly expirations of VIX from 2022-02-04: every Wednesday, but the Tuesday of March's monthly", () => {
  const found = nextVixExpirations(parseIsoDate("2022-02-04 16:15"), 7, true);
  expect(found.map(formatIsoDate)).toEqual([
    "2022-02-09",
    "2022-02-16",
    "2022-02-23",
    "2022-03-02",
    "2022-03-09",
    "2022-03-15",
    "2022-03-23",
  ]);
});

test("before weekly contracts began in August 2015 the weekly list holds the monthly ones", () => {
  const found = nextVixExpirations(parseIsoDate("2015-06-30"), 3, true);
  expect(found.map(formatIsoDate)).toEqual(["2015-07-22", "2015-08-05", "2015-08-12"]);
});

test("SPXW expirations of February 2022: Monday, Wednesday, Friday, and Tuesday after Presidents Day", () => {
  // The chain of that day lists 02-07, 02-09, 02-11, …; after a Monday holiday Cboe lists the Tuesday.
  const found = Array.from({ length: 11 }, (_, index) =>
    formatIsoDate(spxExpiration(parseIsoDate("2022-02-04 16:15"), index + 1, "PM")).slice(5),
  );
  expect(found).toEqual("02-07 02-09 02-11 02-14 02-16 02-18 02-22 02-23 02-25 02-28 03-02".split(" "));
});

test("since June 2022 every trading day is an SPXW expiration", () => {
  const closed = new Set(
    goldenTable("closures-by-rule.csv")
      .filter(({ hours }) => hours === "closed")
      .map(({ date }) => date),
  );
  const different: string[] = [];
  for (let day = parseIsoDate("2022-06-01"); day <= parseIsoDate("2026-12-31"); day += 1) {
    const isWeekday = weekday(day) >= 1 && weekday(day) <= 5;
    const expected = isWeekday && !closed.has(formatIsoDate(day));
    if (isSpxwExpiration(day) !== expected) different.push(formatIsoDate(day));
  }
  expect(different).toEqual([]);
});

test("a contract that has stopped is past: the AM ones by a bare date on their day, the PM ones as well", () => {
  const vixDay = parseIsoDate("2022-02-16");
  expect(formatIsoDate(vixExpiration(vixDay, 1, false))).toBe("2022-03-15");
  expect(formatIsoDate(vixExpiration(vixDay, -1, false))).toBe("2022-02-16");
  const spxwDay = parseIsoDate("2022-02-11");
  expect(formatIsoDate(spxExpiration(spxwDay, 1, "PM"))).toBe("2022-02-14");
  expect(formatIsoDate(spxExpiration(spxwDay, -1, "PM"))).toBe("2022-02-11");
});

test("an expiration counts until the very minute of its settlement", () => {
  const oneMinuteBefore = parseIsoDate("2022-02-16 09:29");
  const settlement = parseIsoDate("2022-02-16 09:30");
  expect(formatIsoDate(vixExpiration(oneMinuteBefore, 1, false))).toBe("2022-02-16");
  expect(formatIsoDate(vixExpiration(oneMinuteBefore, -1, false))).toBe("2022-01-19");
  expect(formatIsoDate(vixExpiration(settlement, 1, false))).toBe("2022-03-15");
  expect(formatIsoDate(vixExpiration(settlement, -1, false))).toBe("2022-02-16");
  // Excel's DATE + TIME may differ from our sum in the last bit.
  expect(formatIsoDate(vixExpiration(settlement - 1e-11, 1, false))).toBe("2022-03-15");
});

test.each([
  ["2022-02-16", "AM", "2022-02-16 09:30"],
  ["2022-03-18", "PM", "2022-03-18 16:00"],
  ["2022-11-25", "PM", "2022-11-25 13:00"],
  ["2024-07-03", "PM", "2024-07-03 13:00"],
  ["2022-11-25", "AM", "2022-11-25 09:30"],
] as const)("a contract of %s, %s, stops at %s", (day, settle, instant) => {
  expect(formatIsoDateTime(settlementInstant(parseIsoDate(day), settle))).toBe(instant);
});

/** Each worked by hand: whole days plus minutes / 1440. */
test.each([
  // The reference case: 42 days less 15 minutes.
  ["2022-02-04 16:15", "2022-03-18", undefined, 42 - 15 / 1440],
  ["2022-02-04 16:15", "2022-03-18", "PM", 42 - 15 / 1440],
  ["2022-02-04 16:15", "2022-03-18", "AM", 42 - 405 / 1440],
  ["2022-02-04 16:15", "2022-02-16", "AM", 12 - 405 / 1440],
  // The clocks change on 2022-03-13: the wall clock does not count it.
  ["2022-03-12 09:30", "2022-03-14", "AM", 2],
  // A bare asOf means 16:00.
  ["2022-02-04", "2022-02-07", undefined, 3],
  // A short day ends at 13:00.
  ["2022-11-25 09:30", "2022-11-25", "PM", 210 / 1440],
  // The expiry's own time counts, unless settle is given.
  ["2022-02-04", "2022-02-07 12:00", undefined, 3 - 240 / 1440],
  ["2022-02-04", "2022-02-07 12:00", "PM", 3],
  // At and after the end.
  ["2022-02-16 09:30", "2022-02-16", "AM", 0],
  ["2022-02-16", "2022-02-16", "AM", -390 / 1440],
] as const)("from %s to %s (%s) are %d days", (asOf, expiry, settle, days) => {
  expect(daysToExpiry(parseIsoDate(asOf), parseIsoDate(expiry), settle)).toBeCloseTo(days, 12);
});

test("an expiry's own time stands, a bare one is its settlement", () => {
  expect(formatIsoDateTime(expiryInstant(parseIsoDate("2022-03-18 15:00")))).toBe("2022-03-18 15:00");
  expect(formatIsoDateTime(expiryInstant(parseIsoDate("2022-03-18")))).toBe("2022-03-18 16:00");
  expect(formatIsoDateTime(expiryInstant(parseIsoDate("2022-03-18 15:00"), "AM"))).toBe("2022-03-18 09:30");
});

test.each([0, 1.5, NaN, Infinity])("n = %d is refused", (n) => {
  const message = `n (${n}) must be a whole number other than 0: 1 is the next expiration, -1 the latest past one`;
  expect(() => vixExpiration(44596, n, false)).toThrow(InputError);
  expect(() => spxExpiration(44596, n, "AM")).toThrow(message);
});

test.each([0, -1, 2.5, NaN])("a count of %d is refused", (count) => {
  expect(() => nextVixExpirations(44596, count, false)).toThrow(
    `count (${count}) must be a whole number above 0`,
  );
});

test("beyond the calendar there is a sentence, not a guess", () => {
  expect(() => vixExpiration(parseIsoDate("2042-01-03"), 1, false)).toThrow(/must be from 2004 to 2041/);
  expect(() => vixExpiration(parseIsoDate("2004-01-05"), -1, false)).toThrow(
    "n (-1) leads beyond the market calendar",
  );
  expect(() => vixExpiration(parseIsoDate("2022-02-04"), 5000, false)).toThrow("n (5000) must lie between");
});

test("the last expiration of 2040 is known, though its rule looks at the January after", () => {
  // The third Friday of January 2041 is the 18th; 30 days before it is Wednesday 2040-12-19.
  expect(vixExpiration(parseIsoDate("2040-11-25"), 1, false)).toBe(parseIsoDate("2040-12-19"));
});
