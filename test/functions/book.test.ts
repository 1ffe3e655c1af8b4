import { CellError } from "./support/customFunctions";
import {
  breakEven,
  netDelta,
  netGamma,
  netGreeks,
  netTheta,
  netValue,
  netVega,
  netVix,
  payoff,
  pnl,
  probabilityOfProfit,
  replay,
  stressGrid,
} from "../../src/functions/book";
import { workedBook, workedCondor, workedHedge, workedMarket } from "../alvh/workedCase";
import { thrownBy } from "./support/thrownBy";

// The worked case's published figures, each within 1%.
test.each<[string, (book: any[][], market: any[][]) => any[][], number]>([
  ["NETVALUE", netValue, -1395],
  ["NETTHETA", netTheta, 25.49],
  ["NETVEGA", netVega, -123.5],
  ["NETDELTA", netDelta, -3.27],
  ["NETVIX", netVix, -108],
])("%s of the worked condor", (_, compute, expected) => {
  const [[figure]] = compute(workedCondor, workedMarket) as [[number]];
  expect(Math.abs(figure / expected - 1)).toBeLessThan(0.01);
});

test("NETGAMMA is the change of NETDELTA with SPX", () => {
  const at = (spx: number): number => {
    // A vol given for each leg, so that only spot moves.
    const book = workedCondor.map((row, index) => (index === 0 ? row : [...row.slice(0, 6), 0.2, "", ""]));
    const market = workedMarket.map((row) => (row[0] === "SPX" ? ["SPX", spx] : row));
    const [[delta]] = netDelta(book, market) as [[number]];
    const [[gamma]] = netGamma(book, market) as [[number]];
    return spx === 4500 ? gamma : delta;
  };
  expect(at(4500)).toBeCloseTo((at(4500.5) - at(4499.5)) / 1, 6);
});

test("the hedge's VIX01 is about 140 and its theta about -50, as published", () => {
  expect(Math.abs((netVix(workedHedge, workedMarket)[0]?.[0] as number) - 140)).toBeLessThan(1.4);
  expect(Math.abs((netTheta(workedHedge, workedMarket)[0]?.[0] as number) + 50)).toBeLessThan(0.5);
});

test("groupings spill", () => {
  expect(netTheta(workedBook, workedMarket, "layer")).toHaveLength(6);
  expect(netGreeks(workedBook, workedMarket, "leg")).toHaveLength(9);
  expect(netValue(workedCondor, workedMarket, null, "natural")[0]?.[0]).toBeCloseTo(-1290, 9);
});

test("a call object in an optional slot, as Excel sends after an update, counts as omitted", () => {
  const invocation = { address: "Sheet1!A1", setResult: () => undefined };
  expect(netTheta(workedCondor, workedMarket, invocation)).toEqual(netTheta(workedCondor, workedMarket));
});

test("bad input is #VALUE! with the row and the column, an impossible price #N/A", () => {
  const badStrike = workedCondor.map((row, index) =>
    index === 2 ? row.map((v, c) => (c === 4 ? "45OO" : v)) : row,
  );
  const error = thrownBy(() => netTheta(badStrike, workedMarket));
  expect(error).toBeInstanceOf(CellError);
  expect([error.code, error.message]).toEqual(["#VALUE!", 'book row 3, Strike: "45OO" is not a number']);
  const badPrice = [["Underlying", "Kind", "Qty", "Strike", "Expiry", "Price"], ["SPXW", "put", 1, 4600, "2022-03-18", 50]]; // prettier-ignore
  const noVol = thrownBy(() => netTheta(badPrice, workedMarket));
  expect(noVol.code).toBe("#N/A");
  expect(noVol.message).toMatch(/^book row 2, Price: price \(50\)/);
});

test("a single cell in place of a range is answered with a sentence", () => {
  expect(thrownBy(() => netTheta("x" as never, workedMarket)).message).toBe(
    "book row 1, the header, has no column Underlying (known as Underlying, Underlying symbol, Symbol, Root, Ticker)",
  );
});

test("arguments are left as they were", () => {
  const before = JSON.stringify([workedBook, workedMarket]);
  netGreeks(workedBook, workedMarket, "layer");
  expect(JSON.stringify([workedBook, workedMarket])).toBe(before);
});

test("PNL, STRESSGRID, REPLAY, PAYOFF, BREAKEVEN and POP answer in cells", () => {
  expect(pnl(workedCondor, workedMarket, -0.1, 20)[0]?.[0]).toBeCloseTo(-996.03, 1);
  expect(stressGrid(workedCondor, workedMarket, [[-0.1], [0]], [[0, 20]])).toHaveLength(3);
  expect(replay(workedBook, workedMarket, "2018 Volmageddon 1d")).toHaveLength(2);
  expect(payoff(workedCondor, workedMarket, [[4400]])[1]?.[1]).toBeCloseTo(1395, 7);
  expect(breakEven(workedCondor, workedMarket)[1]?.[0]).toBeCloseTo(4086.05, 8);
  expect(probabilityOfProfit(workedCondor, workedMarket)).toBeCloseTo(0.685, 3);
});

test("a shock in percent is told its decimal", () => {
  expect(thrownBy(() => pnl(workedCondor, workedMarket, -5, 0)).message).toBe(
    "spotShock (-5) must lie between -1 and 1: use -0.05 for -5%",
  );
});
