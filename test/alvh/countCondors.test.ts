import { countCondors } from "../../src/alvh/countCondors";
import { readMarket } from "../../src/alvh/market";
import { workedBook, workedHedge, workedMarket } from "./workedCase";

test("omitted means ten, a number is itself, a book is counted by its short SPX options", () => {
  expect(countCondors(undefined, undefined).condors).toBe(10);
  expect(countCondors([[25]], undefined).condors).toBe(25);
  expect(countCondors(workedBook, undefined).condors).toBe(10);
});

test("a book in a market has the VIX01 of its SPX legs: -108 a condor", () => {
  expect(countCondors(workedBook, readMarket(workedMarket)).vix01).toBeCloseTo(-1080, 0);
});

test("uneven sides count by the larger one", () => {
  const uneven = [["Underlying", "Kind", "Qty", "Strike", "DTE"], ["SPX", "put", -7, 4000, 30], ["SPX", "call", -5, 4900, 30]]; // prettier-ignore
  expect(countCondors(uneven, undefined).condors).toBe(7);
});

test.each([
  [[[-5]], "condors (-5) must be a positive number of iron condors, at most 1,000,000, or a book"],
  [[[0]], "condors (0) must be a positive number"],
  [[["ten"]], 'condors: "ten" is not a number'],
  [workedHedge, "condors: the book holds no short SPX option, so no iron condor"],
])("%j is refused with a sentence", (condors, sentence) => {
  expect(() => countCondors(condors, undefined)).toThrow(sentence);
});

test("with a market, condors past their expiry do not count, and are said to be left out", () => {
  const expired = ["IC", "SPXW", "put", -50, 4000, "2022-01-21", 0.2, "", ""];
  const counted = countCondors([...workedBook, expired], readMarket(workedMarket));
  expect([counted.condors, counted.expiredLegs]).toEqual([10, 1]);
  const later = readMarket(workedMarket.map((row) => (row[0] === "AsOf" ? ["AsOf", "2022-03-21"] : row)));
  expect(() => countCondors(workedBook, later)).toThrow(
    "condors: every short SPX option of the book is past its expiry",
  );
});
