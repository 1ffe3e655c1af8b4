import {
  millsDeficit,
  millsRatio,
  normalCumulative,
  normalDensity,
  normalQuantile,
} from "../../src/core/normal";
import { goldenTable } from "../data/readTable";

const table = goldenTable("normal-table.csv");

function rows(what: string): { x: number; value: number }[] {
  return table
    .filter((row) => row.what === what)
    .map((row) => ({ x: Number(row.x), value: Number(row.value) }));
}

function relativeError(actual: number, expected: number): number {
  return expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
}

describe("normal distribution", () => {
  test.each(rows("upper"))("the tail beyond $x is $value to fifteen digits", ({ x, value }) => {
    expect(relativeError(normalCumulative(-x), value)).toBeLessThan(2e-15);
    expect(relativeError(normalCumulative(x), 1 - value)).toBeLessThan(1e-15);
  });

  test.each(rows("density"))("the density at $x is $value to fifteen digits", ({ x, value }) => {
    expect(relativeError(normalDensity(x), value)).toBeLessThan(2e-15);
    expect(normalDensity(-x)).toBe(normalDensity(x));
  });

  test.each(rows("mills"))("the Mills ratio at $x is $value to fifteen digits", ({ x, value }) => {
    expect(relativeError(millsRatio(x), value)).toBeLessThan(2e-15);
  });

  test.each(rows("deficit"))(
    "1 - x R(x) at $x is $value: full digits in the tail, absolute ones before",
    ({ x, value }) => {
      expect(Math.abs(millsDeficit(x) - value)).toBeLessThan(1e-15 * (x > 5.7 ? value : 1));
    },
  );

  test.each(rows("quantile"))("the quantile of $x is $value to fifteen digits", ({ x, value }) => {
    expect(relativeError(normalQuantile(x), value)).toBeLessThan(2e-15);
  });

  test("the quantile is infinite at 0 and 1, and NaN outside", () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(1.5)).toBeNaN();
    expect(normalQuantile(-0.5)).toBeNaN();
  });

  test("the tails end at 0 and 1 without NaN", () => {
    expect(normalCumulative(-Infinity)).toBe(0);
    expect(normalCumulative(Infinity)).toBe(1);
    expect(normalCumulative(-60)).toBe(0);
    expect(normalDensity(Infinity)).toBe(0);
  });

  test("the pieces of the approximation join without a jump", () => {
    for (const join of [0.46875 * Math.SQRT2, 2, 4 * Math.SQRT2]) {
      const step = 1e-9;
      for (const f of [normalCumulative, normalDensity, millsRatio]) {
        const slope = (f(join + step) - f(join - step)) / (2 * step);
        const wider = (f(join + 1e-4) - f(join - 1e-4)) / 2e-4;
        expect(Math.abs(slope - wider)).toBeLessThan(1e-6);
      }
    }
  });
});
