import type { CellValue, Range } from "../../src/alvh/cellValue";
import { settingsInForce } from "../../src/alvh/presets";
import { rollTable } from "../../src/alvh/rollDecision";
import type { Settings } from "../../src/alvh/settings";
import { workedBook, workedMarket } from "./workedCase";

/** Ten condors to roll the worked book into; the quotes are assumed. Credit 13.00 at the middle, half-spreads 1.40 in all. */
export const rollCandidate: CellValue[][] = [
  ["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "Vol", "Bid", "Ask"],
  ["IC", "SPXW", "put", 10, 3950, "2022-04-14", "", 40, 40.8],
  ["IC", "SPXW", "put", -10, 4000, "2022-04-14", "", 46, 46.8],
  ["IC", "SPXW", "call", -10, 4800, "2022-04-14", "", 19, 19.6],
  ["IC", "SPXW", "call", 10, 4850, "2022-04-14", "", 12, 12.6],
];

/** A book with one more column, its values row by row from the first leg on. */
export function withColumn(book: Range, name: string, values: readonly CellValue[]): CellValue[][] {
  return book.map((row, index) => [...row, index === 0 ? name : values[index - 1]]);
}

export function settingsOf(rows: Range = []): Settings {
  return settingsInForce(null, rows).settings;
}

/** The row of ROLL that begins so, for the worked book and this candidate unless others are given. */
export function rollRow(
  start: string,
  settings: Range = [],
  { book = workedBook, market = workedMarket, candidate = rollCandidate }: Partial<Ranges> = {},
): (string | number)[] {
  const found = rollTable(book, market, candidate, settingsOf(settings)).find(([rule]) =>
    String(rule).startsWith(start),
  );
  if (found === undefined) throw new Error(`ROLL has no row ${start}`);
  return found;
}

interface Ranges {
  readonly book: Range;
  readonly market: Range;
  readonly candidate: Range;
}
