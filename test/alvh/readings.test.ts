import { keptRange } from "../../src/alvh/keptRange";
import { Readings } from "../../src/alvh/readings";

const market = keptRange([["VIX", 18]]);
const other = keptRange([["VIX", 19]]);

function counted() {
  const readings = new Readings<{ reading: number }>();
  let count = 0;
  return (range: readonly (readonly number[])[], beside: object) =>
    readings.of(range, beside, () => ({ reading: ++count })).reading;
}

test("two kept ranges are read once together, whichever was read between", () => {
  const read = counted();
  const book = keptRange([[1]]);
  expect([read(book as [], market), read(book as [], other), read(book as [], market)]).toEqual([1, 2, 1]);
  expect(read(keptRange([[1]]) as [], keptRange([["VIX", 18]]))).toBe(1);
});

test("a range that could change is read every time, as the first and as the second", () => {
  const read = counted();
  const loose = [[1]];
  expect([read(loose, market), read(loose, market)]).toEqual([1, 2]);
  expect([read(keptRange([[1]]) as [], loose), read(keptRange([[1]]) as [], loose)]).toEqual([3, 4]);
});

test("the last few readings are kept, and none of a very long range", () => {
  const read = counted();
  for (let value = 0; value < 8; value++) expect(read(keptRange([[value]]) as [], market)).toBe(value + 1);
  expect(read(keptRange([[0]]) as [], market)).toBe(1);
  expect(read(keptRange([[8]]) as [], market)).toBe(9);
  expect([read(keptRange([[0]]) as [], market), read(keptRange([[1]]) as [], market)]).toEqual([1, 10]);
  const long = keptRange(Array.from({ length: 2001 }, (_, row) => [row]));
  expect([read(long as [], market), read(long as [], market)]).toEqual([11, 12]);
});

test("an error is no reading", () => {
  const readings = new Readings<object>();
  const fails = () =>
    readings.of(market, other, () => {
      throw new Error("no");
    });
  expect(fails).toThrow("no");
  const found = {};
  expect(readings.of(market, other, () => found)).toBe(found);
});
