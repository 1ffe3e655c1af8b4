import { millsRatio, normalDensity } from "../../src/core/normal";
import { millsDifference, timeValue } from "../../src/core/timeValue";

describe("difference of two Mills ratios", () => {
  // Expected by mpmath at 50 digits, from erfc and also as the integral of exp(-mt - t²/2) 2 sinh(st/2) over t from 0 to ∞.
  // The largest error, 4e-14, is far out, where that of the density, by which it is multiplied, is larger still.
  test.each([
    [0, 1e-8, 1e-8],
    [0, 0.01, 0.010000083333750001],
    [0, 0.499, 0.509484357401312],
    [0.3, 0.2, 0.14027752852283693],
    [1, 0.45, 0.15638589572619813],
    [5, 1e-5, 3.595947642344978e-7],
    [5.7, 0.3, 0.008494767169819301],
    [12, 0.4, 0.002722546610913874],
    [30, 0.49, 0.0005426755492622397],
  ])("at %d ± half of %d is %d", (distance, totalVol, expected) => {
    expect(Math.abs(millsDifference(distance, totalVol) / expected - 1)).toBeLessThan(5e-14);
  });

  test("the series joins the plain difference without a jump", () => {
    for (const distance of [0.25, 1, 3, 10]) {
      const plain = millsRatio(distance - 0.25) - millsRatio(distance + 0.25);
      expect(Math.abs(millsDifference(distance, 0.5 - 1e-15) / plain - 1)).toBeLessThan(2e-14);
    }
  });
});

describe("time value", () => {
  test("at the money with a unit strike is 2 N(s/2) - 1: s/√(2π) for small s", () => {
    const s = 1e-9;
    expect(timeValue(0, s, 1, normalDensity(0.5 * s))).toBeCloseTo(s * 0.3989422804014327, 24);
  });

  test("tends to its limit value as volatility grows", () => {
    expect(timeValue(0.01, 60, 42, 42 * normalDensity(30))).toBeCloseTo(42, 12);
  });
});
