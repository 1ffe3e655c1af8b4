import fc from "fast-check";
import { CellError } from "./support/customFunctions";
import * as option from "../../src/functions/option";
import { goldenTable } from "../data/readTable";

/** A value as Excel hands over a single cell. */
const one = (value: unknown): any[][] => [[value]];

/** A function on single cells: its result, or the error it throws. */
function ask(f: (...ranges: any[]) => any[][], ...values: unknown[]): unknown {
  try {
    const result = f(...values.map((value) => (value === null ? null : one(value))));
    if (result.length !== 1) return result;
    return result[0]!.length === 1 ? result[0]![0] : result[0];
  } catch (error) {
    return error;
  }
}

const SINGLE = {
  price: [option.bsmPrice, option.black76Price],
  delta: [option.bsmDelta, option.black76Delta],
  gamma: [option.bsmGamma, option.black76Gamma],
  vega: [option.bsmVega, option.black76Vega],
  theta: [option.bsmTheta, option.black76Theta],
  rho: [option.bsmRho, option.black76Rho],
  vanna: [option.bsmVanna, option.black76Vanna],
  volga: [option.bsmVolga, option.black76Volga],
  charm: [option.bsmCharm, option.black76Charm],
} as const;
type Output = keyof typeof SINGLE;
const OUTPUTS = Object.keys(SINGLE) as Output[];

/** From a raw derivative of the table to the unit of the cell: the product's table of units. */
const CELL_UNIT: Record<Output, number> = {
  price: 1,
  delta: 1,
  gamma: 1,
  vega: 0.01,
  theta: 1 / 365,
  rho: 0.01,
  vanna: 0.01,
  volga: 0.0001,
  charm: 1 / 365,
};

describe("in the units of the cell, against 60-digit arithmetic", () => {
  const grid = goldenTable("option-grid.csv");
  const inputs = (row: Record<string, string>): unknown[] => [
    row.kind,
    ...[row.spot, row.strike, row.dte, row.vol, row.rate, row.yield].map(Number),
  ];

  test.each(OUTPUTS)("BSM %s", (output) => {
    for (const row of grid.filter(({ zone }) => zone === "spx")) {
      const expected = Number(row[output]) * CELL_UNIT[output];
      const actual = ask(SINGLE[output][0], ...inputs(row)) as number;
      expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
    }
  });

  test.each(OUTPUTS.filter((output) => output !== "rho"))("BLACK76 %s", (output) => {
    for (const row of grid.filter(({ zone }) => zone === "vix76")) {
      const expected = Number(row[output]) * CELL_UNIT[output];
      const actual = ask(SINGLE[output][1], ...inputs(row).slice(0, 6)) as number;
      expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
    }
  });

  test("BLACK76 rho is at fixed forward: the price, its years and 1%", () => {
    for (const row of grid.filter(({ zone }) => zone === "vix76")) {
      const expected = ((-Number(row.price) * Number(row.dte)) / 365) * 0.01;
      const actual = ask(option.black76Rho, ...inputs(row).slice(0, 6)) as number;
      expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
    }
  });
});

describe("the table of Greeks", () => {
  test("has one row per option in the order of the single functions, a table of inputs taken row by row", () => {
    const strikes = [
      [90, 100],
      [110, 120],
    ];
    const rows = option.bsmGreeks(one("put"), one(100), strikes, one(30), one(0.2), one(0.03));
    const single = OUTPUTS.map((output) =>
      SINGLE[output][0](one("put"), one(100), strikes, one(30), one(0.2), one(0.03)).flat(),
    );
    expect(rows).toHaveLength(4);
    rows.forEach((row, index) => {
      row.forEach((value, position) => {
        expect(value).toBeCloseTo(single[position]![index], 13);
      });
    });
    const forwards = option.black76Greeks(one("call"), one(20), [[18, 25]], one(30), one(1), one(0.03));
    expect(forwards.map((row) => row[5])).toEqual(
      option.black76Rho(one("call"), one(20), [[18, 25]], one(30), one(1), one(0.03))[0],
    );
  });

  test("has a header row on demand", () => {
    const names = ["price", "delta", "gamma", "vega", "theta", "rho", "vanna", "volga", "charm"];
    const spot = option.bsmGreeks(one("c"), one(100), one(100), one(30), one(0.2), one(0), one(0), true);
    const forward = option.black76Greeks(one("c"), one(100), one(100), one(30), one(0.2), one(0), true);
    expect(spot[0]).toEqual(names);
    expect(forward[0]).toEqual(names);
    expect(spot[1]).toEqual(forward[1]!.map((value, index) => (index === 5 ? spot[1]![5] : value)));
  });
});

describe("implied volatility, strike and probability", () => {
  test("IMPVOL takes back the volatility that PRICE was given", () => {
    const price = ask(option.bsmPrice, "put", 4500.53, 4100, 42, 0.2571, 0.003, 0.0294);
    expect(ask(option.bsmImpliedVol, "put", price, 4500.53, 4100, 42, 0.003, 0.0294)).toBeCloseTo(0.2571, 14);
    const option76 = ask(option.black76Price, "call", 24.2613, 30, 12, 1.255, 0.003);
    expect(ask(option.black76ImpliedVol, "call", option76, 24.2613, 30, 12, 0.003)).toBeCloseTo(1.255, 14);
  });

  test("STRIKE finds the strike that has the delta", () => {
    const strike = ask(option.bsmStrike, "put", -0.16, 4500, 42, 0.2, 0.01, 0.015);
    expect(ask(option.bsmDelta, "put", 4500, strike, 42, 0.2, 0.01, 0.015)).toBeCloseTo(-0.16, 12);
    const strike76 = ask(option.black76Strike, "call", 0.3, 24, 30, 1.1, 0.01);
    expect(ask(option.black76Delta, "call", 24, strike76, 30, 1.1, 0.01)).toBeCloseTo(0.3, 12);
  });

  test("PROB is of finishing in the money, with touch TRUE of touching, in a mixed range too", () => {
    const table = goldenTable("touch-by-quadrature.csv")[0]!;
    const inputs = [table.spot, table.strike, table.dte, table.vol, table.rate, table.yield].map(Number);
    const expected = Number(table.expected);
    expect(ask(option.bsmProbability, "put", ...inputs, true)).toBeCloseTo(expected, 12);
    const mixed = option.bsmProbability(one("put"), ...(inputs.map(one) as Six), [[false, true]]);
    expect(mixed[0]![1]).toBeCloseTo(expected, 12);
    expect(mixed[0]![0]).toBeLessThan(mixed[0]![1]);
    expect(mixed[0]![0]).toBe(ask(option.bsmProbability, "put", ...inputs, null));
    const forward = goldenTable("touch-by-quadrature.csv")[2]!;
    const arguments76 = [forward.spot, forward.strike, forward.dte, forward.vol, forward.rate].map(Number);
    expect(ask(option.black76Probability, "call", ...arguments76, true)).toBeCloseTo(
      Number(forward.expected),
      12,
    );
  });

  type Six = [any[][], any[][], any[][], any[][], any[][], any[][]];
});

describe("errors at the cell", () => {
  test.each<[string, (...ranges: any[]) => any[][], unknown[], string, string]>([
    [
      "a percentage as vol",
      option.bsmPrice,
      ["put", 100, 95, 30, 20, 0],
      "#VALUE!",
      "vol 20 looks like a percentage: use 0.20",
    ],
    [
      "a negative strike",
      option.bsmVega,
      ["put", 100, -5, 30, 0.2, 0],
      "#VALUE!",
      "strike (-5) must be positive",
    ],
    [
      "a text for a number",
      option.bsmPrice,
      ["put", "4500", 95, 30, 0.2, 0],
      "#VALUE!",
      'spot ("4500") is text: enter it as a number',
    ],
    [
      "a forward by its own name",
      option.black76Price,
      ["put", 0, 95, 30, 0.2, 0],
      "#VALUE!",
      "forward (0) must be positive",
    ],
    [
      "a future as kind",
      option.bsmPrice,
      ["future", 100, 95, 30, 0.2, 0],
      "#VALUE!",
      'kind "future" has no option value: use "call" or "put"',
    ],
    [
      "a price below intrinsic value",
      option.bsmImpliedVol,
      ["put", 4, 90, 95, 30, 0],
      "#N/A",
      "price (4) is below the lower bound 5, the discounted intrinsic value: no volatility follows from it",
    ],
    [
      "a delta no strike has",
      option.bsmStrike,
      ["call", 1, 90, 30, 0.2, 0],
      "#N/A",
      "no strike has delta 1: a call's delta lies between 0 and 1, that of the discounted forward",
    ],
    [
      "a derivative at the kink",
      option.bsmGamma,
      ["call", 100, 100, 0, 0.2, 0],
      "#N/A",
      "at the strike at expiry the price has a kink, and its derivatives are undefined",
    ],
  ])("%s", (_title, f, values, code, message) => {
    const error = ask(f, ...values);
    expect(error).toBeInstanceOf(CellError);
    expect(error).toMatchObject({ code, message });
  });

  test("a bad cell of a range spoils its own result alone", () => {
    const [row] = option.bsmPrice(one("call"), one(100), [[90, "x", -1, 110]], one(30), one(0.2), one(0));
    expect(row!.map((value) => (value instanceof CellError ? value.message : typeof value))).toEqual([
      "number",
      'strike ("x") is not a number',
      "strike (-1) must be positive",
      "number",
    ]);
  });

  test("at expiry price and delta have values, also at the strike", () => {
    expect(ask(option.bsmPrice, "call", 105, 100, 0, 0.2, 0.05)).toBe(5);
    expect(ask(option.bsmDelta, "call", 100, 100, 0, 0.2, 0.05)).toBe(0.5);
    expect(ask(option.bsmTheta, "put", 105, 100, 0, 0.2, 0.05)).toBe(0);
  });
});

test("whatever number is allowed, the result is a finite number or an error with its sentence", () => {
  const positive = fc.oneof(
    fc.constantFrom(100, 1, 5e-324, 1e-300, 1.7e308, 100 * (1 + 1e-15)),
    fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: 50, max: 200, noNaN: true }),
  );
  const days = fc.oneof(fc.constantFrom(0, 5e-324, 36_500), fc.double({ min: 0, max: 400, noNaN: true }));
  const vol = fc.oneof(fc.constantFrom(0, 5e-324, 1e-160, 10), fc.double({ min: 0, max: 1, noNaN: true }));
  const rate = fc.oneof(fc.constantFrom(0, 1, -1), fc.double({ min: -0.1, max: 0.1, noNaN: true }));
  const inputs = fc.tuple(fc.constantFrom("call", "put"), positive, positive, days, vol, rate, rate);
  fc.assert(
    fc.property(inputs, positive, fc.boolean(), ([kind, spot, strike, dte, ...rest], price, touch) => {
      const [v, r, q] = rest;
      const results = [
        ...OUTPUTS.map((output) => ask(SINGLE[output][0], kind, spot, strike, dte, v, r, q)),
        ...OUTPUTS.map((output) => ask(SINGLE[output][1], kind, spot, strike, dte, v, r)),
        ask(option.bsmImpliedVol, kind, price, spot, strike, dte, r, q),
        ask(option.bsmStrike, kind, kind === "call" ? 0.3 : -0.3, spot, dte, v, r, q),
        ask(option.bsmProbability, kind, spot, strike, dte, v, r, q, touch),
      ];
      const isMeant = (result: unknown) =>
        result instanceof CellError ? result.message.length > 20 : Number.isFinite(result);
      expect(results.filter((result) => !isMeant(result))).toEqual([]);
    }),
    { seed: 20220204, numRuns: 2000 },
  );
});

describe("many options in one call", () => {
  const column = (count: number, value: (index: number) => unknown) =>
    Array.from({ length: count }, (_, index) => [value(index)]);

  /** Expiries that come and go, the kink among them, and both shapes of a range. */
  const inputs = (count: number) =>
    [
      column(count, (index) => (index % 3 === 0 ? "call" : "put")),
      one(4500),
      column(count, (index) => (index % 97 === 5 ? 4500 : 3000 + ((index * 37) % 3000))),
      column(count, (index) => (index % 97 === 5 ? 0 : 1 + (index % 5) * 30)),
      column(count, (index) => 0.1 + 0.001 * (index % 400)),
      one(0.03),
    ] as const;

  test.each([
    ["BSM", option.bsmGreeks],
    ["BLACK76", option.black76Greeks],
  ] as const)("%s.GREEKS has the rows that each option has by itself, also beyond a block", (name, f) => {
    const ranges = inputs(1300);
    const rows = f(...ranges);
    expect(rows).toHaveLength(1300);
    for (const index of [0, 1, 5, 510, 511, 512, 513, 1023, 1024, 1072, 1299]) {
      const single = ranges.map((range) => one((range[index] ?? range[0])![0])) as unknown as typeof ranges;
      const row = rows[index]!;
      if (index % 97 === 5) {
        expect(row[0]).toMatchObject({ code: "#N/A" });
        expect(row[8]).toBe(row[0]);
        continue;
      }
      const alone = f(...single)[0]!;
      row.forEach((value, position) => {
        expect(Math.abs(value - alone[position])).toBeLessThanOrEqual(1e-15 * Math.abs(alone[position]));
      });
      expect(row[5]).toBeCloseTo(ask(SINGLE.rho[name === "BSM" ? 0 : 1], ...single.map((cell) => cell[0]![0])) as number, 10); // prettier-ignore
    }
  });

  test("one bad cell among many gives its own row the error, and changes no other", () => {
    const ranges = inputs(600);
    const good = option.bsmGreeks(...ranges);
    ranges[2][40] = ["x"];
    const spoilt = option.bsmGreeks(...ranges);
    expect(spoilt[40]).toEqual(new Array(9).fill(expect.objectContaining({ code: "#VALUE!" })));
    good.forEach((row, index) => {
      if (index === 40 || index % 97 === 5) return;
      row.forEach((value, position) => {
        expect(spoilt[index]![position]).toBeCloseTo(value, 12);
      });
    });
  });

  test("a table taken row by row in blocks keeps its order", () => {
    const strikes = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 30 }, (_, place) => 4000 + 30 * row + place),
    );
    const rows = option.bsmGreeks(one("call"), one(4500), strikes, one(30), one(0.2), one(0.03));
    const prices = option.bsmPrice(one("call"), one(4500), strikes, one(30), one(0.2), one(0.03)).flat();
    expect(rows.map((row) => row[0])).toEqual(prices);
  });

  test("twenty thousand options are one row each", () => {
    expect(option.bsmGreeks(...inputs(20_000))).toHaveLength(20_000);
  });

  test("nine columns of more than 250,000 cells are refused with the limit named, before anything is computed", () => {
    const strikes = column(27_778, (index) => 1000 + index);
    expect(() => option.bsmGreeks(one("call"), one(4500), strikes, one(30), one(0.2), one(0.03))).toThrow(
      "the result would have 250002 cells: at most 250000 are possible, so give smaller ranges",
    );
    expect(
      option.bsmGreeks(one("call"), one(4500), strikes.slice(1), one(30), one(0.2), one(0.03)),
    ).toHaveLength(27_777);
  });
});
