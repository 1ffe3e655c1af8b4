import { CellError } from "../../scripts/cellError.mjs";
import { evaluateFormula, literal } from "../../scripts/evaluateFormula.mjs";

const calls = {
  call: (name: string, values: unknown[]) => ({ [name]: values }),
  name: (name: string) => `the range ${name}`,
};

test("numbers, texts, TRUE and FALSE, in any number and nested", () => {
  expect(evaluateFormula('=ALVH.A(1, -2.5, 1E-3, "say ""put""", true, ALVH.B(.5))', calls)).toEqual({
    "ALVH.A": [1, -2.5, 0.001, 'say "put"', true, { "ALVH.B": [0.5] }],
  });
});

test("an omitted argument is null, and no argument is none", () => {
  expect(evaluateFormula("=ALVH.A(1,,2)", calls)).toEqual({ "ALVH.A": [1, null, 2] });
  expect(evaluateFormula("=ALVH.A(1,)", calls)).toEqual({ "ALVH.A": [1, null] });
  expect(evaluateFormula("=ALVH.A()", calls)).toEqual({ "ALVH.A": [] });
});

test("an array constant: commas between columns, semicolons between rows", () => {
  expect(evaluateFormula('=ALVH.A({1,-2;"x",TRUE})', calls)).toEqual({
    "ALVH.A": [
      [
        [1, -2],
        ["x", true],
      ],
    ],
  });
});

test("a word that is not called is a defined name", () => {
  expect(evaluateFormula("=ALVH.A(Book)", calls)).toEqual({ "ALVH.A": ["the range Book"] });
});

test.each(["=ALVH.A(1", "=ALVH.A(1))", "=ALVH.A(1 2)", "=1 ? 2", "ALVH.A()"])(
  "%s is refused, not guessed at",
  (formula) => {
    expect(() => evaluateFormula(formula, calls)).toThrow();
  },
);

test("an error is a value", () => {
  expect(literal("#N/A")).toEqual(new CellError("#N/A"));
});
