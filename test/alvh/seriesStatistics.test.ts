import { readSeries } from "../../src/alvh/series";
import {
  changes,
  leadLagTable,
  realisedVol,
  riskPremiumTable,
  zScores,
  zScoreTable,
} from "../../src/alvh/seriesStatistics";
import { goldenTable } from "../data/readTable";

const golden = goldenTable("series-statistics.csv");
const closes = golden.map(({ close }) => Number(close));
const column = (name: string, values: number[]) => readSeries(name, values.map((value) => [value])); // prettier-ignore
const series = column("series", closes);
const vix = column("vix", golden.map((row) => Number(row["vix"]))); // prettier-ignore

test("D13 D18 z-scores within a window are those of Python's statistics, with nothing before the window is full", () => {
  const scores = zScores(closes, 10);
  golden.forEach(({ z10 }, bar) => {
    if (z10 === "") expect(scores[bar]).toBeUndefined();
    else expect(scores[bar]).toBeCloseTo(Number(z10), 9);
  });
  // By hand: mean 2, sample deviation 1.
  expect(zScores([1, 2, 3])).toEqual([undefined, undefined, 1]);
  expect(zScores([0.1, 0.1, 0.1], 3)[2]).toBeUndefined();
  expect(zScores([0.1, 0.1, 0.1])[2]).toBeUndefined();
  // All so far is the window of that length.
  closes.slice(2).forEach((_, index) => {
    expect(zScores(closes)[index + 2]).toBeCloseTo(zScores(closes, index + 3)[index + 2] ?? NaN, 9);
  });
});

test("D12 D13 the z-score of a change: of the differences over so many bars, each at its own row", () => {
  expect(changes([1, 4, 9, 16], 2)).toEqual([undefined, undefined, 8, 12]);
  // Changes over two bars 1, 2, 3 from the third row on: by hand 1 deviation above their mean.
  const table = zScoreTable(column("series", [0, 0, 1, 2, 4]), 3, 2);
  expect(table).toEqual([["Z-score of the change over 2 bars (in 3 bars)"], [""], [""], [""], [""], [1]]);
  expect(zScoreTable(column("series", [1, 2]), undefined, 5)).toEqual([
    ["Z-score of the change over 5 bars (all so far)"],
    [""],
    [""],
  ]);
});

test("D16 realised vol is annualised over 252 bars; the premium is VIX less it, beside their ratio", () => {
  golden.forEach(({ realised5 }, bar) => {
    const found = realisedVol(closes, bar, 5, 252);
    if (realised5 === "") expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(Number(realised5), 10);
  });
  const table = riskPremiumTable(series, vix, 5, 252);
  expect(table.slice(1, 6).flat().join("")).toBe("");
  const last = golden.at(-1)!;
  const points = 100 * Number(last["realised5"]);
  expect(table.at(-1)?.[0]).toBeCloseTo(points, 8);
  expect(table.at(-1)?.[1]).toBeCloseTo(Number(last["vix"]) - points, 8);
  expect(table.at(-1)?.[2]).toBeCloseTo(Number(last["vix"]) / points, 8);
});

test("D21 the correlation of changes at each lag is that of Python's statistics, beside the band of chance", () => {
  const lags = [0, 1, 2, 3, 4, 5, 6, 7];
  const table = leadLagTable(series, vix, lags).slice(1);
  lags.forEach((lag) => {
    expect(table[lag]?.[1]).toBeCloseTo(Number(golden[lag]?.["correlation"]), 9);
    expect(table[lag]?.slice(2, 4)).toEqual([23 - lag, 1.959964 / Math.sqrt(23 - lag)]);
  });
});

test("D21 a series that VIX repeats three bars later is found at that lag, also where it is at times negative", () => {
  const noise = Array.from({ length: 60 }, (_, bar) => ((bar * bar * 37 + bar * 11) % 101) - 50);
  const later = noise.map((_, bar) => 100 + (noise[bar - 3] ?? 0));
  const table = leadLagTable(column("series", noise), column("vix", later), [2, 3, 4]);
  expect(table[2]?.[1]).toBeGreaterThan(0.8);
  expect(table[2]?.[4]).toBe("yes");
  const flat = leadLagTable(column("series", noise.map(() => 5)), column("vix", later), [3, 55]); // prettier-ignore
  expect(flat[1]?.slice(1)).toEqual(["", 56, expect.any(Number), "nothing moves"]);
  expect(flat[2]?.slice(1)).toEqual(["", 4, "", "too few pairs"]);
});
