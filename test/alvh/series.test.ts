import { LEVELS, PRICES, readSeries, readTogether, seriesTable } from "../../src/alvh/series";

test("a series is a column or a row; a header, a warm-up before and blanks after are not its numbers", () => {
  expect(readSeries("series", [["VIX"], [""], [null], [18], [19.5], [""]])).toEqual({
    name: "series",
    values: [18, 19.5],
    before: 2,
    after: 1,
  });
  expect(readSeries("series", [[1, 2, 3]]).values).toEqual([1, 2, 3]);
});

test("desktop Excel's 0 for a blank is no level, but it is a rate", () => {
  expect(readSeries("vix", [[18], [19], [0]], LEVELS)).toMatchObject({ values: [18, 19], after: 1 });
  expect(readSeries("series", [[0.1], [0], [0]]).values).toEqual([0.1, 0, 0]);
});

test("of a price, 0 at the ends is a blank; of a spread that is at times negative it is a figure, and within always", () => {
  expect(readSeries("series", [[0], [18], [0], [19], [0]], PRICES)).toMatchObject({
    values: [18, 0, 19],
    before: 1,
    after: 1,
  });
  expect(readSeries("series", [[-1], [0], [0]], PRICES).values).toEqual([-1, 0, 0]);
});

test("a table has a header and a row for each cell, blank where the series is", () => {
  expect(seriesTable(["A"], readSeries("series", [[""], [5], [null]]), [[7]])).toEqual([
    ["A"],
    [""],
    [7],
    [""],
  ]);
});

test("two series share the rows that both have", () => {
  const [price, indicator] = readTogether(
    readSeries("price", [[1], [2], [3], [4]]),
    readSeries("indicator", [[""], [20], [30], [""]]),
  );
  expect(price).toEqual({ name: "price", values: [2, 3], before: 1, after: 1 });
  expect(indicator.values).toEqual([20, 30]);
});

test.each<[string, () => unknown, string]>([
  ["two columns", () => readSeries("series", [[1, 2], [3, 4]]), "series must be one column or one row: the range has 2 columns"], // prettier-ignore
  ["nothing", () => readSeries("series", [["VIX"], [""]]), "series is empty: give its figures, oldest first"],
  ["a gap", () => readSeries("series", [[1], [""], [2]]), "series row 2 is empty, between two figures"],
  ["a text", () => readSeries("series", [["VIX"], [1], ["x"]]), 'series row 3: "x" is not a number'],
  ["a negative level", () => readSeries("vix", [[1], [-2]], LEVELS), "vix row 2: -2 must be at least"],
  ["unequal lengths", () => readTogether(readSeries("price", [[1], [2]]), readSeries("indicator", [[1]])), "indicator has 1 rows and price has 2: both need one for each day"], // prettier-ignore
  ["no row in both", () => readTogether(readSeries("price", [[1], [""]]), readSeries("indicator", [[""], [1]])), "price and indicator have no row with figures in both"], // prettier-ignore
])("%s is a sentence", (_, read, sentence) => {
  expect(read).toThrow(sentence);
});
