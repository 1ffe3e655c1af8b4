import fc from "fast-check";
import { blackScholesPrice } from "../../src/core/black";
import { InputError } from "../../src/core/errors";
import { probabilityInTheMoney, probabilityOfTouch } from "../../src/core/probability";
import { goldenTable } from "../data/readTable";
import { optionCase, optionGrid } from "./support/optionCase";

fc.configureGlobal({ seed: 20220204, numRuns: 1000 });

/** Relative errors of 300 options, from three hours to five years and seven standard deviations out. */
function worstError(column: "finish" | "touch"): number {
  return Math.max(
    ...goldenTable("option-grid-probability.csv").map((row) => {
      const [kind, ...option] = optionCase(row);
      const found =
        column === "touch" ? probabilityOfTouch(...option) : probabilityInTheMoney(kind, ...option);
      return Math.abs(found / Number(row[column]) - 1);
    }),
  );
}

describe("finishing in the money", () => {
  test("is that of 60-digit arithmetic to 1e-12, in the tails too", () => {
    expect(worstError("finish")).toBeLessThan(1e-12);
  });

  test("is the undiscounted slope of the price in the strike (Breeden and Litzenberger 1978)", () => {
    for (const [kind, spot, strike, years, vol, rate, q] of optionGrid()) {
      const step = strike * 1e-4;
      const price = (moved: number) => blackScholesPrice(kind, spot, moved, years, vol, rate, q);
      const slope = (price(strike + step) - price(strike - step)) / (2 * step);
      const expected = -kind * Math.exp(rate * years) * slope;
      expect(
        Math.abs(probabilityInTheMoney(kind, spot, strike, years, vol, rate, q) - expected),
      ).toBeLessThan(1e-5);
    }
  });

  test("call and put share the certainty", () => {
    for (const [, ...option] of optionGrid()) {
      expect(probabilityInTheMoney(1, ...option) + probabilityInTheMoney(-1, ...option)).toBeCloseTo(1, 14);
    }
  });

  test("without time or volatility is 1 or 0 by the side of the forward, half-way at the strike", () => {
    expect(probabilityInTheMoney(1, 110, 100, 0, 0.2, 0, 0)).toBe(1);
    expect(probabilityInTheMoney(-1, 110, 100, 0, 0.2, 0, 0)).toBe(0);
    expect(probabilityInTheMoney(1, 100, 101, 1, 0, 0.05, 0)).toBe(1);
    expect(probabilityInTheMoney(-1, 100, 100, 0, 0.2, 0, 0)).toBe(0.5);
  });
});

describe("touching the strike", () => {
  test("is that of 60-digit arithmetic to 1e-12, in the tails too", () => {
    expect(worstError("touch")).toBeLessThan(1e-12);
  });

  test.each(goldenTable("touch-by-quadrature.csv"))(
    "from $spot to $strike in $dte days at vol $vol is $expected by quadrature",
    (row) => {
      const [, ...option] = optionCase(row);
      expect(Math.abs(probabilityOfTouch(...option) / Number(row.expected) - 1)).toBeLessThan(1e-12);
    },
  );

  test("without drift of the logarithm is twice the probability of finishing beyond (reflection principle)", () => {
    const vol = 0.3;
    const rate = 0.5 * vol * vol;
    for (const [kind, strike] of [
      [1, 130],
      [-1, 80],
    ] as const) {
      const beyond = probabilityInTheMoney(kind, 100, strike, 0.4, vol, rate, 0);
      expect(probabilityOfTouch(100, strike, 0.4, vol, rate, 0) / (2 * beyond)).toBeCloseTo(1, 14);
    }
  });

  test("is a probability, and never less than that of finishing beyond the strike", () => {
    const inputs = fc.record({
      strike: fc.double({ min: 1, max: 10_000, noNaN: true }),
      years: fc.double({ min: 0, max: 30, noNaN: true }),
      vol: fc.double({ min: 0, max: 5, noNaN: true }),
      rate: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      dividendYield: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(inputs, ({ strike, years, vol, rate, dividendYield }) => {
        const touch = probabilityOfTouch(100, strike, years, vol, rate, dividendYield);
        expect(touch).toBeGreaterThanOrEqual(0);
        expect(touch).toBeLessThanOrEqual(1);
        const kind = strike > 100 ? 1 : -1;
        const beyond = probabilityInTheMoney(kind, 100, strike, years, vol, rate, dividendYield);
        expect(touch).toBeGreaterThanOrEqual(beyond * (1 - 1e-12));
      }),
    );
  });

  test("is certain from the strike itself, impossible without time", () => {
    expect(probabilityOfTouch(100, 100, 0, 0.2, 0, 0)).toBe(1);
    expect(probabilityOfTouch(100, 101, 0, 0.2, 0, 0)).toBe(0);
  });

  test("without volatility depends on whether the forward gets there", () => {
    expect(probabilityOfTouch(100, 104, 1, 0, 0.05, 0)).toBe(1);
    expect(probabilityOfTouch(100, 106, 1, 0, 0.05, 0)).toBe(0);
    expect(probabilityOfTouch(100, 99, 1, 0, 0.05, 0)).toBe(0);
    expect(probabilityOfTouch(100, 99, 1, 0, 0, 0.05)).toBe(1);
  });

  test("refuses what no option can have", () => {
    expect(() => probabilityOfTouch(100, NaN, 1, 0.2, 0, 0)).toThrow(InputError);
    expect(() => probabilityInTheMoney(1, -1, 100, 1, 0.2, 0, 0)).toThrow("spot (-1) must be positive");
  });
});
