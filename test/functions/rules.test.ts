import "./support/customFunctions";
import { bsmImpliedVol, bsmPrice, bsmProbability, bsmRho, bsmVolga } from "../../src/functions/option";
import { netDelta, netTheta, netValue, netVix, pnl } from "../../src/functions/book";
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

test("E12 a point of VIX: VIX01 is linear, the full revaluation more, and volga another thing, a second derivative", () => {
  // worked-case.csv: dollars a contract by Black-76 delta, discount and beta, in mpmath.
  const vix01 = 4 * 12.415315720246284 + 4 * 16.689033537389146 + 2 * 12.003465374009686;
  expect(figure(netVix(workedHedge, workedMarket))).toBeCloseTo(vix01, 8);
  expect(figure(pnl(workedHedge, workedMarket, 0, 1))).toBeGreaterThan(vix01);
  const priceAt = (vol: number): number =>
    figure(bsmPrice([["call"]], [[4500]], [[4725]], [[42]], [[vol]], [[0.003]], [[0.0294]]));
  const bend = priceAt(0.21) - 2 * priceAt(0.2) + priceAt(0.19);
  const volga = figure(bsmVolga([["call"]], [[4500]], [[4725]], [[42]], [[0.2]], [[0.003]], [[0.0294]]));
  expect(Math.abs(volga / bend - 1)).toBeLessThan(0.02);
});

test("E18 a rate shock of 100 basis points either way moves a condor by its rho, far less than a point of VIX does", () => {
  const condor = workedCondor.map((row, index) => (index === 0 ? row : [...row.slice(0, 6), 0.22, "", ""]));
  const at = (rate: number): number =>
    figure(netValue(condor, workedMarket.map((row) => (row[0] === "Rate" ? ["Rate", rate] : row)))); // prettier-ignore
  const rho = condor.slice(1).reduce((sum, [, , kind, quantity, strike]) => {
    const days = 42 - 0.25 / 24;
    const point = bsmRho([[kind]], [[4500.53]], [[strike]], [[days]], [[0.22]], [[0.003]], [[0.0294]]);
    return sum + 100 * Number(quantity) * figure(point);
  }, 0);
  const [up, down] = [at(0.013) - at(0.003), at(-0.007) - at(0.003)];
  expect(Math.abs((up - down) / 2 / rho - 1)).toBeLessThan(0.01);
  expect(Math.abs(rho)).toBeLessThan(Math.abs(figure(pnl(workedCondor, workedMarket, 0, 1))));
});

/** The worked market on a later day, its VX settlements as they stand. */
function daysLater(days: number): any[][] {
  const asOf = 44596 + 16.25 / 24; // the serial of 4 February 2022, 16:15
  return workedMarket.map((row) => (row[0] === "AsOf" ? ["AsOf", asOf + days] : row));
}

test("F04 the theta of each layer at steps of five days: decay is not linear, and adds up to the value that time takes", () => {
  for (const [layerName, steps] of [["medium", 6], ["long", 18]] as const) {
    const held = workedHedge.filter(([name], row) => row === 0 || name === layerName);
    const days = Array.from({ length: steps + 1 }, (_, step) => 5 * step);
    const thetas = days.map((later) => figure(netTheta(held, daysLater(later))));
    // Simpson's rule over the curve of theta against the change of value: futures and vols stand still.
    const weights = thetas.map((_, step) => (step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2));
    const decay = thetas.reduce((sum, theta, step) => sum + (weights[step]! * theta * 5) / 3, 0);
    const change = figure(netValue(held, daysLater(5 * steps))) - figure(netValue(held, workedMarket));
    expect(Math.abs(decay / change - 1)).toBeLessThan(0.01);
    // Linear decay would be the same theta every day.
    expect(Math.min(...thetas) / Math.max(...thetas)).toBeGreaterThan(1.4);
  }
}); // prettier-ignore

test("F05 time value rises when vol does: at the same spot each short option gains, and the condor loses by it", () => {
  const [dte, spot, rate, dividends] = [42 - 0.25 / 24, 4500.53, 0.003, 0.0294];
  // Ten points of VIX are 10 x (30/dte)^.4 points of vol at the condor's expiry.
  const rise = 0.1 * (30 / dte) ** 0.4;
  const gains = workedCondor.slice(1).map(([, , kind, quantity, strike, , , bid, ask]) => {
    const market: [any[][], any[][], any[][]] = [[[spot]], [[strike]], [[dte]]];
    const mid = (Number(bid) + Number(ask)) / 2;
    const vol = figure(bsmImpliedVol([[kind]], [[mid]], ...market, [[rate]], [[dividends]]));
    const price = figure(bsmPrice([[kind]], ...market, [[vol + rise]], [[rate]], [[dividends]]));
    expect(price).toBeGreaterThan(mid);
    return 100 * Number(quantity) * (price - mid);
  });
  const loss = gains.reduce((sum, gain) => sum + gain, 0);
  expect(loss).toBeLessThan(0);
  expect(figure(pnl(workedCondor, workedMarket, 0, 10))).toBeCloseTo(loss, 6);
});

test("F07 the term structure reverts: long futures answer a shock less, and the curve runs from spot to the last", () => {
  // Gruenbichler and Longstaff: e^(-5.3T). Two factors: .55 e^(-7.5T) + .18, which never falls below its level.
  const days = [0, 73, 365];
  expect(vxBetaByDays([days], [["GL1"]])[0]).toEqual(
    [1, 0.34646, 0.00499].map((beta) => expect.closeTo(beta, 5)),
  );
  expect(vxBetaByDays([days])[0]).toEqual([0.73, 0.30272, 0.1803].map((beta) => expect.closeTo(beta, 5)));
  expect(figure(curve(workedMarket, [[0]]))).toBe(23.22);
  expect(figure(curve(workedMarket, [[365]]))).toBe(26.55);
});

test("A23 the hedge's gain under an up shock of VIX is more than its linear VIX01 says", () => {
  const gain = figure(pnl(workedHedge, workedMarket, 0, 20));
  expect(gain).toBeGreaterThan(20 * 140);
});

test("F09 steward and promoter are profiles: 16, 16 and 8 contracts for forty condors, a quarter more or a quarter fewer", () => {
  const plan = (...profile: any[][]): any[][] => layer([[40]], "442", workedMarket, profile);
  const contracts = (table: any[][]): any[] => table.slice(1, 4).map((row) => row[10] as unknown);
  const lines = (table: any[][]): any[] => table.filter(([name]) => String(name).startsWith("B23"));
  expect([contracts(plan()), lines(plan()).length]).toEqual([[16, 16, 8], 0]);
  for (const [profile, held] of [
    ["STEWARD", [16, 16, 8]],
    ["PROMOTER_S4", [20, 20, 10]],
    ["PROMOTER_S03", [12, 12, 6]],
  ]) {
    const table = plan(["Profile", profile]);
    expect(contracts(table)).toEqual(held);
    expect(lines(table)).toHaveLength(1);
  }
});
