import { nearestNames, normaliseName } from "../../src/alvh/names";

test("names are compared without case, spaces, hyphens, underscores, invisible characters or a unit in brackets", () => {
  const same = [
    "Open Interest",
    "open_interest",
    "OPEN-INTEREST",
    "open\u200binterest",
    "Open interest (contracts)",
  ];
  expect(new Set(same.map(normaliseName))).toEqual(new Set(["openinterest"]));
});

test("the nearest names come first", () => {
  expect(nearestNames("HedgeBuget", ["HedgeNotional", "HedgeBudget", "RiskCapital"], 1)).toEqual([
    "HedgeBudget",
  ]);
});

test("a name without its rule is compared with the part after the dot", () => {
  expect(nearestNames("Weekly", ["VIXVolK", "A05.Weeklies"], 1)).toEqual(["A05.Weeklies"]);
});

test("the longest cell is normalised at once", () => {
  expect(normaliseName("(".repeat(32767)).length).toBeLessThan(200);
});
