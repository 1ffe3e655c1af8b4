import { readMarket } from "../../src/alvh/market";
import { rollDownPerDay, vxCurve } from "../../src/alvh/vxCurve";

// Settlement is at 09:30, so that these expiries lie 12 and 40 whole days ahead.
const market = readMarket([
  ["AsOf", "2022-02-04 09:30"],
  ["VIX", 20],
  ["2022-02-16", 24],
  ["2022-03-16", 25.4],
]);

test.each([
  [0, 20],
  [6, 22],
  [12, 24],
  [26, 24.7],
  [40, 25.4],
  [400, 25.4],
])("at %d days the level is %d: straight lines from spot, flat beyond the last", (days, level) => {
  expect(vxCurve(market, days)).toBeCloseTo(level, 9);
});

test("roll-down is what a day of standing still does: downhill in contango, nothing beyond the last future", () => {
  expect(rollDownPerDay(market, 40)).toBeCloseTo(-1.4 / 28, 9);
  expect(rollDownPerDay(market, 0.5)).toBeCloseTo(-0.5 * (4 / 12), 9);
  expect(rollDownPerDay(market, 400)).toBe(0);
});

test("spot VIX is needed only before the first future", () => {
  const noSpot = readMarket([
    ["AsOf", "2022-02-04 09:30"],
    ["2022-02-16", 24],
  ]);
  expect(vxCurve(noSpot, 20)).toBe(24);
  expect(() => vxCurve(noSpot, 5)).toThrow("market needs a row VIX (points)");
});

test("no future, no curve: the reason says which rows to add", () => {
  const spotOnly = readMarket([
    ["AsOf", "2022-02-04"],
    ["VIX", 20],
  ]);
  expect(() => vxCurve(spotOnly, 5)).toThrow("market has no VX future after AsOf: add rows named by");
  expect(() => vxCurve(market, -1)).toThrow("dte (-1) must be 0 or more calendar days");
});
