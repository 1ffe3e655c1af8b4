import "./support/customFunctions";
import { layer, layerWeights, preset } from "../../src/functions/hedge";
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
