import type { CellValue } from "../../src/alvh/cellValue";
import { costRatioTable } from "../../src/alvh/costRatio";
import { readSettings, Settings } from "../../src/alvh/settings";
import { goldenTable } from "../data/readTable";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

const golden = new Map(goldenTable("hedge-cost.csv").map(({ figure, value }) => [figure, Number(value)]));

function rows(
  settings: CellValue[][] = [],
  { book = workedBook, history }: { book?: CellValue[][]; history?: CellValue[][] } = {},
): Map<string, (string | number)[]> {
  const inForce = Settings.initial().with(readSettings(settings));
  const table = costRatioTable(book, workedMarket, inForce, history);
  return new Map(table.map(([name, ...values]) => [String(name), values]));
}

describe("the worked case", () => {
  const figures = rows();

  test.each([
    ["C02 cost of 90+ days", "cost of the long layer"],
    ["C03 expected IRR, simple", "simple rate"],
    ["C03 expected IRR, compounded", "compounded rate"],
    ["C02 cost over IRR", "ratio"],
    ["C08 beta of the condors", "beta"],
    ["C08 return by CAPM", "expected by CAPM"],
  ])("%s", (name, figure) => {
    expect(figures.get(name)?.[0]).toBeCloseTo(golden.get(figure) ?? NaN, 8);
  });

  test("C02 the capital is margin less credit: ten condors of 50 points sold for 13.95", () => {
    expect(figures.get("Condor margin")?.[0]).toBeCloseTo(50_000, 8);
    expect(figures.get("Condor capital")?.[0]).toBeCloseTo(36_050, 8);
  });

  test("C02 the expected profit is the share kept of ten credits of 1,395 dollars", () => {
    expect(figures.get("Expected profit")?.[0]).toBeCloseTo(6_975, 8);
  });

  test("C08 alpha is the expected IRR less the return by CAPM, then less the cost of the long layer", () => {
    const alpha = (golden.get("simple rate") ?? NaN) - (golden.get("expected by CAPM") ?? NaN);
    expect(figures.get("C08 alpha")?.[0]).toBeCloseTo(alpha, 8);
    const left = alpha - (golden.get("cost of the long layer") ?? NaN);
    expect(figures.get("C08 alpha less the long layer")?.[0]).toBeCloseTo(left, 8);
  });

  test("C13 the table carries its date", () => {
    expect(figures.get("Figure")?.[1]).toBe("Unit or rule, as of 2022-02-04 16:15");
  });
});

describe("the lights", () => {
  // The worked ratio with an expected profit so small that it becomes the one wanted.
  const verdicts = (ratio: number): unknown[] => {
    const kept = (0.5 * (golden.get("ratio") ?? NaN)) / ratio;
    const figures = rows([["C03.KeptShare", kept]]);
    return [figures.get("C02 verdict")?.[0], figures.get("C02 trigger")?.[0]];
  };

  test.each([
    [1.79, "GREEN", "NO"],
    [1.81, "AMBER", "NO"],
    [2.01, "AMBER", "YES"],
    [2.21, "RED", "YES"],
  ])("C02 amber from 1.8, red from 2.2, the trigger at 2: %d is %s", (ratio, light, trigger) => {
    expect(verdicts(ratio)).toEqual([light, trigger]);
  });

  test("C02 a ratio at a threshold has reached it", () => {
    const ratio = rows().get("C02 cost over IRR")?.[0] ?? NaN;
    const at = rows([["C02.Amber", ratio], ["C02.Trigger", ratio], ["C02.Red", ratio]]); // prettier-ignore
    expect([at.get("C02 verdict")?.[0], at.get("C02 trigger")?.[0]]).toEqual(["RED", "YES"]);
    const amber = rows([["C02.Amber", ratio], ["C02.Red", Number(ratio) + 1]]); // prettier-ignore
    expect(amber.get("C02 verdict")?.[0]).toBe("AMBER");
  });

  test("C03 condors that are not expected to earn have no ratio, and that is said", () => {
    expect(rows([["C03.KeptShare", -0.1]]).get("C02 cost over IRR")).toEqual([
      "",
      "none: the condors are not expected to earn",
    ]);
  });
});

describe("a layer that looks dear", () => {
  test("D28 extrinsic per day of life and vol are those of the long calls", () => {
    // A call of 3.794 points out of the money, 102.72 days before it settles.
    expect(rows().get("D28 extrinsic per day of life")?.[0]).toBeCloseTo(3.7940626 / 102.71875, 6);
    expect(rows().get("D28 vol")?.[0]).toBeCloseTo(0.956, 12);
  });

  test("D28 a percentile above 80 of the user's history, in either, is rich", () => {
    const days = Array.from({ length: 10 }, (_, day) => [0.03 + 0.001 * day, 1 + 0.01 * day]);
    const figures = rows([], { history: [["Extrinsic", "Vol"], ...days] });
    // .0369 has seven of the ten at or below it; every vol is above .956.
    expect(figures.get("D28 percentile of extrinsic")?.[0]).toBe(70);
    expect(figures.get("D28 percentile of vol")?.[0]).toBe(0);
    expect(figures.get("D28 verdict")?.[0]).toBe("NOT RICH");
    const low = rows([], { history: days.map(([, vol]) => [0.01, vol ?? 0]) });
    expect(low.get("D28 verdict")?.[0]).toBe("RICH");
  });

  test("a history of one column is refused", () => {
    expect(() => rows([], { history: [[0.03]] })).toThrow("history must have two columns");
  });
});

test.each<[string, CellValue[][], string]>([
  ["no condor", workedHedge, "book holds no iron condor"],
  ["no hedge", workedCondor, "book holds no VIX option or VX future at 90 days or more"],
])("%s is explained", (_, book, sentence) => {
  expect(() => rows([], { book })).toThrow(sentence);
});
