import type { CellValue } from "../../src/alvh/cellValue";
import { readMarket } from "../../src/alvh/market";
import type { Table } from "../../src/alvh/netTables";
import { regimeTable, scaleIn, vixRegime } from "../../src/alvh/regime";
import { readSettings, Settings } from "../../src/alvh/settings";
import { workedMarket } from "./workedCase";

const initial = Settings.initial();
const market = readMarket(workedMarket);

function rowOf(table: Table, name: string): (string | number)[] {
  return table.find(([ingredient]) => ingredient === name) ?? [];
}

function regime(history?: CellValue[][], settings: CellValue[][] = []): Table {
  return regimeTable(market, history, initial.with(readSettings(settings)));
}

/** Forty bars; each column a rule of the bar. */
function history(columns: Record<string, (bar: number) => number>): CellValue[][] {
  const bars = Array.from({ length: 40 }, (_, bar) => bar);
  return [Object.keys(columns), ...bars.map((bar) => Object.values(columns).map((at) => at(bar)))];
}

test.each([
  [12, "LOW"],
  [16, "LOW"],
  [16.01, "ELEVATED"],
  [19.99, "ELEVATED"],
  [20, "HIGH"],
  [29.99, "HIGH"],
  [30, "CRISIS"],
  [82.69, "CRISIS"],
])("B01 at VIX %p the regime is %s: above 16 is strict", (vix, expected) => {
  expect(vixRegime(vix, initial)).toBe(expected);
});

test("B01 the bounds are settings, and without a history what is missing is said", () => {
  expect(rowOf(regime(), "B01 regime")[1]).toBe("HIGH");
  expect(rowOf(regime(undefined, [["B01.HighFrom", 25]]), "B01 regime")[1]).toBe("ELEVATED"); // prettier-ignore
  expect(rowOf(regime(), "D07 RSI of VIX")).toEqual(["D07 RSI of VIX", "", "", "history needs VIX, 20 rows"]);
  expect(rowOf(regime(), "D11 regime")[1]).toBe("not known");
  expect(regime()[0]).toEqual(["Ingredient", "Value", "Vote", "Unit or note"]);
  expect(rowOf(regime(), "As of")[1]).toBe("2022-02-04 16:15");
});

const stressed = {
  // Falls, then turns up in the last bars; the last one by a quarter.
  VIX: (bar: number) => (bar < 33 ? 30 - bar / 4 : bar < 39 ? 22 + (bar - 33) : 33.75),
  SPX: (bar: number) => 4000 + 10 * bar + (bar % 2) * 200,
  Advances: () => 900,
  Declines: () => 1000,
  "Rate A": (bar: number) => 0.02 + 0.001 * bar,
  "Rate B": () => 0.01,
  VX1: (bar: number) => 20 + bar / 10,
  VX2: (bar: number) => 22 + bar / 20,
};

test("D11 expansion from two votes of RSI, rate differential and breadth, each with its own figure and vote", () => {
  const table = regime(history(stressed));
  expect(rowOf(table, "D07 RSI of VIX")[2]).toBe("yes");
  expect(rowOf(table, "D07 RSI of VIX")[1]).toBeGreaterThan(0);
  expect(rowOf(table, "D12 rate differential")[1]).toBeCloseTo(0.02, 12);
  expect(rowOf(table, "D09 breadth").slice(1, 3)).toEqual(["bearish", "yes"]);
  expect(rowOf(table, "D11 score")[1]).toBe(3);
  expect(rowOf(table, "D11 regime")[1]).toBe("expansion");
});

// The worked spreadsheet of StockCharts, "Relative Strength Index": RSI(14) is 41.46048198 five bars before its last, 37.77295211.
// prettier-ignore
const published = [
  44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328,
  45.614, 46.282, 46.282, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515,
  45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314,
];

test.each([
  ["falling", published, -3.68752987, "no"],
  ["rising", published.map((close) => 90 - close), 3.68752987, "yes"],
])("D07 RSI of VIX less the one five bars before: %s", (_, closes, change, vote) => {
  const row = rowOf(regime([["VIX"], ...closes.map((close) => [close])]), "D07 RSI of VIX");
  expect(row[1]).toBeCloseTo(change, 6);
  expect(row[2]).toBe(vote);
});

test("D07 the slightest rise of RSI votes: 66.31856181 to 66.54982994 in one bar", () => {
  const closes = published.slice(0, 17).map((close) => [close]);
  const row = rowOf(regime([["VIX"], ...closes], [["D07.RsiChangeBars", 1]]), "D07 RSI of VIX");
  expect(row.slice(1, 3)).toEqual([expect.closeTo(0.23126813, 6), "yes"]);
});

test("D07 a falling VIX, D12 a narrowing differential and D10 a healthy breadth vote no", () => {
  const table = regime(
    history({
      ...stressed,
      VIX: (bar) => 40 - bar / 2 + (bar % 3) * (bar < 34 ? 1 : 0),
      "Rate A": (bar) => 0.06 - 0.001 * bar,
      Advances: () => 1100,
    }),
  );
  const votes = ["D07 RSI of VIX", "D12 rate differential", "D09 breadth"].map(
    (name) => rowOf(table, name)[2],
  );
  expect(votes).toEqual(["no", "no", "no"]);
  expect(rowOf(table, "D11 regime")[1]).toBe("no expansion");
});

test("D11 one vote and one unknown may still make two: not known; a lower bar settles it", () => {
  const one = history({ "Rate A": stressed["Rate A"], "Rate B": stressed["Rate B"] });
  expect(rowOf(regime(one), "D11 regime")[1]).toBe("not known");
  expect(rowOf(regime(one, [["D11.ExpansionVotes", 1]]), "D11 regime")[1]).toBe("expansion");
});

test("D09 breadth is that of the last bars, the last one included: a crash on it ends a rising index", () => {
  const spx = (last: number) => (bar: number) => (bar < 39 ? 4000 + bar : last);
  const breadthOf = (last: number) =>
    rowOf(regime(history({ ...stressed, SPX: spx(last) })), "D09 breadth")[1];
  // Least squares over twenty bars: a point a bar, less 9.5/665 for each point by which the last bar falls short.
  expect([breadthOf(4039), breadthOf(4039 - 69), breadthOf(4039 - 71)]).toEqual([
    "bearish",
    "bearish",
    "none",
  ]);
});

test("D09 the text's literal reading counts a rising A/D line under a falling index", () => {
  const rising = history({ ...stressed, SPX: (bar) => 5000 - 10 * bar, Advances: () => 1100 });
  expect(rowOf(regime(rising), "D09 breadth").slice(1, 3)).toEqual(["bullish", "no"]);
  expect(rowOf(regime(rising, [["D09.BreadthReading", "literal"]]), "D09 breadth")[2]).toBe("yes");
});

test("D14 a parallel rise of the curve is one thing, its upward slope, which is calm, another", () => {
  const table = regime(history(stressed));
  // VX1 rises .5 and VX2 .25 over five bars.
  expect(rowOf(table, "D14 rise of the VX curve")[1]).toBeCloseTo(0.375, 12);
  expect(rowOf(table, "D14 rise of the VX curve")[2]).toBe("yes");
  expect(rowOf(table, "D14 slope of the VX curve")[1]).toBeCloseTo(26.55 - 24.2613, 9);
  expect(rowOf(table, "D14 slope of the VX curve")[2]).toBe("no");
});

test("D15 a spike is a rise of VIX of a fifth in one bar; inversion is the first future above the second", () => {
  const table = regime(history(stressed));
  expect(rowOf(table, "D15 VIX spike").slice(1, 3)).toEqual([33.75 / 27 - 1, "yes"]);
  expect(rowOf(regime(history(stressed), [["D15.SpikeRise", 0.3]]), "D15 VIX spike")[2]).toBe("no");
  expect(rowOf(table, "D15 front inversion")[1]).toBeCloseTo(24.2613 - 25.1484, 9);
  expect(rowOf(table, "D15 front inversion")[2]).toBe("no");
});

test("D16 VRP is VIX less realised vol, of the history's closes or of the market's RV20", () => {
  const still = regime(history({ SPX: () => 4500 }));
  expect(rowOf(still, "D16 VRP").slice(1, 3)).toEqual([23.22, "no"]);
  const given = regimeTable(readMarket([...workedMarket, ["RV20", 0.3]]), undefined, initial);
  expect(rowOf(given, "D16 VRP")[1]).toBeCloseTo(-6.78, 9);
  expect(rowOf(given, "D16 VRP")[2]).toBe("yes");
});

test("D13 a change of the real effective exchange rate a deviation from its mean is a shift, either way", () => {
  for (const last of [90, 112]) {
    const row = rowOf(
      regime(history({ REER: (bar) => (bar < 39 ? 100 + (bar % 2) : last) })),
      "D13 REER shift",
    );
    // 27 changes of 0 over twelve months and one of 11: (n - 1) / sqrt(n) deviations for n = 28.
    expect(row[1]).toBeCloseTo((last < 100 ? -27 : 27) / Math.sqrt(28), 9);
    expect(row[2]).toBe("yes");
  }
});

test("D18 P/E a deviation above its history scales the medium layer in, fully from two", () => {
  const row = rowOf(regime(history({ PE: (bar) => (bar < 39 ? 20 + (bar % 2) : 30) })), "D18 P/E");
  // Both scores by Python's statistics, mean and sample deviation of all forty.
  expect(row[1]).toBeCloseTo(5.851788023083966, 9);
  expect(row[2]).toBe("yes");
  expect(String(row[3])).toContain("scale the medium layer in by 1 (0 to 1)");
  const partly = rowOf(regime(history({ PE: (bar) => (bar < 39 ? 20 + (bar % 2) : 21.3) })), "D18 P/E");
  expect(partly[1]).toBeCloseTo(1.5355742820622622, 9);
  expect(String(partly[3])).toContain("scale the medium layer in by 0.5356 (0 to 1)");
  expect([0.5, 1, 1.25, 2, 9].map((score) => scaleIn(score, 1, 2))).toEqual([0, 0, 0.25, 1, 1]);
  expect(() => scaleIn(1, 2, 2)).toThrow("D18.ScaleFull (2) must be above D18.ScaleFrom (2)");
});

test("a history without a known column, and a bad figure in one, are sentences", () => {
  expect(() => regime([["Date", "Close"], ["2022-02-04", 4500]])).toThrow("history needs a header with VIX, SPX"); // prettier-ignore
  expect(() => regime([["VIX"], [20], ["x"], [21]])).toThrow('history VIX row 3: "x" is not a number');
});
