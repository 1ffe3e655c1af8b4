import {
  breakEvenTable,
  payoffTable,
  profitProbability,
  profitTable,
  replayEventsTable,
  stressGridTable,
} from "../../src/alvh/stressTables";
import { workedBook, workedCondor, workedMarket } from "./workedCase";

test("a shock of both gives dollars; of SPX alone the proposed VIX shock is shown", () => {
  expect(profitTable(workedCondor, workedMarket, -0.1, 20, null, null)[0]?.[0]).toBeCloseTo(-996.03, 1);
  const proposed = profitTable(workedCondor, workedMarket, -0.05, null, null, null);
  expect(proposed[0]).toEqual([
    "P&L $",
    "VIX shock pts (proposed by its beta to SPX), as of 2022-02-04 16:15",
  ]);
  expect(proposed[1]?.[1]).toBeCloseTo(6.4, 12);
  expect(proposed[1]?.[0]).toBeCloseTo(
    Number(profitTable(workedCondor, workedMarket, -0.05, 6.4, 0, "twofactor")[0]?.[0]),
    6,
  );
});

test("A23 the grid has its shocks as header row and column, and each cell is one shock", () => {
  const grid = stressGridTable(workedBook, workedMarket, [[-0.1], [0]], [[0, 10, 20]], 5, "GL1");
  expect(grid[0]).toEqual(["P&L $ (rows: SPX shock, columns: VIX pts), as of 2022-02-04 16:15", 0, 10, 20]);
  expect(grid.map((row) => row[0]).slice(1)).toEqual([-0.1, 0]);
  const one = profitTable(workedBook, workedMarket, -0.1, 20, 5, "GL1")[0]?.[0];
  expect(grid[1]?.[3]).toBeCloseTo(Number(one), 9);
});

test("payoff by level, with the days it looks at", () => {
  const table = payoffTable(workedCondor, workedMarket, [[4400, 5000]], null);
  expect(table[0]).toEqual(["SPX", "P&L $ after 41.99 days, as of 2022-02-04 16:15"]);
  expect(table[1]?.[1]).toBeCloseTo(1395, 7);
  expect(table[2]?.[1]).toBeCloseTo(-3605, 7);
});

test("break-evens with their distance, in price and in volatility", () => {
  const spot = breakEvenTable(workedCondor, workedMarket, null, null);
  expect(spot[1]?.[0]).toBeCloseTo(4086.05, 8);
  expect(spot[2]?.[1]).toBeCloseTo(0.81, 2);
  expect(breakEvenTable(workedCondor, workedMarket, "VIX", null)).toEqual([["VIX shift pts", "VIX pts, as of 2022-02-04 16:15"], [0, 23.22]]); // prettier-ignore
  const never = [["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol", "Entry"], ["SPX", "put", 1, 4000, 30, 0.3, 9000]]; // prettier-ignore
  expect(breakEvenTable(never, workedMarket, "spot", null)[1]).toEqual(["none in range", ""]);
});

test("the chance of profit, and past events by name", () => {
  expect(profitProbability(workedCondor, workedMarket)).toBeGreaterThan(0.6);
  expect(replayEventsTable(workedBook, workedMarket, "2022")).toHaveLength(4);
});

test.each<[string, () => unknown, string]>([
  [
    "a text as a shock",
    () => profitTable(workedCondor, workedMarket, "-5%", 0, null, null),
    'spotShock: "-5%" is text: enter it as a number',
  ],
  [
    "no shock",
    () => profitTable(workedCondor, workedMarket, null, 0, null, null),
    "spotShock: blank is not a number",
  ],
  [
    "negative days",
    () => payoffTable(workedCondor, workedMarket, [[4500]], -1),
    "days: -1 must be at least 0",
  ],
  [
    "an axis",
    () => breakEvenTable(workedCondor, workedMarket, "time", null),
    'axis "time" is not known: use spot or vix',
  ],
  [
    "empty shocks",
    () => stressGridTable(workedCondor, workedMarket, [[""]], [[0]], null, null),
    "spotShocks is empty: give numbers",
  ],
])("%s is refused with a sentence", (_, run, sentence) => {
  expect(run).toThrow(sentence);
});

test("a grid too large for a call is refused with the limit named", () => {
  const many = [Array.from({ length: 600 }, (_, index) => index / 1000)];
  expect(() => stressGridTable(workedCondor, workedMarket, many, many, null, null)).toThrow(
    "the result would have 361201 cells: at most 250000 are possible",
  );
});

test("a payoff may be looked at beyond a doubled SPX", () => {
  expect(payoffTable(workedCondor, workedMarket, [[12000]], null)[1]?.[1]).toBeCloseTo(-3605, 7);
});
