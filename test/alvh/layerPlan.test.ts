import { readBook } from "../../src/alvh/book";
import type { CellValue } from "../../src/alvh/cellValue";
import { countCondors } from "../../src/alvh/countCondors";
import { layerPlan, layerPlanTable, type PlannedLayer } from "../../src/alvh/layerPlan";
import { readMarket } from "../../src/alvh/market";
import { readBookInMarket, total } from "../../src/alvh/netGreeks";
import { settingsInForce } from "../../src/alvh/presets";
import { goldenTable } from "../data/readTable";
import { workedBook, workedMarket } from "./workedCase";

const market = readMarket(workedMarket);

function plan(preset: string, rows: CellValue[][] = [], condors: CellValue[][] = [[10]]): PlannedLayer[] {
  return layerPlan(countCondors(condors, market), settingsInForce(preset, rows).settings, market);
}

function contracts(planned: PlannedLayer[]): number[] {
  return planned.map((layer) => layer.contracts);
}

function table(preset: string, rows: CellValue[][] = []): (string | number)[][] {
  return layerPlanTable({ condors: 10, vix01: undefined }, settingsInForce(preset, rows).settings, market);
}

test("A01 ten condors hold four, four and two contracts, also without a market", () => {
  expect(contracts(plan("442"))).toEqual([4, 4, 2]);
  const bare = layerPlan(
    { condors: 10, vix01: undefined },
    settingsInForce(null, undefined).settings,
    undefined,
  );
  expect(contracts(bare)).toEqual([4, 4, 2]);
});

test("A01 contracts follow the condors of a book", () => {
  expect(contracts(plan("442", [], workedBook))).toEqual([4, 4, 2]);
  expect(contracts(plan("442", [["A01.CondorsPerUnit", 1]], workedBook))).toEqual([40, 40, 20]);
});

describe("each layer of the 4/4/2 plan agrees with an independent 40-digit computation", () => {
  const planned = plan("442");

  test.each(goldenTable("layer-plan.csv").map((row, index) => [row["layer"], row, planned[index]] as const))(
    "%s",
    (name, row, layer) => {
      const unit = layer?.unit;
      expect(layer?.layer.name).toBe(name);
      expect(unit?.strikes).toEqual([Number(row["strike"])]);
      for (const [figure, actual] of Object.entries({
        dte: unit?.dte,
        future: unit?.future,
        delta: unit?.delta,
        vol: unit?.vols[0],
        price: unit?.price,
        theta: unit?.thetaPerDay,
        rollDown: unit?.rollDownPerDay,
        vix01: unit?.vix01,
      })) {
        const expected = Number(row[figure]);
        expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
      }
    },
  );
});

test("LAYER's table shows expiry, strike and dollars of all contracts, and a total", () => {
  const rows = table("442");
  expect(rows[0]).toEqual([
    "Layer", "DTE window", "Expiry", "DTE", "Future (pts)", "Kind", "Strike", "Delta", "Vol", "Weight", "Contracts",
    "Price", "Premium $", "Theta $/day", "VIX01 $/VIX pt", "Cost $/year", "Underlying", "Notes",
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

describe("A02 the bases", () => {
  const golden = goldenTable("layer-plan.csv");
  const figure = (layer: number, name: string): number => Number(golden[layer]?.[name]);

  test("premium: the dollars spent stay within the budget and come near it", () => {
    const planned = plan("442", [["A02.Basis", "premium"], ["A02.HedgeBudget", 5000]]); // prettier-ignore
    const spent = planned.reduce(
      (sum, { contracts: count }, layer) => sum + count * 100 * figure(layer, "price"),
      0,
    );
    expect(spent).toBeLessThanOrEqual(5000);
    expect(spent).toBeGreaterThan(5000 - 100 * figure(2, "price"));
    // 2000/63.08 = 31.7, 2000/155.46 = 12.9, 1000/182.66 = 5.5; the largest fractions first: .86, .71 fit, .47 does not.
    expect(contracts(planned)).toEqual([32, 13, 5]);
  });

  test("premium without a budget names the setting", () => {
    expect(() => plan("442", [["A02.Basis", "premium"]])).toThrow("settings need A02.HedgeBudget (dollars)");
  });

  test("notional: a contract is 100 times its future", () => {
    // 40% of 100,000 over 2,363.9 and 2,495.1, 20% over 2,570.4: 16.92, 16.03 and 7.78.
    expect(contracts(plan("442", [["A02.Basis", "notional"], ["HedgeNotional", 100000]]))).toEqual([17, 16, 7]); // prettier-ignore
  });

  test("vixDelta: a share of the condors' VIX01, which needs a book", () => {
    // 30% of 1,080.0 is 324.0 dollars a point: 129.6/20.07 = 6.46, 129.6/14.44 = 8.98, 64.8/8.69 = 7.46.
    // The fraction .98 goes first; of 12.8 dollars left then, the .460 of the long layer fits and comes before .458.
    expect(contracts(plan("442", [["A02.Basis", "vixDelta"]], workedBook))).toEqual([6, 9, 8]);
    expect(() => plan("442", [["A02.Basis", "vixDelta"]])).toThrow(
      "condors must be a book for the basis vixDelta",
    );
  });

  test("percent: a share of condors x 100 x SPX", () => {
    const spent = plan("SITE_PCT").reduce(
      (sum, { contracts: count, unit }) => sum + count * (unit?.premiumDollars ?? NaN),
      0,
    );
    const budget = 0.1 * 10 * 100 * 4500.53;
    expect(spent).toBeLessThanOrEqual(budget);
    expect(spent).toBeGreaterThan(budget - 1000);
  });

  test("riskcap: A10 read to the letter spends the risk capital", () => {
    const planned = plan("S4_LITERAL", [["RiskCapital", 20000]]);
    const spent = planned.reduce(
      (sum, { contracts: count, unit }) => sum + count * (unit?.premiumDollars ?? NaN),
      0,
    );
    expect(spent).toBeLessThanOrEqual(20000);
    expect(spent).toBeGreaterThan(19000);
  });

  test("vxth: 1% of the portfolio with the future between 15 and 30", () => {
    const [layer] = plan("VXTH", [["VXTH.Portfolio", 1000000]]);
    const spent = (layer?.contracts ?? NaN) * (layer?.unit?.premiumDollars ?? NaN);
    expect(spent).toBeLessThanOrEqual(10000);
    expect(spent).toBeGreaterThan(10000 - (layer?.unit?.premiumDollars ?? NaN));
  });

  test("all but contracts need a market", () => {
    const { settings } = settingsInForce("S4_TEMPORAL", [["HedgeBudget", 5000]]);
    expect(() => layerPlan({ condors: 10, vix01: undefined }, settings, undefined)).toThrow(
      "market is needed: the basis premium sizes the layers by their prices",
    );
  });
});

test("A14 a call spread sells the strike its width above the one it buys", () => {
  const [front] = plan("442", [["Layer1.Instrument", "call spread"]]);
  const [bought, sold] = front?.unit?.strikes ?? [];
  expect((sold ?? NaN) - (bought ?? NaN)).toBe(10);
  expect(front?.unit?.price).toBeGreaterThan(0);
});

test("A14 a layer may hold VX futures: no premium, VIX01 of 1000 times beta", () => {
  const [future] = plan("442", [["Layer1.Instrument", "future"]]);
  expect(future?.unit).toMatchObject({ symbol: "VX", kind: "future", premiumDollars: 0, strikes: [] });
  expect(future?.unit?.vix01).toBeCloseTo(1000 * (0.55 * Math.exp((-7.5 * 4.71875) / 365) + 0.18), 6);
});

test("A15 a fund layer holds 50 shares for a contract at half size, and warns of its decay", () => {
  const withFund = readMarket([...workedMarket, ["VXX", 19.6]]);
  const settings = settingsInForce("S3_FRONT", undefined).settings;
  const rows = layerPlanTable({ condors: 10, vix01: undefined }, settings, withFund);
  expect(rows[3]?.slice(10, 12)).toEqual([100, 19.6]);
  expect(rows[3]?.[12]).toBeCloseTo(1960, 9);
  expect(rows[3]?.[17]).toBe("50 shares for a contract; the fund's daily roll decays in contango");
  // Shares and contracts do not add up.
  expect(rows.at(-1)?.[10]).toBe("");
});

test("modelled vols are said in every row that has one", () => {
  expect(table("442").slice(1, 4).map((row) => row[17])).toEqual(Array(3).fill("vol modelled from VVIX")); // prettier-ignore
});

test("strikes follow the delta with the skew of the market", () => {
  const skewed = readMarket([...workedMarket, ["VIXSkew", 0.1]]);
  const planned = layerPlan(
    { condors: 10, vix01: undefined },
    settingsInForce("442", [["StrikeStep", 0.05]]).settings,
    skewed,
  );
  for (const { unit } of planned) expect(unit?.delta).toBeCloseTo(0.3, 2);
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

describe("a layer that cannot be sized is refused with a sentence", () => {
  const flat = (rows: CellValue[][]): ReturnType<typeof readMarket> =>
    readMarket([["AsOf", "2022-02-04 16:15"], ["SPX", 4500], ["VIX", 15], ["Rate", 0], ["VX1", 15], ["VX2", 15], ...rows]); // prettier-ignore

  test("where a contract costs nothing, or next to nothing", () => {
    const { settings } = settingsInForce("S4_TEMPORAL", [["HedgeBudget", 10000], ["StrikeStep", 10]]); // prettier-ignore
    const hedged = { condors: 10, vix01: undefined };
    expect(() => layerPlan(hedged, settings, flat([["VVIX", 1]]))).toThrow("which cannot size it");
    expect(() => layerPlan(hedged, settings, flat([["VVIX", 20]]))).toThrow("they cost next to nothing");
  });

  test("where a steep skew prices a spread below zero or drives a strike away", () => {
    const steep = readMarket([["AsOf", 44901.05], ["SPX", 4753], ["VIX", 56], ["VVIX", 67.6], ["Rate", 0.028], ["VX1", 54], ["VX2", 12.9], ["VIXSkew", 0.93]]); // prettier-ignore
    const { settings } = settingsInForce("S4_LITERAL", [["RiskCapital", 100000], ["Layer1.Instrument", "call spread"]]); // prettier-ignore
    expect(() => layerPlan({ condors: 1, vix01: undefined }, settings, steep)).toThrow(
      /cannot size it|times the future/,
    );
  });
});

test("no figure of a plan is -0, and strikes are free of rounding errors", () => {
  const { settings } = settingsInForce("442", [["StrikeStep", 0.1]]);
  const rows = layerPlanTable({ condors: 0.1, vix01: undefined }, settings, market);
  for (const value of rows.flat()) expect(Object.is(value, -0)).toBe(false);
  expect(rows.slice(1, 4).every((row) => String(row[6]).length <= 4)).toBe(true);
});
