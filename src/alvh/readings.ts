import type { Range } from "./cellValue";
import { isKept } from "./keptRange";

/**
 * What was last read from kept ranges. A column of formulas that refer to one book and one market, each with a shock of
 * its own, reads the two once. Few readings of ranges of moderate length, so that they stay small together.
 */
export class Readings<Result extends object> {
  /** The latest first. */
  private readonly latest: { range: Range; with: object; result: Result }[] = [];

  /**
   * What `read` made of a range together with something else, another range or what is known by its identity. `read`
   * must depend on these two alone, and nobody may change what it gives.
   */
  of(range: Range, other: object, read: () => Result): Result {
    if (!isReadable(range) || (Array.isArray(other) && !isReadable(other as Range))) return read();
    const place = this.latest.findIndex((reading) => reading.range === range && reading.with === other);
    if (place === 0) return this.latest[0]!.result;
    const [reading] = place > 0 ? this.latest.splice(place, 1) : [{ range, with: other, result: read() }];
    this.latest.unshift(reading!);
    this.latest.length = Math.min(this.latest.length, READINGS);
    return reading!.result;
  }
}

const READINGS = 8;
const ROWS = 2000;

function isReadable(range: Range): boolean {
  return range.length <= ROWS && isKept(range);
}
