import { hedgeRatioTable, heldRatio, shortDeltaUnits, targetRatio } from "../../src/alvh/hedgeRatio";
import { readHedgedBook } from "../../src/alvh/hedgedBook";
import { settingsInForce } from "../../src/alvh/presets";
import { layer } from "../../src/functions/hedge";
import "../functions/support/customFunctions";
import { goldenTable } from "../data/readTable";
import { workedBook, workedMarket } from "./workedCase";

const settingsOf = (rows: (string | number)[][] = []) => settingsInForce(null, rows).settings;
const hedged = readHedgedBook(workedBook, workedMarket);

/** Figures of one contract by worked-case.py, in its order: four SPX legs, then the three VIX calls. */
const golden = goldenTable("worked-case.csv");
const figure = (leg: number, name: string): number => Number(golden[leg]?.[name]);
const shortUnits = (10 * (Math.abs(figure(1, "delta")) + figure(2, "delta"))) / 100;
const contracts = [4, 4, 2];
const hedgeSum = (name: string): number =>
  contracts.reduce((sum, count, layer) => sum + count * figure(4 + layer, name), 0);

test("B02 the ratio is .35 at 60 days and .55 at 30: ten condors want 1.2 to 1.8 units", () => {
  expect([60, 30].map((days) => targetRatio(days, settingsOf(), undefined))).toEqual([0.35, 0.55]);
  expect(shortDeltaUnits(hedged.condorLegs)).toBeCloseTo(shortUnits, 9);
  // The text's own arithmetic, to its digit: 3.3 units.
  expect([0.35, 0.55].map((ratio) => Number((ratio * shortUnits).toFixed(1)))).toEqual([1.2, 1.8]);
});

test("B02 the ratio held, by each reading of its unit", () => {
  expect(heldRatio("DELTA_UNITS", hedged)).toBeCloseTo(hedgeSum("delta") / 100 / shortUnits, 9);
  const condor01 = 10 * (figure(0, "vix01") - figure(1, "vix01") - figure(2, "vix01") + figure(3, "vix01"));
  expect(heldRatio("VEGA", hedged)).toBeCloseTo(hedgeSum("vix01") / Math.abs(condor01), 9);
  // Futures of the three expirations: settlements of that day.
  const futures = [24.2613, 25.1484, 25.9505];
  const dollars = contracts.reduce(
    (sum, count, layer) => sum + count * figure(4 + layer, "delta") * (futures[layer] ?? NaN),
    0,
  );
  expect(heldRatio("DOLLAR", hedged)).toBeCloseTo(dollars / (100 * shortUnits * 4500.53), 9);
});

test("B03 the target depends on the condors' days: a line between, flat outside, or a constant", () => {
  expect([90, 45, 7].map((days) => targetRatio(days, settingsOf(), undefined))).toEqual([
    0.35,
    expect.closeTo(0.45, 12),
    0.55,
  ]);
  expect(targetRatio(45, settingsOf([["B03.Target", "CONSTANT"], ["B03.Constant", 0.4]]), undefined)).toBe(0.4); // prettier-ignore
  expect(() => targetRatio(45, settingsOf([["B03.FarDte", 20]]), undefined)).toThrow(
    "B03.FarDte (20) must be above B03.NearDte (30)",
  );
});

test("B04 the units are shown by layer and add up to the ratio held", () => {
  const rows = hedgeRatioTable(workedMarket, undefined, workedBook, settingsOf());
  const layers = rows.filter(([name]) => String(name).startsWith("B04")).map(([, units]) => Number(units));
  expect(layers).toHaveLength(3);
  expect(layers.reduce((sum, units) => sum + units, 0)).toBeCloseTo(hedgeSum("delta") / 100, 9);
});

test("B05 the target rises with the probability of a breach, and the gamma path grows toward expiry", () => {
  const breach = settingsOf([["B03.Target", "BREACH"], ["B05.EntryBreach", 0.5]]); // prettier-ignore
  expect([0.5, 0.7, 0.3].map((p) => targetRatio(42, breach, p))).toEqual([
    0.35, expect.closeTo(0.42, 12), expect.closeTo(0.28, 12),
  ]); // prettier-ignore
  const rows = hedgeRatioTable(workedMarket, undefined, workedBook, settingsOf());
  const gammas = rows
    .filter(([name]) => String(name).startsWith("B05 gamma"))
    .map(([, gamma]) => Number(gamma));
  const gammaNow = 10 * (figure(0, "gamma") - figure(1, "gamma") - figure(2, "gamma") + figure(3, "gamma"));
  expect(gammas[0]).toBeCloseTo(gammaNow, 9);
  expect(Math.abs(gammas[2] ?? NaN)).toBeGreaterThan(Math.abs(gammas[0] ?? NaN));
});

test("B05 the breach probability is that of touching either short strike, at the vols of its quotes", () => {
  // In scipy, by the reflection principle: put 4100 at 38.40 and call 4725 at 21.55, 42 days less a quarter of an hour.
  const probability = hedgeRatioTable(workedMarket, undefined, workedBook, settingsOf()).find(([name]) => name === "B05 breach probability"); // prettier-ignore
  expect(probability?.[1]).toBeCloseTo(0.691013239, 6);
});

test("without a book the target alone", () => {
  const rows = hedgeRatioTable(workedMarket, 42, undefined, settingsOf());
  expect(rows.map((row) => row[0])).toEqual([
    "Figure",
    "B02 target ratio",
    "B03 condor days",
    "B03 target by the linear rule",
  ]);
  expect(rows[1]?.[1]).toBeCloseTo(0.35 + 0.2 * (18 / 30), 12);
  expect(() => hedgeRatioTable(workedMarket, undefined, undefined, settingsOf())).toThrow("dte is blank");
});

test("B02 short legs without delta or VIX01 have no ratio, and no figure is made up", () => {
  const deep = [["Underlying", "Kind", "Qty", "Strike", "Expiry", "Vol"], ["SPX", "put", -1, 12000, "2022-03-18", 0.1]]; // prettier-ignore
  const rows = hedgeRatioTable(workedMarket, undefined, deep, settingsOf());
  for (const value of rows.flat()) expect(typeof value === "string" || Number.isFinite(value)).toBe(true);
});

test("B02 the calls to add bring the book to its target, by the reading asked for", () => {
  for (const reading of ["DELTA_UNITS", "DOLLAR", "VEGA"]) {
    const rows: (string | number)[][] = [["B02.Reading", reading], ["StrikeStep", 0.05]]; // prettier-ignore
    const asked = hedgeRatioTable(workedMarket, undefined, workedBook, settingsOf(rows));
    const of = (table: (string | number)[][], name: string) => table.find(([each]) => each === name)?.[1];
    const more = Number(of(asked, "VIX calls to add"));
    // The first layer's call, from LAYER: bought into the book, it makes the ratio the target.
    const call = layer([[10]], "442", workedMarket, [["StrikeStep", 0.05]])[1] ?? [];
    const added = ["short", "VIX", "call", more, call[6], call[2], call[8], "", ""] as (string | number)[];
    const after = hedgeRatioTable(workedMarket, undefined, [...workedBook, added], settingsOf(rows));
    // To three digits by deltas: a listed strike has delta .300 but for a twentieth of a point.
    expect(Number(of(after, "B02 ratio held"))).toBeCloseTo(Number(of(asked, "B02 target ratio")), 2);
  }
});

test("B02 at target is within half a call, .15 of 3.33 units; beyond it more or fewer calls are wanted", () => {
  const verdict = (short: number, medium: number): unknown => {
    const held = [short, medium, 0];
    const book = [...workedBook.slice(0, 5), ...workedBook.slice(5).map((leg, layer) => leg.map((value, column) => (column === 3 ? (held[layer] ?? 0) : value)))]; // prettier-ignore
    return hedgeRatioTable(workedMarket, 42, book.filter((leg) => leg[3] !== 0), settingsOf()).find(([name]) => name === "B02 verdict")?.[1]; // prettier-ignore
  };
  // Units of one call by worked-case.py; the target at 42 days is .47.
  const away = (short: number, medium: number): number =>
    (short * figure(4, "delta")) / 100 + (medium * figure(5, "delta")) / 100 - 0.47 * shortUnits;
  expect(Math.abs(away(2, 3))).toBeLessThan(0.15);
  expect(Math.abs(away(0, 4))).toBeLessThan(0.15);
  expect(away(1, 4)).toBeGreaterThan(0.15);
  expect(away(1, 3)).toBeLessThan(-0.15);
  expect([verdict(2, 3), verdict(0, 4), verdict(1, 4), verdict(1, 3)]).toEqual([
    "AT TARGET",
    "AT TARGET",
    "ABOVE",
    "BELOW",
  ]);
});
