import type { CellValue } from "../../src/alvh/cellValue";
import { countCondors } from "../../src/alvh/countCondors";
import { adjustedPlan, layerPlan, type PlannedLayer } from "../../src/alvh/layerPlan";
import { readMarket } from "../../src/alvh/market";
import { settingsInForce } from "../../src/alvh/presets";
import { layerOpt, layer as layerOfCell } from "../../src/functions/hedge";
import "../functions/support/customFunctions";
import { goldenTable } from "../data/readTable";
import { workedBook, workedMarket } from "./workedCase";

const market = readMarket(workedMarket);

function plan(preset: string, rows: CellValue[][] = [], condors: CellValue[][] = [[10]]): PlannedLayer[] {
  return layerPlan(countCondors(condors, market), settingsInForce(preset, rows).settings, market);
}

function contracts(planned: PlannedLayer[]): number[] {
  return planned.map((layer) => layer.contracts);
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

describe("G06 fixed weights, or what an optimisation finds", () => {
  const OPTIMISED: CellValue[][] = [["G06.Mode", "OPTIMISED"], ["A02.HedgeBudget", 2000]]; // prettier-ignore

  test.each(["cover", "cost", "variance"])(
    "OPTIMISED takes LAYEROPT's contracts, objective %s",
    (objective) => {
      const rows = [...OPTIMISED, ["G06.Objective", objective]];
      const best = layerOpt(workedBook, workedMarket, 2000, objective).slice(1, 4);
      const table = layerOfCell(workedBook, "442", workedMarket, rows);
      expect(contracts(plan("442", rows, workedBook))).toEqual(best.map((row) => row[4] as number));
      // The weights are the shares of premium that were chosen.
      expect(table.slice(1, 4).map((row) => row[9] as number)).toEqual(best.map((row) => row[6] as number));
      expect(table[4]?.[17]).toContain(`G06 OPTIMISED: LAYEROPT's contracts for ${objective} within 2000 $`);
      expect(Number(table[4]?.[12])).toBeLessThanOrEqual(2000);
    },
  );

  test("adjustments scale the budget that it may spend", () => {
    const low = plan("442", [...OPTIMISED, ["Regime", "LOW"]], workedBook);
    expect(contracts(low)).toEqual(
      layerOpt(workedBook, workedMarket, 500).slice(1, 4).map((row) => row[4] as number),
    ); // prettier-ignore
  });

  test("it says what it needs: a book, a market and a budget", () => {
    expect(() => plan("442", OPTIMISED)).toThrow("condors must be a book for G06.Mode OPTIMISED");
    expect(() => plan("442", [["G06.Mode", "OPTIMISED"]], workedBook)).toThrow("settings need A02.HedgeBudget"); // prettier-ignore
    const { settings } = settingsInForce("442", OPTIMISED);
    expect(() => layerPlan({ condors: 10, vix01: undefined }, settings, undefined)).toThrow(
      "market is needed: the mode OPTIMISED weighs the layers by their prices",
    );
  });
});

test("LAYERWEIGHTS and LAYER share the hedge alike after an event's cut", () => {
  const rows = [["NextEvent", "2022-02-08"], ["B21.AddBack", "on"]]; // prettier-ignore
  const { settings } = settingsInForce("S0_PYRAMID", rows);
  const { layers, size } = adjustedPlan(settings, market);
  const planned = plan("S0_PYRAMID", rows);
  expect(layers.map(({ weight }) => weight)).toEqual(planned.map(({ layer }) => layer.weight));
  expect(size).toBeLessThan(1);
  // Without the add-back: .3, .3 and .8 of .4, of .92.
  const cut = adjustedPlan(settingsInForce("S0_PYRAMID", rows.slice(0, 1)).settings, market);
  [0.3 / 0.92, 0.3 / 0.92, 0.32 / 0.92].forEach((weight, index) => {
    expect(cut.layers[index]?.weight).toBeCloseTo(weight, 12);
  });
  expect(cut.size).toBeCloseTo(0.92, 12);
});
