import { bookSummary } from "../../../../src/taskpane/rooms/book/bookSummary";
import { workedBook, workedHedge, workedMarket } from "../../../alvh/workedCase";

test("the worked case is told as it stands in the sheet", () => {
  const { asOf, condors, layers, expiredLegs } = bookSummary(workedBook, workedMarket);
  expect(asOf).toBe("2022-02-04 16:15");
  expect(condors).toBe(10);
  expect(expiredLegs).toBe(0);
  expect(layers.map(({ name, legs, long, short }) => [name, legs, long, short])).toEqual([
    ["IC", 4, 20, 20],
    ["short", 1, 4, 0],
    ["medium", 1, 4, 0],
    ["long", 1, 2, 0],
  ]);
  // 4 February 16:15 to 18 March 16:00 is 41 days and 23:45; to 16 February 09:30, 11 days and 17:15.
  expect(layers[0]?.days).toBeCloseTo(41 + 23.75 / 24, 6);
  expect(layers[1]?.days).toBeCloseTo(11 + 17.25 / 24, 6);
});

test("layers are told apart without case, and a leg without one is said so", () => {
  const [header, ...legs] = workedBook;
  const named = legs.map((row, index) => [["IC", "ic", "", ""][index] ?? row[0], ...row.slice(1)]);
  const { layers } = bookSummary([header!, ...named], workedMarket);
  expect(layers.map(({ name, legs: count }) => `${name} ${count}`)).toEqual([
    "IC 2",
    "(no layer) 2",
    "short 1",
    "medium 1",
    "long 1",
  ]);
});

test("a hedge alone has no condors, and an expired leg is counted apart", () => {
  const expired = ["short", "VIX", "call", 1, 35, "2022-01-19", 1, "", ""];
  const summary = bookSummary([...workedHedge, expired], workedMarket);
  expect(summary.condors).toBe(0);
  expect(summary.expiredLegs).toBe(1);
  expect(summary.layers.map(({ legs }) => legs)).toEqual([1, 1, 1]);
});

test("what CHECK would refuse is refused with its sentence", () => {
  expect(() => bookSummary([["Title"]], workedMarket)).toThrow("has no column Underlying");
});
