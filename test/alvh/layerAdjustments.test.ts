import { layerAdjustments } from "../../src/alvh/layerAdjustments";
import { layerPlanTable } from "../../src/alvh/layerPlanTable";
import { readMarket } from "../../src/alvh/market";
import { planLayers } from "../../src/alvh/planLayers";
import { settingsInForce } from "../../src/alvh/presets";
import { layer, layerWeights } from "../../src/functions/hedge";
import { netTheta, netVix, pnl } from "../../src/functions/book";
import { condorBook } from "../../src/functions/condor";
import "../functions/support/customFunctions";
import { workedBook, workedMarket } from "./workedCase";

type Rows = (string | number)[][];
const market = readMarket(workedMarket);

function adjusted(rows: Rows, preset = "442"): ReturnType<typeof layerAdjustments> {
  const { settings } = settingsInForce(preset, rows);
  return layerAdjustments(planLayers(settings), settings, market);
}
/** Contracts of a hundred condors: 40, 40 and 20 without an adjustment. */
function contracts(rows: Rows, preset = "442"): number[] {
  const { settings } = settingsInForce(preset, rows);
  return layerPlanTable({ condors: 100, vix01: undefined }, settings, market)
    .slice(1, 4)
    .map((row) => Number(row[10]));
}
const SOON: Rows = [["NextEvent", "2022-02-08"]];

test("without such settings nothing is adjusted, and no line is shown", () => {
  expect(adjusted([])).toEqual({ size: 1, weights: [0.4, 0.4, 0.2], cut: 0, addBack: false, lines: [] });
  expect(contracts([])).toEqual([40, 40, 20]);
});

test("B20 the last layer is under-hedged by 20% within five days of an event", () => {
  const under: Rows = [["B20.Events", "EVENT_UNDERHEDGE"]];
  expect(contracts([...under, ...SOON])).toEqual([40, 40, 16]);
  expect(contracts([...under, ...SOON, ["B20.Cut", 0.25]])).toEqual([40, 40, 15]);
  // Friday 4 February: the 9th is five days ahead, the 10th six; 44600 is the serial of 8 February.
  expect(contracts([...under, ["NextEvent", "2022-02-09"]])).toEqual([40, 40, 16]);
  expect(contracts([...under, ["NextEvent", "2022-02-10"]])).toEqual([40, 40, 20]);
  expect(contracts([...under, ["NextEvent", "44600"]])).toEqual([40, 40, 16]);
});

test("G07 events under-hedge in S0_PYRAMID by default, and hold elsewhere", () => {
  expect(adjusted(SOON, "S0_PYRAMID").cut).toBe(0.2);
  expect(adjusted(SOON).lines).toEqual([
    { row: "B20", text: "event on 2022-02-08, in 4 days: EVENT_HOLD, nothing is cut" },
  ]);
});

test("B21 the VIX01 that is cut goes to the first layer", () => {
  const rows: Rows = [["B20.Events", "EVENT_UNDERHEDGE"], ["B21.AddBack", "on"], ...SOON]; // prettier-ignore
  const vix01 = (some: Rows): number =>
    layerPlanTable({ condors: 10000, vix01: undefined }, settingsInForce("442", some).settings, market).find(
      ([name]) => name === "Total",
    )?.[14] as number;
  // Whole contracts of ten thousand condors: a contract is a thousandth of the cut.
  expect(vix01(rows) / vix01([])).toBeCloseTo(1, 3);
  expect(contracts(rows)[0]).toBeGreaterThan(40);
});

test("B22 a low-vol regime holds the hedge at a quarter", () => {
  expect(contracts([["Regime", "LOW"]])).toEqual([10, 10, 5]);
  expect(adjusted([["Regime", "AUTO"]]).size).toBe(1);
  // LOW is as in B01: at 16 or below; the market's VIX is 23.22.
  expect(adjusted([["Regime", "AUTO"], ["B01.ElevatedAbove", 23.22], ["B01.HighFrom", 24]]).size).toBe(0.25); // prettier-ignore
});

test("B23 G15 the two promoters differ: one adds VIX, the other hedges less; a steward keeps the size", () => {
  const size = (profile: string): number => adjusted([["Profile", profile]]).size;
  expect(["STEWARD", "PROMOTER_S4", "PROMOTER_S03"].map(size)).toEqual([1, 1.25, 0.75]);
  expect(contracts([["Profile", "PROMOTER_S4"]])).toEqual([50, 50, 25]);
});

test("C22 a strong quick ratio caps the hedge at the floor; off by default", () => {
  expect([2, 2.1].map((ratio) => adjusted([["QuickRatio", ratio]]).size)).toEqual([1, 0.25]);
});

test("A13 beta scales the whole, the slope of the curve tilts the weights", () => {
  expect(adjusted([["Beta", 1.4]]).size).toBeCloseTo(1.2, 12);
  // By hand on the settlements: 30 days between 16 February and 15 March, 90 between 20 April and 18 May.
  const at = (days: number, from: [number, number], to: [number, number]): number =>
    from[1] + ((days - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
  const day = (days: number): number => days - 6.75 / 24;
  const slope =
    at(90, [day(75), 25.7037], [day(103), 25.9505]) - at(30, [day(12), 24.2613], [day(39), 25.1484]);
  const tilt = 0.05 * slope;
  const weights = layerWeights("442", workedMarket, [["A13.Slope", "on"]])[0] ?? [];
  [0.4 - tilt, 0.4, 0.2 + tilt].forEach((expected, index) => {
    expect(weights[index]).toBeCloseTo(expected, 9);
  });
});

test("D27 signals scale the hedge by a quarter of their score, within .5 and 1.5", () => {
  const size = (score: number, weight = 0.25): number => adjusted([["SignalScore", score], ["D27.Weight", weight]]).size; // prettier-ignore
  expect([size(1), size(-1), size(0.4), size(1, 3), size(-1, 3)]).toEqual([1.25, 0.75, expect.closeTo(1.1, 12), 1.5, 0.5]); // prettier-ignore
});

test("B06 an adjustment of the size scales every layer, never one alone", () => {
  expect(contracts([["SignalScore", 1], ["Beta", 1.4]])).toEqual([60, 60, 30]); // prettier-ignore
});

test("A20 each adjustment is a line below the total, in the stated order, and the plan stays a book", () => {
  const rows = layer([[100]], "S0_PYRAMID", workedMarket, [
    ["SignalScore", 1], ["Beta", 1.2], ["QuickRatio", 3], ["Profile", "PROMOTER_S4"], ["Regime", "LOW"], ...SOON,
  ]); // prettier-ignore
  expect(rows.slice(5).map((row) => row[0] as unknown)).toEqual(["B20", "B22", "B23", "C22", "A13", "D27"]);
  expect(rows[4]?.[17]).toContain("adjusted in this order: B20, B22, B23, C22, A13, D27");
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([18]));
  expect(netVix(rows, workedMarket)[0]?.[0]).toBeCloseTo(rows[4]?.[14] as number, 6);
});

test("G10 the plan of a book names the size that binds", () => {
  expect(layer(workedBook, "442", workedMarket)[4]?.[17]).toContain("B17 binds");
});

test("C21 G11 a financed call is a call and a call spread sold: cheaper, capped, and the lost cover is said", () => {
  const financed: Rows = [["Layer3.Instrument", "financed call"]];
  const rows = layer([[10]], "442", workedMarket, financed);
  const plain = layer([[10]], "442", workedMarket);
  const [bought, sold] = [rows[3] ?? [], rows[4] ?? []];
  expect([bought[5], bought[6], bought[10], sold[5], sold[6], sold[10]]).toEqual([
    "call",
    38,
    2,
    "call spread",
    "48/58",
    -2,
  ]);
  // By PNL of the call alone and of both lines, either way of ten points; and of what is sold, in the tail.
  const gain = (legs: unknown[][], spot: number, vix: number): number =>
    pnl([rows[0] ?? [], ...legs], workedMarket, spot, vix)[0]?.[0] as number;
  const [kept, before] = [[bought, sold], [bought]].map((legs) => gain(legs, 0, 10) + gain(legs, 0, -10));
  expect(kept).toBeLessThan(before ?? NaN);
  expect(sold[17]).toContain(
    `WARNING: the tail is capped, gains from 48 to 58 are given up; convexity at VIX +-10 ${kept?.toFixed(2)} of ${before?.toFixed(2)} $; G11 ${(-gain([sold], -0.1, 20)).toFixed(2)} $ of cover`,
  );
  const totals = [rows, plain].map((table) => table.find(([name]) => name === "Total") ?? []);
  expect(Number(totals[0]?.[12])).toBeLessThan(Number(totals[1]?.[12]));
  expect(netTheta(rows, workedMarket)[0]?.[0]).toBeCloseTo(totals[0]?.[13] as number, 8);
});

test("B18 one call spread per five condors stays net theta positive in the high teens", () => {
  for (const vix of [17, 18, 19]) {
    const teens = workedMarket.map(([name, value]) => [name, name === "VIX" ? vix : value]);
    const condors = condorBook(teens, 42, 20);
    const plan = layer([[20]], "442", teens, [
      ["A01.CondorsPerUnit", 5], ["A01.ContractsPerUnit", 1], ["Layer1.Instrument", "call spread"], ["Layer1.Weight", 1],
      ["Layer2.Name", " "], ["Layer2.Weight", 0], ["Layer3.Weight", 0],
    ]); // prettier-ignore
    const net = (netTheta(condors, teens)[0]?.[0] as number) + (netTheta(plan, teens)[0]?.[0] as number);
    expect(net).toBeGreaterThan(0);
  }
});

test("what needs a market says so", () => {
  const { settings } = settingsInForce("442", SOON);
  expect(() => layerAdjustments(planLayers(settings), settings, undefined)).toThrow(
    "market is needed for the setting B20.NextEvent",
  );
});
