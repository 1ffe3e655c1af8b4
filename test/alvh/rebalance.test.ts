import { rebalanceTable } from "../../src/alvh/rebalance";
import type { Range } from "../../src/alvh/cellValue";
import { goldenTable } from "../data/readTable";
import { rollCandidate, settingsOf } from "./rollCase";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

/** Delta of one condor and VIX01 of the hedge by worked-case.py, dollars. */
const golden = goldenTable("worked-case.csv");
const leg = (index: number, figure: string): number => Number(golden[index]?.[figure]);
const condorDelta = leg(0, "delta") - leg(1, "delta") - leg(2, "delta") + leg(3, "delta");
const hedgeVix01 = 4 * leg(4, "vix01") + 4 * leg(5, "vix01") + 2 * leg(6, "vix01");

function row(start: string, rsi?: Range, settings: Range = [], book: Range = workedBook) {
  const rows = rebalanceTable(book, workedMarket, rsi, settingsOf(settings));
  return rows.find(([name]) => String(name).startsWith(start)) ?? [];
}

test("B12 the delta per condor beyond .12 triggers, strictly", () => {
  // -.0327 option deltas a condor.
  const [, delta, limit, says] = row("B12 delta per condor, 2022-03-18");
  expect([delta, limit, says]).toEqual([expect.closeTo(condorDelta / 100, 9), 0.12, ""]);
  expect(row("Verdict")[1]).toBe("HOLD");
  expect(row("B12 delta per condor", undefined, [["B12.Delta", 0.03]])[3]).toBe("BEYOND");
  expect(row("Verdict", undefined, [["B12.Delta", 0.03]]).slice(1, 5)).toEqual(["REBALANCE", "", "", "by B12"]); // prettier-ignore
  // At the limit itself it holds.
  expect(row("Verdict", undefined, [["B12.Delta", -Number(delta)]])[1]).toBe("HOLD");
});

test("B12 by the sum, ten condors of -.0327 are beyond .12", () => {
  const sum: Range = [["B12.Measure", "SUM"]];
  expect(row("B12 delta, sum", undefined, sum).slice(1, 4)).toEqual([
    expect.closeTo(condorDelta / 10, 8),
    0.12,
    "BEYOND",
  ]);
  expect(row("Verdict", undefined, sum)[1]).toBe("REBALANCE");
  expect(row("B12 delta, sum")[3]).toBe("");
});

test("B12 each expiry has its own delta per condor: one must not hide the other", () => {
  const book = [...workedBook, ...rollCandidate.slice(1).map((cells) => [...cells])];
  expect(row("B12 delta per condor, 2022-03-18", undefined, [], book)[1]).toBeCloseTo(condorDelta / 100, 9);
  expect(typeof row("B12 delta per condor, 2022-04-14", undefined, [], book)[1]).toBe("number");
});

test("B13 an RSI of SPX below 35 triggers, at 35 it holds", () => {
  expect(row("Verdict", [[34.9]]).slice(1, 5)).toEqual(["REBALANCE", "", "", "by B13"]);
  expect(row("Verdict", [[35]])[1]).toBe("HOLD");
  expect(row("B13", [[34.9]]).slice(1, 4)).toEqual([34.9, 35, "BELOW"]);
  for (const blank of [undefined, [[0]], [[null]], [[""]]]) expect(row("B13", blank)[1]).toBe("not given");
});

test("B13 closes give Wilder's RSI of 14: five rises and nine falls of a point, 100 x 5/14", () => {
  const moves = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, -1, -1, -1, -1];
  const closes = moves.reduce<number[]>((all, move) => [...all, (all.at(-1) ?? 0) + move], [4500]);
  expect(
    row(
      "B13",
      closes.map((close) => [close]),
    )[1],
  ).toBeCloseTo((100 * 5) / 14, 9);
  expect(row("Verdict", [closes])[1]).toBe("HOLD");
  expect(() => row("B13", closes.slice(1).map((close) => [close]))).toThrow(
    "rsi needs more than 14 SPX closes, or the RSI itself as one number",
  ); // prettier-ignore
  expect(() => row("B13", [[120]])).toThrow("rsi: 120 must be at most 100");
});

test("B14 holds otherwise, and says what holding saves", () => {
  // Half-spreads of 1.05 points, closed and reopened: 2 x 1,050 dollars and 2 x 40 of fees.
  expect(row("B14").slice(0, 2)).toEqual(["B14 cost saved by holding", expect.closeTo(2180, 6)]);
  expect(row("Verdict")[4]).toContain("B14");
  expect(row("B14", [[30]])[0]).toBe("B14 cost of re-trading");
});

test("C20 the delta of condors and hedge, and the SPX and ES units that bring it to 0", () => {
  const hedge = hedgeVix01 * (-1.28 / 45.0053);
  const whole = 10 * condorDelta + hedge;
  expect(row("C20 delta of SPX options")[1]).toBeCloseTo(10 * condorDelta, 7);
  expect(row("C20 delta of the hedge")[1]).toBeCloseTo(hedge, 7);
  expect(row("C20 SPX units")[1]).toBeCloseTo(-whole / 100, 9);
  expect(row("C20 ES units")[1]).toBeCloseTo(-whole / 50, 9);
  expect(row("C20 SPX units")[4]).toContain("a conversion is delta-flat and brings none");
});

test("C20 condors alone have no delta of a hedge", () => {
  expect(row("C20 delta of the hedge", undefined, [], workedCondor)[1]).toBe(0);
});

test("a book without condors is refused; SPX legs beside them are said", () => {
  expect(() => row("Verdict", undefined, [], workedHedge)).toThrow("book holds no iron condor");
  const extra = [...workedBook, ["", "SPXW", "put", 1, 4000, "2022-04-14", 0.25, "", ""]];
  expect(row("Left out", undefined, [], extra)[1]).toBe(1);
});
