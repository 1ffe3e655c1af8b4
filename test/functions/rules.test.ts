import "./support/customFunctions";
import { bsmProbability } from "../../src/functions/option";
import { netDelta, netTheta, netValue, pnl } from "../../src/functions/book";
import { condorBook } from "../../src/functions/condor";
import { layer } from "../../src/functions/hedge";
import { curve, vxBetaByDays } from "../../src/functions/vix";
import { workedBook, workedCondor, workedHedge, workedMarket } from "../alvh/workedCase";

/** Rules of the source texts that books, shocks and the VIX curve must make work, each by its id. */

function figure(table: any[][]): number {
  return table[0]?.[0] as number;
}

test("B05 the chance of touching a strike is about twice that of ending beyond it", () => {
  const [spot, strike, days, vol, rate] = [[[4500]], [[4100]], [[42]], [[0.27]], [[0.003]]];
  const ends = figure(bsmProbability([["put"]], spot, strike, days, vol, rate));
  const touches = figure(bsmProbability([["put"]], spot, strike, days, vol, rate, [[0]], [[true]]));
  expect(touches / ends).toBeGreaterThan(1.8);
  expect(touches / ends).toBeLessThan(2.1);
});

/** One VIX call spread for every five condors, the middle of 4 to 6, in the front layer alone. */
const ONE_SPREAD_FOR_FIVE = [
  ["A01.CondorsPerUnit", 5],
  ["A01.ContractsPerUnit", 1],
  ["Layer1.Instrument", "call spread"],
  ["Layer1.Weight", 1],
  ["Layer2.Weight", 0],
  ["Layer3.Weight", 0],
];

test("B17 one VIX call spread for every five condors, the middle of 4 to 6", () => {
  const plan = layer([[20]], "442", workedMarket, ONE_SPREAD_FOR_FIVE);
  expect([plan[1]?.[5], plan[1]?.[10]]).toEqual(["call spread", 4]);
});

test.each([17, 18, 19])(
  "B18 shown, not assumed: at VIX %d ten modelled condors with one spread for five of them earn theta on net",
  (vix) => {
    const market = [
      ["AsOf", "2022-02-04 16:15"],
      ["SPX", 4500],
      ["VIX", vix],
      ["VVIX", 95],
      ["Rate", 0.02],
      ["Yield", 0.015],
      ["VX1", vix + 1],
      ["VX2", vix + 2],
      ["VX3", vix + 2.5],
    ];
    const condors = condorBook(market, 42, 10);
    const hedge = layer([[10]], "442", market, ONE_SPREAD_FOR_FIVE);
    const [earned, paid] = [figure(netTheta(condors, market)), figure(netTheta(hedge, market))];
    expect(hedge[1]?.[10]).toBe(2);
    expect(paid).toBeLessThan(0);
    expect(earned + paid).toBeGreaterThan(0);
  },
);

test("C20 the delta of a hedge stands beside that of SPX, never inside it", () => {
  const rows = netDelta(workedBook, workedMarket);
  expect(rows.slice(1).map((row) => row[0] as unknown)).toEqual(["SPX", "VIX"]);
  expect(rows[1]?.[1]).toBeCloseTo(10 * figure(netDelta(workedCondor, workedMarket)), 9);
});

test("E18 a rate shock of a hundred basis points moves a condor by far less than a point of VIX", () => {
  const at = (rate: number): number => {
    const vols = workedCondor.map((row, index) => (index === 0 ? row : [...row.slice(0, 6), 0.22, "", ""]));
    return figure(
      netValue(
        vols,
        workedMarket.map((row) => (row[0] === "Rate" ? ["Rate", rate] : row)),
      ),
    );
  };
  const shock = Math.abs(at(0.013) - at(0.003));
  expect(shock).toBeGreaterThan(0);
  expect(shock).toBeLessThan(Math.abs(figure(pnl(workedCondor, workedMarket, 0, 1))));
});

test("F04 theta is not linear: the last weeks of a VIX call decay faster than its first", () => {
  const thetaAt = (days: number): number =>
    figure(netTheta([["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol"], ["VIX", "call", 1, 26, days, 1]], workedMarket)); // prettier-ignore
  const curveOfTheta = Array.from({ length: 18 }, (_, step) => thetaAt(5 + 5 * step));
  curveOfTheta.slice(1).forEach((theta, index) => {
    expect(theta).toBeGreaterThan(curveOfTheta[index] ?? NaN);
  });
});

test("F05 time value does not erode when volatility expands: the condor loses on VIX up at the same spot", () => {
  expect(figure(pnl(workedCondor, workedMarket, 0, 10))).toBeLessThan(0);
  expect(figure(pnl(workedCondor, workedMarket, 0, -5))).toBeGreaterThan(0);
});

test("F07 the term structure reverts: long futures answer a shock less, and the curve runs from spot to the last", () => {
  const betas = vxBetaByDays([[0, 30, 90, 180, 365]])[0] as number[];
  expect([...betas].sort((a, b) => b - a)).toEqual(betas);
  expect(figure(curve(workedMarket, [[0]]))).toBe(23.22);
});

test("A23 the hedge's gain under an up shock of VIX is more than its linear VIX01 says", () => {
  const gain = figure(pnl(workedHedge, workedMarket, 0, 20));
  expect(gain).toBeGreaterThan(20 * 140);
});
