import { isKept } from "../../alvh/keptRange";
import type { CellValue, Range } from "../../alvh/cellValue";

/** What a cell function gives: one value, or rows of cells. */
export type Result = string | number | boolean | (string | number)[][];

/** A value by what it is; a range, or settings made of one, by its identity: equal ranges arrive as one kept copy. */
type Argument = Range | CellValue | object;

/**
 * What `compute` gives for these arguments, taken from memory where it gave it lately: inserting a row makes Excel ask
 * for every cell again. An error is remembered too. `compute` is a function of a module, so that it can depend on
 * nothing but its arguments, and none of them ever changes. With a range that could not be kept, nothing is remembered.
 */
export function remembered<Given extends readonly Argument[], Kept extends Result>(
  compute: (...given: Given) => Kept,
  ...given: Given
): Kept {
  return memory.recall(compute, given);
}

/** Results by the function and the arguments that gave them. */
export class Memory {
  /** In the order of their last use, the oldest first. */
  private readonly outcomes = new Map<string, Outcome>();
  private cells = 0;

  /** @param limit cells of all results together; each result counts a few more for its place. */
  constructor(private readonly limit: number) {}

  recall<Given extends readonly Argument[], Kept extends Result>(
    compute: (...given: Given) => Kept,
    given: Given,
  ): Kept {
    const key = keyOf([compute, ...given]);
    if (key === undefined) return compute(...given);
    const known = this.outcomes.get(key);
    if (known !== undefined) {
      this.outcomes.delete(key);
      this.outcomes.set(key, known);
      return known.give() as Kept;
    }
    const outcome = outcomeOf(() => compute(...given));
    // A result that would push out most others is not worth its room.
    if (outcome.size <= this.limit / 4) {
      this.outcomes.set(key, outcome);
      this.cells += outcome.size;
      this.makeRoom();
    }
    return outcome.give() as Kept;
  }

  /** Cells that are remembered now. */
  get size(): number {
    return this.cells;
  }

  private makeRoom(): void {
    for (const [key, { size }] of this.outcomes) {
      if (this.cells <= this.limit) return;
      this.outcomes.delete(key);
      this.cells -= size;
    }
  }
}

/** Cells that all remembered results together may have: with their places less than thirty megabytes. */
const REMEMBERED_CELLS = 500_000;

/** What a result takes beside its cells, in cells: its key and its place. */
const PLACE = 10;

const memory = new Memory(REMEMBERED_CELLS);

interface Outcome {
  readonly size: number;
  /** The result, in rows of the caller's own; or throws the error. */
  give(): Result;
}

function outcomeOf(compute: () => Result): Outcome {
  let result: Result;
  try {
    result = compute();
  } catch (error) {
    return {
      size: PLACE,
      give() {
        throw error;
      },
    };
  }
  const cells = Array.isArray(result) ? result.reduce((sum, row) => sum + row.length, 0) : 1;
  return {
    size: PLACE + cells,
    give: () => (Array.isArray(result) ? result.map((row) => [...row]) : result),
  };
}

/** A text that two lists of arguments share only if they are equal; undefined where one could change unnoticed. */
function keyOf(parts: readonly unknown[]): string | undefined {
  let key = "";
  for (const part of parts) {
    switch (typeof part) {
      case "number":
        key += Object.is(part, -0) ? "-0;" : `${part};`;
        break;
      case "string":
        key += `${part.length}"${part}`;
        break;
      case "object":
        if (part !== null) {
          if (Array.isArray(part) && !isKept(part as Range)) return undefined;
          key += `#${identityOf(part)};`;
          break;
        }
        key += "null;";
        break;
      case "function":
        key += `#${identityOf(part)};`;
        break;
      default:
        key += `${String(part)};`;
    }
  }
  return key;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

function identityOf(thing: object): number {
  const known = identities.get(thing);
  if (known !== undefined) return known;
  identities.set(thing, ++lastIdentity);
  return lastIdentity;
}
