import { execFileSync } from "node:child_process";
import { backtestTable } from "../../src/alvh/backtest";
import type { CellValue } from "../../src/alvh/cellValue";
import { costAuditTable } from "../../src/alvh/costAudit";
import { serialOf, weekday } from "../../src/alvh/dates";
import { readHistory } from "../../src/alvh/history";
import { settingsInForce } from "../../src/alvh/presets";
import { hasDailyFiles } from "../data/dailyHistory";
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

const builtIn = backtest(undefined);

test("F12 the hedge adds what COSTAUDIT says it gained, and a drawdown is shown with and without it", () => {
  const row = builtIn;
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
  const row = builtIn;
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

/**
 * The daily history takes some seconds where it is run as it is delivered, bundled, and a minute inside a test: so a
 * process of its own prints the rows of BACKTEST by setting, and the sums of the hedge.
 */
const DAILY_RUN = `
  import { backtestTable } from "./src/alvh/backtest";
  import { hedgeHistory } from "./src/alvh/hedgeHistory";
  import { readHistory } from "./src/alvh/history";
  import { settingsInForce } from "./src/alvh/presets";
  import { dailyHistory } from "./test/data/dailyHistory";
  const range = dailyHistory();
  const run = (values) => {
    const { settings, preset } = settingsInForce("442", values);
    return backtestTable(readHistory(range, settings), settings, preset);
  };
  const { settings } = settingsInForce("442", []);
  const rows = hedgeHistory(readHistory(range, settings), settings);
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
  const names = ["rolls", "spent", "received", "costs", "gain"];
  console.log(JSON.stringify({
    hedge: { rows: rows.length, ...Object.fromEntries(names.map((name) => [name, sum(name)])) },
    "": run([]),
    " no slippage": run([["Audit.CondorSlippage", 0]]),
    " half skew": run([["Audit.SPXSkew", -0.15]]),
  }));`;
const BUNDLE_AND_RUN = `
  import { build } from "esbuild";
  const stdin = { contents: ${JSON.stringify(DAILY_RUN)}, resolveDir: ".", loader: "ts" };
  const { outputFiles } = await build({ stdin, bundle: true, platform: "node", format: "esm", write: false });
  await import("data:text/javascript," + encodeURIComponent(outputFiles[0].text));`;

// Expected: test/data/daily-audit.py, written apart from this code, trade by trade.
(hasDailyFiles ? describe : describe.skip)(
  "F12 E14 the daily history 2006-2022 (skipped where its files are not at hand)",
  () => {
    type Run = (string | number)[][];
    let runs: Record<string, Run> & { hedge: Run & Record<string, number> };
    beforeAll(() => {
      const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", BUNDLE_AND_RUN], { encoding: "utf8" }); // prettier-ignore
      runs = JSON.parse(printed) as typeof runs;
    }, 60_000);
    const expected = new Map(
      goldenTable("daily-audit.csv").map(({ figure, value }) => [figure, Number(value)]),
    );
    const figure = (name: string): number => expected.get(name) ?? NaN;
    const row = (name: string, setting = "") =>
      runs[setting]?.find(([first]) => String(first).startsWith(name)) ?? [];

    test("the hedge: every roll, weekly contracts among them, and what they cost and paid", () => {
      const { rows, rolls, spent, received, costs, gain } = runs.hedge;
      expect({ rows, rolls }).toEqual({ rows: figure("rows"), rolls: figure("hedge rolls") });
      expect(spent).toBeCloseTo(figure("hedge spent"), 2);
      expect(received).toBeCloseTo(figure("hedge received"), 2);
      expect(costs).toBeCloseTo(figure("hedge costs"), 2);
      expect(gain).toBeCloseTo(figure("hedge net"), 2);
    });

    test.each(["", " no slippage", " half skew"])("the rules' gains and rolls%s", (setting) => {
      const hedge = figure("hedge net");
      expect(row("Condors alone, held", setting)[1]).toBeCloseTo(figure(`held net${setting}`), 2);
      expect(row("Condors alone, fixed", setting)[1]).toBeCloseTo(figure(`fixed net${setting}`), 2);
      expect(row("With hedge, fixed", setting)[1]).toBeCloseTo(figure(`fixed net${setting}`) + hedge, 2);
      expect(row("With hedge, adaptive", setting)[1]).toBeCloseTo(figure(`adaptive net${setting}`) + hedge, 2); // prettier-ignore
      expect(row("With hedge, fixed", setting).at(-1)).toBe(figure(`fixed rolls${setting}`));
      expect(row("With hedge, adaptive", setting).at(-1)).toBe(figure(`adaptive rolls${setting}`));
    });

    test("drawdowns, and the rows on which the adaptive rule waited", () => {
      expect(row("Condors alone, held")[3]).toBeCloseTo(figure("held drawdown"), 2);
      expect(row("Condors alone, fixed")[3]).toBeCloseTo(figure("fixed drawdown"), 2);
      expect(runs[""]?.at(-1)?.[1]).toContain(`waited on ${figure("adaptive deferred")} rows`);
    });
  },
);
