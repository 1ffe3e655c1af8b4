import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Engine from "@univerjs/engine-formula";
import type { BaseValueObject } from "@univerjs/engine-formula";
import { buildSync } from "esbuild";
import type { FunctionHost, FunctionMetadata } from "../../src/demo/functionHost";

// Univer's packages mix module kinds that Node 20 cannot load together: they are bundled first, as the page's are.
const folder = mkdtempSync(join(tmpdir(), "alvh-host-"));
buildSync({
  stdin: {
    contents:
      'export * from "@univerjs/engine-formula"; export { FunctionHost } from "./src/demo/functionHost";',
    resolveDir: ".",
  },
  bundle: true,
  platform: "node",
  format: "cjs",
  outfile: join(folder, "host.cjs"),
});
type Bundle = typeof Engine & { FunctionHost: typeof FunctionHost };
const bundle = createRequire(__filename)(join(folder, "host.cjs")) as Bundle;
const {
  ArrayValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} = bundle;

afterAll(() => rmSync(folder, { recursive: true }));

type Parameter = FunctionMetadata["parameters"][number];

const scalar: Parameter = { name: "vol", optional: true };
const range: Parameter = { name: "book", dimensionality: "matrix", optional: true };

/** Calls a function of these parameters as the spreadsheet would, in cell B3 of sheet "first". */
function call(parameters: Parameter[], body: (...args: unknown[]) => unknown, ...given: BaseValueObject[]) {
  const metadata = { id: "F", name: "F", parameters };
  const host = new bundle.FunctionHost("ALVH", [metadata], new Map([["F", body]]));
  const [hosted] = host.functions;
  hosted!.setRefInfo("unit", "first", 2, 1);
  return { host, result: hosted!.calculate(...given) as BaseValueObject };
}

/** What the function gets for what is given, without the invocation object that Excel adds. */
function arrives(parameters: Parameter[], ...given: BaseValueObject[]): unknown[] {
  let arrived: unknown[] = [];
  call(parameters, (...args) => ((arrived = args.slice(0, parameters.length)), 0), ...given);
  return arrived;
}

const cells = (rows: (string | number | boolean | null)[][]) => ArrayValueObject.createByArray(rows);
const values = (result: BaseValueObject) =>
  result.getArrayValue().map((row) => row.map((one) => (one ? one.getValue() : null)));

// Expected throughout: how Excel hands over arguments and shows results, by Microsoft's custom functions documentation.
describe("the arguments of a hosted function", () => {
  it("are null where omitted", () => {
    expect(arrives([scalar, range])).toEqual([null, null]);
    expect(arrives([scalar, range], NullValueObject.create(), cells([[1]]))).toEqual([null, [[1]]]);
  });

  it("are rows of cells for a range, blanks being null", () => {
    expect(
      arrives(
        [range],
        cells([
          ["SPX", 4500.53],
          [null, true],
        ]),
      ),
    ).toEqual([
      [
        ["SPX", 4500.53],
        [null, true],
      ],
    ]);
  });

  it("are [[x]] where a single value stands for a range, and x where a one-cell range stands for a value", () => {
    expect(arrives([range], NumberValueObject.create(7))).toEqual([[[7]]]);
    expect(arrives([scalar], cells([["x"]]))).toEqual(["x"]);
  });

  it("are followed by an invocation object", () => {
    let last: unknown;
    call([scalar], (...args) => ((last = args.at(-1)), 0), NumberValueObject.create(1));
    expect(last).toEqual({ functionName: "F" });
  });

  it("are one list for a repeating parameter", () => {
    const rest: Parameter = { ...scalar, repeating: true };
    expect(arrives([rest], NumberValueObject.create(1), StringValueObject.create("a"))).toEqual([[1, "a"]]);
  });
});

describe("the result of a hosted function", () => {
  it("spills where it is an array, null showing as 0", () => {
    const { result } = call([], () => [
      ["Layer", 1],
      [true, null],
    ]);
    expect(values(result)).toEqual([
      ["Layer", 1],
      [true, 0],
    ]);
  });

  it("spills where a range is given for a single value: one call for each cell", () => {
    const { result } = call(
      [scalar, scalar],
      (a, b) => `${String(a)}${String(b)}`,
      cells([[1, 2]]),
      cells([["a"], ["b"]]),
    );
    expect(values(result)).toEqual([
      ["1a", "2a"],
      ["1b", "2b"],
    ]);
  });

  it("is #NUM! for what is no finite number", () => {
    expect(call([], () => Number.NaN).result.getValue()).toBe("#NUM!");
    expect(call([], () => Number.POSITIVE_INFINITY).result.getValue()).toBe("#NUM!");
  });

  it("is the error that an argument holds, without a call", () => {
    const body = jest.fn();
    const bad = ErrorValueObject.create(ErrorType.DIV_BY_ZERO);
    expect(call([scalar], body, bad).result.getValue()).toBe("#DIV/0!");
    const table = cells([[1, 2]]);
    table.set(0, 1, bad);
    expect(call([range], body, table).result.getValue()).toBe("#DIV/0!");
    expect(body).not.toHaveBeenCalled();
  });

  it("is #NAME? where functions.js does not have the function", () => {
    const host = new bundle.FunctionHost("ALVH", [{ id: "G", name: "G", parameters: [] }], new Map());
    const [hosted] = host.functions;
    expect((hosted!.calculate() as BaseValueObject).getValue()).toBe("#NAME?");
  });
});

describe("the reason of an error", () => {
  it("is kept for the cell, until the cell is calculated anew", () => {
    const { host } = call([{ name: "kind" }], () => 1);
    expect(host.reasonAt("first", 2, 1)).toEqual({
      code: "#VALUE!",
      reason: "ALVH.F needs the argument kind",
    });
    host.beginCalculation();
    host.functions[0]!.calculate(NumberValueObject.create(1));
    expect(host.reasonAt("first", 2, 1)).toBeUndefined();
  });

  it("belongs to the spilled cell that shows it", () => {
    const { host } = call([], () => [[1, Number.NaN]]);
    expect(host.reasonAt("first", 2, 1)).toBeUndefined();
    expect(host.reasonAt("first", 2, 2)?.code).toBe("#NUM!");
  });

  it("says how many arguments are too many", () => {
    const { host } = call([], () => 1, NumberValueObject.create(1));
    expect(host.reasonAt("first", 2, 1)?.reason).toBe("ALVH.F takes at most 0 arguments, 1 were given");
  });
});

describe("the hints for a hosted function", () => {
  it("name each argument and say which may be left out", () => {
    const { host } = call([{ name: "kind", description: '"call" or "put".' }, scalar], () => 1);
    expect(host.descriptions[0]).toMatchObject({
      functionName: "ALVH.F",
      functionParameter: [
        { name: "kind", detail: '"call" or "put".', require: 1 },
        { name: "vol", require: 0 },
      ],
    });
  });
});
