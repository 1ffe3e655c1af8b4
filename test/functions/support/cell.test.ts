import "./customFunctions";
import { InputError, NoSolutionError } from "../../../src/core/errors";
import { cell, cellError } from "../../../src/functions/support/cell";
import { thrownBy } from "./thrownBy";

test("bad input is #VALUE! with its sentence", () => {
  const body = () => {
    throw new InputError("strike", "strike (-5) must be positive");
  };
  expect(() => cell(body)).toThrow("strike (-5) must be positive");
  expect(cellError(new InputError("strike", "strike (-5) must be positive"))).toMatchObject({
    code: "#VALUE!",
    message: "strike (-5) must be positive",
  });
});

test("a missing solution is #N/A with its reason", () => {
  expect(cellError(new NoSolutionError("no strike has delta 2"))).toMatchObject({
    code: "#N/A",
    message: "no strike has delta 2",
  });
});

test("a result passes through, and so does a fault of the program", () => {
  expect(cell(() => [[1]])).toEqual([[1]]);
  const fault = new TypeError("fault");
  expect(cellError(fault)).toBe(fault);
});

test("what no cell can hold is an error, in a table of its cell alone", () => {
  const beyond = { code: "#N/A", message: "the result is beyond the range of numbers" };
  const thrown = (value: number): unknown => thrownBy(() => cell(() => value));
  expect([thrown(NaN), thrown(Infinity), thrown(-Infinity)]).toMatchObject([beyond, beyond, beyond]);
  expect(cell(() => [["a", 1], ["b", NaN]])).toMatchObject([["a", 1], ["b", beyond]]); // prettier-ignore
});
