import fc from "fast-check";
import { blackScholesDelta } from "../../src/core/black";
import { InputError, NoSolutionError } from "../../src/core/errors";
import { goldenTable } from "../data/readTable";
import { optionCase } from "./support/optionCase";
import { strikeFromDelta } from "../../src/core/strikeFromDelta";

fc.configureGlobal({ seed: 20220204, numRuns: 1000 });

// Expected by mpmath at 40 digits from K = F exp(v²T/2 - k v√T N⁻¹(|delta| e^(qT))).
test.each([
  [1, 0.25, 100, 1, 0.2, 0, 0, 116.753880773588732],
  [-1, -0.25, 100, 1, 0.2, 0, 0, 89.145711242844902],
  [-1, -0.16, 4500, 0.5, 0.3, 0.05, 0.02, 3788.6827857216539],
] as const)("kind %d, delta %d on %d gives the strike of the inverted formula", (...row) => {
  const [kind, delta, spot, years, vol, rate, dividendYield, expected] = row;
  expect(strikeFromDelta(kind, delta, spot, years, vol, rate, dividendYield) / expected).toBeCloseTo(1, 12);
});

test("300 strikes are those of 60-digit arithmetic to 1e-12", () => {
  for (const row of goldenTable("option-grid-probability.csv")) {
    const [kind, spot, , years, vol, rate, q] = optionCase(row);
    const strike = strikeFromDelta(kind, Number(row.delta), spot, years, vol, rate, q);
    expect(Math.abs(strike / Number(row.struck) - 1)).toBeLessThan(1e-12);
  }
});

test("the option struck there has the delta asked for", () => {
  const inputs = fc.record({
    kind: fc.constantFrom(1 as const, -1 as const),
    size: fc.double({ min: 1e-6, max: 0.9, noNaN: true }),
    years: fc.double({ min: 1e-3, max: 5, noNaN: true }),
    vol: fc.double({ min: 0.01, max: 3, noNaN: true }),
    rate: fc.double({ min: -0.05, max: 0.1, noNaN: true }),
    dividendYield: fc.double({ min: -0.05, max: 0.02, noNaN: true }),
  });
  fc.assert(
    fc.property(inputs, ({ kind, size, years, vol, rate, dividendYield }) => {
      const delta = kind * size;
      const strike = strikeFromDelta(kind, delta, 4500, years, vol, rate, dividendYield);
      const back = blackScholesDelta(kind, 4500, strike, years, vol, rate, dividendYield);
      expect(Math.abs(back / delta - 1)).toBeLessThan(1e-10);
    }),
  );
});

test("delta with the sign of the other kind is refused", () => {
  expect(() => strikeFromDelta(-1, 0.16, 100, 1, 0.2, 0, 0)).toThrow(
    new InputError("delta", "delta (0.16) must be negative for a put"),
  );
  expect(() => strikeFromDelta(1, -0.16, 100, 1, 0.2, 0, 0)).toThrow(
    "delta (-0.16) must be positive for a call",
  );
  expect(() => strikeFromDelta(1, NaN, 100, 1, 0.2, 0, 0)).toThrow(InputError);
});

test("a delta that no strike has is no solution: 0, and beyond that of the forward", () => {
  expect(() => strikeFromDelta(1, 0, 100, 1, 0.2, 0, 0)).toThrow(NoSolutionError);
  expect(() => strikeFromDelta(1, 0.99, 100, 1, 0.2, 0, 0.02)).toThrow(
    "no strike has delta 0.99: a call's delta lies between 0 and 0.980199, that of the discounted forward",
  );
  expect(() => strikeFromDelta(-1, -1, 100, 1, 0.2, 0, 0)).toThrow(NoSolutionError);
});

test("without time or volatility delta jumps, and no strike has one in between", () => {
  expect(() => strikeFromDelta(1, 0.5, 100, 0, 0.2, 0, 0)).toThrow(NoSolutionError);
  expect(() => strikeFromDelta(1, 0.5, 100, 1, 0, 0, 0)).toThrow(NoSolutionError);
});
