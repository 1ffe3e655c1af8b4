import { settingsInForce } from "../../src/alvh/presets";
import { bindingSize } from "../../src/alvh/sizingRules";

const { settings } = settingsInForce(null, undefined);

test("B17 one spread per four to six condors, the nearest whole number at five", () => {
  const size = bindingSize({ condors: 24, condorVix01: -2400, vix01PerContract: 0, vix: 18 }, settings);
  expect(size).toEqual({
    contracts: 5,
    text: "B17 5 spreads (4 to 6; nearest whole) | A01 24 contracts: B17 binds",
  });
});

test("G10 the smallest size binds: here the share of VIX01", () => {
  // At VIX 16 the hedge may be 30% of all: 3/7 of 1,050 dollars are 450, two calls of 200.
  const size = bindingSize({ condors: 24, condorVix01: -1050, vix01PerContract: 200, vix: 16 }, settings);
  expect([size.contracts, size.text.slice(-10)]).toEqual([2, ": B08 binds".slice(-10)]);
});
