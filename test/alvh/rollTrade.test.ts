import { readRollTrade } from "../../src/alvh/rollTrade";
import { rollCandidate, withColumn } from "./rollCase";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

const quantities = (legs: readonly { position: { leg: { quantity: number } } }[]): number[] =>
  legs.map(({ position }) => position.leg.quantity);

test("a roll buys back what is short, sells what is long, and opens the candidate", () => {
  const trade = readRollTrade(workedBook, workedMarket, rollCandidate);
  expect(quantities(trade.closing)).toEqual([-10, 10, 10, -10]);
  expect(quantities(trade.opening)).toEqual([10, -10, -10, 10]);
  expect(trade.complexes.map(({ credit }) => credit)).toEqual([expect.closeTo(13.95, 12)]);
  expect(trade.candidateComplexes.map(({ credit }) => credit)).toEqual([expect.closeTo(13, 12)]);
});

test("what book and candidate hold alike is kept: only the difference is traded", () => {
  // Six of the ten calls stay as they are; the puts move down by 50 points.
  const candidate = workedCondor.map((row, index) =>
    index === 0 ? row : row.map((value, column) => (column === 3 ? 6 * Number(value) : value)),
  );
  const moved = candidate.map((row) =>
    row[2] === "put" ? row.map((value, column) => (column === 4 ? Number(value) - 50 : value)) : row,
  );
  const trade = readRollTrade(workedBook, workedMarket, moved);
  // The short put 4050 wanted is no long put 4050 held.
  expect(quantities(trade.closing)).toEqual([-10, 10, 4, -4]);
  expect(quantities(trade.opening)).toEqual([6, -6]);
  const same = readRollTrade(workedBook, workedMarket, workedBook.slice(0, 5));
  expect([same.closing, same.opening]).toEqual([[], []]);
});

test("the candidate replaces the layers it names; where it names none of the book's, all SPX legs", () => {
  const second = rollCandidate.slice(1).map(([, ...cells]) => ["IC2", ...cells]);
  const book = [...workedBook, ...second];
  const named = rollCandidate.map(([layer, ...cells], index) => [index === 0 ? layer : "ic2", ...cells]);
  const trade = readRollTrade(book, workedMarket, named);
  expect(trade.rolled.map(({ leg }) => leg.layer)).toEqual(["IC2", "IC2", "IC2", "IC2"]);
  expect(trade.stays).toHaveLength(4);
  const unnamed = rollCandidate.map(([layer, ...cells], index) => [index === 0 ? layer : "", ...cells]);
  expect(readRollTrade(book, workedMarket, unnamed).rolled).toHaveLength(8);
});

test("open interest is read from both ranges; a blank or 0 is none given", () => {
  const trade = readRollTrade(
    withColumn(workedBook, "OpenInterest", [500, 0, "", 80]),
    workedMarket,
    withColumn(rollCandidate, "OI", [1, 2, 3, 4]),
  );
  expect(trade.closing.map(({ openInterest }) => openInterest)).toEqual([500, undefined, undefined, 80]);
  expect(trade.opening.map(({ openInterest }) => openInterest)).toEqual([1, 2, 3, 4]);
});

test.each<[string, Parameters<typeof readRollTrade>[2], string]>([
  ["nothing", [[null]], "candidate is empty: give a header row and one leg a row"],
  ["a header alone", rollCandidate.slice(0, 1), "candidate has a header but no leg"],
  ["a hedge", workedHedge, "candidate row 2 is no SPX option: give the condor to roll into, its hedge apart"],
  ["one side", rollCandidate.slice(0, 3), "candidate holds no iron condor"],
  ["a naked short", [rollCandidate[0] ?? [], ...rollCandidate.slice(2)], "candidate row 2: the short put is not covered"], // prettier-ignore
  ["open interest in words", withColumn(rollCandidate, "OpenInterest", ["many"]), 'candidate row 2, OpenInterest: "many" is not a number'], // prettier-ignore
])("a candidate of %s is refused by its own name", (_, candidate, sentence) => {
  expect(() => readRollTrade(workedBook, workedMarket, candidate)).toThrow(sentence);
});

test("a candidate's price that no vol explains is said of the candidate", () => {
  const cheap = rollCandidate.map((row) => (row[4] === 4000 ? [...row.slice(0, 7), 4600, 4700] : row));
  expect(() => readRollTrade(workedBook, workedMarket, cheap)).toThrow(/^candidate row 3, Price: /);
});

test("a book without condors, or of a hedge alone, has nothing to roll", () => {
  expect(() => readRollTrade(workedHedge, workedMarket, rollCandidate)).toThrow(
    "book holds no short SPX option, so no iron condor to hedge",
  );
  const puts = [workedBook[0] ?? [], ...workedBook.slice(1, 3)];
  expect(() => readRollTrade(puts, workedMarket, rollCandidate)).toThrow("book holds no iron condor");
});
