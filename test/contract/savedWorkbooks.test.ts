import { builtFunctions, CellError } from "./support/builtFunctions";
import { brokenWorkbooks, type Signature } from "./support/brokenWorkbooks";
import { exampleCalls } from "./support/exampleCalls";
import recorded from "./savedWorkbooks.json";

/**
 * A workbook stores a function by its id and its arguments by their places. What is recorded in savedWorkbooks.json may
 * be added to and never altered.
 */
const built = builtFunctions();
const now: Signature[] = built.metadata.map(({ id, parameters, result }) => ({
  id,
  parameters: parameters.map(
    ({ name, dimensionality, optional }) =>
      `${name} ${dimensionality === "matrix" ? "range" : "value"}${optional === true ? " optional" : ""}`,
  ),
  result: result.dimensionality === "matrix" ? "range" : "value",
}));

test("nothing breaks in a workbook that was saved with the recorded functions", () => {
  expect(brokenWorkbooks(recorded, now)).toEqual([]);
});

test("every function and parameter of today is recorded, for the next change to be held against", () => {
  // Fails after an addition: `node scripts/savedWorkbooks.mjs` writes it down.
  expect(recorded).toEqual(now);
});

test("a function that promises one value gives one, and one that promises a range gives rows", () => {
  const examples = exampleCalls(built);
  // Over their built-in history these take seconds: test/functions/audit.test.ts holds their tables.
  const quick = now.filter(({ id }) => id !== "COSTAUDIT" && id !== "BACKTEST");
  const wrong = quick.flatMap(({ id, result }) =>
    (examples.get(id) ?? []).flatMap((given) => {
      const outcome = built.associated.get(id)?.(...given);
      return (result === "range") === Array.isArray(outcome) && !(outcome instanceof CellError) ? [] : [id];
    }),
  );
  expect(wrong).toEqual([]);
});

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
  expect(brokenWorkbooks([before], after).join("\n")).toContain(words);
});

test("it tells of a value that becomes a range", () => {
  expect(brokenWorkbooks([{ ...before, result: "value" }], [before]).join()).toContain("#SPILL!");
});

test("a new function and a new optional parameter at the end break nothing", () => {
  const grown = { ...before, parameters: [...before.parameters, "model value optional"] };
  expect(brokenWorkbooks([before], [grown, { ...before, id: "NEW" }])).toEqual([]);
});
