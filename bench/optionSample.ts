/** European options as rows of SAMPLE_WIDTH numbers: kind, spot, strike, years, vol, rate, yield, price. */
import { blackScholesPrice, type OptionKind } from "../src/core/black";
import { readTable } from "../test/data/readTable";

export const SAMPLE_WIDTH = 8;
const EXPIRIES = 32;
export const STRIKES = 200;
const SPOT = 4500.53;

/**
 * SPX chains of 32 expiries from a day to two years, 200 options each within six standard deviations, calls and puts, with
 * a volatility that rises below the money as the market's does.
 */
export function optionChains(): Float64Array {
  const rows = Array.from({ length: EXPIRIES * STRIKES }, (_, index) => {
    const expiry = Math.floor(index / STRIKES);
    const years = Math.round(730 ** (expiry / (EXPIRIES - 1)) + expiry / 4) / 365;
    const deviations = (12 * ((index * 7) % STRIKES)) / STRIKES - 6;
    const vol = 0.2 * Math.exp(-0.1 * deviations);
    const strike = Math.round((SPOT * Math.exp(vol * Math.sqrt(years) * deviations)) / 5) * 5;
    const kind: OptionKind = index % 2 === 0 ? 1 : -1;
    return row(kind, strike, years, vol, 0.02 + 0.0005 * expiry);
  });
  return Float64Array.from(rows.flat());
}

/** The options of zone spx on which accuracy is measured: no two of one expiry follow each other. */
export function gridOptions(): Float64Array {
  const rows = readTable("test/data/option-grid.csv").filter(({ zone }) => zone === "spx");
  return Float64Array.from(
    rows.flatMap((cells) => [
      cells.kind === "call" ? 1 : -1,
      ...[cells.spot, cells.strike].map(Number),
      Number(cells.dte) / 365,
      ...[cells.vol, cells.rate, cells.yield, cells.price].map(Number),
    ]),
  );
}

/** Those out of the money that somebody may quote: worth a cent or more. */
export function quoted(options: Float64Array): Float64Array {
  const kept: number[] = [];
  for (let at = 0; at < options.length; at += SAMPLE_WIDTH) {
    const [kind = 1, spot = 0, strike = 0, years = 0, , rate = 0, dividendYield = 0, price = 0] =
      options.subarray(at, at + SAMPLE_WIDTH);
    const isOut = kind * (Math.log(spot / strike) + (rate - dividendYield) * years) < 0;
    if (isOut && price >= 0.01) kept.push(...options.subarray(at, at + SAMPLE_WIDTH));
  }
  return Float64Array.from(kept);
}

function row(kind: OptionKind, strike: number, years: number, vol: number, rate: number): number[] {
  const option = [SPOT, strike, years, vol, rate, 0.015] as const;
  return [kind, ...option, blackScholesPrice(kind, ...option)];
}
