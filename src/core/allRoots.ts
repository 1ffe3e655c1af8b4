import { findRoot } from "./roots";

/**
 * Every point between the first and the last node where f is zero, in order.
 *
 * Between neighbouring nodes a change of sign is solved by Brent's method. Where the size of f has a dip between its
 * neighbours without a change of sign, the dip is followed to its bottom, so that a pair of close roots, or one that
 * only touches zero, is not missed. Nodes must be dense enough that f has at most one dip between three of them; kinks
 * of f belong among the nodes.
 * @param scale size of the terms that f adds up: what is smaller than their rounding counts as zero.
 */
export function allRoots(f: (x: number) => number, nodes: readonly number[], scale = 0): number[] {
  const raw = nodes.map(f);
  const touching = TOUCHING * raw.reduce((most, value) => Math.max(most, Math.abs(value)), scale);
  // What is zero but for the rounding of its terms counts as zero, or noise would cross it many times.
  const values = raw.map((value) => (Math.abs(value) <= touching ? 0 : value));
  const roots: number[] = [];
  const add = (root: number): void => {
    const last = roots.at(-1);
    if (last === undefined || root - last > 1e-9 * Math.max(Math.abs(root), 1)) roots.push(root);
  };
  for (let index = 0; index < nodes.length; index++) {
    const [left, value] = [nodes[index], values[index]];
    const [right, nextValue] = [nodes[index + 1], values[index + 1]];
    if (left === undefined || value === undefined) continue;
    if (value === 0 && isRoot(values, index)) add(left);
    if (right === undefined || nextValue === undefined || value === 0 || nextValue === 0) continue;
    if (value > 0 !== nextValue > 0) {
      add(findRoot(f, left, right));
      continue;
    }
    if (!mayDip(values, index, touching)) continue;
    const dip = lowestSize(f, [left, value], [right, nextValue], touching);
    if (dip === undefined) continue;
    if (dip.value === 0) add(dip.at);
    else {
      add(findRoot(f, left, dip.at));
      add(findRoot(f, dip.at, right));
    }
  }
  return roots;
}

/**
 * Whether the size of f may come down and go up again between a node and the next: not where over three nodes it runs on
 * in one direction, or is level but for rounding. So most pairs of nodes cost no evaluation.
 */
function mayDip(values: readonly number[], index: number, rounding: number): boolean {
  const falls = (node: number, next: number): boolean =>
    Math.abs(values[node] ?? Infinity) > Math.abs(values[next] ?? Infinity) + rounding;
  const comesDown = falls(index - 1, index) || falls(index, index + 1);
  const goesUp = falls(index + 2, index + 1) || falls(index + 1, index);
  return comesDown && goesUp;
}

/** Of a stretch where f is zero only the ends are roots, and not where the nodes end: there it may go on. */
function isRoot(values: readonly number[], index: number): boolean {
  const [before, after] = [values[index - 1], values[index + 1]];
  return !((before === undefined || before === 0) && (after === undefined || after === 0));
}

/** A dip this far down, as a share of the largest size at a node, touches zero. */
const TOUCHING = 1e-11;

/** Narrower than this, relative to the place, the bottom of a dip cannot be told: it is flat to rounding. */
const NARROW = 1e-9;

/** A place and the value of f there. */
type Point = readonly [at: number, value: number];

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const MAXIMUM_STEPS = 80;

/** Where f comes to zero or beyond between two points of the same sign, by golden section; undefined where it does not. */
function lowestSize(
  f: (x: number) => number,
  [from, fromValue]: Point,
  [to, toValue]: Point,
  touching: number,
): { at: number; value: number } | undefined {
  const sign = Math.sign(fromValue);
  let [left, right] = [from, to];
  let inner = right - GOLDEN * (right - left);
  let outer = left + GOLDEN * (right - left);
  let [innerValue, outerValue] = [sign * f(inner), sign * f(outer)];
  const ends = Math.min(Math.abs(fromValue), Math.abs(toValue));
  for (let step = 0; step < MAXIMUM_STEPS; step++) {
    if (innerValue <= 0) return { at: inner, value: innerValue };
    if (outerValue <= 0) return { at: outer, value: outerValue };
    // Still no dip below both ends but that of rounding: f runs straight through, and there is nothing to follow.
    if (step === 2 && Math.min(innerValue, outerValue) >= ends - touching) return undefined;
    if (right - left <= NARROW * Math.max(Math.abs(left), 1)) break;
    if (innerValue < outerValue) {
      [right, outer, outerValue] = [outer, inner, innerValue];
      inner = right - GOLDEN * (right - left);
      innerValue = sign * f(inner);
    } else {
      [left, inner, innerValue] = [inner, outer, outerValue];
      outer = left + GOLDEN * (right - left);
      outerValue = sign * f(outer);
    }
  }
  return Math.min(innerValue, outerValue) <= touching ? { at: inner, value: 0 } : undefined;
}
