import { readBook } from "../../src/alvh/book";
import type { CellValue } from "../../src/alvh/cellValue";
import { layerPlanTable } from "../../src/alvh/layerPlanTable";
import { readMarket } from "../../src/alvh/market";
import { readBookInMarket, total } from "../../src/alvh/netGreeks";
import { settingsInForce } from "../../src/alvh/presets";
import { hedgeCheck, layer } from "../../src/functions/hedge";
import "../functions/support/customFunctions";
import { goldenTable } from "../data/readTable";
import { workedBook, workedMarket } from "./workedCase";

const market = readMarket(workedMarket);

function table(preset: string, rows: CellValue[][] = []): (string | number)[][] {
  return layerPlanTable({ condors: 10, vix01: undefined }, settingsInForce(preset, rows).settings, market);
}

test("LAYER's table shows expiry, strike and dollars of all contracts, and a total", () => {
  const rows = table("442");
  expect(rows[0]).toEqual([
    "Layer", "DTE window", "Expiry", "DTE", "Future (pts)", "Kind", "Strike", "Delta", "Vol", "Weight", "Contracts",
    "Price", "Premium $", "Theta $/day", "VIX01 $/VIX pt", "Cost $/year", "Underlying",
    "Notes, as of 2022-02-04 16:15",
  ]); // prettier-ignore
  expect(rows.slice(1).map((row) => [row[0], row[1], row[2], row[6], row[10]])).toEqual([
    ["short", "4-7", "2022-02-09", 26, 4],
    ["medium", "30-45", "2022-03-09", 32, 4],
    ["long", "60+", "2022-04-20", 38, 2],
    ["Total", "", "", "", 10],
  ]);
  const golden = goldenTable("layer-plan.csv");
  const dollars = (figure: string): number =>
    [4, 4, 2].reduce((sum, count, layer) => sum + count * Number(golden[layer]?.[figure]), 0);
  const totalRow = rows.at(-1) ?? [];
  expect(totalRow[12]).toBeCloseTo(100 * dollars("price"), 6);
  expect(totalRow[13]).toBeCloseTo(dollars("theta"), 6);
  expect(totalRow[14]).toBeCloseTo(dollars("vix01"), 6);
  expect(totalRow[15]).toBeCloseTo(-365 * (dollars("theta") + dollars("rollDown")), 5);
  expect(totalRow[17]).toBe("10 condors; 10 contracts for every 10");
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([18]));
});

test("without a market the plan leaves blank what needs one", () => {
  const rows = layerPlanTable(
    { condors: 20, vix01: undefined },
    settingsInForce(null, undefined).settings,
    undefined,
  );
  expect(rows[1]).toEqual([
    "short",
    "4-7",
    "",
    "",
    "",
    "call",
    "",
    "",
    "",
    0.4,
    8,
    "",
    "",
    "",
    "",
    "",
    "",
    "",
  ]);
  expect(rows.at(-1)?.[10]).toBe(20);
});

test.each(["442", "S3_FRONT", "SITE_30_110_220"])(
  "A20 the spilled plan of %s is a book: its legs add up to the plan's own totals",
  (preset) => {
    const withFund = [...workedMarket, ["VXX", 19.6]];
    const settings = settingsInForce(preset, undefined).settings;
    const rows = layerPlanTable({ condors: 10, vix01: undefined }, settings, readMarket(withFund));
    const { positions } = readBookInMarket(rows, withFund);
    const totalRow = rows.at(-1) ?? [];
    expect(total(positions, "value")).toBeCloseTo(Number(totalRow[12]), 6);
    expect(total(positions, "theta")).toBeCloseTo(Number(totalRow[13]), 6);
    expect(total(positions, "vix01")).toBeCloseTo(Number(totalRow[14]), 6);
    expect(-365 * (total(positions, "theta") + total(positions, "rollDown"))).toBeCloseTo(
      Number(totalRow[15]),
      4,
    );
  },
);

test("A15 a fund layer holds 50 shares for a contract at half size, and warns of its decay", () => {
  const withFund = readMarket([...workedMarket, ["VXX", 19.6]]);
  const settings = settingsInForce("S3_FRONT", undefined).settings;
  const rows = layerPlanTable({ condors: 10, vix01: undefined }, settings, withFund);
  expect(rows[3]?.slice(10, 12)).toEqual([100, 19.6]);
  expect(rows[3]?.[12]).toBeCloseTo(1960, 9);
  expect(rows[3]?.[17]).toContain("50 shares for a contract; the fund's daily roll decays in contango");
  // Shares and contracts do not add up.
  expect(rows.at(-1)?.[10]).toBe("");
});

test("modelled vols are said in every row that has one", () => {
  expect(table("442").slice(1, 4).map((row) => String(row[17]).startsWith("vol modelled from VVIX"))).toEqual([true, true, true]); // prettier-ignore
});

test("a plan's book reads as legs of its layers", () => {
  expect(readBook(table("442")).map((leg) => [leg.layer, leg.quantity, leg.strike])).toEqual([
    ["short", 4, 26],
    ["medium", 4, 32],
    ["long", 2, 38],
  ]);
});

test("A20 expired legs, warnings and shared expirations are said in the plan", () => {
  const { settings, preset } = settingsInForce("S4_LITERAL", [["RiskCapital", 20000]]);
  const rows = layerPlanTable(
    { condors: 10, vix01: undefined, expiredLegs: 2 },
    settings,
    market,
    preset.warning,
  );
  expect(rows.at(-1)?.[17]).toBe(
    "10 condors; sized by riskcap; 2 expired legs left out; warning: to the letter, all of the condors' risk capital is spent on VIX",
  );
  // On Tuesday 2022-03-15 after its settlement no expiration lies 4 to 7 days ahead; the nearest monthly is the medium layer's.
  const tuesday = readMarket([
    ...workedMarket.filter(([name]) => name !== "AsOf"),
    ["AsOf", "2022-03-15 16:00"],
  ]);
  const shared = layerPlanTable(
    { condors: 10, vix01: undefined },
    settingsInForce("442", undefined).settings,
    tuesday,
  );
  expect(shared[1]?.[2]).toBe(shared[2]?.[2]);
  expect(shared[2]?.[17]).toContain("same expiration as layer short");
  const { settings: listed } = settingsInForce("442", [["A05.Fallback", "listed"]]);
  expect(layerPlanTable({ condors: 10, vix01: undefined }, listed, tuesday)[1]?.[2]).toBe("2022-03-23");
});

test("no figure of a plan is -0, and strikes are free of rounding errors", () => {
  const { settings } = settingsInForce("442", [["StrikeStep", 0.1]]);
  const rows = layerPlanTable({ condors: 0.1, vix01: undefined }, settings, market);
  for (const value of rows.flat()) expect(Object.is(value, -0)).toBe(false);
  expect(rows.slice(1, 4).every((row) => String(row[6]).length <= 4)).toBe(true);
});

test("A18 A19 the plan of a book tells each layer's convexity and cover, as HEDGECHECK does of the plan held", () => {
  const plan = layer(workedBook, "442", workedMarket);
  const held = [...workedBook.slice(0, 5), ...bookRows(plan)];
  const checked = hedgeCheck(held, workedMarket);
  for (const row of plan.slice(1, 4)) {
    const of = (check: string): number =>
      Number(checked.find(([name]) => name === `${check} ${row[0]}`)?.[1]);
    expect(row[17]).toContain(`A18 convexity ${of("A18 convexity of layer").toFixed(2)} $ at VIX +-10`);
    expect(row[17]).toContain(`A19 cover in the tail ${of("A19 cover by layer").toFixed(4)}`);
  }
});

/** The plan's layers, typed into the columns of the worked book. */
function bookRows(plan: (string | number)[][]): (string | number)[][] {
  return plan
    .slice(1, 4)
    .map((row) =>
      [row[0], row[16], row[5], row[10], row[6], row[2], row[8], "", ""].map((cell) => cell ?? ""),
    );
}

test("a plan of nothing says why: VXTH below a future of 15 points, or a budget that pays for no contract", () => {
  const note = (preset: string, rows: CellValue[][], conditions = workedMarket): string =>
    String(layer([[10]], preset, conditions, rows).find(([name]) => name === "Total")?.[17]);
  const calm = workedMarket.map(([name, value]) => [name, typeof value === "number" && value > 24 && value < 27 ? 14 : value]); // prettier-ignore
  const why = "0 contracts: no layer can hold one within this size";
  expect(note("VXTH", [["VXTH.Portfolio", 1e6]], calm)).toContain(why);
  expect(note("VXTH", [["VXTH.Portfolio", 1e6]])).not.toContain(why);
  expect(note("S4_TEMPORAL", [["HedgeBudget", 100]])).toContain(why);
  expect(note("S4_TEMPORAL", [["HedgeBudget", 1000]])).not.toContain(why);
});

test("G10 B08 counts contracts like the plan's own, of the average VIX01 in its total", () => {
  const plan = layer(workedBook, "442", workedMarket);
  const sums = plan.find(([name]) => name === "Total") ?? [];
  const condors = readBookInMarket(workedBook.slice(0, 5), workedMarket).positions;
  // At VIX 23.22 the hedge may hold .40 of all VIX01: two for every three of the condors'.
  const most = Math.floor(
    ((2 / 3) * Math.abs(total(condors, "vix01"))) / (Number(sums[14]) / Number(sums[10])),
  );
  expect(most).toBeGreaterThan(10);
  expect(sums[17]).toContain(`B08 ${most} such contracts for 40% of VIX01`);
});

test("without a market a fund layer still tells its shares: a hundred of two contracts at half size", () => {
  const fund = layer([[10]], "S3_FRONT").find(([name]) => name === "long") ?? [];
  expect([fund[5], fund[10]]).toEqual(["share", 100]);
});
