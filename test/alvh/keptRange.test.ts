import fc from "fast-check";
import type { CellValue, Range } from "../../src/alvh/cellValue";
import { isKept, keptRange, KeptRanges } from "../../src/alvh/keptRange";

/** Values that are easily taken for one another. */
const lookalikes: CellValue[] = [
  0,
  -0,
  1,
  true,
  "1",
  "0",
  "",
  " ",
  null,
  undefined,
  false,
  NaN,
  "NaN",
  0.1 + 0.2,
  0.3,
];
const cellValue = fc.oneof(fc.constantFrom(...lookalikes), fc.double(), fc.string());
const ragged = fc.array(fc.array(cellValue, { maxLength: 4 }), { maxLength: 4 });

/** A text in which two ranges are alike only if every cell is. */
function spelled(range: Range): string {
  return range
    .map((row) =>
      row.map((value) => (Object.is(value, -0) ? "number -0" : `${typeof value} ${String(value)}`)),
    )
    .map((row) => JSON.stringify(row))
    .join();
}

test("ranges become one object if and only if every cell is the same value of the same type", () => {
  const ranges = new KeptRanges(1_000_000);
  const bySpelling = new Map<string, Range>();
  fc.assert(
    fc.property(ragged, (range) => {
      const copy = ranges.keep(range);
      expect(copy).toEqual(range);
      const spelling = spelled(range);
      const earlier = bySpelling.get(spelling) ?? copy;
      bySpelling.set(spelling, earlier);
      expect(copy).toBe(earlier);
    }),
    { seed: 1, numRuns: 1000 },
  );
  expect(new Set(bySpelling.values()).size).toBe(bySpelling.size);
});

test.each(lookalikes.flatMap((one, index) => lookalikes.slice(index + 1).map((other) => [one, other])))(
  "a cell with %p is not one with %p",
  (one, other) => {
    expect(keptRange([[one]])).not.toBe(keptRange([[other]]));
  },
);

test("what the caller does to his range afterwards does not reach the copy, which nobody can change", () => {
  const given: CellValue[][] = [["VIX", 18]];
  const copy = keptRange(given);
  given[0]![1] = 99;
  expect(copy).toEqual([["VIX", 18]]);
  expect(keptRange([["VIX", 18]])).toBe(copy);
  expect(keptRange(given)).not.toBe(copy);
  expect(() => {
    (copy[0] as CellValue[])[1] = 99;
  }).toThrow(TypeError);
  expect(() => (copy as CellValue[][]).pop()).toThrow(TypeError);
});

test("a kept copy is its own kept copy", () => {
  const copy = keptRange([[1]]);
  expect(keptRange(copy)).toBe(copy);
  expect(isKept(copy)).toBe(true);
  expect(isKept([[1]])).toBe(false);
});

test("a range with an object in it, or with a row that is none, stays as it is: it could change unnoticed", () => {
  for (const odd of [[[{}]], [[[1]]], [[() => 1]], [1], [null]] as unknown as Range[]) {
    expect(keptRange(odd)).toBe(odd);
    expect(isKept(odd)).toBe(false);
  }
});

test("memory is bounded: what was not used for longest goes first, and what is too large is not kept at all", () => {
  const ranges = new KeptRanges(100);
  const row = (value: number): Range => [Array.from({ length: 20 }, () => value)];
  const first = ranges.keep(row(1));
  const second = ranges.keep(row(2));
  for (let value = 3; value <= 50; value++) {
    ranges.keep(row(value));
    expect(ranges.keep(row(1))).toBe(first);
    expect(ranges.size).toBeLessThanOrEqual(100);
  }
  expect(ranges.keep(row(2))).not.toBe(second);
  const large = row(1).map((cells) => [...cells, ...cells]);
  expect(ranges.keep(large)).toBe(large);
  const long = [["x".repeat(1000)]];
  expect(ranges.keep(long)).toBe(long);
});

test("a whole column of blanks is looked at only as far as the limit", () => {
  let looked = 0;
  const blank = new Array<CellValue>(4).fill(null);
  const column = new Proxy(new Array<CellValue[]>(1_048_576).fill(blank), {
    get(rows, key, receiver) {
      looked += 1;
      return Reflect.get(rows, key, receiver) as unknown;
    },
  });
  expect(keptRange(column)).toBe(column);
  expect(looked).toBeLessThan(500_000);
});
