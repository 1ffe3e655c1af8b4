import type { CellValue, Range } from "./cellValue";

/**
 * One copy of ranges that come again and again: thousands of cells that refer to one book hand it over anew each time.
 * Equal ranges become one and the same object, so that what is read or computed from it can be kept by identity.
 * Ranges are equal where every cell is the same value of the same type: 0 is not -0, and no blank is another blank.
 */
export class KeptRanges {
  private readonly byHash = new Map<number, Kept[]>();
  /** In the order of their last use, the oldest first. */
  private readonly inUse = new Map<Range, Kept>();
  private cells = 0;

  /** @param limit cells that are kept in all; texts count by their length. What was not used for longest goes first. */
  constructor(private readonly limit: number) {}

  /** The kept copy, or the range itself where it cannot be kept: it is too large, or a cell holds an object. */
  keep(range: Range): Range {
    if (isKept(range)) return range;
    const size = sizeOf(range, this.limit / 4);
    if (size === undefined) return range;
    const hash = hashOf(range);
    const alike = this.byHash.get(hash);
    const found = alike?.find(({ copy }) => isSame(copy, range));
    if (found !== undefined) {
      this.inUse.delete(found.copy);
      this.inUse.set(found.copy, found);
      return found.copy;
    }
    const kept = { copy: frozenCopy(range), hash, size };
    marked.add(kept.copy);
    if (alike === undefined) this.byHash.set(hash, [kept]);
    else alike.push(kept);
    this.inUse.set(kept.copy, kept);
    this.cells += size;
    this.makeRoom();
    return kept.copy;
  }

  /** Cells that are kept now. */
  get size(): number {
    return this.cells;
  }

  private makeRoom(): void {
    for (const [copy, kept] of this.inUse) {
      if (this.cells <= this.limit) return;
      this.inUse.delete(copy);
      this.cells -= kept.size;
      const others = (this.byHash.get(kept.hash) ?? []).filter((other) => other !== kept);
      if (others.length > 0) this.byHash.set(kept.hash, others);
      else this.byHash.delete(kept.hash);
    }
  }
}

/** Cells that all ranges together may have: about a dozen megabytes. */
const KEPT_CELLS = 500_000;

const keptRanges = new KeptRanges(KEPT_CELLS);

/** The one copy of a range, which never changes, or the range itself where it cannot be kept. */
export function keptRange(range: Range): Range {
  return keptRanges.keep(range);
}

/** Whether a range is a kept copy: equal in value and identity to what it was before, and to what it will be. */
export function isKept(range: Range): boolean {
  return marked.has(range);
}

interface Kept {
  readonly copy: Range;
  readonly hash: number;
  readonly size: number;
}

const marked = new WeakSet<Range>();

/** Cells, and texts by their length in numbers of eight bytes; undefined where it is too much, or a cell is no value. */
function sizeOf(range: Range, most: number): number | undefined {
  let size = 1;
  for (let row = 0; row < range.length; row++) {
    const cells = range[row];
    if (!Array.isArray(cells)) return undefined;
    size += 1 + cells.length;
    if (size > most) return undefined;
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column] as CellValue;
      if (typeof value === "number") continue;
      if (typeof value === "string") size += value.length >> 2;
      else if (typeof value === "object" ? value !== null : typeof value === "function") return undefined;
    }
  }
  return size <= most ? size : undefined;
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** 32 bits that equal ranges share; the mixing is the one of MurmurHash3 (Austin Appleby, public domain). */
function hashOf(range: Range): number {
  let hash = range.length;
  for (let row = 0; row < range.length; row++) {
    const cells = range[row]!;
    hash = mixed(hash, cells.length);
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      if (typeof value === "number") {
        double[0] = value;
        hash = mixed(hash, words[0]! ^ Math.imul(words[1]!, 0x85ebca6b));
      } else if (typeof value === "string") {
        hash = mixed(hash, value.length);
        for (let index = 0; index < value.length; index++) hash = mixed(hash, value.charCodeAt(index));
      } else hash = mixed(hash, value === true ? 1 : value === false ? 2 : 3);
    }
  }
  return hash;
}

function mixed(hash: number, word: number): number {
  const scrambled = Math.imul(word, 0xcc9e2d51);
  const next = hash ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0;
}

function isSame(one: Range, other: Range): boolean {
  if (one.length !== other.length) return false;
  for (let row = 0; row < one.length; row++) {
    const [cells, others] = [one[row]!, other[row]!];
    if (cells.length !== others.length) return false;
    for (let column = 0; column < cells.length; column++) {
      if (!Object.is(cells[column], others[column])) return false;
    }
  }
  return true;
}

function frozenCopy(range: Range): Range {
  return Object.freeze(Array.from(range, (row) => Object.freeze([...row])));
}
