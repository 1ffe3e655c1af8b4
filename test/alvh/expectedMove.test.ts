import { deviationsFrom, probabilitiesBelow, spxOutlook } from "../../src/alvh/expectedMove";
import { readMarket } from "../../src/alvh/market";
import { blackScholesPrice } from "../../src/core/black";
import { modelledSpxVol } from "../../src/alvh/volSurface";
import { workedMarket } from "./workedCase";

const atm204 = readMarket([...workedMarket, ["SPXVol", 0.204]]);
const DAYS = 42 - 0.25 / 24;

test("B16 the worked case: one standard deviation is 310.4 points, the break-evens stand at 1.29 and 0.81", () => {
  const outlook = spxOutlook(atm204, DAYS);
  expect(outlook.forward).toBeCloseTo(4486.9, 1);
  expect(outlook.expectedMove).toBeCloseTo(310.4, 0);
  expect(deviationsFrom(outlook, 4086.05)).toBeCloseTo(-1.29, 2);
  expect(deviationsFrom(outlook, 4738.95)).toBeCloseTo(0.81, 2);
});

test("probability below a level is the slope of the undiscounted put price in its strike", () => {
  const outlook = spxOutlook(atm204, DAYS);
  const years = DAYS / 365;
  const put = (strike: number): number => {
    const vol = modelledSpxVol(atm204, strike, outlook.forward, years);
    return blackScholesPrice(-1, outlook.forward, strike, years, vol, 0, 0);
  };
  for (const level of [3800, 4200, 4486.9, 4700, 4900]) {
    const slope = (put(level + 0.01) - put(level - 0.01)) / 0.02;
    expect(probabilitiesBelow(atm204, outlook, [level])[0]).toBeCloseTo(slope, 6);
  }
});

test("it rises from 0 to 1", () => {
  const outlook = spxOutlook(atm204, DAYS);
  const below = probabilitiesBelow(atm204, outlook, [0, 3000, 4000, 4500, 5000, Infinity]);
  expect([below[0], below.at(-1)]).toEqual([0, 1]);
  expect([...below].sort((a, b) => a - b)).toEqual(below);
});

test("a skew too steep for a distribution has no probability", () => {
  const steep = readMarket([...workedMarket, ["Skew", -2]]);
  const outlook = spxOutlook(steep, DAYS);
  expect(() => probabilitiesBelow(steep, outlook, [4086.05, 4738.95])).toThrow(
    "the Skew -2 of the market is too steep for a probability of SPX",
  );
});
