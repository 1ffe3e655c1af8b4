import { rollCostTable } from "../../src/alvh/rollCost";
import { rollCandidate, settingsOf, withColumn } from "./rollCase";
import { workedBook, workedCondor, workedMarket } from "./workedCase";
import type { Range } from "../../src/alvh/cellValue";

function costs(book: Range = workedBook, candidate: Range = rollCandidate, settings: Range = []) {
  const rows = rollCostTable(book, workedMarket, candidate, settingsOf(settings));
  return (start: string): (string | number)[] => rows.find(([name]) => String(name).startsWith(start)) ?? [];
}

const number = expect.closeTo;

/** Quotes of a book left out, its prices kept as marks. */
function unquoted(book: Range): Range {
  return withColumn(book, "Price", book.slice(1).map((row) => (Number(row[7]) + Number(row[8])) / 2)).map(
    (row, index) => (index === 0 ? row : row.map((value, column) => (column === 7 || column === 8 ? "" : value))),
  ); // prettier-ignore
}

test("C17 slippage is the half-spread of each leg x multiplier x quantity, and fees", () => {
  // Half-spreads of the condor .25 + .30 + .25 + .25 = 1.05 points, of the candidate 1.40: times 10 x 100 dollars.
  const cost = costs();
  expect(cost("C17 half-spreads, close")[1]).toEqual(number(1050, 6));
  expect(cost("C17 half-spreads, open")[1]).toEqual(number(1400, 6));
  // 80 contracts at one dollar.
  expect(cost("C17 fees")[1]).toBe(80);
  expect(cost("C17 slippage")[1]).toEqual(number(2530, 6));
});

test("C17 without Bid and Ask the half-spread is a setting, and the row says so", () => {
  const cost = costs(unquoted(workedBook.slice(0, 5)), rollCandidate, [["C17.SpxHalfSpread", 0.4]]);
  // Four legs at .40 points, ten of each.
  expect(cost("C17 half-spreads, close")[1]).toEqual(number(1600, 6));
  expect(cost("C17 half-spreads, close")[2]).toContain("4 legs by C17.SpxHalfSpread");
  // An option sold for less than the half-spread brings nothing, never less: 12.95 for the call sold to close.
  const wide = costs(unquoted(workedBook.slice(0, 5)), rollCandidate, [["C17.SpxHalfSpread", 20]]);
  expect(wide("C17 half-spreads, close")[1]).toEqual(number(1000 * (20 + 20 + 20 + 12.95), 6));
});

test("C17 fees are the column's where it has them, in proportion to what is traded", () => {
  const fees = withColumn(workedBook.slice(0, 5), "Fees", [13, 13, 13, 13]);
  // 52 for the book's legs, 40 contracts of the candidate at one dollar.
  expect(costs(fees)("C17 fees")[1]).toBe(92);
  const half = workedCondor.map((row, index) =>
    index === 0 ? row : row.map((value, column) => (column === 3 ? 5 * Number(value) : value)),
  );
  expect(costs(fees, half)("C17 fees")[1]).toBe(26);
});

test("the close pays 13.95 at the middle and 15.00 at the natural side, the candidate brings 13.00 and 11.60", () => {
  const cost = costs();
  expect([cost("Close, middle")[1], cost("Close, natural")[1]]).toEqual([number(13950, 6), number(15000, 6)]);
  expect([cost("Open, middle")[1], cost("Open, natural")[1]]).toEqual([number(-13000, 6), number(-11600, 6)]);
  expect(cost("Net, natural side").slice(1)).toEqual([number(3400, 6), "$, a debit"]);
});

test("E13 the cost of rolling is the debit of 950 and 2530 of slippage; a credit does not pay for slippage", () => {
  expect(costs()("E13 cost")[1]).toEqual(number(3480, 6));
  expect(costs(workedBook, rollCandidate, [["E13.Cost", "SLIPPAGE"]])("E13 cost")[1]).toEqual(
    number(2530, 6),
  );
  // Half a point more for each short put: a credit of 9,000 dollars.
  const dear = rollCandidate.map((row) => (row[3] === -10 && row[2] === "put" ? [...row.slice(0, 7), 56, 56.8] : row)); // prettier-ignore
  expect(costs(workedBook, dear)("Net, natural side").slice(1)).toEqual([number(-6600, 6), "$, a credit"]);
  expect(costs(workedBook, dear)("E13 cost")[1]).toEqual(number(2530, 6));
});

test("E16 the time value bought back is the price less the intrinsic value, leg by leg", () => {
  // All legs are out of the money at 4500.53: the whole prices.
  expect(costs()("E16 extrinsic given up")[1]).toEqual(number(13950, 6));
  expect(costs()("E16 extrinsic sold")[1]).toEqual(number(13000, 6));
  // SPX at 4740: the short call 4725 has 15 of intrinsic value among its 60, the rest as before.
  const market = workedMarket.map(([name, value]) => [name, name === "SPX" ? 4740 : value]);
  const book = workedBook
    .slice(0, 5)
    .map((row) => (row[4] === 4725 ? [...row.slice(0, 7), 59.5, 60.5] : row));
  const rows = rollCostTable(book, market, rollCandidate, settingsOf());
  const points = 38.4 - 33.05 + (60 - 15) - 12.95;
  expect(rows.find(([name]) => name === "E16 extrinsic given up")?.[1]).toEqual(number(1000 * points, 6));
});

test("a candidate that is held already costs nothing", () => {
  const cost = costs(workedBook, workedBook.slice(0, 5));
  expect(["Legs closed", "Legs opened", "Close, middle", "C17 slippage", "E13 cost", "E16 extrinsic sold"].map((name) => cost(name)[1])).toEqual([0, 0, 0, 0, 0, 0]); // prettier-ignore
});

test("the table carries its date, and which prices are modelled", () => {
  const cost = costs(
    workedBook,
    rollCandidate.map((row) => row.slice(0, 7)),
  );
  expect(cost("Figure")).toEqual(["Figure", "Value", "Unit or rule, as of 2022-02-04 16:15"]);
  expect(cost("Note")[2]).toContain("4 SPX legs without a price are modelled, 4 with a modelled vol");
});
