import { createContext, Script } from "node:vm";
import { toArgumentText } from "./argumentText";
import { CellError, type FunctionMetadata } from "./builtFunctions";
import { asWholeColumns, fuzzArguments, seededRandom } from "./fuzzArguments";
import { resultProblem, slipIn } from "./resultProblem";

/** No call may take longer of the processor, whatever its arguments, whole columns and replays of sixteen years included. */
const CALL_LIMIT_MS = 10_000;

/** Calls that have not ended by then are ended by force: late, since on a busy machine time passes without them. */
const HUNG_MS = 180_000;

/** Calls that share one guard against hanging: setting it up costs as much as some calls. */
const GUARDED_CALLS = 100;

export interface Subject {
  readonly description: FunctionMetadata;
  readonly implementation: Implementation;
  /** Arguments of good calls. */
  readonly examples: readonly unknown[][];
}

export interface Budget {
  readonly calls: number;
  readonly seed: number;
}

export interface Finds {
  readonly calls: number;
  readonly slowestMs: number;
  /** By kind, the first find with the arguments that show it. */
  readonly finds: Map<string, string>;
  /** What the errors said, each kind of sentence once. */
  readonly sentences: Set<string>;
}

type Implementation = (...values: unknown[]) => unknown;

/** Calls a function with generated arguments: always the same ones for a seed. */
export function fuzzFunction(subject: Subject, { calls, seed }: Budget): Finds {
  const { id, parameters } = subject.description;
  const random = seededRandom(
    [...id].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed),
  );
  const log = new Log(subject);
  while (log.calls < calls && !log.hasHung) {
    log.guarded(() => {
      for (let call = 0; call < GUARDED_CALLS && log.calls < calls; call++)
        log.call(fuzzArguments(parameters, subject.examples, random));
    });
  }
  return log.result();
}

/** Calls a function with its examples as whole columns, the blanks below as each host sends them. */
export function fuzzWholeColumns(subject: Subject, rows: number): Finds {
  const log = new Log(subject);
  for (const blank of ["", 0, null]) {
    for (const example of subject.examples) {
      // Where there is no range to make longer it would be the example again.
      if (!example.some(Array.isArray)) continue;
      log.guarded(() => {
        log.call(example.map((value) => asWholeColumns(value, blank, rows)));
      });
    }
  }
  return log.result();
}

class Log {
  calls = 0;
  hasHung = false;
  private slowestMs = 0;
  private readonly finds = new Map<string, string>();
  private readonly sentences = new Set<string>();
  private current: unknown[] = [];
  private readonly kinds = new Set<string>();

  constructor(private readonly subject: Subject) {}

  result(): Finds {
    const { calls, slowestMs, finds, sentences } = this;
    return { calls, slowestMs, finds, sentences };
  }

  call(given: unknown[]): void {
    const { implementation, description } = this.subject;
    this.current = given;
    this.calls += 1;
    const checked = checkedCall(implementation, given, description.result.dimensionality === "matrix");
    this.slowestMs = Math.max(this.slowestMs, checked.took);
    if (checked.problem !== undefined) this.note(checked.problem);
    if (checked.outcome instanceof CellError) this.hear(checked.outcome.message);
  }

  /** Runs some calls, and ends them by force where one hangs. */
  guarded(work: () => void): void {
    try {
      guard.runInContext(createContext({ work }), { timeout: HUNG_MS });
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      this.hasHung = true;
      this.note(`does not end within ${HUNG_MS} ms`);
    }
  }

  private note(problem: string): void {
    const kind = kindOf(problem);
    if (this.finds.has(kind)) return;
    const { id } = this.subject.description;
    this.finds.set(kind, `${id} ${problem}: ${toArgumentText(this.current.map(shortened)).slice(0, 4000)}`);
  }

  private hear(sentence: string): void {
    const kind = kindOf(sentence);
    if (this.kinds.has(kind)) return;
    this.kinds.add(kind);
    this.sentences.add(sentence);
  }
}

const guard = new Script("work()");

/** A sentence without its numbers and quotations. */
function kindOf(sentence: string): string {
  return sentence
    .slice(0, 300)
    .replaceAll(/"(?:[^"\\]|\\.)*"?/g, '"…"')
    .replaceAll(/-?\d[\d.e+-]*/g, "#")
    .slice(0, 80);
}

/** One call, and what is wrong with it. */
export function checkedCall(
  implementation: Implementation,
  given: unknown[],
  isMatrix: boolean,
): { problem: string | undefined; took: number; outcome: unknown } {
  const before = given.map(copy);
  const started = process.cpuUsage();
  const outcome = outcomeOf(implementation, given);
  // Time of the processor: that other programs keep it busy is not the function's fault.
  const { user, system } = process.cpuUsage(started);
  const took = (user + system) / 1000;
  return { problem: problemOf(outcome, given, before, took, isMatrix), took, outcome };
}

function problemOf(
  outcome: unknown,
  given: unknown[],
  before: unknown[],
  took: number,
  isMatrix: boolean,
): string | undefined {
  if (outcome instanceof Thrown) return `throws ${String(outcome.error)}`;
  if (took > CALL_LIMIT_MS) return `takes ${Math.round(took)} ms`;
  if (!isSame(given, before)) return "changes its arguments";
  return resultProblem(outcome, isMatrix) ?? slipIn(outcome, given);
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

/** Of a whole column the first rows: its blanks are one row, repeated. */
const ROWS_COMPARED = 2000;

function shortened(value: unknown): unknown {
  return Array.isArray(value) && value.length > ROWS_COMPARED ? value.slice(0, 30) : value;
}

/** A copy down to the last cell and the last property of an object; functions stay the same ones. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.length > ROWS_COMPARED ? value.slice(0, ROWS_COMPARED).map(copy) : value.map(copy);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner)]));
}

function isSame(value: unknown, before: unknown): boolean {
  if (Array.isArray(value)) {
    return (
      Array.isArray(before) &&
      Math.min(value.length, ROWS_COMPARED) === before.length &&
      before.every((inner: unknown, index) => isSame(value[index], inner))
    );
  }
  if (typeof value !== "object" || value === null) return Object.is(value, before);
  if (typeof before !== "object" || before === null) return false;
  const names = Object.keys(value);
  return (
    names.length === Object.keys(before).length &&
    names.every((name) =>
      isSame((value as Record<string, unknown>)[name], (before as Record<string, unknown>)[name]),
    )
  );
}
