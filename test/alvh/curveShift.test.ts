import { DEFAULT_CURVE_MODEL, readCurveModel, shiftedFuture } from "../../src/alvh/curveShift";
import { readMarket } from "../../src/alvh/market";

const market = readMarket([
  ["AsOf", "2022-02-04 09:30"],
  ["VIX", 20],
  ["2022-02-16", 24],
  ["2022-03-16", 25.4],
]);

test("the default moves a future by .55 e^(-7.5T) + .18 points per point, from its later place on the curve", () => {
  const future = shiftedFuture(market, 40, 26, DEFAULT_CURVE_MODEL);
  expect(future(0)).toBeCloseTo(24.7, 9);
  expect(future(10)).toBeCloseTo(24.7 + 10 * (0.55 * Math.exp((-7.5 * 26) / 365) + 0.18), 9);
});

test("LOG multiplies, so that a future stays positive in a fall of VIX", () => {
  const future = shiftedFuture(market, 40, 38, { beta: "LOG" });
  expect(future(20)).toBeCloseTo(25.3 * 2 ** 0.451, 6);
});

test("REPLAY uses the ratios of a past event by the contract's days today", () => {
  const model = readCurveModel("replay 2018 Volmageddon 1d");
  // 2018-02-02 to 02-05: contract 1 (12 days) .88, contract 2 (47 days) .65.
  expect(shiftedFuture(market, 12, 12, model)(10)).toBeCloseTo(24 + 8.8, 9);
  expect(
    shiftedFuture(market, 29.5, 29.5, model)(10) - shiftedFuture(market, 29.5, 29.5, model)(0),
  ).toBeCloseTo(7.65, 9);
});

test("a future is floored at 5 points", () => {
  expect(shiftedFuture(market, 12, 12, { beta: "GL1" })(-30)).toBe(5);
});

test("a model is named in any case; a wrong one is told the right ones", () => {
  expect(readCurveModel(null)).toBe(DEFAULT_CURVE_MODEL);
  expect(readCurveModel(" log ")).toEqual({ beta: "LOG" });
  expect(() => readCurveModel("OU")).toThrow(/^curveModel "OU" is not known: use TWOFACTOR, .*, REPLAY/);
  expect(() => readCurveModel("REPLAY")).toThrow("curveModel REPLAY needs one event");
  expect(() => readCurveModel("REPLAY 2020")).toThrow('"2020" names 4');
});
