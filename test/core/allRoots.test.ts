import { allRoots } from "../../src/core/allRoots";

function nodes(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps);
}

function close(found: number[], expected: number[], digits = 9): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((root, index) => {
    expect(root).toBeCloseTo(expected[index] ?? NaN, digits);
  });
}

test("every root of a polynomial with known roots, in order", () => {
  close(
    allRoots((x) => (x + 2) * (x - 0.5) * (x - 3), nodes(-5, 5, 37)),
    [-2, 0.5, 3],
  );
});

test("a pair of roots between two nodes is not missed", () => {
  close(
    allRoots((x) => (x - 1.31) * (x - 1.32), nodes(0, 10, 10)),
    [1.31, 1.32],
  );
});

test("a root that only touches zero is found", () => {
  const touching = allRoots((x) => (x - 2.37) ** 2, nodes(0, 10, 11));
  close(touching, [2.37], 3);
});

test("a root on a node counts once; of a stretch of zeros only the ends", () => {
  close(
    allRoots((x) => x - 3, nodes(0, 10, 10)),
    [3],
  );
  close(
    allRoots((x) => Math.max(0, Math.abs(x - 5) - 2), nodes(0, 10, 10)),
    [3, 7],
  );
});

test("where f runs on in one direction, or is level, a pair of nodes costs nothing beyond its values", () => {
  let evaluations = 0;
  const payoff = (x: number): number => {
    evaluations += 1;
    return Math.min(Math.max(x, 3), 7) - 1;
  };
  expect(allRoots(payoff, nodes(0, 10, 100))).toEqual([]);
  // The two ends are looked into, since f is not known beyond them.
  expect(evaluations).toBeLessThan(101 + 12);
});

test("no root is no root", () => {
  expect(allRoots((x) => 1 + x * x, nodes(-3, 3, 10))).toEqual([]);
  expect(allRoots((x) => Math.exp(-x), nodes(0, 20, 10))).toEqual([]);
});

test("very small values of one sign are no change of sign", () => {
  expect(allRoots(() => 1e-200, nodes(0, 1, 4))).toEqual([]);
});

test("rounding noise around zero is no crossing, and the end of the nodes no end of a stretch of zeros", () => {
  const noisy = (x: number): number => (x < 5 ? (x - 2) * (x - 5) : 1e-15 * Math.sin(1e6 * x));
  expect(allRoots(noisy, nodes(0, 10, 100)).map((root) => Number(root.toFixed(6)))).toEqual([2, 5]);
});
