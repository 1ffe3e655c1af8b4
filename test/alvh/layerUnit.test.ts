import type { CellValue } from "../../src/alvh/cellValue";
import { countCondors } from "../../src/alvh/countCondors";
import { layerPlan, type PlannedLayer } from "../../src/alvh/layerPlan";
import { readMarket } from "../../src/alvh/market";
import { settingsInForce } from "../../src/alvh/presets";
import { goldenTable } from "../data/readTable";
import { workedMarket } from "./workedCase";

const market = readMarket(workedMarket);

function plan(preset: string, rows: CellValue[][] = [], condors: CellValue[][] = [[10]]): PlannedLayer[] {
  return layerPlan(countCondors(condors, market), settingsInForce(preset, rows).settings, market);
}

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

test("strikes follow the delta with the skew of the market", () => {
  const skewed = readMarket([...workedMarket, ["VIXSkew", 0.1]]);
  const planned = layerPlan(
    { condors: 10, vix01: undefined },
    settingsInForce("442", [["StrikeStep", 0.05]]).settings,
    skewed,
  );
  for (const { unit } of planned) expect(unit?.delta).toBeCloseTo(0.3, 2);
});
