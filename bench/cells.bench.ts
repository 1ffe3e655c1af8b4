import { fillGreeks, GREEKS_WIDTH, OPTION_WIDTH } from "../src/core/black";
import { expiryOf } from "../src/core/expiry";
import { bsmGreeks, bsmPrice } from "../src/functions/option";
import { interleaved, type Timing } from "./compare";

/** The way from cells to cells: one call over a range, and one call for each of many cells, against the bare core. */
const OPTIONS = 20_000;
const CELLS = 10_000;
const CHAIN = 250;

const column = (value: (index: number) => unknown): unknown[][] =>
  Array.from({ length: OPTIONS }, (_, index) => [value(index)]);
const one = (value: unknown): unknown[][] => [[value]];

const strikeOf = (index: number): number => 3000 + ((index * 7) % 3000);
const daysOf = (index: number): number => 1 + Math.floor(index / CHAIN);
const volOf = (index: number): number => 0.1 + 0.0001 * ((index * 13) % 3000);
const kinds = column((index) => (index % 2 === 0 ? "put" : "call"));
const strikes = column(strikeOf);
const days = column(daysOf);
const vols = column(volOf);

const options = new Float64Array(OPTIONS * OPTION_WIDTH);
for (let index = 0; index < OPTIONS; index++) {
  options.set([index % 2 === 0 ? -1 : 1, 4500, strikeOf(index), volOf(index)], index * OPTION_WIDTH);
}
const rows = new Float64Array(OPTIONS * GREEKS_WIDTH);

const times = interleaved(
  {
    cells: () => bsmGreeks(kinds, one(4500), strikes, days, vols, one(0.03), one(0.015)),
    bare: () => {
      for (let from = 0; from < OPTIONS; from += CHAIN) {
        fillGreeks(expiryOf(daysOf(from) / 365, 0.03, 0.015), options, from, from + CHAIN, rows);
      }
    },
    arrays: () => {
      const line = new Array<number>(GREEKS_WIDTH).fill(0.5);
      const table: number[][] = [];
      for (let index = 0; index < OPTIONS; index++) table.push(line.slice());
      return table;
    },
    scalar: () => {
      let sum = 0;
      for (let index = 0; index < CELLS; index++) {
        const price = bsmPrice(one("put"), one(4500), one(3000 + index / 5), one(30), one(0.2), one(0.03), one(0.015)); // prettier-ignore
        sum += Number(price[0]?.[0]);
      }
      return sum;
    },
  },
  41,
);

const each = ({ median, low, high }: Timing, count: number): string => {
  const nanoseconds = (milliseconds: number): string => ((1e6 * milliseconds) / count).toFixed(0);
  return `${nanoseconds(median)} ns an option (${nanoseconds(low)} to ${nanoseconds(high)})`;
};
const plumbing = (whole: number, bare: number): string => `${(100 * (1 - bare / whole)).toFixed(0)}%`;
console.log(
  `BSM.GREEKS over ${OPTIONS} options, cells in and nine columns out: ${each(times.cells, OPTIONS)}`,
);
console.log(`the bare core over the same chains: ${each(times.bare, OPTIONS)}`);
console.log(`the making of as many rows of nine numbers, which Excel wants: ${each(times.arrays, OPTIONS)}`);
console.log(
  `share of plumbing ${plumbing(times.cells.median, times.bare.median)} of the median, ` +
    `${plumbing(times.cells.low, times.bare.low)} of the fastest (aim: at most 50%)`,
);
console.log(`BSM.PRICE in ${CELLS} cells of one formula each: ${each(times.scalar, CELLS)}`);
