import { NoSolutionError } from "../../src/core/errors";
import { findRoot } from "../../src/core/roots";

test.each<[string, (x: number) => number, number, number, number]>([
  ["Wallis's cubic x³ - 2x - 5", (x) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
  ["cos x = x (the Dottie number)", (x) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
  ["x² = 2", (x) => x * x - 2, 0, 2, Math.SQRT2],
  ["exp x = 1e-10 far from its bracket", (x) => Math.exp(x) - 1e-10, -100, 100, -23.025850929940457],
])("finds the root of %s to the last digit", (_title, f, lower, upper, expected) => {
  expect(Math.abs(findRoot(f, lower, upper) / expected - 1)).toBeLessThan(1e-15);
});

test("a root on the bracket's end is found", () => {
  expect(findRoot((x) => x, 0, 5)).toBe(0);
  expect(findRoot((x) => x - 5, 0, 5)).toBe(5);
});

test("the bracket may be given in either order", () => {
  expect(findRoot((x) => x * x - 2, 2, 0)).toBeCloseTo(Math.SQRT2, 14);
});

test("a jump counts as a root", () => {
  expect(findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 14);
});

test("a flat root and one of high order cost a bounded number of evaluations", () => {
  let evaluations = 0;
  const root = findRoot(
    (x) => {
      evaluations++;
      return (x - 1) ** 9;
    },
    -7,
    4,
  );
  expect(Math.abs(root - 1)).toBeLessThan(1e-3);
  expect(evaluations).toBeLessThan(205);
});

test("a smooth function costs about ten evaluations", () => {
  let evaluations = 0;
  findRoot(
    (x) => {
      evaluations++;
      return Math.cos(x) - x;
    },
    0,
    1,
  );
  expect(evaluations).toBeLessThan(12);
});

test("stops within the tolerance asked for", () => {
  const root = findRoot((x) => x * x - 2, 0, 2, 1e-3);
  expect(Math.abs(root - Math.SQRT2)).toBeLessThan(1e-3);
});

test("without a change of sign there is no answer", () => {
  expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(
    new NoSolutionError("no sign change between -1 and 1"),
  );
  expect(() => findRoot(() => NaN, -1, 1)).toThrow(NoSolutionError);
});
