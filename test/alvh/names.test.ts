import { nearestNames, normaliseName, unknownWord } from "../../src/alvh/names";

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

test("what is no slip of the pen has no nearest name", () => {
  const names = ["A08.Low", "A09.Low", "B02.High"];
  expect(nearestNames("36500", names)).toEqual([]);
  expect(nearestNames("<img src=x onerror=alert(1)>", names)).toEqual([]);
});

test("a word that is not known is shown with those that are, and with the nearest where there is one", () => {
  expect(unknownWord("groupBy", "layers", ["leg", "layer"])).toBe(
    'groupBy "layers" is not known: use leg, layer (the nearest is layer)',
  );
  expect(unknownWord("groupBy", true, ["leg", "layer"])).toBe("groupBy true is not known: use leg, layer");
  expect(unknownWord("groupBy", "__proto__", ["leg", "layer"])).toBe(
    'groupBy "__proto__" is not known: use leg, layer',
  );
});

test("a name without its rule is compared with the part after the dot", () => {
  expect(nearestNames("Weekly", ["VIXVolK", "A05.Weeklies"], 1)).toEqual(["A05.Weeklies"]);
});

test("the longest cell is normalised at once", () => {
  expect(normaliseName("(".repeat(32767)).length).toBeLessThan(200);
});
