import { CellError } from "./customFunctions";
import { InputError, NoSolutionError } from "../../../src/core/errors";
import { broadcast, broadcastRows } from "../../../src/functions/support/broadcast";
import type { CellArgument } from "../../../src/functions/support/broadcast";

function argument(name: string, fallback?: number): CellArgument {
  const read = (value: unknown): number => {
    if (typeof value !== "number") throw new InputError(name, `${name} (${String(value)}) is not a number`);
    return value;
  };
  return fallback === undefined ? { name, read } : { name, read, fallback };
}

const A = argument("a");
const B = argument("b");
const sum = (a: number, b: number): number => a + b;
const add = (a: unknown, b: unknown): unknown[][] => broadcast([A, B], [a, b], sum);

describe("shapes combine as in Excel", () => {
  test.each([
    ["two single cells", [[1]], [[2]], [[3]]],
    ["a single cell with a row", [[1]], [[1, 2, 3]], [[2, 3, 4]]],
    ["a column with a single cell", [[1], [2]], [[10]], [[11], [12]]],
    [
      "a column with a row",
      [[1], [2]],
      [[10, 20, 30]],
      [
        [11, 21, 31],
        [12, 22, 32],
      ],
    ],
    [
      "a table with a row",
      [
        [1, 2],
        [3, 4],
      ],
      [[10, 20]],
      [
        [11, 22],
        [13, 24],
      ],
    ],
    [
      "a table with a column",
      [
        [1, 2],
        [3, 4],
      ],
      [[10], [20]],
      [
        [11, 12],
        [23, 24],
      ],
    ],
    [
      "two tables of one size",
      [
        [1, 2],
        [3, 4],
      ],
      [
        [10, 20],
        [30, 40],
      ],
      [
        [11, 22],
        [33, 44],
      ],
    ],
  ])("%s", (_title, a, b, expected) => {
    expect(add(a, b)).toEqual(expected);
  });

  test("where sizes do not fit, the cells beyond the smaller one are #N/A with the sizes named", () => {
    const result = add([[1], [2]], [[10], [20], [30]]);
    expect(result.slice(0, 2)).toEqual([[11], [22]]);
    expect(result[2]![0]).toBeInstanceOf(CellError);
    expect(result[2]![0]).toMatchObject({
      code: "#N/A",
      message: "a has 2 x 1 cells where the largest ranges make 3 x 1: it has none for this place",
    });
    const table = add([[1, 2]], [[10, 20, 30]]);
    expect(table[0]!.slice(0, 2)).toEqual([11, 22]);
    expect(table[0]![2]).toMatchObject({ code: "#N/A" });
  });
});

describe("errors", () => {
  test("a bad cell gives an error in its own place alone", () => {
    const result = add([[1, "x", 3]], [[10], [20]]);
    expect(result.map((row) => [row[0], row[2]])).toEqual([
      [11, 13],
      [21, 23],
    ]);
    for (const row of result) {
      expect(row[1]).toMatchObject({ code: "#VALUE!", message: "a (x) is not a number" });
    }
  });

  test("cells with one fault share their error, and each other fault has its own", () => {
    const read = jest.spyOn(A, "read");
    const result = add([["x"], ["x"], ["y"], ["x"], [1]], [[10]]).map(([value]) => value as unknown);
    expect(read).toHaveBeenCalledTimes(4);
    read.mockRestore();
    expect(result.map((value) => (value instanceof CellError ? value.message : value))).toEqual([
      "a (x) is not a number",
      "a (x) is not a number",
      "a (y) is not a number",
      "a (x) is not a number",
      11,
    ]);
    expect(result[1]).toBe(result[0]);
  });

  test("a calculation without an answer gives #N/A in its own place alone", () => {
    const root = (a: number): number => {
      if (a < 0) throw new NoSolutionError("no root of a negative number");
      return Math.sqrt(a);
    };
    const [row] = broadcast([A], [[[4, -1]]], root);
    expect(row![0]).toBe(2);
    expect(row![1]).toMatchObject({ code: "#N/A", message: "no root of a negative number" });
  });

  test("the error of a single result is thrown, so that Excel shows its sentence", () => {
    expect(() => add([["x"]], [[1]])).toThrow(new InputError("a", "a (x) is not a number"));
  });

  test("a result that is no finite number is #N/A, never NaN or Infinity", () => {
    expect(() => broadcast([A], [[[1]]], () => NaN)).toThrow(NoSolutionError);
    expect(broadcast([A], [[[1, 0]]], (a) => 1 / a)[0]![1]).toMatchObject({
      code: "#N/A",
      message: "the result is beyond the range of numbers",
    });
  });

  test("a fault of the program is not dressed up as a cell error", () => {
    const broken = (): number => {
      throw new TypeError("fault");
    };
    expect(() => broadcast([A], [[[1, 2]]], broken)).toThrow(TypeError);
  });

  test("an empty range is refused by name", () => {
    expect(() => add([], [[1]])).toThrow("a is an empty range");
    expect(() => add([[]], [[1]])).toThrow("a is an empty range");
  });

  test("a result of more than 250,000 cells is refused with the limit", () => {
    const column = Array.from({ length: 501 }, () => [1]);
    const row = [Array.from({ length: 500 }, () => 1)];
    expect(() => add(column, row)).toThrow(
      "the result would have 250500 cells: at most 250000 are possible, so give smaller ranges",
    );
    expect(add(column.slice(1), row)).toHaveLength(500);
  });
});

describe("omitted arguments", () => {
  const C = argument("c", 7);

  test.each([
    ["null", null],
    ["undefined", undefined],
    ["a host's call object", { functionName: "X" }],
    ["a blank cell", [[null]]],
    ["an empty text", [[""]]],
  ])("%s means the default", (_title, given) => {
    expect(broadcast([A, C], [[[1]], given], sum)).toEqual([[8]]);
  });

  test("a required argument that is omitted is an error", () => {
    expect(() => add([[1]], null)).toThrow("b (null) is not a number");
  });

  test("a value that is no range is taken as a single cell", () => {
    expect(add(1, [[2, 3]])).toEqual([[3, 4]]);
  });
});

test("each cell is read once, however often it is repeated", () => {
  const read = jest.fn((value: unknown) => value as number);
  broadcast([{ name: "a", read }, B], [[[1], [2]], [[1, 2, 3]]], sum);
  expect(read).toHaveBeenCalledTimes(2);
});

test("a negative zero is shown without its sign", () => {
  expect(Object.is(broadcast([A], [[[-0]]], (a) => a)[0]![0], 0)).toBe(true);
});

describe("rows of results", () => {
  const both = (a: number, b: number): number[] => [a + b, a * b];

  test("one row for each element, taken row by row", () => {
    expect(broadcastRows([A, B], [[[1, 2]], [[10], [20]]], 2, both)).toEqual([
      [11, 10],
      [12, 20],
      [21, 20],
      [22, 40],
    ]);
  });

  test("a bad element gives its whole row the error", () => {
    const rows = broadcastRows([A, B], [[["x", 2]], [[10]]], 2, both);
    expect(rows[0]).toMatchObject([{ code: "#VALUE!" }, { code: "#VALUE!" }]);
    expect(rows[1]).toEqual([12, 20]);
  });
});
