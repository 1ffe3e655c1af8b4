import fc from "fast-check";
import type { CellValue, Range } from "../../../src/alvh/cellValue";
import { keptRange } from "../../../src/alvh/keptRange";
import { InputError } from "../../../src/core/errors";
import { Memory, remembered } from "../../../src/functions/support/remembered";

/** Says all there is to say of its arguments, so that two calls agree only if their arguments do. */
function spelled(...given: unknown[]): string[][] {
  const spell = (value: unknown): string =>
    Array.isArray(value)
      ? `[${value.map(spell).join()}]`
      : Object.is(value, -0)
        ? "number -0"
        : `${typeof value} ${JSON.stringify(String(value))}`;
  if (given.includes("fail")) throw new InputError("given", `refused ${given.map(spell).join()}`);
  return [given.map(spell)];
}

const scalar = fc.oneof(
  fc.constantFrom<CellValue>(0, -0, 1, "1", "0", "", null, undefined, true, false, NaN, 'a";', "fail"),
  fc.double(),
  fc.string({ maxLength: 5 }),
);
const argument = fc.oneof(scalar, fc.array(fc.array(scalar, { maxLength: 3 }), { maxLength: 3 }));
const calls = fc.array(fc.array(argument, { maxLength: 4 }), { minLength: 1, maxLength: 60 });

const outcome = (call: () => unknown): unknown => {
  try {
    return call();
  } catch (error) {
    return error instanceof InputError ? error.message : error;
  }
};

/** As an adapter hands them over. */
const handed = (given: (CellValue | CellValue[][])[]) =>
  given.map((value) => (Array.isArray(value) ? keptRange(value) : value));

test("whatever was asked before, the answer is that of a fresh call, also after the last one was scribbled on", () => {
  fc.assert(
    fc.property(calls, fc.constantFrom(15, 100, 100_000), (asked, limit) => {
      const memory = new Memory(limit);
      const answers: unknown[] = [];
      const fresh: unknown[] = [];
      for (const given of [...asked, ...asked, ...[...asked].reverse()]) {
        const answer = outcome(() => memory.recall(spelled, handed(given)));
        answers.push(structuredClone(answer), memory.size <= limit);
        fresh.push(
          outcome(() => spelled(...given)),
          true,
        );
        if (Array.isArray(answer)) (answer as string[][])[0]?.fill("scribble");
      }
      expect(answers).toEqual(fresh);
    }),
    { seed: 2, numRuns: 150 },
  );
});

test("the same question is computed once, errors too, and another function's answer is not this one's", () => {
  const memory = new Memory(1000);
  let computed = 0;
  const double = (value: number) => (computed++, 2 * value);
  const half = (value: number) => value / 2;
  const refuse = (): number => {
    computed++;
    throw new InputError("value", "value is refused");
  };
  expect([memory.recall(double, [4]), memory.recall(double, [4]), memory.recall(half, [4])]).toEqual([
    8, 8, 2,
  ]);
  expect(computed).toBe(1);
  expect(() => memory.recall(refuse, [])).toThrow("value is refused");
  expect(() => memory.recall(refuse, [])).toThrow("value is refused");
  expect(computed).toBe(2);
});

test("with a range that is no kept copy nothing is remembered: it may change between two calls", () => {
  const sum = (range: Range) => range.flat().reduce<number>((total, value) => total + Number(value), 0);
  const loose = [[1, 2]];
  expect(remembered(sum, loose)).toBe(3);
  loose[0]![0] = 5;
  expect(remembered(sum, loose)).toBe(7);
});

test("settings and other objects count by their identity", () => {
  const read = (settings: { value: number }) => settings.value;
  expect([remembered(read, { value: 1 }), remembered(read, { value: 2 })]).toEqual([1, 2]);
});

test("memory is bounded: the result that was not asked for longest goes first, and a huge one is not kept", () => {
  const memory = new Memory(100);
  let computed = 0;
  const rows = (count: number) => (computed++, Array.from({ length: count }, () => [0]));
  for (const count of [10, 11, 12, 13, 10, 14]) memory.recall(rows, [count]);
  expect(memory.size).toBeLessThanOrEqual(100);
  expect(computed).toBe(5);
  memory.recall(rows, [10]);
  expect(computed).toBe(5);
  memory.recall(rows, [11]);
  expect(computed).toBe(6);
  const before = memory.size;
  expect(memory.recall(rows, [500])).toHaveLength(500);
  expect(memory.size).toBe(before);
});
