import { breakEvenTable, payoffTable, profitTable, stressGridTable } from "../../../../src/alvh/stressTables";
import { payoffLines } from "../../../../src/taskpane/rooms/scenario/payoffLines";
import { prepareBook } from "../../../../src/taskpane/rooms/scenario/prepareBook";
import type { Scenario } from "../../../../src/taskpane/rooms/scenario/scenario";
import { workedBook, workedCondor, workedHedge, workedMarket } from "../../../alvh/workedCase";
import { finish } from "../../finish";

const calm: Scenario = { spotShock: 0, vixShock: 0, days: 0, curveModel: "TWOFACTOR" };
const linesOf = (book: typeof workedBook, change: Partial<Scenario> = {}) =>
  finish(payoffLines(prepareBook(book, workedMarket), { ...calm, ...change })).result;

test("the condor at its expiry: credit, greatest loss and break-evens as the chain's mids give them", () => {
  const { levels, dates, breakEvens } = linesOf(workedCondor);
  const expiry = dates.at(-1);
  // 13.95 points of credit, 50-point wings: market.md 1.4.
  expect(breakEvens.map((level) => Number(level.toFixed(6)))).toEqual([4086.05, 4738.95]);
  const at = (level: number): number => expiry?.profits[levels.indexOf(level)] ?? NaN;
  expect(at(4100)).toBeCloseTo(1395, 7);
  expect(at(4725)).toBeCloseTo(1395, 7);
  expect(at(4050)).toBeCloseTo(-3605, 7);
  expect(Math.min(...(expiry?.profits ?? []))).toBeCloseTo(-3605, 7);
});

test("without a shock the lines are PAYOFF's and the marks BREAKEVEN's", () => {
  const { levels, dates, breakEvens } = linesOf(workedBook);
  expect(dates.map(({ when }) => when)).toEqual(["now", "halfway", "expiry"]);
  for (const { days, profits } of dates) {
    const table = payoffTable(workedBook, workedMarket, [levels], days).slice(1);
    table.forEach(([, profit], index) => {
      expect(profits[index]).toBeCloseTo(Number(profit), 6);
    });
  }
  const table = breakEvenTable(workedBook, workedMarket, "spot", null).slice(1);
  expect(breakEvens).toEqual(table.map(([level]) => level));
});

test("the scenario's day takes the middle's place, with its VIX shock and curve", () => {
  const { levels, dates } = linesOf(workedBook, { vixShock: 8, days: 10, curveModel: "GL1" });
  expect(dates.map(({ days, when }) => [when, Number(days.toFixed(4))])).toEqual([
    ["now", 0],
    ["scenario", 10],
    // From 2022-02-04 16:15 to 2022-03-18 16:00.
    ["expiry", 41.9896],
  ]);
  const shocks = [levels.map((level) => level / 4500.53 - 1)];
  const grid = stressGridTable(workedBook, workedMarket, shocks, [[8]], 10, "GL1").slice(1);
  grid.forEach(([, profit], index) => {
    expect(dates[1]?.profits[index]).toBeCloseTo(Number(profit), 5);
  });
});

test("the scenario's own point is PNL of its shocks, on the line of its day", () => {
  const change = { spotShock: -0.05, vixShock: 8, days: 10 };
  const { here, levels, dates } = linesOf(workedBook, change);
  expect(here.level).toBeCloseTo(4275.5035, 9);
  expect(here.profit).toBeCloseTo(
    Number(profitTable(workedBook, workedMarket, -0.05, 8, 10, null)[0]?.[0]),
    6,
  );
  const after = levels.findIndex((level) => level > here.level);
  const [low, high] = [after - 1, after]
    .map((index) => dates[1]?.profits[index] ?? NaN)
    .sort((a, b) => a - b);
  expect(here.profit).toBeGreaterThan((low ?? NaN) - 50);
  expect(here.profit).toBeLessThan((high ?? NaN) + 50);
});

test("the scenario's own level is in sight", () => {
  const { levels } = linesOf(workedCondor, { spotShock: -0.4 });
  expect(levels[0]).toBeCloseTo(4500.53 * 0.6, 9);
});

test("a book without SPX options is looked at on its own first expiry; shares alone, now", () => {
  // From 2022-02-04 16:15 to 2022-02-16 09:30.
  expect(linesOf(workedHedge).dates.at(-1)?.days).toBeCloseTo(11.71875, 9);
  const shares = [["Underlying", "Kind", "Qty", "Price"], ["VXX", "share", 100, 20]]; // prettier-ignore
  expect(linesOf(shares).dates.map(({ days }) => days)).toEqual([0]);
});
