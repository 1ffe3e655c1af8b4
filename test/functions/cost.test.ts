import { CellError } from "./support/customFunctions";
import fc from "fast-check";
import { netValue, pnl } from "../../src/functions/book";
import {
  annualCost,
  boxSpreadRate,
  capm,
  carry,
  costRatio,
  creditRate,
  equityPremium,
  liquidityRatio,
  vixPerDollar,
  wacc,
} from "../../src/functions/cost";
import { workedBook, workedMarket } from "../alvh/workedCase";
import { thrownBy } from "./support/thrownBy";

test("CREDITIRR takes one condor, or many at once", () => {
  // (1 + 5 / 36.05)^(365/42) - 1 and (1 + 2.5 / 36.05)^(365/42) - 1, by Python.
  expect(creditRate([[13.95]], [[50]], [[5], [2.5]], [[42]])).toEqual([
    [expect.closeTo(2.0918003774, 8)],
    [expect.closeTo(0.7908489685, 8)],
  ]);
});

test("CREDITIRR of dated cash flows is Excel's XIRR", () => {
  // Microsoft, "XIRR function".
  const dates = [["2008-01-01"], ["2008-03-01"], ["2008-10-30"], ["2009-02-15"], ["2009-04-01"]];
  const flows = [[-10000], [2750], [4250], [3250], [2750]];
  expect(creditRate(flows, dates)).toEqual([[expect.closeTo(0.373362535, 8)]]);
});

test("C03 a bad pair spoils its own cell alone", () => {
  const rates = creditRate([[13.95], [13.95]], [[50], [0]], [[5]], [[42]]);
  expect(rates[0]?.[0]).toBeCloseTo(2.0918, 4);
  expect(rates[1]?.[0]).toMatchObject({ code: "#N/A" });
});

test("WACC, CAPM and BOXRATE answer cell by cell", () => {
  expect(wacc([[600]], [[400]], [[0.12]], [[0.06]], [[0.25]])[0]?.[0]).toBeCloseTo(0.09, 12);
  expect(capm([[0.03]], [[0, 1.3]], [[0.08]])).toEqual([[0.03, expect.closeTo(0.095, 12)]]);
  // ln(1000 / 950), by Python.
  expect(boxSpreadRate([[1000]], [[950]], [[365]])[0]?.[0]).toBeCloseTo(0.05129329438755048, 12);
});

test("EQUITYPREMIUM is a number, and with earnings a table in time order", () => {
  expect(equityPremium([[4000]], [[60]], [[0.05]], [[0.04]])[0]?.[0]).toBeCloseTo(0.025, 12);
  const table = equityPremium([[4000], [4400]], [[60]], [[0.05]], [[0.04]], [[220]], [["RatioRise", 0.2]]);
  expect(table[2]?.[3]).toBe(1.2);
  expect(table[2]?.[1]).toBeCloseTo(0.01, 12);
});

test("QUICKRATIO is a number, and with a stress a table", () => {
  expect(liquidityRatio([[120_000]], [[50_000]])).toEqual([[2.4]]);
  const table = liquidityRatio([[120_000]], [[50_000]], -30_000, null);
  expect(table[3]?.slice(0, 3)).toEqual(["C06 quick ratio", 2.4, 1.8]);
});

test("C06 C07 QUICKRATIO takes the stress from PNL", () => {
  const stress = pnl(workedBook, workedMarket, -0.05, 10);
  const table = liquidityRatio([[120_000]], [[50_000]], stress as never, 60_000);
  expect(table[1]?.[2]).toBeCloseTo(120_000 + (stress[0]?.[0] as number), 8);
  expect(table[5]?.[2]).toBeCloseTo(60_000 + (stress[0]?.[0] as number), 8);
});

test("E18 QUICKRATIO before and after the rate rises by 100 bp: the book loses little", () => {
  const book = workedBook.map((row, index) => (index === 0 ? row : [...row.slice(0, 6), row[6] || 0.22]));
  const at = (rate: number): number =>
    netValue(book, [...workedMarket.filter(([name]) => name !== "Rate"), ["Rate", rate]])[0]?.[0] as number;
  const change = at(0.013) - at(0.003);
  const table = liquidityRatio([[120_000]], [[50_000]], change);
  expect(change).not.toBe(0);
  expect(table[3]?.slice(1, 3)).toEqual([2.4, expect.closeTo(2.4 + change / 50_000, 12)]);
  expect(Math.abs(change)).toBeLessThan(5_000);
});

test("ANNUALCOST puts each base in a column", () => {
  const table = annualCost([[0], [-6000]], [["2022-01-03"], ["2023-01-03"]], [["NAV", 5e5], ["Risk capital", 1e5]]); // prettier-ignore
  expect(table.find(([name]) => name === "Cost per year")?.slice(1, 3)).toEqual([0.012, 0.06]);
});

test.each<[string, () => unknown, string, string]>([
  ["no margin", () => creditRate([[13.95]], [[""]], [[5]], [[42]]), "#VALUE!", "margin is blank: give the margin"],
  ["a margin of 0", () => creditRate([[13.95]], [[0]], [[5]], [[42]]), "#N/A", "a credit alone has no rate of return"],
  ["no days", () => creditRate([[1]], [[5]], [[1]], [[0]]), "#VALUE!", "dte (0) must be positive: calendar days to expiry"],
  ["a tax of 21", () => wacc([[1]], [[1]], [[0.1]], [[0.1]], [[21]]), "#VALUE!", "taxRate (21) is out of range: give a share of profits (0.21 for 21%)"],
  ["no capital", () => wacc([[0]], [[0]], [[0.1]], [[0.1]], [[0.2]]), "#N/A", "equity and debt are both 0"],
  ["a rate in percent", () => capm([[4]], [[1]], [[0.08]]), "#VALUE!", "riskFree (4) is out of range: give a rate per year (0.04 for 4%)"],
  ["a free box", () => boxSpreadRate([[1000]], [[0]], [[30]]), "#VALUE!", "price (0) must be positive"],
  ["a text for the index", () => equityPremium([["SPX"]], [[60]], [[0.05]], [[0.04]]), "#VALUE!", 'index: "SPX" is not a number'],
  ["no base", () => annualCost([[-1]], [["2022-01-03"]], [[null]]), "#VALUE!", "base is blank"],
  ["a stress in words", () => liquidityRatio([[1]], [[1]], "crash"), "#VALUE!", 'stressPnl: "crash" is not a number'],
])("%s is explained", (_, run, code, sentence) => {
  const error = thrownBy(run);
  expect(error.code).toBe(code);
  expect(error.message).toContain(sentence);
}); // prettier-ignore

test("C01 C05 CARRY and VIXPERDOLLAR are one number, or a table by layer", () => {
  // hedge-cost.py
  expect(carry(workedBook, workedMarket)).toEqual([[expect.closeTo(12.5970302704, 8)]]);
  expect(vixPerDollar(workedBook, workedMarket)).toEqual([[expect.closeTo(0.0765238088, 8)]]);
  expect(carry(workedBook, workedMarket, "layer").map(([name]) => name)).toEqual([
    "Layer",
    "short",
    "medium",
    "long",
    "Total: blended carry",
    "Note",
  ]);
});

test("C02 COSTRATIO takes its thresholds from the settings", () => {
  const verdict = (settings?: (string | number)[][]): unknown =>
    costRatio(workedBook, workedMarket, settings).find(([name]) => name === "C02 verdict")?.[1];
  // The ratio is .0359: hedge-cost.py.
  expect(verdict()).toBe("GREEN");
  expect(verdict([["C02.Amber", 0.035]])).toBe("AMBER");
  expect(verdict([["C02.Red", 0.035]])).toBe("RED");
});

test("whatever the book, CARRY, VIXPERDOLLAR and COSTRATIO give finite figures or a sentence", () => {
  const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
  const asked = fc.record({
    condorDays: fc.oneof(between(0.001, 2), between(2, 400)),
    hedgeDays: fc.oneof(between(0.001, 2), between(2, 400)),
    vol: between(0.05, 3),
    strike: between(5, 120),
    vvix: between(40, 250),
    skew: between(-3, 3),
    contracts: fc.integer({ min: -5, max: 5 }),
    kept: between(-1, 1),
    futures: fc.integer({ min: -1, max: 1 }),
  });
  const property = fc.property(
    asked,
    ({ condorDays, hedgeDays, vol, strike, vvix, skew, contracts, kept, futures }) => {
      const book = [
        ["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol"],
        ["SPXW", "put", 1, 4050, condorDays, 0.2],
        ["SPXW", "put", -1, 4100, condorDays, 0.2],
        ["SPXW", "call", -1, 4725, condorDays, 0.2],
        ["SPXW", "call", 1, 4775, condorDays, 0.2],
        ["VIX", "call", contracts, strike, hedgeDays, vol],
        ["VX", "future", futures, "", hedgeDays, ""],
      ];
      const market = [...workedMarket.filter(([name]) => name !== "VVIX"), ["VVIX", vvix], ["VIXSkew", skew]];
      const runs = [
      (): any[][] => carry(book, market, "leg"),
      (): any[][] => vixPerDollar(book, market, "leg"),
      (): any[][] => costRatio(book, market, [["C02.FromDte", 30], ["C03.KeptShare", kept]], [[0.01, 1]]),
    ]; // prettier-ignore
      const values = runs.flatMap((run) => tableOrSentence(run).flat());
      expect(values.filter((value) => typeof value !== "string" && !Number.isFinite(value))).toEqual([]);
    },
  );
  fc.assert(property, { numRuns: 300, seed: 20220204 });
});

/** A table, or none where the function explains why; anything else thrown is a bug. */
function tableOrSentence(run: () => any[][]): any[][] {
  try {
    return run();
  } catch (error) {
    if (error instanceof CellError && error.message !== "") return [];
    throw error;
  }
}
