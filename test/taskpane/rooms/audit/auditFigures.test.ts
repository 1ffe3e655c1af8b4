import type { CellValue } from "../../../../src/alvh/cellValue";
import { costAuditTable } from "../../../../src/alvh/costAudit";
import { readHistory } from "../../../../src/alvh/history";
import { settingsInForce } from "../../../../src/alvh/presets";
import { auditFigures } from "../../../../src/taskpane/rooms/audit/auditFigures";
import { bandOf } from "../../../../src/taskpane/rooms/audit/bandOf";
import { goldenTable } from "../../../data/readTable";

/** By cost-audit.py, apart from the code under test: ten condors, NAV 100000 dollars. */
const golden = goldenTable("cost-audit.csv").filter(({ preset }) => preset === "442");
const { settings, preset } = settingsInForce("442", []);
const table: CellValue[][] = costAuditTable(readHistory(undefined, settings), settings, preset);
const figures = auditFigures(table, "NAV");
const net = golden.reduce((sum, row) => sum + Number(row["net"]), 0);
// From 2006-11-15 to 2022-03-15.
const DAYS = 5599;

test("a bar for each calendar year: its cost as a share of NAV is that of an independent computation", () => {
  expect(figures.years.map(({ name }) => name)).toEqual(golden.map(({ year }) => year));
  figures.years.forEach(({ cost }, index) => {
    expect(cost).toBeCloseTo(-Number(golden[index]?.["net"]) / 1000, 4);
  });
});

test("total, a year, worst and best are the sums and the extremes of the years", () => {
  expect(figures.total.net).toBeCloseTo(net, 2);
  expect(figures.perYear.cost).toBeCloseTo((-net * 365) / DAYS / 1000, 4);
  const whole = golden.slice(1, -1).sort((a, b) => Number(a["net"]) - Number(b["net"]));
  expect(figures.worst?.name).toBe(`Worst year: ${whole[0]?.["year"]}`);
  expect(figures.best?.name).toBe(`Best year: ${whole.at(-1)?.["year"]}`);
  expect(figures.worst?.net).toBeCloseTo(Number(whole[0]?.["net"]), 2);
});

test("each base has its own column and its own verdict", () => {
  const capital = auditFigures(table, "risk capital");
  // Risk capital is the condors' margin, 50000 dollars: half of NAV.
  expect(capital.perYear.cost).toBeCloseTo(2 * figures.perYear.cost, 9);
  expect(figures.verdict).toMatch(/^above: 2\.48% a year/);
  expect(auditFigures(table, "condor notional").verdict).toMatch(/^below/);
});

test("the thresholds are a table of their own, the notes say what is modelled", () => {
  expect(figures.thresholds.map(([threshold]) => threshold)).toEqual([
    "VIX threshold (points)",
    12,
    16,
    20,
    24,
    28,
  ]);
  expect(new Set(figures.thresholds.map((row) => row.length))).toEqual(new Set([4]));
  expect(figures.notes.some((note) => note.startsWith("built-in history"))).toBe(true);
  expect(figures.notes.some((note) => note.startsWith("modelled: VIX option prices"))).toBe(true);
});

test("the columns are found by their names, wherever they stand", () => {
  const turned = table.map(([name, ...rest]) => [name, ...rest.reverse()]);
  const verdictFirst = turned.map((row) =>
    /\?$|base of$|^Note$/.test(String(row[0])) ? [row[0], row.at(-1)] : row,
  );
  expect(auditFigures(verdictFirst, "NAV").years).toEqual(figures.years);
});

test("the band is the texts', percent a year, and follows its settings", () => {
  expect(bandOf(settings)).toEqual([1.2, 2.1]);
  expect(bandOf(settingsInForce("442", [["C11.High", 0.03]]).settings)).toEqual([1.2, 3]);
});
