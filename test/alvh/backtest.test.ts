import { backtestTable } from "../../src/alvh/backtest";
import type { CellValue } from "../../src/alvh/cellValue";
import { costAuditTable } from "../../src/alvh/costAudit";
import { serialOf, weekday } from "../../src/alvh/dates";
import { readHistory } from "../../src/alvh/history";
import { settingsInForce } from "../../src/alvh/presets";
import { dailyHistory, hasDailyFiles } from "../data/dailyHistory";
import { goldenTable } from "../data/readTable";

const HEADER = ["Date", "SPX", "VIX", "VIX open", "VVIX", "VX1", "VX2", "Rate"];

function backtest(rows: CellValue[][] | undefined, values: CellValue[][] = [], preset = "442") {
  const inForce = settingsInForce(preset, values);
  const { settings } = inForce;
  const table = backtestTable(readHistory(rows && [HEADER, ...rows], settings), settings, inForce.preset);
  return (name: string) => table.find(([first]) => String(first).startsWith(name));
}

/** From one monthly expiration to the next, SPX ending elsewhere. */
function month(spxAfter: number): CellValue[][] {
  return [
    ["2022-02-16", 4475.01, 24.29, 25.78, 122.58, 26.05, 26.4, 0.003],
    ["2022-03-15", spxAfter, 29.83, 32.3, 122.18, 29.5, 29, 0.003],
  ];
}

// Expected: test/data/backtest-case.py, written apart from this code.
test.each([
  [4262.45, 16076.7533],
  [3000, -53923.2467],
])("F12 a month of ten condors that ends at SPX %s gains %s dollars", (spx, expected) => {
  expect(backtest(month(spx))("Condors alone")?.[1]).toBeCloseTo(expected, 3);
});

test("F12 the hedge adds what COSTAUDIT says it gained, and a drawdown is shown with and without it", () => {
  const row = backtest(undefined);
  const { settings, preset } = settingsInForce("442", []);
  const total = costAuditTable(readHistory(undefined, settings), settings, preset).find(
    ([name]) => name === "Total",
  );
  const [alone, hedged] = [row("Condors alone"), row("With hedge")];
  expect((hedged?.[1] as number) - (alone?.[1] as number)).toBeCloseTo(total?.[7] as number, 4);
  expect(alone?.[3]).toBeGreaterThan(0);
  expect(alone?.[5]).toBe(100);
  expect(hedged?.[5]).toBeLessThan(100);
});

test("B18 one call spread for five condors: the share of rows with net theta above 0 while VIX is 17 to 19 is shown", () => {
  const spread = [["A01.CondorsPerUnit", 5], ["A01.ContractsPerUnit", 1], ["Layer1.Instrument", "call spread"], ["Layer1.Weight", 1], ["Layer2.Name", " "], ["Layer2.Weight", 0], ["Layer3.Name", " "], ["Layer3.Weight", 0]]; // prettier-ignore
  expect(backtest(undefined, spread)("With hedge")?.[7]).toBe(100);
});

test("a monthly history shows no rolls and says so", () => {
  const row = backtest(undefined);
  expect(row("Condors alone")?.at(-1)).toBe("");
  expect(row("With hedge, fixed")).toBeUndefined();
});

/** Weekdays of half a year, SPX and VIX by day. */
function daily(spxOf: (day: number) => number, vixOf: (day: number) => number): CellValue[][] {
  const start = serialOf(2021, 1, 20);
  return Array.from({ length: 180 }, (_, day) => day).filter((day) => weekday(start + day) % 6 !== 0).map((day) => {
    const vix = vixOf(day);
    return [start + day, spxOf(day), vix, vix, 110, vix + 1, vix + 2, 0.001];
  }); // prettier-ignore
}

test("E14 where nothing moves the fixed rule takes half the profit and rolls, the adaptive one never", () => {
  const row = backtest(daily(() => 3900, () => 18)); // prettier-ignore
  expect(row("With hedge, held")?.at(-1)).toBe(0);
  expect(row("With hedge, fixed")?.at(-1)).toBeGreaterThan(0);
  expect(row("With hedge, adaptive")?.at(-1)).toBe(0);
});

test("E14 a slide to a short strike rolls adaptively, unless the hedge is projected to pay for waiting", () => {
  const slide = daily((day) => 3900 - 8 * day, () => 18); // prettier-ignore
  const rolls = (perUnit: number) => backtest(slide, [["A01.ContractsPerUnit", perUnit]])("With hedge, adaptive")?.at(-1); // prettier-ignore
  expect(rolls(10)).toBeGreaterThan(0);
  // A thousand times the hedge gains more in a rise of VIX than any roll costs.
  expect(rolls(10000)).toBe(0);
});

// Expected: test/data/daily-audit.py, written apart from this code, trade by trade.
(hasDailyFiles ? describe : describe.skip)(
  "F12 E14 the daily history 2006-2022 (skipped where its files are not at hand)",
  () => {
    const expected = new Map(
      goldenTable("daily-audit.csv").map(({ figure, value }) => [figure, Number(value)]),
    );
    const figure = (name: string): number => expected.get(name) ?? NaN;
    const { settings, preset } = settingsInForce("442", []);
    const history = readHistory(dailyHistory(), settings);
    const results = backtestTable(history, settings, preset);
    const row = (name: string) => results.find(([first]) => String(first).startsWith(name)) ?? [];

    test("the hedge: 797 rolls, weekly contracts among them, and what they cost and paid", () => {
      const total = costAuditTable(history, settings, preset).find(([name]) => name === "Total") ?? [];
      const [days, rolls, spent, , received, costs, net] = total.slice(1) as number[];
      expect({ days, rolls }).toEqual({ days: figure("days"), rolls: figure("hedge rolls") });
      expect(spent).toBeCloseTo(figure("hedge spent"), 2);
      expect(received).toBeCloseTo(figure("hedge received"), 2);
      expect(costs).toBeCloseTo(figure("hedge costs"), 2);
      expect(net).toBeCloseTo(figure("hedge net"), 2);
    });

    test("condors alone: held, and by the fixed rule", () => {
      for (const [name, rule] of [["Condors alone, held", "held"], ["Condors alone, fixed", "fixed"]] as const) {
        expect(row(name)[1]).toBeCloseTo(figure(`${rule} net`), 2);
        expect(row(name)[3]).toBeCloseTo(figure(`${rule} drawdown`), 2);
        expect(row(name).at(-1)).toBe(figure(`${rule} rolls`));
      } // prettier-ignore
    });

    test("with the hedge: the adaptive rule rolls less often than the fixed one", () => {
      const adaptive = row("With hedge, adaptive");
      expect(adaptive[1]).toBeCloseTo(figure("adaptive net") + figure("hedge net"), 2);
      expect(adaptive.at(-1)).toBe(figure("adaptive rolls"));
      expect(row("With hedge, fixed")[1]).toBeCloseTo(figure("fixed net") + figure("hedge net"), 2);
      expect(results.at(-1)?.[1]).toContain(`deferred on ${figure("adaptive deferred")} rows`);
      expect(figure("adaptive rolls")).toBeLessThan(figure("fixed rolls"));
    });
  },
);
