import {
  breakEvenVerdict,
  condorDistance,
  condorOutlook,
  levelAtDistance,
  readMeasure,
} from "../../src/alvh/condorDistance";
import { readMarket } from "../../src/alvh/market";
import { readSettings, Settings } from "../../src/alvh/settings";
import { workedMarket } from "./workedCase";

// The worked case: forward 4486.90 by parity, at-the-money vol 20.40%, 41.99 days: one standard deviation is 310.4 points,
// and the break-evens 4086.05 and 4738.95 stand at 1.29 and 0.81 of it.
const market = readMarket([...workedMarket, ["SPXVol", 0.204]]);
const outlook = condorOutlook(market, 42 - 15 / 1440, 4486.9);

test("B16 the worked case's break-evens stand at 1.29 and 0.81 standard deviations", () => {
  expect(outlook.expectedMove).toBeCloseTo(310.46, 1);
  expect(condorDistance(outlook, 4086.05, "points")).toBeCloseTo(-1.29, 2);
  expect(condorDistance(outlook, 4738.95, "points")).toBeCloseTo(0.81, 2);
});

test("B16 in logs a level below is farther away, one above nearer", () => {
  const total = 310.46 / 4486.9;
  expect(condorDistance(outlook, 4086.05, "ln")).toBeCloseTo(Math.log(4086.05 / 4486.9) / total, 3);
  expect(condorDistance(outlook, 4738.95, "ln")).toBeCloseTo(Math.log(4738.95 / 4486.9) / total, 3);
});

test.each(["points", "ln"] as const)("a level at a distance is at that distance (%s)", (measure) => {
  for (const deviations of [-2, -1.5, 0, 0.7, 3]) {
    expect(condorDistance(outlook, levelAtDistance(outlook, deviations, measure), measure)).toBeCloseTo(deviations, 12); // prettier-ignore
  }
});

test("B16 both break-evens must stand outside 1.5 standard deviations; on the line is outside", () => {
  expect(breakEvenVerdict(-1.29, 0.81, 1.5)).toBe("FAIL: down and up");
  expect(breakEvenVerdict(-1.6, 0.81, 1.5)).toBe("FAIL: up");
  expect(breakEvenVerdict(-1.29, 1.5, 1.5)).toBe("FAIL: down");
  expect(breakEvenVerdict(-1.5, 1.5, 1.5)).toBe("PASS");
  expect(breakEvenVerdict(undefined, undefined, 1.5)).toBe("FAIL: no break-even");
});

test("the measure is a setting", () => {
  expect(readMeasure(Settings.initial())).toBe("points");
  expect(readMeasure(Settings.initial().with(readSettings([["B16.Measure", "LN"]])))).toBe("ln");
});
