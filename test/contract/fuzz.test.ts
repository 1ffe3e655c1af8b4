import { readFileSync } from "node:fs";
import { fromArgumentText } from "./support/argumentText";
import { builtFunctions } from "./support/builtFunctions";
import { exampleCalls } from "./support/exampleCalls";
import { checkedCall, fuzzFunction, fuzzWholeColumns } from "./support/fuzzFunction";

/**
 * Whatever Excel hands over, a function ends in time in a finite number, a text, TRUE or FALSE, or a cell error with a
 * sentence, and leaves its arguments as they were. The first calls of each here; `npm run fuzz` makes 100,000.
 */
const CALLS = 150;
const SEED = 20221104;
/** A whole column has 1,048,576 rows: that many only in `npm run fuzz`. */
const ROWS = 1500;

/** Functions that solve or replay take milliseconds a call. */
const SLOW_CALLS = 30;
const SLOW = new Set(["BACKTEST", "COSTAUDIT", "BREAKEVEN", "POP", "LAYEROPT", "THETAFIX", "TIMESHIFT"]);

const built = builtFunctions({ withStacks: false });
const examples = exampleCalls(built);
const functions = built.metadata.map((description) => ({
  id: description.id,
  description,
  implementation: built.associated.get(description.id)!,
  examples: examples.get(description.id)!,
}));

test.each(functions)("ALVH.$id answers generated arguments", (subject) => {
  const wanted = SLOW.has(subject.id) ? SLOW_CALLS : CALLS;
  const { calls, finds } = fuzzFunction(subject, { calls: wanted, seed: SEED });
  expect([...finds.values()]).toEqual([]);
  expect(calls).toBe(wanted);
});

/** COSTAUDIT and BACKTEST have no range in their examples to make longer, some others take but single values. */
const lengthened = functions.filter((subject) =>
  subject.examples.some((example) => example.some(Array.isArray)),
);

test.each(lengthened)("ALVH.$id answers whole columns with blanks below the figures", (subject) => {
  expect([...fuzzWholeColumns(subject, ROWS).finds.values()]).toEqual([]);
});

/** Arguments that a function once failed on. */
const corpus = JSON.parse(readFileSync("test/data/fuzzCorpus.json", "utf8")) as {
  id: string;
  was: string;
  arguments: unknown[];
}[];

test.each(corpus)("ALVH.$id no longer $was", ({ id, arguments: given }) => {
  const { description, implementation } = functions.find((entry) => entry.id === id)!;
  const isMatrix = description.result.dimensionality === "matrix";
  expect(
    checkedCall(implementation, fromArgumentText(JSON.stringify(given)), isMatrix).problem,
  ).toBeUndefined();
});
