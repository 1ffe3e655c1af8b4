import { DAYS_PER_YEAR, RATE_PERCENT, VOL_POINT } from "../../src/core/units";

test("a year has 365 calendar days, a point and a percent are hundredths", () => {
  expect([DAYS_PER_YEAR, VOL_POINT, RATE_PERCENT]).toEqual([365, 0.01, 0.01]);
});
