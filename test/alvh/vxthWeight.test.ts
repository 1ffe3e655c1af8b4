import { vxthWeight } from "../../src/alvh/vxthWeight";

// Cboe's VXTH rule: 0% up to 15, 1% to 30, 0.5% to 50, 0% above. Exactly on a bound: the band below (ours).
test.each([
  [10, 0],
  [15, 0],
  [15.01, 0.01],
  [30, 0.01],
  [30.01, 0.005],
  [50, 0.005],
  [50.01, 0],
])("VIX future at %d: %d of the portfolio", (vix, weight) => {
  expect(vxthWeight(vix)).toBe(weight);
});
