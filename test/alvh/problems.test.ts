import { InputError, NoSolutionError } from "../../src/core/errors";
import { attempt, ProblemList, STOP_AT_FIRST } from "../../src/alvh/problems";

const bad = (): never => {
  throw new InputError("strike", "strike (-5) must be positive");
};

test("a function stops at the first error and is not told notes", () => {
  expect(() => attempt(STOP_AT_FIRST, bad)).toThrow(InputError);
  expect(() => {
    STOP_AT_FIRST.note(() => "modelled");
  }).not.toThrow();
});

test("CHECK collects errors and notes and goes on", () => {
  const list = new ProblemList();
  expect(attempt(list, bad)).toBeUndefined();
  attempt(list, () => {
    throw new NoSolutionError("no strike has delta 2");
  });
  list.note(() => "a vol is modelled");
  list.note(() => undefined);
  expect(list.lines).toEqual([
    "strike (-5) must be positive",
    "no strike has delta 2",
    "Note: a vol is modelled",
  ]);
});

test("an error that is a bug is not swallowed", () => {
  expect(() =>
    attempt(new ProblemList(), () => {
      throw new TypeError("bug");
    }),
  ).toThrow(TypeError);
});
