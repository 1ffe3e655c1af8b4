import fc from "fast-check";
import { blackScholes, blackScholesPrice } from "../../src/core/black";
import { NoSolutionError } from "../../src/core/errors";
import { impliedVolatility } from "../../src/core/impliedVolatility";
import { goldenTable } from "../data/readTable";
import { optionCase, percentile } from "./support/optionCase";

fc.configureGlobal({ seed: 20220204, numRuns: 2000 });

test("a call of 1.875 on 21, strike 20, 3 months, rate 10% has 23.5% (Hull, Options, Futures and Other Derivatives)", () => {
  expect(impliedVolatility(1, 1.875, 21, 20, 0.25, 0.1, 0)).toBeCloseTo(0.235, 3);
});

test("a put of 2.4648 on 100, strike 95, half a year has 20% (Haug 1998, p. 2-8)", () => {
  expect(impliedVolatility(-1, 2.4648, 100, 95, 0.5, 0.1, 0.05)).toBeCloseTo(0.2, 5);
});

describe("against 60-digit prices", () => {
  const grid = goldenTable("option-grid.csv");

  test.each(["spx", "vix76", "tinyvol"])(
    "zone %s: the volatility of every out-of-the-money option comes back to 2e-15, 99 of 100 to 1.2e-15",
    (zone) => {
      const errors = grid
        .filter((row) => row.zone === zone)
        .flatMap((row) => {
          const [kind, spot, strike, years, vol, rate, q] = optionCase(row);
          if (kind * (Math.log(spot / strike) + (rate - q) * years) > 0) return [];
          return Math.abs(impliedVolatility(kind, Number(row.price), spot, strike, years, rate, q) / vol - 1);
        });
      expect(errors.length).toBeGreaterThan(150);
      expect(percentile(errors, 0.99)).toBeLessThan(1.2e-15);
      expect(Math.max(...errors)).toBeLessThan(2e-15);
    },
  );

  test("every zone and side: the volatility is as exact as the price determines it", () => {
    for (const row of grid) {
      const [kind, spot, strike, years, vol, rate, q] = optionCase(row);
      const price = Number(row.price);
      // The price's own rounding, in and out of the money, moved through vega; near the upper bound vega vanishes.
      const undetermined = (8 * Number.EPSILON * (spot + strike)) / (Number(row.vega) * vol);
      const isOut = kind * (Math.log(spot / strike) + (rate - q) * years) <= 0;
      const allowed = 1e-14 + (isOut ? (undetermined * price) / (spot + strike) : undetermined);
      if (!(allowed < 0.01)) continue;
      const error = Math.abs(impliedVolatility(kind, price, spot, strike, years, rate, q) / vol - 1);
      if (!(error <= allowed))
        throw new Error(`error ${error} beyond ${allowed}: ${Object.values(row).join(",")}`);
    }
  });
});

test("no out-of-the-money price fails, from the deepest tail to the upper bound", () => {
  const option = fc.record({
    kind: fc.constantFrom(1 as const, -1 as const),
    logVol: fc.double({ min: Math.log(1e-6), max: Math.log(12), noNaN: true }),
    deviations: fc.double({ min: 0, max: 35, noNaN: true }),
  });
  fc.assert(
    fc.property(option, ({ kind, logVol, deviations }) => {
      const vol = Math.exp(logVol);
      const distance = deviations * vol;
      fc.pre(distance < 300);
      const strike = 100 * Math.exp(kind * distance);
      const price = blackScholesPrice(kind, 100, strike, 1, vol, 0, 0);
      fc.pre(price > 1e-290 && price < (kind === 1 ? 100 : strike));
      const implied = impliedVolatility(kind, price, 100, strike, 1, 0, 0);
      const { vega } = blackScholes(kind, 100, strike, 1, vol, 0, 0);
      const conditioning = 1 + price / (vega * vol);
      expect(Math.abs(implied / vol - 1)).toBeLessThan(1e-14 * conditioning);
    }),
  );
});

describe("where there is no volatility", () => {
  test("a price at its lower bound is refused with the bound named", () => {
    expect(() => impliedVolatility(1, 0, 100, 120, 1, 0, 0)).toThrow(
      new NoSolutionError(
        "price (0) equals the lower bound 0, the discounted intrinsic value: no volatility follows from it",
      ),
    );
    expect(() => impliedVolatility(1, 10, 110, 100, 1, 0, 0)).toThrow("equals the lower bound 10,");
  });

  test("a price at its lower bound but for rounding is told so, not that it is below", () => {
    // Deep in the money the time value is lost in the last digit of the price: by mpmath 35.489027684552326.
    expect(() => impliedVolatility(-1, 35.489027684552326, 43.01, 78.5, 1 / 365, 0.01, 0.01)).toThrow(
      "price (35.489027684552326) equals the lower bound 35.48902768,",
    );
    expect(() => impliedVolatility(-1, 35.48902768, 43.01, 78.5, 1 / 365, 0.01, 0.01)).toThrow(
      "is below the lower bound",
    );
  });

  test("a price below intrinsic value is refused with the bound named", () => {
    expect(() => impliedVolatility(-1, 9, 90, 100, 1, 0, 0)).toThrow(
      "price (9) is below the lower bound 10,",
    );
  });

  test("a price at or above the upper bound is refused with the bound named", () => {
    expect(() => impliedVolatility(1, 100, 100, 120, 1, 0.05, 0)).toThrow(
      "price (100) reaches the upper bound 100, the discounted forward",
    );
    expect(() => impliedVolatility(-1, 130, 100, 120, 1, 0, 0)).toThrow(
      "upper bound 120, the discounted strike",
    );
  });

  test("at expiry no price has one", () => {
    expect(() => impliedVolatility(1, 12, 110, 100, 0, 0, 0)).toThrow(NoSolutionError);
  });

  test("a price that is no number is refused", () => {
    expect(() => impliedVolatility(1, NaN, 110, 100, 1, 0, 0)).toThrow("price (NaN) must be a number");
  });
});
