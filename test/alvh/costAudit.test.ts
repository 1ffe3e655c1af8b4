import { costAuditTable } from "../../src/alvh/costAudit";
import { readHistory } from "../../src/alvh/history";
import { PRESETS, settingsInForce } from "../../src/alvh/presets";
import type { CellValue } from "../../src/alvh/cellValue";
import { goldenTable } from "../data/readTable";

const tables = new Map<string, ReturnType<typeof auditOnce>>();

/** The same audit is asked for by many tests. */
function audit(preset = "442", values: CellValue[][] = []): ReturnType<typeof auditOnce> {
  const key = JSON.stringify([preset, values]);
  const result = tables.get(key) ?? auditOnce(preset, values);
  tables.set(key, result);
  return result;
}

function auditOnce(preset: string, values: CellValue[][]) {
  const inForce = settingsInForce(preset, values);
  const { settings } = inForce;
  const table = costAuditTable(readHistory(undefined, settings), settings, inForce.preset);
  const row = (name: string) => table.find(([first]) => String(first).startsWith(name));
  return { table, row };
}

const golden = goldenTable("cost-audit.csv").filter(({ preset }) => preset === "442");
const net = golden.reduce((sum, row) => sum + Number(row["net"]), 0);
// From 2006-11-15 to 2022-03-15.
const DAYS = 5599;

test("C10 the cost a year is minus the net gain over 365 days, as a share of each base", () => {
  const perYear = audit().row("Per year")!;
  expect(perYear[1]).toBe(365);
  expect(perYear[7]).toBeCloseTo((net * 365) / DAYS, 2);
  expect(perYear[8]).toBeCloseTo((-100 * net * 365) / DAYS / 100000, 4);
  expect(perYear[9]).toBeCloseTo((-100 * net * 365) / DAYS / 50000, 4);
  expect(audit("442", [["B24.NAV", 1e6]]).row("Per year")![8]).toBeCloseTo(
    (-100 * net * 365) / DAYS / 1e6,
    4,
  );
});

test("C10 worst and best are whole years: 2009 and 2008", () => {
  const years = golden.filter(({ year }) => year !== "2006" && year !== "2022");
  const sorted = years.sort((a, b) => Number(a["net"]) - Number(b["net"]));
  expect(audit().row("Worst year")![0]).toBe(`Worst year: ${sorted[0]!["year"]}`);
  expect(audit().row("Best year")![0]).toBe(`Best year: ${sorted.at(-1)!["year"]}`);
});

test("C11 the band has a verdict for each base, and its ends are settings", () => {
  const inside = golden.filter(
    ({ net: gain }) => -Number(gain) / 1e5 >= 0.012 && -Number(gain) / 1e5 <= 0.021,
  );
  const whole = inside.filter(({ year }) => year !== "2006" && year !== "2022").length;
  expect(audit().row("1.2-2.1% of NAV?")![1]).toBe(
    `above: 2.48% a year over the whole history; ${whole} of 15 whole years inside`,
  );
  expect(audit().row("1.2-2.1% of condor notional?")![1]).toMatch(/^below/);
  expect(audit("442", [["C11.High", 0.03]]).row("1.2-3.0% of NAV?")![1]).toMatch(/^inside/);
});

test("C11 the base for which the band would hold is told: the cost over its ends", () => {
  const cost = (-net * 365) / DAYS;
  const range = `${Math.round(cost / 0.021)} $ to ${Math.round(cost / 0.012)} $, for 10 condors`;
  expect(audit().row("1.2-2.1% holds for a base of")![1]).toBe(range);
  expect(audit("VXTH").row("1.2-2.1% holds for a base of")![1]).toBe("none: the hedge earned");
});

test("C17 a wider half-spread costs its points on each contract traded and nothing on those that settle", () => {
  const costs = (halfSpread: number): number => audit("442", [["Audit.HalfSpread", halfSpread]]).row("Total")![6] as number; // prettier-ignore
  // By cost-audit.py 12,096 dollars at 6 a contract and trade: 2,016 trades, each 10 dollars dearer.
  const trades = golden.reduce((sum, row) => sum + Number(row["costs"]), 0) / 6;
  expect(costs(0.15) - costs(0.05)).toBeCloseTo(10 * trades, 6);
});

test.each(PRESETS.map(({ name }) => name).filter((name) => name !== "S4_TEMPORAL"))("G09 %s runs on the built-in history, always on, and shows a verdict", (name) => {
  expect(audit(name).row("1.2-2.1% of NAV?")![1]).toMatch(/^(inside|above|below): -?[0-9.]+% a year/);
  expect(audit(name).table.flat().every((cell) => typeof cell === "string" || Number.isFinite(cell))).toBe(true);
}); // prettier-ignore

test("A09 S4 gives no hedge budget: without one the audit says so, with one it runs", () => {
  expect(() => audit("S4_TEMPORAL")).toThrow("settings need A02.HedgeBudget: the dollars");
  expect(audit("S4_TEMPORAL", [["A02.HedgeBudget", 2000]]).row("Total")![3]).toBeGreaterThan(0);
});

test("A10 what must be said of a preset is said in its audit", () => {
  const { warning } = PRESETS.find(({ name }) => name === "S4_LITERAL")!;
  expect(audit("S4_LITERAL").table.map(([, text]) => text)).toContain(warning);
});

test("C12 premium collected from sold legs stands in its own column and lowers the cost", () => {
  const total = audit("S3_FRONT").row("Total")!;
  const [spent, collected, received, costs, gain] = total.slice(3, 8) as number[];
  expect(collected).toBeGreaterThan(0);
  expect(gain).toBeCloseTo(received! + collected! - spent! - costs!, 4);
});

// Expected: cost-audit.py 12 16 20 24 28, written apart from this code.
test("D17 each VIX threshold has the rolls and the net gain a year of a second calculation", () => {
  const { table } = audit();
  const start = table.findIndex(([name]) => name === "VIX threshold (points)");
  const expected = [
    [12, 454, -35879.43],
    [16, 277, -45452.26],
    [20, 183, -47296.82],
    [24, 100, -19464.77],
    [28, 60, -4542.49],
  ] as const;
  expect(table.slice(start + 1, start + 6).map((row) => row.slice(0, 3))).toEqual(
    expected.map(([threshold, rolls, gain]) => [threshold, rolls, expect.closeTo((gain * 365) / DAYS, 2)]),
  );
});

test("D17 a table shows what each VIX threshold would have returned", () => {
  const { table } = audit("442", [["D17.TableFrom", 10], ["D17.TableStep", 10]]); // prettier-ignore
  const start = table.findIndex(([name]) => name === "VIX threshold (points)");
  const rows = table.slice(start + 1, start + 6);
  expect(rows.map(([threshold]) => threshold)).toEqual([10, 20, 30, 40, 50]);
  const always = audit("442", [["D17.Threshold", 10]]).row("Per year")!;
  expect(rows[0]![2]).toBeCloseTo(always[7] as number, 6);
});

test("F14 the table says its dates, and what in it is modelled", () => {
  const notes = audit().table.filter(([name]) => name === "Note").map(([, text]) => text).join("\n"); // prettier-ignore
  expect(notes).toContain("as of 2022-03-15, from 2006-11-15");
  expect(notes.match(/modelled:/g)!.length).toBeGreaterThanOrEqual(3);
  expect(audit().table.every((row) => row.length === 11)).toBe(true);
});
