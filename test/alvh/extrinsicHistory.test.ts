import { extrinsicRows, longLayer } from "../../src/alvh/extrinsicHistory";
import { readBookInMarket } from "../../src/alvh/netGreeks";
import { settingsInForce } from "../../src/alvh/presets";
import { netValue } from "../../src/functions/book";
import "../functions/support/customFunctions";
import { workedBook, workedHedge, workedMarket } from "./workedCase";

const { settings } = settingsInForce(null, undefined);
const { positions } = readBookInMarket(workedBook, workedMarket);

test("D28 the long layer are VIX legs at 90 days or more, a setting", () => {
  const days = (rows: (string | number)[][]): number =>
    longLayer(positions, settingsInForce(null, rows).settings).length;
  expect([days([]), days([["C02.FromDte", 30]]), days([["C02.FromDte", 120]])]).toEqual([1, 2, 0]);
});

test("D28 a percentile counts the earlier days at or below today, and is rich above 80", () => {
  // Out of the money by 4.05 points, so the price of 3.794 (40-digit worked case) is time value: .03694 a day.
  const verdict = (extrinsic: readonly number[]): unknown[] =>
    extrinsicRows(positions, extrinsic.map((each) => [each, 2]), settings).map((row) => row[1]); // prettier-ignore
  expect(verdict([0.03, 0.031, 0.032, 0.033, 0.05])).toEqual([
    expect.closeTo(3.7940626 / 102.71875, 8), 0.956, 80, 0, "NOT RICH",
  ]); // prettier-ignore
  expect(verdict([0.03, 0.031, 0.032, 0.033, 0.034, 0.05]).slice(2)).toEqual([expect.closeTo(500 / 6, 9), 0, "RICH"]); // prettier-ignore
});

test("D28 of a call in the money the intrinsic value is no time value", () => {
  // The long call at 20 in place of 30: 5.9505 of its price is intrinsic, its future standing at 25.9505.
  const inTheMoney = workedHedge.map((leg) => leg.map((value) => (value === 30 ? 20 : value)));
  const { positions: calls } = readBookInMarket(inTheMoney, workedMarket);
  const price = (netValue([inTheMoney[0] ?? [], inTheMoney[3] ?? []], workedMarket)[0]?.[0] as number) / 200;
  expect(price).toBeGreaterThan(5.9505);
  expect(extrinsicRows(calls, undefined, settings)[0]?.[1]).toBeCloseTo((price - 5.9505) / 102.71875, 9);
});

test("without options bought there is nothing to tell, without a history it is said", () => {
  const short = workedHedge.map((leg) => leg.map((value, column) => (column === 3 ? -Number(value) || value : value))); // prettier-ignore
  expect(extrinsicRows(readBookInMarket(short, workedMarket).positions, undefined, settings)).toEqual([]);
  expect(extrinsicRows(positions, undefined, settings).at(-1)?.[2]).toContain("not given");
  expect(() => extrinsicRows(positions, [[0.03]], settings)).toThrow("history must have two columns");
});
