import { readMarket } from "../../src/alvh/market";
import { modelledSpxVol, modelledVixVol, vixFutureVol } from "../../src/alvh/volSurface";

const market = readMarket([
  ["VIX", 20],
  ["VVIX", 100],
]);

test("SPX at the money: .88 of VIX, or the row SPXVol", () => {
  expect(modelledSpxVol(market, 4500, 4500, 0.1)).toBeCloseTo(0.176, 12);
  expect(modelledSpxVol(readMarket([["SPXVol", 0.15]]), 4500, 4500, 0.1)).toBe(0.15);
});

test("SPX skew: -.30 per ln(K/F)/sqrt(T), or the row Skew", () => {
  expect(modelledSpxVol(market, 4500 * Math.exp(-0.1), 4500, 0.25)).toBeCloseTo(0.176 + 0.06, 12);
  const flat = readMarket([["VIX", 20], ["Skew", 0]]); // prettier-ignore
  expect(modelledSpxVol(flat, 3000, 4500, 0.25)).toBeCloseTo(0.176, 12);
});

test("a vol stays between 1% and 1000% where the straight skew would leave them", () => {
  expect(modelledSpxVol(market, 45000, 4500, 0.01)).toBe(0.01);
  expect(modelledSpxVol(market, 1, 4500, 1e-6)).toBe(10);
});

// sigma² = s² (1 - e^(-2kT)) / (2kT), k = 2.6, from layer-plan.py (40 digits), VVIX 124.89.
test.each([
  [4.71875, 1.3615180706951785],
  [32.71875, 1.2377541542210213],
  [74.71875, 1.0860844678117234],
])("the vol of a VX future %d days from settlement", (days, vol) => {
  expect(vixFutureVol(124.89, days / 365)).toBeCloseTo(vol, 12);
});

test("at 30 days the vol of VIX is VVIX; VIXSkew tilts it by strike", () => {
  expect(modelledVixVol(market, 50, 20, 30 / 365)).toBeCloseTo(1, 12);
  const skewed = readMarket([["VVIX", 100], ["VIXSkew", 0.2]]); // prettier-ignore
  expect(modelledVixVol(skewed, 20 * Math.E, 20, 30 / 365)).toBeCloseTo(1 + 0.2 / Math.sqrt(30 / 365), 12);
});

test("at once the vol of VIX is its level without averaging", () => {
  expect(vixFutureVol(100, 0)).toBeGreaterThan(vixFutureVol(100, 0.01));
  expect(Number.isFinite(vixFutureVol(100, 0))).toBe(true);
});
