import { Script } from "node:vm";
import { CellError, readDist } from "./support/builtFunctions";
import { seededRandom } from "./support/fuzzArguments";
import { workedBook, workedMarket } from "../alvh/workedCase";

/**
 * Recalculation storms: Excel calculates every cell of a sheet when rows are inserted, and hands each the whole of its
 * ranges anew. What the functions then take from memory must be what they would compute.
 */
const CELLS = 20_000;
/** Different formulas among them, as in a sheet whose tables ask the same more than once. */
const FORMULAS = 4000;

type Call = readonly [id: string, ...given: unknown[]];

/** The functions of dist, as a page that was just opened has them: nothing is in memory. */
function freshFunctions(): (call: Call) => unknown {
  const associated = new Map<string, (...given: unknown[]) => unknown>();
  const CustomFunctions = {
    Error: CellError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    associate: (id: string, implementation: (...given: unknown[]) => unknown) =>
      associated.set(id, implementation),
  };
  // Outside the tests' own context, so that globals are as quick to reach as in a page.
  const load = new Script(`(CustomFunctions) => {${readDist("functions.js")}}`).runInThisContext() as (
    host: object,
  ) => void;
  load(CustomFunctions);
  return ([id, ...given]) => {
    try {
      // Each cell receives ranges of its own.
      return associated.get(id)!(...structuredClone(given));
    } catch (error) {
      if (error instanceof CellError) return `${error.code} ${error.message}`;
      throw error;
    }
  };
}

const random = seededRandom(20_000);
const shock = (): number => Number((random() / 4 - 0.15).toFixed(4));
const points = (): number => Number((random() * 40 - 5).toFixed(2));
/** A leg with its quantity times a factor. */
const scaled = (leg: unknown[], factor: number): unknown[] =>
  leg.map((value, column) => (column === 3 ? factor * Number(value) : value));
const bookOf = (condors: number): unknown[][] =>
  workedBook.map((row, index) => (index === 0 ? row : scaled(row, condors / 10)));
const marketAt = (vix: number): unknown[][] =>
  workedMarket.map((row) => (row[0] === "VIX" ? ["VIX", vix] : row));
const closes = Array.from({ length: 60 }, () => [4500 + 100 * random()]);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;

/** A sheet's formulas: what-if tables over few books and markets, Greeks by group, options, and some that are wrong. */
function formula(): Call {
  const book = bookOf(pick([1, 5, 10]));
  const market = marketAt(pick([16, 23.22, 31]));
  const group = pick([null, "leg", "layer", "underlying", "expiry", "carry"]);
  switch (Math.floor(random() * 12)) {
    case 0:
      return ["NETTHETA", book, market, group];
    case 1:
      return [pick(["NETDELTA", "NETVEGA", "NETVIX", "NETVALUE", "NETGREEKS"]), book, market, group];
    case 2:
      return ["CURVE", market, [[Math.floor(random() * 200)]]];
    case 3:
      return [
        "BSM.PRICE",
        [["put"]],
        [[4500]],
        [[4000 + Math.floor(random() * 500)]],
        [[30]],
        [[0.2]],
        [[0.03]],
      ];
    case 4:
      return ["RSI", closes.slice(0, 20 + Math.floor(random() * 40)), 14];
    case 5:
      return ["PNL", bookOf(1), marketAt(points()), shock(), 0];
    case 6:
      return ["PNL", book, market, "fall", points()];
    case 7:
      return [
        "LAYERWEIGHTS",
        pick(["442", "S0_PYRAMID", "S3_FRONT"]),
        market,
        [["SignalScore", pick([-1, 0, 1])]],
      ];
    default:
      return ["PNL", book, market, shock(), points()];
  }
}

/** Each once; 0 and -0 are two formulas. */
const formulas = [
  ...new Map(Array.from({ length: FORMULAS }, formula).map((call) => [JSON.stringify(call), call])).values(),
];

test(`${CELLS} cells, calculated and calculated again, show what a page that was just opened computes`, () => {
  const fresh = freshFunctions();
  // From the last: another order, so that nothing depends on what was asked before.
  const expected = new Map([...formulas].reverse().map((call) => [call, fresh(call)]));
  const calculate = freshFunctions();
  const sheet = Array.from({ length: CELLS }, (_, cell) => formulas[(cell * 7919) % formulas.length]!);
  // Cold, and with memory.
  for (let pass = 0; pass < 2; pass++) {
    const wrong = sheet.filter(
      (call) => JSON.stringify(calculate(call)) !== JSON.stringify(expected.get(call)),
    );
    expect(wrong.map((call) => JSON.stringify(call)).slice(0, 3)).toEqual([]);
  }
  expect(new Set([...expected.values()].map((value) => JSON.stringify(value))).size).toBeGreaterThan(1500);
}, 60_000);

test("one changed cell of a book or a market changes what is shown", () => {
  const calculate = freshFunctions();
  const netTheta = (book: unknown[][], market: unknown[][]): number =>
    (calculate(["NETTHETA", book, market]) as number[][])[0]![0]!;
  const before = netTheta(workedBook, workedMarket);
  for (let row = 1; row < workedBook.length; row++) {
    const doubled = workedBook.map((leg, index) => (index === row ? scaled(leg, 2) : leg));
    expect(netTheta(doubled, workedMarket)).not.toBe(before);
  }
  for (const [name, value] of [
    ["SPX", 4510],

    ["Rate", 0.01],
    ["2022-02-16", 25],
  ] as const) {
    const market = workedMarket.map((row) => (row[0] === name ? [name, value] : row));
    expect([name, netTheta(workedBook, market)]).not.toEqual([name, before]);
  }
  expect(netTheta(workedBook, workedMarket)).toBe(before);
});

test("what a cell's host does to the rows it received does not reach the next cell", () => {
  const calculate = freshFunctions();
  const ask = () => calculate(["PRESET", "442"]) as unknown[][];
  const first = ask();
  const before = structuredClone(first);
  first.reverse()[0]![0] = "scribble";
  expect(ask()).toEqual(before);
});

/** 501 x 500 cells are 250,500. */
const wide = [Array.from({ length: 501 }, (_, column) => 90 + column / 100)];
const tall = Array.from({ length: 500 }, (_, row) => [100 + row / 100]);
const small = Array.from({ length: 501 }, (_, step) => [step / 10_000]);

test.each<[string, number, Call]>([
  ["options over a row and a column", 250_500, ["BSM.PRICE", "put", wide, tall, 30, 0.2, 0.03]],
  ["their Greeks, nine columns each", 2_254_500, ["BSM.GREEKS", "put", wide, tall, 30, 0.2, 0.03]],
  ["a grid of shocks", 251_502 + 502, ["STRESSGRID", workedBook, workedMarket, small, small]],
  [
    "a payoff of very many spots",
    0,
    ["PAYOFF", workedBook, workedMarket, Array.from({ length: 130_000 }, (_, row) => [3000 + row / 100])],
  ],
])(
  "a result too large to pass between Excel and an add-in is refused, with the limit: %s",
  (_what, cells, call) => {
    const answer = freshFunctions()(call);
    expect(answer).toMatch(/^#VALUE! the result would have \d+ cells: at most 250000 are possible/);
    if (cells > 0) expect(answer).toContain(` ${cells} cells`);
  },
);
