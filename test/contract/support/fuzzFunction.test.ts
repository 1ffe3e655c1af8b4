import { CellError } from "./builtFunctions";
import { checkedCall } from "./fuzzFunction";

function problemOf(
  implementation: (...values: unknown[]) => unknown,
  ...given: unknown[]
): string | undefined {
  return checkedCall(implementation, given, true).problem;
}

function throwing(error: unknown): () => never {
  return () => {
    throw error;
  };
}

test("what a cell can show is no problem: numbers, texts, TRUE and FALSE, an error with its sentence", () => {
  expect(problemOf(() => [[1, "a", true, new CellError("#N/A", "vol (2) has no answer")]])).toBeUndefined();
  expect(problemOf(throwing(new CellError("#VALUE!", "vol (-1) must be positive")))).toBeUndefined();
});

test.each<[string, () => unknown, string]>([
  ["NaN", () => [[1], [NaN]], "gives NaN"],
  ["Infinity", () => [[-Infinity]], "gives -Infinity"],
  ["nothing", () => undefined, "gives undefined where a range is promised"],
  ["a hole", () => [[null]], "gives null in a cell"],
  ["a ragged range", () => [[1, 2], [3]], "gives rows of different lengths"],
  ["a number where a range is promised", () => 5, "gives 5 where a range is promised"],
  [
    "a program's fault",
    throwing(new TypeError("x is not a function")),
    "throws TypeError: x is not a function",
  ],
  ["an error without a sentence", throwing(new CellError("#VALUE!")), 'explains #VALUE! with ""'],
  ["another error of a cell", throwing(new CellError("#NUM!", "too far")), "gives the error #NUM!"],
  ["a slip in a sentence", throwing(new CellError("#VALUE!", "yield (NaN) must be a number")), "says "],
  ["a slip in a cell", () => [["at undefined days"]], 'says "at undefined days"'],
])("%s is a find", (_, implementation, problem) => {
  expect(problemOf(implementation, [[1]], 5e-324)).toContain(problem);
});

test("what the caller wrote may be quoted back to him", () => {
  const quoting = throwing(new CellError("#VALUE!", 'kind "NaN" is not known'));
  expect(problemOf(quoting, [["NaN"]])).toBeUndefined();
  expect(problemOf(quoting, [["put"]])).toContain("says");
});

test.each<[string, unknown, (given: never) => void]>([
  ["a cell", [["a", 2]], (range: unknown[][]) => (range[0]![1] = 3)],
  ["a row more", [["a", 2]], (range: unknown[][]) => range.push([1])],
  ["the order of the rows", [[1], [2]], (range: unknown[][]) => range.reverse()],
  ["a call object", { address: "A1", cells: ["B1"] }, (call: { cells: string[] }) => call.cells.push("C1")],
  ["an object in a cell", [[{ text: "SPX" }]], (range: { text?: string }[][]) => delete range[0]![0]!.text],
])("a change of %s is a find", (_, given, change) => {
  const implementation = (value: unknown): unknown[][] => {
    change(value as never);
    return [[1]];
  };
  expect(problemOf(implementation, given)).toBe("changes its arguments");
});
