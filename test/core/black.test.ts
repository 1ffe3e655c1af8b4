import fc from "fast-check";
import {
  black76,
  blackScholes,
  blackScholesDelta,
  blackScholesPrice,
  fillGreeks,
  GREEKS_WIDTH,
  logRatio,
  OPTION_WIDTH,
} from "../../src/core/black";
import { expiryOf } from "../../src/core/expiry";
import type { OptionGreeks } from "../../src/core/black";
import { InputError, NoSolutionError } from "../../src/core/errors";
import { goldenTable } from "../data/readTable";
import { optionCase, optionGrid, percentile } from "./support/optionCase";
import type { OptionCase } from "./support/optionCase";

const OUTPUTS = ["price", "delta", "gamma", "vega", "theta", "rho", "vanna", "volga", "charm"] as const;

describe("published values", () => {
  test.each(goldenTable("option-published.csv"))(
    "$output of a $kind on $spot, strike $strike, $years years, vol $vol is $expected ($source)",
    (row) => {
      const value = blackScholes(...optionCase(row))[row.output as keyof OptionGreeks];
      expect(Math.abs(value - Number(row.expected))).toBeLessThanOrEqual(Number(row.tolerance) * 1.2);
    },
  );

  test("charm of Haug's put on a future (2nd edition, chapter 2) is 0.3700 a year", () => {
    expect(blackScholes(-1, 105, 90, 0.25, 0.24, 0.14, 0.14).charm).toBeCloseTo(0.37, 4);
  });
});

describe("against 60-digit arithmetic", () => {
  const grid = goldenTable("option-grid.csv");

  // Far out the error is that of rounding T = dte/365 and d1, times d1²: 1e-13 at 30 standard deviations.
  describe.each([
    ["spx", 2e-14],
    ["tinyvol", 2e-14],
    ["vix76", 1e-13],
    ["wide", 2e-13],
  ])("zone %s", (zone, bound) => {
    const rows = grid.filter((row) => row.zone === zone);

    test.each(OUTPUTS)(
      `%s has a relative error below ${bound} in 99 of 100 options, below 1e-12 in all`,
      (output) => {
        const errors = rows.map((row) => {
          const expected = Number(row[output]);
          return Math.abs(blackScholes(...optionCase(row))[output] - expected) / (Math.abs(expected) || 1);
        });
        expect(percentile(errors, 0.99)).toBeLessThan(bound);
        expect(Math.max(...errors)).toBeLessThan(1e-12);
      },
    );

    test("price alone is the one among the derivatives, and delta alone too but for rounding", () => {
      for (const row of rows) {
        const option = optionCase(row);
        const { price, delta } = blackScholes(...option);
        expect(blackScholesPrice(...option)).toBe(price);
        expect(Math.abs(blackScholesDelta(...option) / delta - 1)).toBeLessThan(bound);
      }
    });
  });
});

test("with the forward at the strike, where call and put change roles, delta and rho too are exact", () => {
  // By mpmath at 40 digits: S = K = 41, 120 days, vol 177%, rate and yield 1.18%; and a tiny total volatility.
  const { price, delta } = blackScholes(-1, 41, 41, 120 / 365, 1.77, 0.0118, 0.0118);
  expect(price / 15.852782151773647).toBeCloseTo(1, 14);
  expect(delta / -0.3047374200418563).toBeCloseTo(1, 14);
  const tiny = blackScholes(-1, 41, 41, 1, 1e-6, 0, 0);
  expect(tiny.delta / -0.4999998005288598).toBeCloseTo(1, 14);
  expect(tiny.price / 1.6356633496458058e-5).toBeCloseTo(1, 14);
});

test("a table of one expiry has the same rows as each option by itself", () => {
  const years = 45 / 365;
  const options = optionGrid().map(([kind, spot, strike, , vol]) => [kind, spot, strike, vol]);
  const rows = new Float64Array(options.length * GREEKS_WIDTH);
  fillGreeks(expiryOf(years, 0.03, 0.01), Float64Array.from(options.flat()), 1, options.length, rows);
  expect([...rows.subarray(0, GREEKS_WIDTH)]).toEqual(new Array(GREEKS_WIDTH).fill(0));
  options.forEach((option, index) => {
    if (index === 0) return;
    expect(option).toHaveLength(OPTION_WIDTH);
    const [kind, spot, strike, vol] = option as [1 | -1, number, number, number];
    const greeks = blackScholes(kind, spot, strike, years, vol, 0.03, 0.01);
    const row = [...rows.subarray(index * GREEKS_WIDTH, (index + 1) * GREEKS_WIDTH)];
    expect(row).toEqual(OUTPUTS.map((output) => greeks[output]));
  });
});

test("in a table the row of an option at the kink is NaN, and no other", () => {
  const rows = new Float64Array(3 * GREEKS_WIDTH);
  const options = Float64Array.of(1, 100, 99, 0.2, 1, 100, 100, 0.2, -1, 100, 101, 0.2);
  fillGreeks(expiryOf(0, 0.03, 0.01), options, 0, 3, rows);
  expect([rows[0], rows[GREEKS_WIDTH], rows[2 * GREEKS_WIDTH]]).toEqual([1, NaN, 1]);
});

describe("derivatives against differences", () => {
  const STEP = 1e-4;
  /** Central difference in one argument (by position), with an error of fourth order. */
  function difference(f: (...option: OptionCase) => number, option: OptionCase, position: number): number {
    const step = STEP * (position === 1 ? 100 : 0.1);
    const at = (multiple: number): number => {
      const moved = [...option] as OptionCase;
      moved[position] = moved[position]! + multiple * step;
      return f(...moved);
    };
    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
  }
  const price = blackScholesPrice;
  const delta = (...option: OptionCase) => blackScholes(...option).delta;
  const vega = (...option: OptionCase) => blackScholes(...option).vega;

  test.each([
    ["delta", price, 1, 1, 1],
    ["gamma", delta, 1, 1, 0.1],
    ["vega", price, 4, 1, 100],
    ["theta", price, 3, -1, 100],
    ["rho", price, 5, 1, 100],
    ["vanna", delta, 4, 1, 10],
    ["volga", vega, 4, 1, 1000],
    ["charm", delta, 3, -1, 100],
  ] as const)("%s", (output, f, position, sign, size) => {
    for (const option of optionGrid()) {
      const expected = sign * difference(f, option, position);
      const actual = blackScholes(...option)[output];
      const isClose = Math.abs(actual - expected) <= 2e-6 * Math.max(Math.abs(expected), size);
      if (!isClose)
        throw new Error(`${output} of ${option.join(", ")} is ${actual}, by differences ${expected}`);
    }
  });
});

describe("second method: the payoff integrated over the lognormal distribution", () => {
  test("gives the price", () => {
    for (const option of optionGrid()) {
      const expected = integratedPayoff(...option);
      expect(Math.abs(blackScholesPrice(...option) - expected)).toBeLessThan(1e-9);
    }
  });

  /** Simpson's rule from the strike to 12 standard deviations, so that the kink lies on the edge. */
  function integratedPayoff(...[kind, spot, strike, years, vol, rate, dividendYield]: OptionCase): number {
    const total = vol * Math.sqrt(years);
    const mean = Math.log(spot) + (rate - dividendYield) * years - 0.5 * total * total;
    const kink = Math.min(13, Math.max(-13, (Math.log(strike) - mean) / total));
    const [from, to] = kind === 1 ? [kink, 13] : [-13, kink];
    const pieces = 6000;
    const width = (to - from) / pieces;
    let sum = 0;
    for (let i = 0; i <= pieces; i++) {
      const z = from + i * width;
      const payoff = Math.max(0, kind * (Math.exp(mean + total * z) - strike));
      const weight = i === 0 || i === pieces ? 1 : i % 2 === 1 ? 4 : 2;
      sum += weight * payoff * Math.exp(-0.5 * z * z);
    }
    return (Math.exp(-rate * years) * sum * width) / (3 * Math.sqrt(2 * Math.PI));
  }
});

// A fixed seed: a failure then means a change of code, not of luck.
fc.configureGlobal({ seed: 20220204, numRuns: 500 });

describe("identities", () => {
  const option = fc.tuple(
    fc.constantFrom(1 as const, -1 as const),
    fc.double({ min: 1, max: 10_000, noNaN: true }),
    fc.double({ min: 1, max: 10_000, noNaN: true }),
    fc.double({ min: 1e-6, max: 30, noNaN: true }),
    fc.double({ min: 1e-4, max: 5, noNaN: true }),
    fc.double({ min: -0.1, max: 0.3, noNaN: true }),
    fc.double({ min: -0.1, max: 0.3, noNaN: true }),
  );

  test("a call less a put is the discounted forward less the discounted strike (put-call parity)", () => {
    fc.assert(
      fc.property(option, ([, spot, strike, years, vol, rate, q]) => {
        const call = blackScholes(1, spot, strike, years, vol, rate, q);
        const put = blackScholes(-1, spot, strike, years, vol, rate, q);
        const spotValue = spot * Math.exp(-q * years);
        const strikeValue = strike * Math.exp(-rate * years);
        const size = spotValue + strikeValue;
        const near = (actual: number, expected: number, scale: number) =>
          expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-14 * scale);
        near(call.price - put.price, spotValue - strikeValue, size);
        near(call.delta - put.delta, spotValue / spot, spotValue / spot);
        near(call.rho - put.rho, strikeValue * years, strikeValue * years);
        for (const same of ["gamma", "vega", "vanna", "volga"] as const) expect(call[same]).toBe(put[same]);
      }),
    );
  });

  test("a call on S struck at K is a put on K struck at S with rate and yield exchanged (symmetry)", () => {
    fc.assert(
      fc.property(option, ([, spot, strike, years, vol, rate, q]) => {
        const call = blackScholesPrice(1, spot, strike, years, vol, rate, q);
        const put = blackScholesPrice(-1, strike, spot, years, vol, q, rate);
        expect(Math.abs(call - put)).toBeLessThanOrEqual(1e-12 * call + 1e-300);
      }),
    );
  });

  test("theta, gamma and delta satisfy the Black-Scholes equation", () => {
    fc.assert(
      fc.property(option, (inputs) => {
        const [, spot, , , vol, rate, q] = inputs;
        const { price, delta, gamma, theta } = blackScholes(...inputs);
        const terms = [
          theta,
          (rate - q) * spot * delta,
          0.5 * vol * vol * spot * spot * gamma,
          -rate * price,
        ];
        const size = terms.reduce((sum, term) => sum + Math.abs(term), spot * Math.abs(q));
        expect(Math.abs(terms.reduce((sum, term) => sum + term))).toBeLessThanOrEqual(1e-12 * size + 1e-300);
      }),
    );
  });

  test("the price lies within its no-arbitrage bounds and every output is finite", () => {
    fc.assert(
      fc.property(option, (inputs) => {
        const [kind, spot, strike, years, , rate, q] = inputs;
        const greeks = blackScholes(...inputs);
        for (const output of OUTPUTS) expect(Number.isFinite(greeks[output])).toBe(true);
        const ceiling = kind === 1 ? spot * Math.exp(-q * years) : strike * Math.exp(-rate * years);
        expect(greeks.price).toBeGreaterThanOrEqual(0);
        expect(greeks.price).toBeLessThanOrEqual(ceiling * (1 + 1e-15));
      }),
    );
  });
});

describe("limits", () => {
  test("at expiry the price is the intrinsic value, and delta that of the stock or nothing", () => {
    expect(blackScholes(1, 110, 100, 0, 0.2, 0.05, 0.02)).toEqual({
      price: 10,
      delta: 1,
      gamma: 0,
      vega: 0,
      theta: 0.02 * 110 - 0.05 * 100,
      rho: 0,
      vanna: 0,
      volga: 0,
      charm: 0.02,
    });
    expect(blackScholesPrice(-1, 110, 100, 0, 0.2, 0.05, 0.02)).toBe(0);
    expect(blackScholesPrice(-1, 90, 100, 0, 0.2, 0.05, 0.02)).toBe(10);
  });

  test("without volatility the price is the discounted intrinsic value on the forward", () => {
    const forward = 100 * Math.exp(0.05 - 0.02);
    expect(blackScholesPrice(1, 100, 101, 1, 0, 0.05, 0.02)).toBeCloseTo(
      (forward - 101) * Math.exp(-0.05),
      12,
    );
    expect(blackScholesPrice(-1, 100, 101, 1, 0, 0.05, 0.02)).toBe(0);
  });

  test("the derivatives tend to those of the limit as volatility and time go to zero", () => {
    for (const [kind, spot] of [
      [1, 110],
      [1, 90],
      [-1, 110],
      [-1, 90],
    ] as const) {
      const limit = blackScholes(kind, spot, 100, 1, 0, 0.05, 0.02);
      const near = blackScholes(kind, spot, 100, 1, 1e-3, 0.05, 0.02);
      for (const output of OUTPUTS) expect(near[output]).toBeCloseTo(limit[output], 10);
    }
  });

  test("at the kink the price is 0 and delta half-way, and the derivatives that do not exist are refused", () => {
    expect(blackScholesPrice(1, 100, 100, 0, 0.2, 0.05, 0.02)).toBe(0);
    expect(blackScholesDelta(1, 100, 100, 0, 0.2, 0.05, 0.02)).toBe(0.5);
    expect(blackScholesDelta(-1, 100, 100, 0, 0.2, 0.05, 0.02)).toBe(-0.5);
    expect(() => blackScholes(1, 100, 100, 0, 0.2, 0.05, 0.02)).toThrow(
      new NoSolutionError("at the strike at expiry the price has a kink, and its derivatives are undefined"),
    );
    expect(() => blackScholes(1, 100, 100, 1, 0, 0.05, 0.05)).toThrow(NoSolutionError);
  });

  test("with endless volatility a call is worth the discounted forward and a put the discounted strike", () => {
    expect(blackScholesPrice(1, 100, 120, 4, 50, 0.05, 0.02)).toBeCloseTo(100 * Math.exp(-0.08), 12);
    expect(blackScholesPrice(-1, 100, 120, 4, 50, 0.05, 0.02)).toBeCloseTo(120 * Math.exp(-0.2), 12);
  });

  test("a worthless tail is exactly 0, never negative", () => {
    expect(blackScholesPrice(1, 100, 1000, 0.01, 0.05, 0, 0)).toBe(0);
    expect(blackScholesPrice(1, 100, 200, 1e-300, 1e-300, 0, 0)).toBe(0);
  });
});

describe("Black-76", () => {
  test("is Black-Scholes-Merton with the forward as spot and the rate as yield, but for rho", () => {
    for (const row of goldenTable("option-grid.csv").filter(({ zone }) => zone === "vix76")) {
      const [kind, forward, strike, years, vol, rate] = optionCase(row);
      const { rho, ...others } = black76(kind, forward, strike, years, vol, rate);
      expect(blackScholes(kind, forward, strike, years, vol, rate, rate)).toMatchObject(others);
      expect(rho).toBe(-years * others.price);
    }
  });

  test("rho at fixed forward is what a difference in the rate alone gives", () => {
    const at = (rate: number) => black76(1, 24.2613, 30, 0.4, 1.1, rate).price;
    expect(black76(1, 24.2613, 30, 0.4, 1.1, 0.03).rho).toBeCloseTo((at(0.0301) - at(0.0299)) / 0.0002, 7);
  });
});

describe("bad input", () => {
  test.each<[string, OptionCase, string]>([
    ["spot", [1, 0, 100, 1, 0.2, 0, 0], "spot (0) must be positive"],
    ["strike", [1, 100, -5, 1, 0.2, 0, 0], "strike (-5) must be positive"],
    ["years", [1, 100, 100, -1, 0.2, 0, 0], "years (-1) must not be negative"],
    ["vol", [1, 100, 100, 1, NaN, 0, 0], "vol (NaN) must not be negative"],
    ["rate", [1, 100, 100, 1, 0.2, Infinity, 0], "rate (Infinity) must be a number"],
    ["yield", [1, 100, 100, 1, 0.2, 0, NaN], "yield (NaN) must be a number"],
  ])("%s is refused with its name and value", (argument, option, message) => {
    for (const f of [blackScholes, blackScholesPrice, blackScholesDelta]) {
      expect(() => f(...option)).toThrow(new InputError(argument, message));
    }
  });
});

test("logRatio keeps its digits where its arguments are close", () => {
  // ln(1 + 2^-40) = 2^-40 - 2^-81 + …, from the series.
  expect(logRatio(1 + 2 ** -40, 1)).toBe(2 ** -40 - 2 ** -81);
  expect(logRatio(1e150, 1e-150)).toBeCloseTo(300 * Math.LN10, 10);
  // Either side of the series' end, and where the sum of the two would overflow.
  for (const ratio of [1.39, 1.41, 0.71, 0.72, 1.01, 0.3]) {
    expect(Math.abs(logRatio(100 * ratio, 100) / Math.log(ratio) - 1)).toBeLessThan(1e-15);
  }
  expect(logRatio(1.5e308, 1e308)).toBeCloseTo(Math.log(1.5), 15);
});
