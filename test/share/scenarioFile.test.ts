import { readFileSync } from "node:fs";
import { marketRows, readScenario, scenarioText, type SharedScenario } from "../../src/share/scenarioFile";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** Closes of 4 February 2022 (Cboe). */
const scenario: SharedScenario = {
  market: [
    ["AsOf", 44596.677083333336],
    ["SPX", 4500.53],
    ["VIX", 23.22],
    [44608, 24.2613],
  ],
  shocks: { spotShock: -0.05, vixShock: 10, days: 5, curveModel: "TWOFACTOR" },
  preset: "442",
  settings: { "B15.WingExtra": 24 },
};
const file = JSON.parse(scenarioText(scenario)) as Record<string, unknown>;
const changed = (change: object) => JSON.stringify({ ...file, ...change });

test("what is written is read back, and says its schema and version", () => {
  expect(readScenario(scenarioText(scenario))).toEqual(scenario);
  expect(file).toMatchObject({ schema: "alvh-scenario", version: 1, addIn: version });
});

test("of a market range the rows with a name and a value go along", () => {
  expect(
    marketRows([
      ["Name", "Value"],
      ["SPX", 4500, "points"],
      ["", 3],
      ["VIX", ""],
      [null, null],
    ]),
  ).toEqual([
    ["Name", "Value"],
    ["SPX", 4500],
  ]);
});

test.each<[string, string, RegExp]>([
  ["text", "SPX,4500", /not JSON/],
  ["another file", "{}", /no scenario of this add-in/],
  ["a list", "[]", /must be an object/],
  ["a newer version", changed({ version: 2 }), /version 2, and this add-in reads 1/],
  ["a part of somebody else's", changed({ script: "x" }), /"script" that is not known/],
  ["a VIX in decimals", changed({ market: [["VIX", 0.2]] }), /VIX is in points/],
  ["a row of three", changed({ market: [["VIX", 20, 1]] }), /Row 1 of the scenario's market/],
  ["a shock in percent", changed({ shocks: { ...scenario.shocks, spotShock: -5 } }), /use -0\.05/],
  ["a VIX below 1", changed({ shocks: { ...scenario.shocks, vixShock: -23 } }), /must stay at 1 or more/],
  ["no days", changed({ shocks: { ...scenario.shocks, days: null } }), /days/],
  ["a curve model", changed({ shocks: { ...scenario.shocks, curveModel: "GL2" } }), /GL2.*not known/],
  ["a preset", changed({ preset: "443" }), /443/],
  ["a setting", changed({ settings: { "B15.WingExtra": 99 } }), /WingExtra/],
  ["a setting's name", changed({ settings: { Nonsense: 1 } }), /Nonsense/],
  ["a text without end", `"${"x".repeat(200_001)}"`, /too long/],
])("%s is refused with a sentence", (_, text, sentence) => {
  expect(() => readScenario(text)).toThrow(sentence);
  expect(() => readScenario(text)).toThrow(expect.objectContaining({ name: "FileRefusal" }));
});
