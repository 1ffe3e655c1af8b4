import { condorComplexes, creditAt, dollarsOf, marginOf, thetaOf } from "../../src/alvh/condorComplexes";
import type { CellValue } from "../../src/alvh/cellValue";
import { readBookInMarket } from "../../src/alvh/netGreeks";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

function complexesOf(book: CellValue[][]): ReturnType<typeof condorComplexes> {
  return condorComplexes(readBookInMarket(book, workedMarket));
}

/** Puts and calls of one expiry by their mids: kind, quantity, strike, price. */
function book(...legs: [string, number, number, number][]): CellValue[][] {
  return [
    ["Underlying", "Kind", "Qty", "Strike", "Expiry", "Price"],
    ...legs.map(([kind, quantity, strike, price]) => ["SPXW", kind, quantity, strike, "2022-03-18", price]),
  ];
}

test("the worked case: credit 13.95, max loss 36.05, break-evens 4086.05 and 4738.95, margin 50 x 100", () => {
  const [complex] = complexesOf(workedCondor).complexes;
  expect(complex?.condors).toBe(1);
  expect(complex?.credit).toBeCloseTo(13.95, 10);
  expect(complex?.maxLoss).toBeCloseTo(36.05, 10);
  expect(complex?.breakEvenDown).toBeCloseTo(4086.05, 10);
  expect(complex?.breakEvenUp).toBeCloseTo(4738.95, 10);
  expect(marginOf(complex!)).toBe(5000);
  expect(dollarsOf(complex!, 36.05)).toBeCloseTo(3605, 8);
  expect(thetaOf(complex!)).toBeCloseTo(25.49, 2);
});

test("ten condors have the same points, and a VIX hedge changes none", () => {
  const { complexes, otherSpxLegs } = complexesOf(workedBook);
  expect(complexes).toHaveLength(1);
  expect(otherSpxLegs).toBe(0);
  expect(complexes[0]?.condors).toBe(10);
  expect(complexes[0]?.credit).toBeCloseTo(13.95, 10);
  expect(complexes[0]?.breakEvenUp).toBeCloseTo(4738.95, 10);
  expect(marginOf(complexes[0]!)).toBe(50_000);
});

// Worked by hand: credit 38.4 + 21.55 - 25.75 - 8.3 = 25.9; the put side is 100 wide, the call side 75.
test("margin is the gross width of the wider side", () => {
  const [complex] = complexesOf(
    book(["put", 1, 4000, 25.75], ["put", -1, 4100, 38.4], ["call", -1, 4725, 21.55], ["call", 1, 4800, 8.3]),
  ).complexes;
  expect(complex?.grossWidth).toBe(100);
  expect(complex?.narrowWidth).toBe(75);
  expect(complex?.credit).toBeCloseTo(25.9, 10);
  expect(complex?.maxLoss).toBeCloseTo(74.1, 10);
});

test("sides of different size count by the larger, and a side's width stays its own", () => {
  const [complex] = complexesOf(
    book(
      ["put", 10, 4050, 33.05],
      ["put", -10, 4100, 38.4],
      ["call", -8, 4725, 21.55],
      ["call", 8, 4775, 12.95],
    ),
  ).complexes;
  expect(complex?.condors).toBe(10);
  expect([complex?.grossWidth, complex?.narrowWidth]).toEqual([50, 50]);
  // (10 x 5.35 + 8 x 8.60) / 10
  expect(complex?.credit).toBeCloseTo(12.23, 10);
});

test("Entry is where credit, worst loss and break-evens start", () => {
  const entered = workedCondor.map((row, index) => [...row, ["Entry", 30, 40, 25, 15][index]!]);
  const [complex] = complexesOf(entered).complexes;
  expect(complex?.credit).toBeCloseTo(20, 10);
  expect(complex?.breakEvenDown).toBeCloseTo(4080, 10);
  expect(creditAt(complex!, ({ price }) => price)).toBeCloseTo(13.95, 10);
});

test("expiries are complexes of their own, soonest first; what is no condor is counted apart", () => {
  const later = workedCondor
    .slice(1)
    .map((row) => row.map((value, column) => (column === 5 ? "2022-04-14" : value)));
  const put: CellValue[] = ["tail", "SPXW", "put", 1, 3500, "2022-06-30", "", 30, 31];
  const { complexes, otherSpxLegs } = complexesOf([
    ...workedCondor.slice(0, 1),
    ...later,
    ...workedCondor.slice(1),
    put,
  ]);
  expect(complexes.map(({ days }) => Math.round(days))).toEqual([42, 69]);
  expect(otherSpxLegs).toBe(1);
});

test("a condor sold for nothing has no break-even", () => {
  const [complex] = complexesOf(
    workedCondor.map((row, index) => [...row, ["Entry", 9, 9, 9, 9][index]!]),
  ).complexes;
  expect([complex?.breakEvenDown, complex?.breakEvenUp]).toEqual([undefined, undefined]);
  expect(complex?.maxLoss).toBe(50);
});

test.each<[string, CellValue[][], string]>([
  [
    "a hedge alone",
    workedHedge,
    "book holds no iron condor: no expiry has both a short SPX put and a short SPX call",
  ],
  ["a put spread", book(["put", 1, 4050, 33.05], ["put", -1, 4100, 38.4]), "book holds no iron condor"],
  [
    "a strangle",
    book(["put", -1, 4100, 38.4], ["call", -1, 4725, 21.55]),
    "book row 2: the short put is not covered by long puts of the same expiry, so it is no iron condor sold",
  ],
  [
    "a condor bought",
    book(
      ["put", -1, 4050, 33.05],
      ["put", 1, 4100, 38.4],
      ["call", 1, 4725, 21.55],
      ["call", -1, 4775, 12.95],
    ),
    "book row 2: long puts stand nearer to the money than the short ones, so it is no iron condor sold",
  ],
  [
    "a naked call",
    book(
      ["put", 1, 4050, 33.05],
      ["put", -1, 4100, 38.4],
      ["call", -2, 4725, 21.55],
      ["call", 1, 4775, 12.95],
    ),
    "book row 4: the short call is not covered by long calls",
  ],
])("%s is refused", (_, legs, sentence) => {
  expect(() => complexesOf(legs)).toThrow(sentence);
});
