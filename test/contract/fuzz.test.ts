import { readFileSync } from "node:fs";
import { fromArgumentText } from "./support/argumentText";
import { builtFunctions } from "./support/builtFunctions";
import { exampleCalls } from "./support/exampleCalls";
import { asWholeColumns } from "./support/fuzzArguments";
import { checkedCall, fuzzFunction } from "./support/fuzzFunction";

/**
 * Whatever Excel hands over, a function ends in time in a finite number, a text, TRUE or FALSE, or a cell error with a
 * sentence, and leaves its arguments as they were. A few hundred calls each here; `npm run fuzz` makes 100,000.
 */
const CALLS = Number(process.env["FUZZ_CALLS"] ?? 250);
const MILLISECONDS = Number(process.env["FUZZ_MILLISECONDS"] ?? 60);
const SEED = Number(process.env["FUZZ_SEED"] ?? 20221104);
/** A whole column has 1,048,576 rows: that many only in the long run. */
const ROWS = CALLS > 250 ? 1_048_576 : 5000;
const ONLY = process.env["FUZZ_ONLY"] ?? "";

const built = builtFunctions();
const examples = exampleCalls(built);
const functions = built.metadata
  .filter(({ id }) => id.startsWith(ONLY))
  .map((description) => ({
    id: description.id,
    description,
    implementation: built.associated.get(description.id)!,
  }));

test.each(functions)(
  "ALVH.$id answers generated arguments",
  ({ id, description, implementation }) => {
    const budget = { calls: CALLS, milliseconds: MILLISECONDS, seed: SEED };
    const { calls, slowestMs, finds } = fuzzFunction(description, implementation, examples.get(id)!, budget);
    if (CALLS > 250) process.stderr.write(`${id}: ${calls} calls, slowest ${slowestMs.toFixed(1)} ms\n`);
    expect(finds).toEqual([]);
    expect(calls).toBeGreaterThan(0);
  },
  MILLISECONDS + 60_000,
);

/** COSTAUDIT and BACKTEST have no range in their examples to make longer. */
const lengthened = functions.filter(({ id }) => examples.get(id)![0]!.some(Array.isArray));

test.each(lengthened.map((entry, index) => ({ ...entry, blank: ["", 0, null][index % 3] })))(
  "ALVH.$id answers whole columns with blanks below the figures",
  ({ id, description, implementation, blank }) => {
    const given = examples.get(id)![0]!.map((value) => asWholeColumns(value, blank, ROWS));
    const { problem } = checkedCall(implementation, given, description.result.dimensionality === "matrix");
    expect(problem).toBeUndefined();
  },
  60_000,
);

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
