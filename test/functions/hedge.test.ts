import "./support/customFunctions";
import {
  hedgeCheck,
  hedgeRatio,
  layer,
  layerWeights,
  preset,
  press,
  thetaFix,
} from "../../src/functions/hedge";
import { netTheta } from "../../src/functions/book";
import { workedBook, workedMarket } from "../alvh/workedCase";
import { thrownBy } from "./support/thrownBy";

test("LAYERWEIGHTS of 442 are .4, .4, .2, also by default", () => {
  expect(layerWeights("442")).toEqual([[0.4, 0.4, 0.2]]);
  expect(layerWeights()).toEqual([[0.4, 0.4, 0.2]]);
  expect(layerWeights(null, null as never, [["Layer1.Weight", 0.5], ["Layer2.Weight", 0.3]])).toEqual([[0.5, 0.3, 0.2]]); // prettier-ignore
});

test("LAYER alone answers: 4, 4 and 2 contracts for ten condors", () => {
  expect(layer().map((row) => row[10] as unknown)).toEqual(["Contracts", 4, 4, 2, 10]);
  expect(layer(null as never, null, null as never, null as never)).toEqual(layer());
  expect(layer([[10]], "442", workedMarket).map((row) => row[10] as unknown)).toEqual([
    "Contracts",
    4,
    4,
    2,
    10,
  ]);
});

test("LAYER of a book counts its condors, and its result is a book again", () => {
  const plan = layer(workedBook, "442", workedMarket);
  expect(plan[1]?.[10]).toBe(4);
  expect(netTheta(plan, workedMarket)[0]?.[0]).toBeCloseTo(plan.at(-1)?.[13] as number, 8);
});

test("PRESET spills a settings range that LAYER takes, edited", () => {
  const table = preset("442");
  expect(table[0]).toEqual(["Setting", "Value"]);
  const edited = table.map(([name, value]) => [name, name === "A01.CondorsPerUnit" ? 5 : value]);
  expect(layer([[10]], null, null as never, edited).map((row) => row[10] as unknown)).toEqual([
    "Contracts",
    8,
    8,
    4,
    20,
  ]);
});

test.each<[string, () => unknown, string]>([
  ["an unknown preset", () => layer([[10]], "441"), "(the nearest is 442)"],
  [
    "an unknown setting",
    () => layer([[10]], "442", null as never, [["Weekly", "on"]]),
    '"Weekly" is not a setting; the nearest are A05.Weeklies',
  ],
  [
    "a negative count",
    () => layer([[-1]]),
    "condors (-1) must be a positive number of iron condors, at most 1,000,000, or a book",
  ],
  [
    "a market without AsOf",
    () =>
      layer([[10]], "442", [
        ["VIX", 20],
        ["VVIX", 90],
      ]),
    "market needs a row AsOf",
  ],
])("%s is #VALUE! with a sentence", (_, run, sentence) => {
  const error = thrownBy(run);
  expect(error.code).toBe("#VALUE!");
  expect(error.message).toContain(sentence);
});

test("HEDGERATIO takes days, or a book that has them", () => {
  expect(hedgeRatio(workedMarket, 30)[1]).toEqual(["B02 target ratio", 0.55, expect.any(String)]);
  expect(hedgeRatio(workedMarket, null, workedBook).length).toBeGreaterThan(10);
  expect(thrownBy(() => hedgeRatio(workedMarket, null)).message).toContain("dte is blank");
});

test("HEDGECHECK answers in rows of check, actual, target, verdict and rule", () => {
  const rows = hedgeCheck(workedBook, workedMarket, [["B17.CondorsPerSpread", 1]]);
  expect(rows[0]).toEqual(["Check", "Actual", "Target", "Verdict", "Unit or rule, as of 2022-02-04 16:15"]);
  expect(rows.find(([name]) => name === "G10 contracts")?.[2]).toBe(10);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([5]));
});

test("THETAFIX without a target aims at zero", () => {
  expect(thetaFix(workedBook, workedMarket).at(-1)?.[7]).toContain("target 0 $/day");
  expect(thetaFix(workedBook, workedMarket, 250).at(-1)?.[7]).toContain("target 250 $/day");
  expect(thrownBy(() => thetaFix(workedBook, workedMarket, "much")).message).toBe(
    'target: "much" is not a number',
  );
});

test("PRESS takes a number or a ledger", () => {
  expect(press(3000 as never, workedMarket)[1]).toEqual(["F01 theta collected", 3000, expect.any(String)]);
  expect(press([["2022-01-07", 1000]], workedMarket)[0]?.[0]).toBe("Date");
  expect(thrownBy(() => press([[-5]], workedMarket)).code).toBe("#VALUE!");
});
