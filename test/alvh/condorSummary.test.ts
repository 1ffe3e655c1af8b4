import { condorSummaryTable } from "../../src/alvh/condorSummary";
import { readSettings, Settings } from "../../src/alvh/settings";
import type { CellValue } from "../../src/alvh/cellValue";
import { goldenTable } from "../data/readTable";
import { workedBook, workedCondor, workedMarket } from "./workedCase";

const golden = new Map(goldenTable("condor-case.csv").map(({ figure, value }) => [figure, Number(value)]));

function summary(
  book: CellValue[][],
  { market = workedMarket, settings = [] }: { market?: CellValue[][]; settings?: CellValue[][] } = {},
): Map<string, string | number> {
  const table = condorSummaryTable(book, market, Settings.initial().with(readSettings(settings)));
  return new Map(table.map(([name, value]) => [String(name), value ?? ""]));
}

describe("the worked case", () => {
  const figures = summary(workedCondor, { market: [...workedMarket, ["SPXVol", 0.204]] });

  // The figures of the worked case as the market notes state them, to their digits.
  test.each([
    ["Condors", 1, 6],
    ["Days", 41.99, 2],
    ["Credit at mid", 13.95, 8],
    ["Credit, natural", 12.9, 8],
    ["Max loss", 36.05, 8],
    ["Break-even down", 4086.05, 8],
    ["Break-even up", 4738.95, 8],
    ["Break-even down, SD", 1.29, 2],
    ["Break-even up, SD", 0.81, 2],
    ["Delta", -3.27, 2],
    ["Vega", -123.5, 1],
    ["Theta", 25.49, 2],
    ["Margin", 5000, 8],
    ["Max loss $", 3605, 8],
    ["Return on risk", 13.95 / 36.05, 8],
    ["Return on margin", 13.95 / 50, 8],
  ])("%s is %d", (name, expected, digits) => {
    expect(figures.get(name)).toBeCloseTo(expected, digits);
  });

  test("names its strikes and expiry, and has no entry", () => {
    expect(figures.get("Strikes")).toBe("4050/4100/4725/4775");
    expect(figures.get("Expiry")).toBe("2022-03-18");
    expect(figures.get("Credit at entry")).toBe("");
  });

  test("one standard deviation is 310.4 points at a vol of 20.40% (to a tenth)", () => {
    expect(Math.abs((figures.get("One standard deviation") as number) - 310.4)).toBeLessThan(0.1);
  });

  test("B16 break-evens at 1.29 and 0.81 standard deviations fail 1.5", () => {
    expect(figures.get("B16 break-evens outside 1.5 SD")).toBe("FAIL: down and up");
    const eased = summary(workedCondor, { settings: [["B16.Deviations", 0.8]] });
    expect(eased.get("B16 break-evens outside 0.8 SD")).toBe("PASS");
    const logs = summary(workedCondor, { settings: [["B16.Deviations", 1.3], ["B16.Measure", "ln"]] }); // prettier-ignore
    expect(logs.get("B16 break-evens outside 1.3 SD")).toBe("FAIL: up");
  });
});

test("probability of profit is that of an independent calculation with the skew", () => {
  expect(summary(workedCondor).get("Probability of profit")).toBeCloseTo(
    golden.get("probability of profit")!,
    9,
  );
});

test("B15 a wing of 50 is too narrow above VIX 16, and wide enough below", () => {
  expect(summary(workedCondor).get("B15 wing width wanted")).toBe("FAIL: 70 wanted");
  expect(summary(workedCondor, { settings: [["B15.VixAbove", 23.22]] }).get("B15 wing width wanted")).toBe(
    "PASS",
  );
});

test("B25 wider wings decay more per condor, and hardly more for the same credit or margin", () => {
  const figures = summary(workedCondor);
  const [here, wider] = [golden.get("theta at 50")!, golden.get("theta at 70")!];
  expect(figures.get("B25 theta at this width")).toBeCloseTo(here, 9);
  expect(figures.get("B25 theta, wings 20 wider")).toBeCloseTo(wider, 9);
  expect(figures.get("B25 the same, at the same credit")).toBeCloseTo((wider * 13.95) / golden.get("credit at 70")!, 9); // prettier-ignore
  expect(figures.get("B25 theta per margin")).toBeCloseTo(here / 5, 9);
  expect(figures.get("B25 theta per margin, 20 wider")).toBeCloseTo(wider / 7, 9);
});

test("ten condors have ten times the dollars and the same points; their hedge is not in it", () => {
  const [one, ten] = [summary(workedCondor), summary(workedBook)];
  for (const name of ["Delta", "Gamma", "Vega", "Theta", "VIX01", "Margin", "Max loss $"]) {
    expect(ten.get(name)).toBeCloseTo(10 * (one.get(name) as number), 6);
  }
  for (const name of ["Credit at mid", "Max loss", "Probability of profit", "Return on risk"]) {
    expect(ten.get(name)).toBeCloseTo(one.get(name) as number, 9);
  }
});

test("without quotes there is no natural credit; with Entry the worst loss starts from it", () => {
  const priced = workedCondor.map((row, index) => [
    ...row.slice(0, 7),
    ["Price", 33.05, 38.4, 21.55, 12.95][index]!,
  ]);
  expect(summary(priced).get("Credit, natural")).toBe("");
  const entered = workedCondor.map((row, index) => [...row, ["Entry", 30, 40, 25, 15][index]!]);
  const figures = summary(entered);
  expect(figures.get("Credit at entry")).toBeCloseTo(20, 9);
  expect(figures.get("Credit at mid")).toBeCloseTo(13.95, 9);
  expect(figures.get("Max loss")).toBeCloseTo(30, 9);
});

test("a condor with nothing to earn says so, and shows no NaN", () => {
  const worthless = workedCondor.map((row, index) => [...row, ["Entry", 9, 9, 9, 9][index]!]);
  const figures = summary(worthless);
  expect(figures.get("B16 break-evens outside 1.5 SD")).toBe("FAIL: no break-even");
  expect([figures.get("Break-even down"), figures.get("Break-even up, SD")]).toEqual(["", ""]);
  expect(figures.get("Probability of profit")).toBe(0);
  for (const value of figures.values()) expect(value).not.toBeNaN();
});
