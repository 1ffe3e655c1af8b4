import { readNumber, showCell } from "../../src/alvh/readNumber";

test("a number within its limits is returned as it is", () => {
  expect(readNumber("book", "book row 2, Strike", 4500.5, { min: 0 })).toBe(4500.5);
});

test.each([
  ["45OO", {}, 'row 2: "45OO" is not a number'],
  ["4500", {}, 'row 2: "4500" is text: enter it as a number'],
  ["", {}, 'row 2: "" is not a number'],
  [true, {}, "row 2: true is not a number"],
  [null, {}, "row 2: blank is not a number"],
  [NaN, {}, "row 2: NaN is not a finite number"],
  [Infinity, {}, "row 2: Infinity is not a finite number"],
  [1.5, { integer: true }, "row 2: 1.5 must be a whole number"],
  [-1, { min: 0 }, "row 2: -1 must be at least 0"],
  [11, { max: 10 }, "row 2: 11 must be at most 10"],
])("%j within %j is refused with a sentence", (value, limits, sentence) => {
  expect(() => readNumber("book", "row 2", value, limits)).toThrow(sentence);
});

test.each([
  "1.5",
  "1,5",
  ".5",
  "-0,25",
  "1.234,50",
  "1 234,5",
  "1\u202f234,5",
  "1'234.5",
  "5%",
  "2,5 %",
  "1e-3",
  "\u22124",
])("%j is text that was meant as a number", (text) => {
  expect(() => readNumber("book", "row 2", text)).toThrow("is text: enter it as a number");
});

test.each(["", " ", "45OO", "04.02.2022", "1,2,3", "SPX", "e5", "%", "-"])("%j is not", (text) => {
  expect(() => readNumber("book", "row 2", text)).toThrow("is not a number");
});

test("long texts are shortened when shown", () => {
  expect(showCell("x".repeat(100))).toBe(`"${"x".repeat(40)}…"`);
});
