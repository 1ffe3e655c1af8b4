import { annualCostTable } from "../../src/alvh/annualCost";
import type { CellValue, Range } from "../../src/alvh/cellValue";
import { readSettings, Settings } from "../../src/alvh/settings";

// Two years, 730 days: 9,000 + 21,000 paid and 6,000 received, so 12,000 a year net and 15,000 before what came back.
const dates = [["2021-01-04"], ["2021-06-01"], ["2021-09-01"], ["2023-01-04"]];
const pnl = [[0], [-9000], [6000], [-21000]];

function rows(
  base: Range,
  flows: Range = pnl,
  settings: CellValue[][] = [],
): Map<string, (string | number)[]> {
  const table = annualCostTable(flows, dates, base, Settings.initial().with(readSettings(settings)));
  return new Map(table.map(([name, ...values]) => [String(name), values]));
}

test("C10 cost per year is minus the net P&L over 365 days, as a share of the base", () => {
  const table = rows([[1_000_000]]);
  expect(table.get("Cost per year")?.[0]).toBeCloseTo(0.012, 12);
  expect(table.get("Days")?.[0]).toBe(730);
  expect(table.get("C10 cost of 1% to 2%")?.[0]).toBe("INSIDE");
});

test("C11 the band is reported, never assumed: each base has its own verdict", () => {
  const base = [["NAV", 2_000_000], ["Risk capital", 750_000], ["Condor notional", 400_000]]; // prettier-ignore
  const table = rows(base);
  expect(table.get("Figure")).toEqual(["NAV", "Risk capital", "Condor notional", "Unit or rule"]);
  expect(table.get("C11 cost of 1.2% to 2.1%")?.slice(0, 3)).toEqual(["BELOW", "INSIDE", "ABOVE"]);
});

test("C11 a hedge that earned is said so", () => {
  expect(rows([[1e6]], [[0], [-9000], [60000], [-21000]]).get("C11 cost of 1.2% to 2.1%")?.[0]).toBe(
    "EARNED",
  );
});

test("C12 what was received cuts the drag: 1.5% a year paid, 1.2% net", () => {
  const table = rows([[1_000_000]]);
  expect(table.get("C12 before what was received")?.[0]).toBeCloseTo(0.015, 12);
  expect(table.get("Received")?.[0]).toBe(6000);
});

test("the last 365 days count the days after the same day a year before", () => {
  expect(rows([[1_000_000]]).get("Cost of the last 365 days")?.[0]).toBeCloseTo(0.021, 12);
  // Of flows 365 and 364 days before the last day only the second is within the year.
  const flows = [[0], [-700], [-40], [-1]];
  const table = annualCostTable(flows, [["2021-01-04"], ["2022-01-04"], ["2022-01-05"], ["2023-01-04"]], [[1000]], Settings.initial()); // prettier-ignore
  expect(table.find(([name]) => name === "Cost of the last 365 days")?.[1]).toBeCloseTo(0.041, 12);
});

test("a period under a year is scaled up, and says so", () => {
  const short = annualCostTable(
    [[0, -1000]],
    [["2022-01-03", "2022-03-17"]],
    [[100_000]],
    Settings.initial(),
  );
  expect(short.find(([name]) => name === "Cost per year")?.[1]).toBeCloseTo(0.05, 12);
  expect(short.find(([name]) => name === "Cost of the last 365 days")?.[1]).toBe("");
  expect(short.at(-1)?.[2]).toBe("scaled up from 73 days: less than a year");
});

test("C11 the ends of the band are inside it", () => {
  // 12,000 dollars a year of 1,000,000 are 1.2%; of 571,428.57 they are 2.1%.
  const at = (base: number): unknown => rows([[base]]).get("C11 cost of 1.2% to 2.1%")?.[0];
  const both = (low: number, high: number): unknown => [...rows([[1e6]], pnl, [["C11.Low", low], ["C11.High", high]]).entries()].find(([name]) => name.startsWith("C11"))?.[1][0]; // prettier-ignore
  expect([at(1_000_001), at(1_000_000), at(571_429), at(571_428)]).toEqual([
    "BELOW",
    "INSIDE",
    "INSIDE",
    "ABOVE",
  ]);
  expect([both(0.011, 0.012), both(0.012, 0.013), both(0.0121, 0.013)]).toEqual([
    "INSIDE",
    "INSIDE",
    "BELOW",
  ]);
});

test("the bands are settings", () => {
  expect(rows([[1e6]], pnl, [["C11.High", 0.03]]).has("C11 cost of 1.2% to 3%")).toBe(true);
});

test.each<[Range, string]>([
  [[[""]], "base is blank: give dollars of net asset value, risk capital or condor notional"],
  [[[0]], "base (0) must be positive: dollars"],
  [[["NAV", -5]], "base row 1, NAV (-5) must be positive: dollars"],
  [[["NAV", ""]], "base is empty: give names and dollars"],
])("C10 the base is required", (base, sentence) => {
  expect(() => rows(base)).toThrow(sentence);
});

test("one day is no year", () => {
  const once = (): unknown => annualCostTable([[-5]], [["2022-01-03"]], [[1]], Settings.initial());
  expect(once).toThrow("all of pnl is on one day");
});
