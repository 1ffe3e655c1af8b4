import { vxBeta } from "../../src/alvh/vxBeta";

test("the default is two factors: .55 e^(-7.5T) + .18; .61, .43, .25 at the worked case's maturities", () => {
  expect(vxBeta(0)).toBeCloseTo(0.73, 12);
  expect(vxBeta(11.72)).toBeCloseTo(0.612, 3);
  expect(vxBeta(38.72)).toBeCloseTo(0.428, 3);
  expect(vxBeta(102.72)).toBeCloseTo(0.247, 3);
});

test("one-factor models: e^(-5.3T), and .59 e^(-2.6T)", () => {
  expect(vxBeta(365, "GL1")).toBeCloseTo(0.004991594, 9);
  expect(vxBeta(0, "GL1")).toBe(1);
  expect(vxBeta(365, "SCALED")).toBeCloseTo(0.59 * 0.074273578, 9);
});

// The middles of the buckets of the regressions on settlements of 2006-2017, as published with the market data.
test.each([
  [4, 0.744, 0.746],
  [38, 0.415, 0.451],
  [135.5, 0.223, 0.234],
  [400, 0.18, 0.187],
  [0, 0.744, 0.746],
])("TABLE and LOG at %d days", (days, points, logs) => {
  expect(vxBeta(days, "TABLE")).toBe(points);
  expect(vxBeta(days, "LOG")).toBe(logs);
});

test("TABLE is a straight line between the middles", () => {
  expect(vxBeta(7.5, "TABLE")).toBeCloseTo((0.744 + 0.616) / 2, 12);
});

test("negative days are refused", () => {
  expect(() => vxBeta(-1)).toThrow("dte (-1) must be 0 or more calendar days");
  expect(() => vxBeta(NaN)).toThrow("dte (NaN)");
});
