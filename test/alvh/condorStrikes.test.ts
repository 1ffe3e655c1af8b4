import { condorStrikes, toListed, type CondorWish } from "../../src/alvh/condorStrikes";
import { readMarket } from "../../src/alvh/market";
import { readSettings, Settings } from "../../src/alvh/settings";
import type { CellValue } from "../../src/alvh/cellValue";
import { goldenTable } from "../data/readTable";
import { workedMarket } from "./workedCase";

const golden = new Map(goldenTable("condor-case.csv").map(({ figure, value }) => [figure, Number(value)]));

function strikesOf(wish: CondorWish, ...rows: CellValue[][]): number[] {
  const settings = Settings.initial().with(readSettings(rows));
  const { longPut, shortPut, shortCall, longCall } = condorStrikes(readMarket(workedMarket), wish, settings);
  return [longPut, shortPut, shortCall, longCall];
}

test("B15 shorts of delta .16 on strikes by 5, wings 50 points wide and 20 more above VIX 16", () => {
  // Unrounded 4095.54 and 4736.21, by condor-case.py.
  expect(strikesOf({ dte: 42 })).toEqual([4025, 4095, 4735, 4805]);
  expect(strikesOf({ dte: 42 }, ["B15.Reading", "OFF"])).toEqual([4045, 4095, 4735, 4785]);
  expect(strikesOf({ dte: 42 }, ["B15.Reading", "SHORT_STRIKE"])).toEqual([4025, 4075, 4755, 4805]);
  expect(strikesOf({ dte: 42 }, ["B15.VixAbove", 24])).toEqual([4045, 4095, 4735, 4785]);
});

test.each(["0.05", "0.16", "0.3"])("shorts of delta %s, each at the vol of its own strike", (size) => {
  const fine: CellValue[][] = [["B15.Reading", "OFF"], ["Condor.StrikeStep", 0.5]]; // prettier-ignore
  const [, shortPut = 0, shortCall = 0] = strikesOf({ dte: 42, shortDelta: Number(size) }, ...fine);
  expect(Math.abs(shortPut - golden.get(`put of delta ${size}`)!)).toBeLessThanOrEqual(0.25);
  expect(Math.abs(shortCall - golden.get(`call of delta ${size}`)!)).toBeLessThanOrEqual(0.25);
});

test("B16 shorts at 1.5 standard deviations: in points, and in logs", () => {
  // 4486.88 -+ 1.5 x 310.97 = 4020.4, 4953.3; 4486.88 e^(-+1.5 x .069306) = 4043.8, 4978.4.
  const off = ["B15.Reading", "OFF"];
  expect(strikesOf({ dte: 42 }, off, ["Condor.StrikesBy", "deviations"])).toEqual([3970, 4020, 4955, 5005]);
  expect(strikesOf({ dte: 42 }, off, ["Condor.StrikesBy", "deviations"], ["B16.Measure", "ln"])).toEqual([
    3995, 4045, 4980, 5030,
  ]);
});

test("a delta in the cell counts, whatever the settings choose by; so does a width", () => {
  expect(strikesOf({ dte: 42, shortDelta: 0.16, width: 25 }, ["Condor.StrikesBy", "deviations"])).toEqual([
    4050, 4095, 4735, 4780,
  ]);
});

test("the listed grid is a setting", () => {
  expect(strikesOf({ dte: 42 }, ["Condor.StrikeStep", 25])).toEqual([4025, 4100, 4725, 4800]);
  expect([toListed(4097.4, 5), toListed(4097.6, 5), toListed(0.30000000000000004, 0.1)]).toEqual([
    4095, 4100, 0.3,
  ]);
});

test("a short life, down to an hour, still has its strikes", () => {
  const [longPut = 0, shortPut = 0, shortCall = 0, longCall = 0] = strikesOf({ dte: 0.04 });
  expect(longPut < shortPut && shortPut <= 4500 && shortCall >= 4500 && longCall > shortCall).toBe(true);
});

test.each<[string, CondorWish, string]>([
  ["a width below the grid", { dte: 42, width: 2 }, "width (2) is less than half of the strike step 5"],
  ["a width beyond zero", { dte: 42, width: 4095 }, "leaves no strike below the short put at 4095"],
])("%s is refused", (_, wish, sentence) => {
  expect(() => strikesOf(wish, ["B15.Reading", "OFF"])).toThrow(sentence);
});

test("a strike that no book would take is said", () => {
  const high = readMarket(workedMarket.map((row) => (row[0] === "SPX" ? ["SPX", 990_000] : row)));
  expect(() => condorStrikes(high, { dte: 42 }, Settings.initial())).toThrow(
    /^the long call would be struck at 1041\d{3}: check vol, skew and days$/,
  );
});

test("a delta that no out-of-the-money strike has is said", () => {
  expect(() => strikesOf({ dte: 42, shortDelta: 0.499 })).toThrow(
    "has a delta of 0.499: try a smaller shortDelta",
  );
});
