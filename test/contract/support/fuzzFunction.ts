import { createContext, Script } from "node:vm";
import { toArgumentText } from "./argumentText";
import { CellError, type FunctionMetadata } from "./builtFunctions";
import { fuzzArguments, seededRandom } from "./fuzzArguments";
import { resultProblem, slipIn } from "./resultProblem";

/** No call may take longer, whatever its arguments; a replay of the sixteen years that are built in takes most of it. */
const CALL_LIMIT_MS = 10_000;

export interface Budget {
  readonly calls: number;
  readonly milliseconds: number;
  readonly seed: number;
}

export interface Finds {
  readonly calls: number;
  readonly slowestMs: number;
  /** Each kind of find once, with the arguments that show it. */
  readonly finds: string[];
}

type Implementation = (...values: unknown[]) => unknown;

/** Calls a function with generated arguments until its budget is spent. */
export function fuzzFunction(
  { id, parameters, result }: FunctionMetadata,
  implementation: Implementation,
  examples: readonly unknown[][],
  { calls, milliseconds, seed }: Budget,
): Finds {
  const random = seededRandom(
    [...id].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed),
  );
  const finds = new Map<string, string>();
  const started = performance.now();
  let done = 0;
  let slowestMs = 0;
  let current: unknown[] = [];
  const isMatrix = result.dimensionality === "matrix";

  while (done < calls && performance.now() - started < milliseconds) {
    const stopped = watched(() => {
      const batch = performance.now();
      while (done < calls && performance.now() - batch < 100) {
        current = fuzzArguments(parameters, examples, random);
        done += 1;
        const { problem, took } = checkedCall(implementation, current, isMatrix);
        slowestMs = Math.max(slowestMs, took);
        if (problem !== undefined) note(problem);
      }
    });
    if (stopped) {
      note(`does not end within ${2 * CALL_LIMIT_MS} ms`);
      break;
    }
  }
  return { calls: done, slowestMs, finds: [...finds.values()] };

  function note(problem: string): void {
    const kind = problem.replaceAll(/-?\d[\d.e+-]*/g, "#").slice(0, 60);
    if (!finds.has(kind)) finds.set(kind, `${id} ${problem}: ${toArgumentText(current).slice(0, 4000)}`);
  }
}

/** One call, and what is wrong with it. */
export function checkedCall(
  implementation: Implementation,
  given: unknown[],
  isMatrix: boolean,
): { problem: string | undefined; took: number } {
  const before = given.map(copy);
  const started = performance.now();
  const outcome = outcomeOf(implementation, given);
  let took = performance.now() - started;
  if (took > CALL_LIMIT_MS) {
    // Once more: a busy machine, or its collection of garbage, is not the function's fault.
    const again = performance.now();
    outcomeOf(implementation, given);
    took = Math.min(took, performance.now() - again);
  }
  const isFinal = outcome instanceof CellError || !(outcome instanceof Thrown);
  const problem = !isFinal
    ? `throws ${String((outcome as Thrown).error)}`
    : took > CALL_LIMIT_MS
      ? `takes ${Math.round(took)} ms`
      : given.every((value, index) => isSame(value, before[index]))
        ? (resultProblem(outcome, isMatrix) ?? slipIn(outcome, given))
        : "changes its arguments";
  return { problem, took };
}

/** What a call gives, or the cell error that it throws; anything else thrown stays apart. */
function outcomeOf(implementation: Implementation, given: readonly unknown[]): unknown {
  try {
    return implementation(...given);
  } catch (error) {
    return error instanceof CellError ? error : new Thrown(error);
  }
}

class Thrown {
  constructor(readonly error: unknown) {}
}

/** Runs some work, and ends it by force where it hangs: then true. */
function watched(work: () => void): boolean {
  try {
    new Script("work()").runInContext(createContext({ work }), { timeout: 2 * CALL_LIMIT_MS });
    return false;
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return true;
    throw error;
  }
}

/** Of a whole column the first rows: its blanks are one row, repeated. */
const ROWS_COMPARED = 2000;

function copy(value: unknown): unknown {
  if (Array.isArray(value) && value.length > ROWS_COMPARED) return copy(value.slice(0, ROWS_COMPARED));
  return Array.isArray(value) ? value.map((row: unknown) => (Array.isArray(row) ? [...row] : row)) : value;
}

function isSame(value: unknown, before: unknown): boolean {
  if (!Array.isArray(value) || !Array.isArray(before)) return Object.is(value, before);
  return (
    Math.min(value.length, ROWS_COMPARED) === before.length &&
    before.every((inner: unknown, index) => isSame(value[index], inner))
  );
}
