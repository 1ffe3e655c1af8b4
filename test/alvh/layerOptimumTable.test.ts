import { layerOptimumTable } from "../../src/alvh/layerOptimumTable";
import { settingsInForce } from "../../src/alvh/presets";
import { workedBook, workedMarket } from "./workedCase";

const { settings } = settingsInForce(null, undefined);

test("A12 the table says which calls: expiry, kind and strike of each layer, as of when", () => {
  const table = layerOptimumTable(workedBook, workedMarket, 2000, "Cover", settings);
  expect(table[0]).toEqual([
    "Layer", "Expiry", "Kind", "Strike", "Optimal contracts", "Premium $", "Share of premium", "Theta $/day",
    "VIX01 $/VIX pt", "Notes, as of 2022-02-04 16:15",
  ]); // prettier-ignore
  expect(table.slice(1, 4).map((row) => row.slice(0, 4))).toEqual([
    ["short", "2022-02-09", "call", "26"],
    ["medium", "2022-03-09", "call", "32"],
    ["long", "2022-04-20", "call", "38"],
  ]);
  expect(new Set(table.map((row) => row.length))).toEqual(new Set([10]));
  expect(table.find(([name]) => name === "A12 expected")?.[9]).toContain("assumed and not observed");
});

test("A12 the row of all layers adds them up", () => {
  const table = layerOptimumTable(workedBook, workedMarket, 2000, "cover", settings);
  const all = table.find(([name]) => name === "All layers") ?? [];
  for (const column of [4, 5, 7, 8]) {
    const sum = table.slice(1, 4).reduce((total, row) => total + Number(row[column]), 0);
    expect(all[column]).toBeCloseTo(sum, 9);
  }
  expect(Number(all[4])).toBeGreaterThan(1);
});

test("without an objective it is cover; an unknown one names the nearest", () => {
  const [omitted, cover] = [null, "cover"].map((objective) =>
    layerOptimumTable(workedBook, workedMarket, 2000, objective, settings),
  );
  expect(omitted).toEqual(cover);
  expect(() => layerOptimumTable(workedBook, workedMarket, 2000, "covers", settings)).toThrow(
    'objective "covers" is not known: use cover, cost, variance (the nearest is cover)',
  );
});

test("A12 the limit of contracts is named where it binds, and bounded by what can be tried", () => {
  const note = (rows: (string | number)[][]): unknown =>
    layerOptimumTable(workedBook, workedMarket, 1e6, "cover", settingsInForce(null, rows).settings).at(
      -1,
    )?.[9];
  expect(note([["A12.MostContracts", 3]])).toContain("A12.MostContracts binds in layer short, medium, long");
  expect(note([["A12.MostContracts", 1000]])).not.toContain("binds");
  const four = [["Layer3.MaxDte", 90], ["Layer3.Weight", 0.1], ["Layer4.Name", "far"], ["Layer4.MinDte", 91], ["Layer4.Weight", 0.1]]; // prettier-ignore
  // 125 x 125 x 125, from none to 124 contracts in each of three layers, are below 2,000,000; 126 x 126 x 126 are not.
  expect(() => note([...four, ["A12.MostContracts", 1000]])).toThrow("too many combinations: at most 124");
});
