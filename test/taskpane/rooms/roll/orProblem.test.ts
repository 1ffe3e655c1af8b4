import { InputError } from "../../../../src/core/errors";
import { orProblem } from "../../../../src/taskpane/rooms/roll/orProblem";

test("what the cell would show is the problem, without the row that the form has not", () => {
  const refuse = (): never => {
    throw new InputError("settings", "settings row 2, E18.Liquid: -5 must be 0 or more");
  };
  expect(orProblem(refuse)).toEqual({ problem: "E18.Liquid: -5 must be 0 or more" });
  expect(orProblem(() => 3)).toBe(3);
});

test("an error of the program is not passed off as one of the input", () => {
  const fail = (): never => {
    throw new TypeError("undefined");
  };
  expect(() => orProblem(fail)).toThrow(TypeError);
});
