import { writeFileSync } from "node:fs";
import { BOOK_COLUMNS } from "../../src/alvh/bookColumns";
import { MARKET_ROWS } from "../../src/alvh/market";
import { GROUPINGS } from "../../src/alvh/netGreeks";
import { PRESETS } from "../../src/alvh/presets";
import { SETTINGS } from "../../src/alvh/settings";
import { STRESS_EVENTS } from "../../src/alvh/stressEvents";
import { VX_BETA_MODELS } from "../../src/alvh/vxBeta";
import { builtFunctions, CellError, type FunctionMetadata } from "./support/builtFunctions";
import { brokenWorkbooks, type Contract, type Signature } from "./support/brokenWorkbooks";
import { exampleCalls } from "./support/exampleCalls";
import recorded from "./savedWorkbooks.json";

/**
 * A workbook stores a function by its id, its arguments by their places, what it takes from a result by its column, and
 * in its cells the names of settings, presets, columns and the like. What is recorded in savedWorkbooks.json may be
 * added to and never altered; after an addition, RECORD=1 writes it anew.
 */
const built = builtFunctions();
const examples = exampleCalls(built);
const now: Contract = {
  functions: built.metadata.map(signature),
  words: {
    setting: SETTINGS.map(({ name }) => name),
    preset: PRESETS.flatMap(({ name, aliases }) => [name, ...aliases]),
    "past event": STRESS_EVENTS.map(({ name }) => name),
    "curve model": VX_BETA_MODELS,
    grouping: GROUPINGS,
    "column of a book": [...BOOK_COLUMNS].flatMap(([name, aliases]) => [name, ...aliases]),
    "row of a market": [...MARKET_ROWS].flatMap(([name, { aliases }]) => [name, ...aliases]),
  },
};
if (process.env["RECORD"] === "1") {
  writeFileSync("test/contract/savedWorkbooks.json", `${JSON.stringify(now, null, 1)}\n`);
}

test("nothing breaks in a workbook that was saved under the recorded contract", () => {
  expect(brokenWorkbooks(recorded, now)).toEqual([]);
});

test("everything of today is recorded, for the next change to be held against", () => {
  // Fails after an addition: `RECORD=1 npx jest test/contract/savedWorkbooks` writes it down.
  expect(recorded).toEqual(now);
});

test("a function that promises one value gives one, and one that promises a range gives rows", () => {
  const wrong = now.functions.flatMap(({ id, result }) =>
    outcomes(id).flatMap((outcome) =>
      (result === "range") === Array.isArray(outcome) && !(outcome instanceof CellError) ? [] : [id],
    ),
  );
  expect(wrong).toEqual([]);
});

function signature({ id, parameters, result }: FunctionMetadata): Signature {
  const headers = outcomes(id)
    .map(headerOf)
    .filter((header) => header.length > 0);
  return {
    id,
    parameters: parameters.map(
      ({ name, dimensionality, optional }) =>
        `${name} ${dimensionality === "matrix" ? "range" : "value"}${optional === true ? " optional" : ""}`,
    ),
    result: result.dimensionality === "matrix" ? "range" : "value",
    ...(headers.length > 0 ? { headers } : {}),
  };
}

/** What the examples of a function give. */
function outcomes(id: string): unknown[] {
  return (examples.get(id) ?? []).map((given) => built.associated.get(id)?.(...given));
}

/** The first row of a table, where it names the columns. */
function headerOf(outcome: unknown): string[] {
  if (!Array.isArray(outcome) || outcome.length < 2) return [];
  const [first] = outcome as unknown[][];
  const isHeader = first!.length > 1 && first!.every((cell) => typeof cell === "string");
  return isHeader ? (first as string[]) : [];
}

const contract = (...functions: Signature[]): Contract => ({ functions, words: {} });
const before: Signature = { id: "X", parameters: ["book range", "days value optional"], result: "range" };

test.each<[string, Signature[], string]>([
  ["a function that is gone", [], "would turn to #NAME?"],
  ["a renamed function", [{ ...before, id: "Y" }], "would turn to #NAME?"],
  [
    "a parameter that is gone",
    [{ ...before, parameters: ["book range"] }],
    "argument 2 (days) would be refused",
  ],
  [
    "a parameter put before others",
    [{ ...before, parameters: ["market range", "book range", "days value optional"] }],
    "would pass what was meant as book for market, argument 1",
  ],
  [
    "a new parameter that is required",
    [{ ...before, parameters: [...before.parameters, "model value"] }],
    "would lack model",
  ],
  [
    "an optional parameter that becomes required",
    [{ ...before, parameters: ["book range", "days value"] }],
    "without days would be refused",
  ],
  [
    "a range that becomes one cell",
    [{ ...before, parameters: ["book value", "days value optional"] }],
    "a range as book would be cut to one cell",
  ],
  [
    "a range result that becomes one value",
    [{ ...before, result: "value" }],
    "would no longer fill the cells",
  ],
])("it tells of %s", (_change, after, words) => {
  expect(brokenWorkbooks(contract(before), contract(...after)).join("\n")).toContain(words);
});

test("it tells of a value that becomes a range", () => {
  expect(brokenWorkbooks(contract({ ...before, result: "value" }), contract(before)).join()).toContain(
    "#SPILL!",
  );
});

test("a new function and a new optional parameter at the end break nothing", () => {
  const grown = { ...before, parameters: [...before.parameters, "model value optional"] };
  expect(brokenWorkbooks(contract(before), contract(grown, { ...before, id: "NEW" }))).toEqual([]);
});

test("it tells of a column that is gone, renamed or has another before it, and not of one added last", () => {
  const table = (...header: string[]) => contract({ ...before, headers: [header] });
  const broken = (...header: string[]) => brokenWorkbooks(table("Layer", "Theta $/day"), table(...header));
  expect(broken("Layer", "VIX01", "Theta $/day")).toEqual([
    "=INDEX(ALVH.X(…), row, 2) would show VIX01 where it showed Theta $/day: append new columns last, and keep the headers",
  ]);
  expect(broken("Layer")[0]).toContain("would show nothing where it showed Theta $/day");
  expect(broken("Layer", "Theta $/day", "VIX01")).toEqual([]);
});

test("it tells of a setting that is renamed", () => {
  const named = (...setting: string[]): Contract => ({ functions: [], words: { setting } });
  expect(
    brokenWorkbooks(named("B15.WingExtra", "A13.Tilt"), named("B15.WingExtra", "A13.SlopeTilt")),
  ).toEqual(['the setting "A13.Tilt" in a saved workbook would no longer be known: keep the name']);
});
