import { billRate } from "../../src/alvh/historyRow";

// A 91-day bill at a discount of 5% costs 100 - 5 x 91 / 360 = 98.7361 for 100.
test("a bill's discount becomes a continuous rate", () => {
  expect(98.73611111 * Math.exp((billRate(5) * 91) / 365)).toBeCloseTo(100, 6);
  expect(billRate(0)).toBeCloseTo(0, 12);
});
