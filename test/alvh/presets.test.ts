import { planLayers } from "../../src/alvh/planLayers";
import { PRESETS, presetTable, readPreset, settingsInForce } from "../../src/alvh/presets";
import { readSettings } from "../../src/alvh/settings";
import { layer, timeShift } from "../../src/functions/hedge";
import "../functions/support/customFunctions";
import { workedBook, workedMarket } from "./workedCase";

function layersOf(preset: string): unknown[][] {
  return planLayers(settingsInForce(preset, undefined).settings).map((layer) => [
    layer.minDte,
    layer.maxDte ?? null,
    layer.weight,
  ]);
}

// The numbers of the source texts, as the rules quote them; null is an open window.
test.each([
  ["442", [[4, 7, 0.4], [30, 45, 0.4], [60, null, 0.2]]],
  ["S0_PYRAMID", [[45, 59, 0.3], [60, 75, 0.3], [90, null, 0.4]]],
  ["S3_FRONT", [[1, 36, 0.5], [37, 75, 0.3], [0, null, 0.2]]],
  ["S4_TEMPORAL", [[7, 29, 0.2], [30, 60, 0.35], [61, null, 0.45]]],
  ["S4_LITERAL", [[7, 29, 0.2], [30, 60, 0.35], [61, null, 0.45]]],
  ["SITE_PCT", [[30, 45, 0.4], [60, 90, 0.4], [120, null, 0.2]]],
  ["SITE_30_110_220", [[16, 45, 0.4], [90, 130, 0.4], [190, 250, 0.2]]],
  ["VXTH", [[16, 45, 1]]],
])("G01 G02 G03 G04 %s keeps its own windows and weights", (preset, layers) => {
  expect(layersOf(preset)).toEqual(layers);
}); // prettier-ignore

test("A14 A15 S3_FRONT: a call spread 10 points wide, VIX calls, then a fund at half size", () => {
  const { settings } = settingsInForce("S3_FRONT", undefined);
  expect(planLayers(settings).map(({ instrument, weight }) => [instrument, weight])).toEqual([
    ["call spread", 0.5],
    ["call", 0.3],
    ["VXX", 0.2],
  ]);
  expect(planLayers(settings)[0]?.width).toBe(10);
  expect(settings.number("A15.EtfSizeFactor")).toBe(0.5);
});

test("A24 SITE_30_110_220 aims at its days with calls of delta .50", () => {
  const layers = planLayers(settingsInForce("SITE_30_110_220", undefined).settings);
  expect(layers.map(({ targetDte, delta }) => [targetDte, delta])).toEqual([[30, 0.5], [110, 0.5], [220, 0.5]]); // prettier-ignore
});

test("A24 SITE_PCT spends 4%, 4% and 2% of condor notional", () => {
  const { settings } = settingsInForce("SITE_PCT", undefined);
  const share = settings.number("A24.PercentOfNotional");
  expect(planLayers(settings).map(({ weight }) => Number((weight * share).toFixed(12)))).toEqual([
    0.04, 0.04, 0.02,
  ]);
});

test("A06 S0_PYRAMID keeps the condors' own window, 45-60 days", () => {
  const { settings } = settingsInForce("S0_PYRAMID", undefined);
  expect([settings.number("Condor.MinDte"), settings.number("Condor.MaxDte")]).toEqual([45, 60]);
});

test("G05 the basis is named by each preset", () => {
  const bases = PRESETS.map(({ name }) => [
    name,
    settingsInForce(name, undefined).settings.text("A02.Basis"),
  ]);
  expect(bases).toEqual([
    ["442", "contracts"],
    ["S0_PYRAMID", "contracts"],
    ["S3_FRONT", "contracts"],
    ["S4_TEMPORAL", "premium"],
    ["S4_LITERAL", "riskcap"],
    ["SITE_30_110_220", "contracts"],
    ["SITE_PCT", "percent"],
    ["VXTH", "vxth"],
  ]);
});

test("A17 G08 the layer a text calls the second engine is a label only", () => {
  const labels = Object.fromEntries(
    PRESETS.map(({ name }) => [name, settingsInForce(name, undefined).settings.text("A17.SecondEngine")]),
  );
  expect(labels).toMatchObject({ "442": "medium", S0_PYRAMID: "long", S3_FRONT: "medium and long" });
});

test("a preset is found by any of its names; a wrong one is told the nearest", () => {
  expect(readPreset(null).name).toBe("442");
  expect(readPreset(442).name).toBe("442");
  expect(readPreset("s1_442").name).toBe("442");
  expect(() => readPreset("VXHT")).toThrow(
    /^preset "VXHT" is not known: use 442, .* \(the nearest is VXTH\)$/,
  );
});

test("PRESET's table is a settings range again, with the same values", () => {
  for (const { name } of PRESETS) {
    const again = settingsInForce(null, presetTable(name));
    expect(again.preset.name).toBe(name);
    expect(presetTable(name).slice(3)).toEqual(
      presetTable(name)
        .slice(3)
        .map(([setting]) => [setting, again.settings.value(String(setting))]),
    );
  }
  expect(() => readSettings(presetTable("442"))).not.toThrow();
});

test("the preset argument wins over the row Preset; settings win over both", () => {
  const edited = [["Preset", "VXTH"], ["Layer1.Weight", 1]]; // prettier-ignore
  expect(settingsInForce("442", edited).preset.name).toBe("442");
  expect(settingsInForce(null, edited).settings.number("Layer1.Weight")).toBe(1);
});

test("a blank in a copy of a whole preset says not set: a layer can be dropped", () => {
  const copy = presetTable("442").map(([name, value]) => [
    name,
    name === "Layer3.Name" ? "" : name === "Layer1.Weight" ? 0.6 : value,
  ]);
  expect(planLayers(settingsInForce(null, copy).settings).map(({ name }) => name)).toEqual([
    "short",
    "medium",
  ]);
  // A few rows alone leave the rest as the preset has it.
  expect(planLayers(settingsInForce("442", [["Layer3.Name", ""]]).settings)).toHaveLength(3);
});

test("A07 S0_PYRAMID has a layer of 60 to 75 days, and TIMESHIFT can move one there", () => {
  expect(layersOf("S0_PYRAMID")[1]?.slice(0, 2)).toEqual([60, 75]);
  const window = [["A21.MinDte", 60], ["A21.MaxDte", 75]]; // prettier-ignore
  const moved = timeShift(workedBook, workedMarket, window).find(([name]) => name === "A21 moves");
  // Of the monthly expirations after 4 February 2022 only 20 April lies 60 to 75 days ahead: 75.
  expect(moved?.[4]).toContain("layer short to 2022-04-20");
});

test.each([
  ["A08", "the first layer gets 15% to 25%, 20% by default", 0, [0.15, 0.2, 0.25]],
  ["A09", "the middle layer gets 30% to 40%, 35% by default, at 30 to 60 days", 1, [0.3, 0.35, 0.4]],
  ["A10", "the rest, 35% to 55%, goes to the long layer", 2, [0.35, 0.45, 0.55]],
])("%s S4_TEMPORAL: %s", (row, _, layer, shares) => {
  const { settings } = settingsInForce("S4_TEMPORAL", undefined);
  const weight = planLayers(settings)[layer]?.weight;
  expect([settings.number(`${row}.Low`), weight, settings.number(`${row}.High`)]).toEqual(shares);
});

test("A08 A09 the budget is spent by these shares: 20%, 35% and 45% of 10,000 dollars, to a contract", () => {
  const plan = layer([[10]], "S4_TEMPORAL", workedMarket, [["HedgeBudget", 10000]]);
  [2000, 3500, 4500].forEach((dollars, index) => {
    const row = plan[index + 1] ?? [];
    expect(Math.abs(Number(row[12]) - dollars)).toBeLessThan(Number(row[12]) / Number(row[10]));
  });
  expect(plan[2]?.[1]).toBe("30-60");
});

test("A16 S4's layers may be VX futures, by their margin, and funds, by their price", () => {
  const market = [...workedMarket, ["VXX", 19.6]];
  const plan = layer([[10]], "S4_TEMPORAL", market, [
    ["HedgeBudget", 100000], ["Layer1.Instrument", "future"], ["Layer3.Instrument", "VXX"],
  ]); // prettier-ignore
  // 20,000 / 10,000 of margin is 2; 35,000 / 155.46 is 225.1; 45,000 / (50 x 19.60) is 45.9, and of the 922 dollars
  // left a 46th block of 980 does not fit, a 226th call does.
  expect(plan.slice(1, 4).map((row) => [row[5], row[10], row[16]] as unknown)).toEqual([
    ["future", 2, "VX"],
    ["call", 226, "VIX"],
    ["share", 45 * 50, "VXX"],
  ]);
});

test("G09 the hedge is always on, or follows the regime of VIX: a setting", () => {
  const calm = workedMarket.map(([name, value]) => [name, name === "VIX" ? 15 : value]);
  const contracts = (market: typeof calm, regime: string): unknown =>
    layer([[100]], "442", market, [["B22.Regime", regime]])[1]?.[10];
  expect([contracts(calm, "NORMAL"), contracts(calm, "AUTO")]).toEqual([40, 10]);
  // Above 16 the regime is no longer LOW.
  expect(contracts(workedMarket, "AUTO")).toBe(40);
});

test("A10 the letter of S4 and the percentages of the site carry a warning", () => {
  expect(readPreset("S4_LITERAL").warning).toContain("all of the condors' risk capital is spent on VIX");
  expect(presetTable("SITE_PCT")[2]?.[1]).toContain("warning: 10% of the condors' notional");
  expect(readPreset("442").warning).toBeUndefined();
});
