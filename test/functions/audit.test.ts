import "./support/customFunctions";
import { backtest, costAudit } from "../../src/functions/audit";
import { thrownBy } from "./support/thrownBy";

test("COSTAUDIT alone answers from the built-in history, for 442", () => {
  const table = costAudit();
  expect(table[0]?.[0]).toBe("Year");
  expect(costAudit(null as never, null, null as never)).toEqual(table);
  expect(costAudit([[0]], "442", [[0]])).toEqual(table);
});

test("F12 COSTAUDIT takes a history of one's own", () => {
  const header = ["Date", "SPX", "VIX", "VIX open", "VVIX", "VX1", "VX2", "Rate"];
  const history = [
    header,
    ["2008-09-17", 1156.39, 36.22, 30.25, 93.04, 26.6, 25.91, 0.0002],
    ["2008-10-22", 896.78, 69.65, 63.12, 123.31, 48.2, 39.7, 0.0103],
  ];
  const row = costAudit(history, "VXTH").find(([name]) => name === "Total");
  // Calls worth 1% of 100,000 dollars, settled at 63.12: 1% pays for 6 calls of strike 32 at about 1.6 points.
  expect(row?.[1]).toBe(35);
  expect(row?.[3]).toBeLessThanOrEqual(1000);
  expect(row?.[5]).toBeGreaterThan(10 * (row?.[3] as number));
});

test.each<[string, () => unknown, string, string]>([
  ["an unknown preset", () => costAudit(null as never, "VXHT"), "#VALUE!", "(the nearest is VXTH)"],
  ["no dates", () => costAudit([["SPX"], [1]]), "#VALUE!", "history has no column Date"],
  [
    "no budget",
    () => costAudit(null as never, "S4_TEMPORAL"),
    "#VALUE!",
    "settings need A02.HedgeBudget: the dollars",
  ],
  [
    "a day on which no strike has the delta",
    () =>
      costAudit([
        ["Date", "SPX", "VIX", "VVIX", "VX1", "Rate"],
        ["2022-02-16", 4475, 24, 900, 26, 0.003],
        ["2022-03-15", 4262, 30, 122, 29, 0.003],
      ]),
    "#N/A",
    "history 2022-02-16: no strike has delta 0.3",
  ],
  [
    "wings that reach below 0, in BACKTEST",
    () =>
      backtest([
        ["Date", "SPX", "VIX", "VVIX", "VX1", "Rate"],
        ["2022-02-16", 60, 24, 120, 26, 0.003],
        ["2022-03-15", 60, 30, 122, 29, 0.003],
      ]),
    "#VALUE!",
    "history 2022-02-16: width (70) leaves no strike below the short put",
  ],
])("COSTAUDIT with %s", (_, run, code, sentence) => {
  const error = thrownBy(run);
  expect(error.code).toBe(code);
  expect(error.message).toContain(sentence);
});

test("F12 BACKTEST alone answers from the built-in history: alone, hedged, and what is modelled", () => {
  const table = backtest();
  expect(table.slice(0, 3).map(([name]) => name as unknown)).toEqual([
    "Strategy",
    "Condors alone, held to expiration",
    "With hedge, held to expiration",
  ]);
  const notes = table.filter(([name]) => name === "Note").map(([, text]) => text as string);
  expect(notes.join("\n")).toContain("modelled: condors opened at each monthly VIX expiration");
  expect(new Set(table.map((row) => row.length)).size).toBe(1);
});
