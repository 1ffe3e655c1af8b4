/** The Greeks of many options at once, in the units of the cell: what BSM.GREEKS and BLACK76.GREEKS do with a range. */

import { fillGreeks, GREEKS_WIDTH, OPTION_WIDTH } from "../../core/black";
import { expiryOf } from "../../core/expiry";
import { quoteRows } from "../../core/quotedGreeks";
import { DAYS_PER_YEAR, RATE_PERCENT } from "../../core/units";
import { BLOCK } from "./broadcast";

const options = new Float64Array(BLOCK * OPTION_WIDTH);

/**
 * Rows for columns of kind, spot, strike, days, vol, rate and yield. Options of one expiry that follow each other, as in a
 * chain, share what the expiry costs.
 */
export function fillSpotGreeks(columns: readonly Float64Array[], count: number, rows: Float64Array): void {
  const [kinds, spots, strikes, days, vols, rates] = columns as [
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
  ];
  const yields = columns[6] ?? rates;
  for (let index = 0, from = 0; index < count; index++) {
    const at = index * OPTION_WIDTH;
    options[at] = kinds[index]!;
    options[at + 1] = spots[index]!;
    options[at + 2] = strikes[index]!;
    options[at + 3] = vols[index]!;
    const next = index + 1;
    const isSameExpiry =
      days[next] === days[index] && rates[next] === rates[index] && yields[next] === yields[index];
    if (next < count && isSameExpiry) continue;
    const expiry = expiryOf(days[index]! / DAYS_PER_YEAR, rates[index]!, yields[index]!);
    fillGreeks(expiry, options, from, next, rows);
    from = next;
  }
  quoteRows(rows, count);
}

/** Rows for columns of kind, forward, strike, days, vol and rate. At fixed forward the rate only discounts, as in `black76`. */
export function fillForwardGreeks(columns: readonly Float64Array[], count: number, rows: Float64Array): void {
  fillSpotGreeks(columns, count, rows);
  for (let index = 0, row = 0; index < count; index++, row += GREEKS_WIDTH) {
    rows[row + 5] = (-columns[3]![index]! / DAYS_PER_YEAR) * rows[row]! * RATE_PERCENT;
  }
}

type Column = Float64Array;
