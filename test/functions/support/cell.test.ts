import "./customFunctions";
import { InputError, NoSolutionError } from "../../../src/core/errors";
import { cell } from "../../../src/functions/support/cell";
import { thrownBy } from "./thrownBy";

function failing(error: Error): () => never {
  return () =>
    cell(() => {
      throw error;
    });
}

test("bad input becomes #VALUE!, no solution #N/A, each with its sentence", () => {
  const value = thrownBy(failing(new InputError("strike", "strike (-5) must be positive")));
  expect([value.code, value.message]).toEqual(["#VALUE!", "strike (-5) must be positive"]);
  const none = thrownBy(failing(new NoSolutionError("no strike has delta 2")));
  expect([none.code, none.message]).toEqual(["#N/A", "no strike has delta 2"]);
});

test("a bug stays a bug", () => {
  expect(failing(new TypeError("bug"))).toThrow(TypeError);
});
