import type { CellValue } from "../../src/alvh/cellValue";
import { readBookInMarket } from "../../src/alvh/netGreeks";
import { payoffView, probabilityOfProfit, spotBreakEvens, vixBreakEvens } from "../../src/alvh/payoff";
import { workedBook, workedCondor, workedMarket } from "./workedCase";

const condor = readBookInMarket(workedCondor, workedMarket);

function options(rows: CellValue[][]): ReturnType<typeof readBookInMarket> {
  return readBookInMarket(
    [["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol", "Entry"], ...rows],
    workedMarket,
  );
}

test("the worked condor at expiry: the credit inside, 36.05 lost outside", () => {
  const { payoff, days } = payoffView(condor);
  expect(days).toBeCloseTo(41.99, 2);
  expect(payoff(4400)).toBeCloseTo(1395, 7);
  expect(payoff(3800)).toBeCloseTo(-3605, 7);
  expect(payoff(5000)).toBeCloseTo(-3605, 7);
});

test("C18 E11 break-evens of the worked condor: 4086.05 and 4738.95", () => {
  const levels = spotBreakEvens(condor, payoffView(condor));
  expect(levels).toHaveLength(2);
  expect(levels[0]).toBeCloseTo(4086.05, 8);
  expect(levels[1]).toBeCloseTo(4738.95, 8);
});

test("C18 what was paid for VIX calls that expire worthless moves both break-evens in by the same points", () => {
  // worked-case.csv: 4 x 55.93 and 4 x 213.13 dollars, spread over ten condors of 100 dollars a point. VIX stays below 30.
  const paid = (4 * 55.92791313274578 + 4 * 213.12921045137804) / 1000;
  const settled = readBookInMarket(workedBook.slice(0, -1), workedMarket);
  const [low, high] = spotBreakEvens(settled, payoffView(settled));
  expect(low).toBeCloseTo(4086.05 + paid, 6);
  expect(high).toBeCloseTo(4738.95 - paid, 6);
});

test("C18 the hedge's premium moves the break-evens of the hedged book inward", () => {
  const hedged = readBookInMarket(workedBook, workedMarket);
  const [low, high] = spotBreakEvens(hedged, payoffView(hedged));
  expect(low).toBeGreaterThan(4086.05);
  expect(high).toBeLessThan(4738.95);
});

test("every break-even is found, also four of them and two close together", () => {
  // Two butterflies for 5 points each: zero at K±45 around 4200 and 4900.
  const fly = (middle: number): CellValue[][] => [
    ["SPX", "call", 1, middle - 50, 30, 0.2, 5],
    ["SPX", "call", -2, middle, 30, 0.2, 0.0001],
    ["SPX", "call", 1, middle + 50, 30, 0.2, 0.0001],
  ];
  const two = options([...fly(4200), ...fly(4900)]);
  const levels = spotBreakEvens(two, payoffView(two));
  // Paid in all 10.0000 - so that each fly must earn 10: K-40 and K+40.
  expect(levels.map((level) => Math.round(level))).toEqual([4160, 4240, 4860, 4940]);
});

test("E11 the break-even in volatility: no shift for a condor at its mark, and it loses above", () => {
  expect(vixBreakEvens(condor, 0)).toEqual([0]);
  // After 20 days the decay pays for a rise of VIX.
  const [shift, ...others] = vixBreakEvens(condor, 20);
  expect(others).toEqual([]);
  expect(shift).toBeGreaterThan(0);
});

test("E11 at a break-even the profit is zero", () => {
  const hedged = readBookInMarket(workedBook, workedMarket);
  const view = payoffView(hedged);
  for (const level of spotBreakEvens(hedged, view)) expect(view.payoff(level)).toBeCloseTo(0, 5);
});

test("VIX is held, unless the market says how it follows SPX", () => {
  const follows = readBookInMarket(workedBook, [...workedMarket, ["SpotVixBeta", -1.28]]);
  const held = readBookInMarket(workedBook, workedMarket);
  expect(payoffView(held).payoff(4500.53)).toBeCloseTo(payoffView(follows).payoff(4500.53), 8);
  // Below, a rising VIX lifts the long calls of May.
  expect(payoffView(follows).payoff(4000)).toBeGreaterThan(payoffView(held).payoff(4000));
});

test("POP of a book that always earns is 1, of one that never does 0", () => {
  const earns = options([["SPX", "put", -1, 4000, 30, 0.3, 5000]]);
  expect(probabilityOfProfit(earns, payoffView(earns))).toBe(1);
  const loses = options([["SPX", "put", 1, 4000, 30, 0.3, 5000]]);
  expect(probabilityOfProfit(loses, payoffView(loses))).toBe(0);
});

test("POP without skew is N(d2) between the break-evens", () => {
  const flat = readBookInMarket(workedCondor, [...workedMarket, ["Skew", 0], ["SPXVol", 0.204]]);
  // In Python: N((ln(4738.95/F) + v²T/2)/(v sqrt T)) - N((ln(4086.05/F) + v²T/2)/(v sqrt T)).
  expect(probabilityOfProfit(flat, payoffView(flat))).toBeCloseTo(0.701409, 6);
});

test("a book without SPX options needs the days to look at", () => {
  const vixOnly = readBookInMarket([["Underlying", "Kind", "Qty", "DTE"], ["VX", "future", 1, 30]], workedMarket); // prettier-ignore
  expect(() => payoffView(vixOnly)).toThrow(
    "book holds no SPX option, whose first expiry is looked at: give days",
  );
});

test("break-evens are found at any level of SPX", () => {
  for (let level = 3000; level < 6000; level += 37.13) {
    const moved = workedMarket.map((row) => (row[0] === "SPX" ? ["SPX", level] : row));
    const book = [["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol", "Entry"], ["SPX", "call", 1, Math.round(level), 30, 0.2, 10]]; // prettier-ignore
    const inMarket = readBookInMarket(book, moved);
    const [only, ...others] = spotBreakEvens(inMarket, payoffView(inMarket));
    expect(only).toBeCloseTo(Math.round(level) + 10, 6);
    expect(others).toEqual([]);
  }
});

test("a box at par earns nothing anywhere, and has no break-even", () => {
  const box = options([
    ["SPX", "call", 3, 4500, 30, 0.2, 150],
    ["SPX", "call", -3, 4600, 30, 0.2, 90],
    ["SPX", "put", 3, 4600, 30, 0.2, 160],
    ["SPX", "put", -3, 4500, 30, 0.2, 120],
  ]);
  expect(spotBreakEvens(box, payoffView(box))).toEqual([]);
});

test("E11 close break-evens in volatility are found at the strikes of settled VIX options", () => {
  const fly = [
    ["VIX", "call", 1, 35.3139, 5, 1, 2.0309],
    ["VIX", "call", -2, 35.3639, 5, 1, 1.5],
    ["VIX", "call", 1, 35.4139, 5, 1, 1],
  ];
  // Paid 0.0309 for a fly worth .05 at its middle: zero .0309 above the lower strike and below the upper.
  const levels = vixBreakEvens(options(fly), 5).map((shift) => 23.22 + shift);
  expect(levels).toHaveLength(2);
  expect(levels[0]).toBeCloseTo(35.3139 + 0.0309, 6);
  expect(levels[1]).toBeCloseTo(35.4139 - 0.0309, 6);
});
