import { civilDate } from "../../src/alvh/dates";
import { basesOf, hedgeHistory, hedgeTheta, hedgeValue, marketAt } from "../../src/alvh/hedgeHistory";
import { readHistory } from "../../src/alvh/history";
import { settingsInForce } from "../../src/alvh/presets";
import type { CellValue } from "../../src/alvh/cellValue";
import { goldenTable } from "../data/readTable";

const runs = new Map<string, ReturnType<typeof runOnce>>();

/** The same run is asked for by many tests. */
function run(preset: string, values: CellValue[][] = []): ReturnType<typeof runOnce> {
  const key = JSON.stringify([preset, values]);
  const result = runs.get(key) ?? runOnce(preset, values);
  runs.set(key, result);
  return result;
}

function runOnce(preset: string, values: CellValue[][]) {
  const { settings } = settingsInForce(preset, values);
  const history = readHistory(undefined, settings);
  return { history, rows: hedgeHistory(history, settings) };
}

// Expected: test/data/cost-audit.py, written apart from this code.
test.each(goldenTable("cost-audit.csv"))("$preset in $year", ({ preset, year, ...expected }) => {
  const { history, rows } = run(preset!);
  const own = rows.filter((_, index) => civilDate(history.rows[index]!.date).year === Number(year));
  for (const name of ["rolls", "spent", "received", "costs"] as const) {
    expect([name, own.reduce((sum, row) => sum + row[name], 0)]).toEqual([
      name,
      expect.closeTo(Number(expected[name]), 2),
    ]);
  }
  expect(own.reduce((sum, row) => sum + row.gain, 0)).toBeCloseTo(Number(expected["net"]), 2);
});

test.each(["442", "S3_FRONT", "VXTH", "SITE_30_110_220"])(
  "A20 the gains of %s add up to its cash",
  (preset) => {
    const { rows } = run(preset);
    const sum = (figure: (row: (typeof rows)[number]) => number): number =>
      rows.reduce((all, row) => all + figure(row), 0);
    const cash = sum((row) => row.received + row.collected - row.spent - row.costs);
    expect(sum((row) => row.gain)).toBeCloseTo(cash + rows.at(-1)!.held, 4);
  },
);

test("C12 only layers that sell a leg collect premium", () => {
  const collected = (preset: string): number => run(preset).rows.reduce((sum, row) => sum + row.collected, 0);
  expect(collected("S3_FRONT")).toBeGreaterThan(0);
  expect(collected("442")).toBe(0);
});

test("without half-spreads and fees there are no costs, and a higher skew makes the calls dearer", () => {
  const free = run("442", [["Audit.HalfSpread", 0], ["Audit.Fees", 0]]); // prettier-ignore
  // 0 is a value of these settings.
  expect(free.rows.reduce((sum, row) => sum + row.costs, 0)).toBe(0);
  const spent = (skew: number) => run("VXTH", [["Audit.VIXSkew", skew], ["A02.Basis", "contracts"]]).rows[0]!; // prettier-ignore
  expect(spent(0.1).holdings[0]!.unit.vols[0]).toBeGreaterThan(spent(0).holdings[0]!.unit.vols[0]!);
});

test("D17 a threshold keeps the hedge out below it", () => {
  const { history, rows } = run("442", [["D17.Threshold", 25]]);
  const bought = history.rows.filter((_, index) => rows[index]!.rolls > 0);
  expect(bought.length).toBeGreaterThan(0);
  expect(bought.filter(({ vix }) => vix < 25)).toEqual([]);
});

test("futures have no premium: what they gain is the move of the future, at 1000 dollars a point", () => {
  const { history, rows } = run("VXTH", [["A02.Basis", "contracts"], ["Layer1.Instrument", "future"], ["Audit.Fees", 0], ["Audit.FutureHalfSpread", 0]]); // prettier-ignore
  expect(rows[0]!.spent).toBe(0);
  // Ten futures of 2006-12-20 bought at 11.60 on 2006-11-15 settle at 10.30.
  expect(history.rows[1]!.vixOpen).toBe(10.3);
  expect(rows[1]!.gain).toBeCloseTo(10 * 1000 * (10.3 - 11.6), 6);
});

test.each([["VXX", 1], ["UVXY", 1.5]])("A15 %s follows the 30-day future, %d times, from one monthly expiration to the next", (fund, leverage) => {
  const { history, rows } = run("VXTH", [["A02.Basis", "contracts"], ["Layer1.Instrument", fund], ["Audit.Fees", 0], ["Audit.FutureHalfSpread", 0]]); // prettier-ignore
  // Ten contracts of fifty shares. On 2006-11-15 VIX stood at 10.31 and the future of 2006-12-20, 09:30 at 11.60: the
  // 30-day future on the line between. It is 35 days to the next row, so that it has become spot VIX, 10.26.
  const [first, second] = history.rows;
  expect([first?.vix, first?.futures[0], second?.vix]).toEqual([10.31, 11.6, 10.26]);
  const share = 10.31 + (30 / (35 - 6.5 / 24)) * (11.6 - 10.31);
  expect(rows[0]?.spent).toBeCloseTo(500 * share, 8);
  expect(rows[1]?.gain).toBeCloseTo(500 * share * leverage * (10.26 / share - 1), 8);
}); // prettier-ignore

test("theta is what a day takes from the value, as far as a day is short", () => {
  const { history, rows } = run("442");
  const market = marketAt(history, 20);
  const { holdings } = rows[20]!;
  // Flat at the front, so that a later moment has the same futures.
  const flat = {
    ...market,
    futures: market.futures.map((future) => ({ ...future, price: market.numbers.get("VIX")! })),
  };
  const step = 0.01;
  const later = {
    ...flat,
    asOf: flat.asOf! + step,
    futures: flat.futures.map((future) => ({ ...future, days: future.days! - step })),
  };
  const calendar = (hedgeValue(holdings, later) - hedgeValue(holdings, flat)) / step;
  // The vol by maturity rises as a contract comes nearer, which theta at a fixed vol leaves out: it loses more.
  expect(hedgeTheta(holdings, flat)).toBeLessThan(0);
  expect(hedgeTheta(holdings, flat)).toBeLessThan(calendar + 1e-6);
});

test("the bases: margin of the condors, NAV twice that, or as set", () => {
  expect(basesOf(settingsInForce("442", []).settings)).toEqual({
    margin: 50000,
    riskCapital: 50000,
    nav: 100000,
  });
  const set = [["B24.NAV", 250000], ["A08.RiskCapital", 80000]]; // prettier-ignore
  expect(basesOf(settingsInForce("442", set).settings)).toMatchObject({ riskCapital: 80000, nav: 250000 });
});
