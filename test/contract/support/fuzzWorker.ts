import { builtFunctions } from "./builtFunctions";
import { exampleCalls } from "./exampleCalls";
import { fuzzFunction, fuzzWholeColumns } from "./fuzzFunction";

/** One of the workers of `npm run fuzz`: says which functions there are, then makes the calls it is asked for. */

/** A whole column of Excel. */
const ROWS = 1_048_576;

interface Piece {
  readonly id: string;
  readonly part: number | "whole columns";
  readonly calls: number;
}

const seed = Number(process.argv[2]);
const built = builtFunctions({ withStacks: false });
const examples = exampleCalls(built);
const described = new Map(built.metadata.map((entry) => [entry.id, entry]));

process.on("message", ({ id, part, calls }: Piece) => {
  const subject = {
    description: described.get(id)!,
    implementation: built.associated.get(id)!,
    examples: examples.get(id)!,
  };
  const started = process.cpuUsage();
  const result =
    part === "whole columns"
      ? { ...fuzzWholeColumns(subject, ROWS), calls: 0 }
      : fuzzFunction(subject, { calls, seed: seed + 7919 * part });
  const { user, system } = process.cpuUsage(started);
  process.send!({ result: { id, seconds: (user + system) / 1e6, ...result } });
});
process.send!({ ids: [...described.keys()] });
