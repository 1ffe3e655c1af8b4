import { CellError } from "../../scripts/cellError.mjs";
import type { FunctionReference } from "../../scripts/functionReference.mjs";
import { typicalErrors } from "../../scripts/typicalErrors.mjs";

const parameter = (name: string, isRange = false) => ({ name, description: "", optional: false, isRange });
const described = (...parameters: FunctionReference["parameters"]): FunctionReference => ({
  id: "SAMPLE",
  exportName: "sample",
  family: "sample",
  summary: "",
  parameters,
  returns: "",
  examples: [],
});
const noRanges = (): unknown[][] => [[]];

test("each mistake is made alone, beside the good arguments of the example, and only what is refused is told", () => {
  const calls: unknown[][] = [];
  const errors = typicalErrors(
    described(parameter("strike"), parameter("days")),
    (values) => {
      calls.push(values);
      if (values[0] === -1) throw new CellError("#VALUE!", "strike (-1) must be positive");
      return 1;
    },
    [100, 30],
    noRanges,
  );
  expect(errors).toEqual([
    { argument: "strike", given: "-1", code: "#VALUE!", sentence: "strike (-1) must be positive" },
  ]);
  expect(calls.every(([strike, days]) => strike === 100 || days === 30)).toBe(true);
});

test("an error in one cell of a spilled result counts, and a sentence is told once", () => {
  const errors = typicalErrors(
    described(parameter("vol", true)),
    () => [[1, new CellError("#N/A", "there is no answer")]],
    [[[0.2]]],
    noRanges,
  );
  expect(errors).toEqual([{ argument: "vol", given: "20", code: "#N/A", sentence: "there is no answer" }]);
});

test("what is no cell error is a bug, and stops the page", () => {
  const broken = () => {
    throw new TypeError("undefined is not a function");
  };
  expect(() => typicalErrors(described(parameter("vol")), broken, [0.2], noRanges)).toThrow(TypeError);
});
