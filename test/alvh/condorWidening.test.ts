import { condorWidening, wingExtra } from "../../src/alvh/condorWidening";
import { readMarket, type Market } from "../../src/alvh/market";
import { readSettings, Settings } from "../../src/alvh/settings";
import type { CellValue } from "../../src/alvh/cellValue";

function market(vix: number, spx = 4500): Market {
  return readMarket([["VIX", vix], ["SPX", spx]]); // prettier-ignore
}

function settings(...rows: CellValue[][]): Settings {
  return Settings.initial().with(readSettings(rows));
}

// The text: "Above VIX 16, widen your iron condor wings by an additional 15-25 points on each side".
test.each([
  [15.9, 0],
  [16, 0],
  [16.01, 20],
  [40, 20],
])("B15 wings widen above VIX 16, not at it: VIX %d adds %d points", (vix, width) => {
  expect(condorWidening(market(vix), settings())).toMatchObject({ width, shortDistance: 0 });
});

test("B15 by the other reading the short strikes move out instead", () => {
  expect(condorWidening(market(20), settings(["B15.Reading", "SHORT_STRIKE"]))).toEqual({
    width: 0,
    shortDistance: 20,
    note: "shorts 20 farther: VIX 20 is above 16",
  });
  expect(condorWidening(market(20), settings(["B15.Reading", "OFF"]))).toEqual({
    width: 0,
    shortDistance: 0,
    note: "",
  });
});

test("B15 the points lie between 15 and 25", () => {
  expect(wingExtra(market(20), settings(["B15.WingExtra", 25]))).toBe(25);
  expect(() => settings(["B15.WingExtra", 26])).toThrow("must be at most 25");
  expect(() => settings(["B15.WingExtra", 14])).toThrow("must be at least 15");
});

test("B15 the points may grow with SPX", () => {
  expect(wingExtra(market(20, 6000), settings(["B15.ScaledFrom", 4000]))).toBe(30);
});

test("without the rule VIX need not be known", () => {
  const noVix = readMarket([["SPX", 4500]]);
  expect(condorWidening(noVix, settings(["B15.Reading", "OFF"])).width).toBe(0);
  expect(() => condorWidening(noVix, settings())).toThrow("market needs a row VIX");
});
