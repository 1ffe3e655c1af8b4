import { OPTION_LIMITS, optionLimitProblem } from "../../src/core/optionLimits";

test.each([
  ["vol", 20, "vol 20 looks like a percentage: use 0.20"],
  ["vol", 18.5, "vol 18.5 looks like a percentage: use 0.185"],
  ["vol", 5000, "vol (5000) must be at most 10"],
  ["vol", -0.2, "vol (-0.2) must not be negative"],
  ["rate", 5, "rate 5 looks like a percentage: use 0.05"],
  ["rate", -1.5, "rate -1.5 looks like a percentage: use -0.015"],
  ["rate", -500, "rate (-500) must be at least -1"],
  ["yield", 2.94, "yield 2.94 looks like a percentage: use 0.0294"],
  ["dte", -1, "dte (-1) must not be negative"],
  ["dte", 44638, "dte 44638 looks like a date: give calendar days to expiration, at most 36500"],
  ["strike", 0, "strike (0) must be positive"],
  ["forward", -3, "forward (-3) must be positive"],
  ["delta", 25, "delta 25 looks like a percentage: use 0.25"],
  ["delta", -2000, "delta (-2000) must be at least -1"],
  ["price", -1, "price (-1) must not be negative"],
  ["spot", NaN, "spot (NaN) is not a finite number"],
] as const)("%s %d: %s", (name, value, sentence) => {
  expect(optionLimitProblem(OPTION_LIMITS[name], value)).toBe(sentence);
});

test.each([
  ["vol", 0],
  ["vol", 10],
  ["rate", -1],
  ["rate", 1],
  ["dte", 0],
  ["delta", -1],
] as const)("%s %d is within its limits", (name, value) => {
  expect(optionLimitProblem(OPTION_LIMITS[name], value)).toBeUndefined();
});
