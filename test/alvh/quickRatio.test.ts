import type { CellValue, Range } from "../../src/alvh/cellValue";
import { quickRatio, quickRatioTable, type LiquidityStress } from "../../src/alvh/quickRatio";
import { readSettings, Settings } from "../../src/alvh/settings";

const initial = Settings.initial();

function after(stress: LiquidityStress, settings: CellValue[][] = []): Map<string, (string | number)[]> {
  const table = quickRatioTable([[120_000]], [[50_000]], stress, initial.with(readSettings(settings)));
  return new Map(table.map(([name, ...values]) => [String(name), values]));
}

test("C06 cash, bills and unrealised gains over the margin required", () => {
  expect(quickRatio([[80_000, 30_000, 10_000]], [[50_000]], initial)).toBe(2.4);
  const named = [["Cash", 80_000], ["T-bills", 30_000], ["Unrealised", 10_000]]; // prettier-ignore
  expect(quickRatio(named, [["Condors", 50_000]], initial)).toBe(2.4);
});

test("C06 below 1.5 warns, below 1 stops; both are strict", () => {
  const verdict = (pnl: number): unknown => after({ pnl, margin: undefined }).get("C06 verdict")?.[1];
  expect([verdict(-45_000), verdict(-45_001), verdict(-70_000), verdict(-70_001)]).toEqual([
    "OK",
    "WARN",
    "WARN",
    "STOP",
  ]);
});

test("C07 liquidity after stress is liquid less loss less stressed margin, 0 or more", () => {
  const table = after({ pnl: -60_000, margin: 65_000 });
  expect(table.get("C07 excess liquidity")).toEqual([70_000, -5_000, "$, liquid less margin"]);
  expect(table.get("C07 verdict")?.slice(0, 2)).toEqual(["PASS", "FAIL"]);
  expect(after({ pnl: -70_000, margin: undefined }).get("C07 verdict")?.[1]).toBe("PASS");
});

test("E18 the ratio stands before and after the shock in one table", () => {
  const table = after({ pnl: -20_000, margin: 80_000 });
  expect(table.get("C06 quick ratio")?.slice(0, 2)).toEqual([2.4, 1.25]);
});

test("G14 a company's ratio leaves out inventory and prepaid expenses", () => {
  // By hand: (40 + 10 + 30) / 50; with all current assets (40 + 10 + 30 + 60 + 5) / 50.
  const assets = [["Cash", 40], ["Securities", 10], ["Receivables", 30], ["Inventory", 60], ["Prepaid expenses", 5]]; // prettier-ignore
  const corporate = initial.with(readSettings([["G14.Reading", "CORPORATE"]]));
  expect(quickRatio(assets, [[50]], corporate)).toBe(1.6);
  expect(quickRatio(assets, [[50]], initial)).toBe(2.9);
});

test("the thresholds are settings", () => {
  const table = after({ pnl: 0, margin: undefined }, [["C06.Warn", 3]]);
  expect(table.get("C06 verdict")).toEqual(["WARN", "WARN", "WARN below 3, STOP below 1"]);
});

test.each<[Range, Range, string]>([
  [[[100]], [[0]], "margin is 0: nothing is required, so there is no ratio"],
  [[[""]], [[50]], "liquid is blank: give dollars"],
  [[[100]], [[-50]], "margin (-50) must be 0 or more dollars"],
  [[["Cash", "many"]], [[50]], 'liquid row 1, Cash: "many" is not a number'],
])("what makes no ratio is explained", (liquid, margin, sentence) => {
  expect(() => quickRatio(liquid, margin, initial)).toThrow(sentence);
});
