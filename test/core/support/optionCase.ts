import type { OptionKind } from "../../../src/core/black";

/** The arguments of one option, in core's order. */
export type OptionCase = [
  kind: OptionKind,
  spot: number,
  strike: number,
  years: number,
  vol: number,
  rate: number,
  dividendYield: number,
];

/** An option from a row of a golden table, whose time stands in years or in days. */
export function optionCase(row: Record<string, string>): OptionCase {
  const years = row.years === undefined ? Number(row.dte) / 365 : Number(row.years);
  const numbers = [row.vol, row.rate, row.yield].map(Number) as [number, number, number];
  return [row.kind === "call" ? 1 : -1, Number(row.spot), Number(row.strike), years, ...numbers];
}

/** The value below which a fraction of the list lies. */
export function percentile(values: number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))]!;
}

/** Put and call over strikes, times and volatilities: deep tails and tiny volatilities included. */
export function optionGrid(): OptionCase[] {
  const grid: OptionCase[] = [];
  for (const kind of [1, -1] as const)
    for (const strike of [60, 90, 99.9, 100, 104, 170])
      for (const years of [0.01, 0.3, 2])
        for (const vol of [0.08, 0.25, 1.1])
          for (const [rate, dividendYield] of [
            [0, 0],
            [0.05, 0.015],
            [-0.01, 0.04],
          ] as const)
            grid.push([kind, 100, strike, years, vol, rate, dividendYield]);
  return grid;
}
