import "./customFunctions";
import {
  DELTA,
  DTE,
  KIND,
  RATE,
  readHeaders,
  STRIKE,
  TOUCH,
  VOL,
  YIELD,
} from "../../../src/functions/support/optionArguments";

test.each([
  ["call", 1],
  ["put", -1],
  ["c", 1],
  ["P", -1],
  ["CALL", 1],
  [" Put ", -1],
])("kind %j is %d", (text, kind) => {
  expect(KIND.read(text)).toBe(kind);
});

test.each([
  ["future", 'kind "future" has no option value: use "call" or "put"'],
  ["F", 'kind "F" has no option value: use "call" or "put"'],
  ["straddle", 'kind ("straddle") must be "call" or "put"'],
  [1, 'kind (1) must be "call" or "put"'],
  [null, 'kind (blank) must be "call" or "put"'],
])("kind %j is refused", (value, sentence) => {
  expect(() => KIND.read(value)).toThrow(sentence);
});

test.each([
  [STRIKE, "4500", 'strike ("4500") is text: enter it as a number'],
  [STRIKE, "4500,5", 'strike ("4500,5") is text: enter it as a number'],
  [STRIKE, "45OO", 'strike ("45OO") is not a number'],
  [STRIKE, true, "strike (true) is not a number"],
  [STRIKE, null, "strike (blank) is missing: a number is needed"],
  [STRIKE, "", 'strike ("") is missing: a number is needed'],
  [STRIKE, -5, "strike (-5) must be positive"],
  [VOL, 20, "vol 20 looks like a percentage: use 0.20"],
  [VOL, NaN, "vol (NaN) is not a finite number"],
  [RATE, 3, "rate 3 looks like a percentage: use 0.03"],
  [YIELD, -2, "yield -2 looks like a percentage: use -0.02"],
  [DTE, -1, "dte (-1) must not be negative"],
  [DTE, 44638, "dte 44638 looks like a date: give calendar days to expiration, at most 36500"],
  [DELTA, 16, "delta 16 looks like a percentage: use 0.16"],
])("%j: %j is refused with a sentence", (argument, value, sentence) => {
  expect(() => argument.read(value)).toThrow(sentence);
});

test("touch is TRUE or FALSE, also 1 or 0, and nothing else", () => {
  expect([true, 1, false, 0].map((value) => TOUCH.read(value))).toEqual([1, 1, 0, 0]);
  expect(() => TOUCH.read("yes")).toThrow('touch ("yes") must be TRUE or FALSE');
});

test("headers are off when omitted, in whatever form a host leaves them out", () => {
  expect([null, undefined, "", [[null]], { functionName: "X" }].map(readHeaders)).toEqual(
    Array(5).fill(false),
  );
  expect([true, [[true]], 1].map(readHeaders)).toEqual([true, true, true]);
  expect(() => readHeaders("yes")).toThrow('headers ("yes") must be TRUE or FALSE');
});
