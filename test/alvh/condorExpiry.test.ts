import { condorExpiry } from "../../src/alvh/condorExpiry";
import { parseIsoDate } from "../../src/alvh/dates";

const asOf = parseIsoDate("2022-02-04 16:15");

// Expirations: the Cboe chain of 2022-02-04; 16:15 is a quarter of an hour after the settlement's time of day.
test.each([
  ["whole days, as a chain shows them", 42, "SPXW", "2022-03-18", 42 - 15 / 1440],
  ["the exact days to the close", 42 - 15 / 1440, "SPXW", "2022-03-18", 42 - 15 / 1440],
  ["those rounded to two decimals", 41.99, "SPXW", "2022-03-18", 42 - 15 / 1440],
  ["the days to the opening of a third Friday", 42 - 405 / 1440, "SPX", "2022-03-18", 42 - 405 / 1440],
  ["the days to the opening of another Friday", 35 - 405 / 1440, "SPXW", undefined, 35 - 405 / 1440],
  ["a Saturday", 43, "SPXW", undefined, 43],
  ["a Tuesday, before Tuesdays were listed", 11, "SPXW", undefined, 11],
  ["days and a half", 41.5, "SPXW", undefined, 41.5],
] as const)("%s", (_, dte, symbol, day, days) => {
  const expiry = condorExpiry(asOf, dte);
  expect(expiry.symbol).toBe(symbol);
  expect(expiry.day).toBe(day === undefined ? undefined : parseIsoDate(day));
  expect(expiry.days).toBeCloseTo(days, 12);
});

test("before third Fridays had a PM contract the monthly one stands for whole days", () => {
  expect(condorExpiry(parseIsoDate("2009-01-02"), 14)).toMatchObject({
    symbol: "SPX",
    day: parseIsoDate("2009-01-16"),
  });
});

test("without AsOf no expiration is known", () => {
  expect(condorExpiry(undefined, 42)).toEqual({ symbol: "SPXW", day: undefined, days: 42 });
});

test("less than a second is no time to expiry, and refused by name", () => {
  expect(() => condorExpiry(asOf, 5e-324)).toThrow("dte (5e-324) is less than a second: give calendar days");
  expect(() => condorExpiry(undefined, 0.4 / 86400)).toThrow("is less than a second");
  expect(condorExpiry(undefined, 1 / 86400).days).toBe(1 / 86400);
});

test("a settlement just past is not the expiry", () => {
  expect(condorExpiry(parseIsoDate("2022-02-04 16:05"), 0.002).day).toBeUndefined();
});
