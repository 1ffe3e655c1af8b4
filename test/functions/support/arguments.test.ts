import { numberOrRange, optionalRange, range, scalar } from "../../../src/functions/support/arguments";

test("a scalar is itself, or the one cell of a range", () => {
  expect([scalar("x"), scalar(0), scalar(null), scalar([["x"]])]).toEqual(["x", 0, null, "x"]);
});

test("what is neither a value nor a range counts as omitted", () => {
  expect([scalar({ address: "A1" }), scalar(() => 1), scalar([[[1]]])]).toEqual([null, null, null]);
  expect(optionalRange({ address: "A1" })).toBeUndefined();
});

test("a range is itself, a single cell a range of one; one blank cell is an omitted range", () => {
  expect(range([[1, 2]])).toEqual([[1, 2]]);
  expect(range(5)).toEqual([[5]]);
  expect([optionalRange(null), optionalRange([[""]]), optionalRange([[null]])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  // The 0 of a blank cell on desktop is no range; as a number of condors it is one, and refused there.
  expect(optionalRange([[0]])).toBeUndefined();
  expect(numberOrRange([[0]])).toEqual([[0]]);
  expect(numberOrRange(null)).toBeUndefined();
});
