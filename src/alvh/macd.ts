import { InputError } from "../core/errors";
import type { Table } from "./netTables";
import { seriesTable, type Series } from "./series";

/** The periods of a MACD, in bars. */
export interface MacdPeriods {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
}

/** MACD at each bar; undefined where the averages have too few bars yet. */
interface Macd {
  readonly macd: readonly (number | undefined)[];
  readonly signal: readonly (number | undefined)[];
  readonly histogram: readonly (number | undefined)[];
}

/**
 * Moving average convergence/divergence (Appel): the fast exponential average less the slow one, its own average as signal,
 * and their difference as histogram. Each average starts with the simple mean of its first bars, so that nothing is shown
 * before the bars are there; averages that start with the first price differ for some hundred bars.
 */
export function macd(values: readonly number[], { fast, slow, signal }: MacdPeriods): Macd {
  if (!(fast < slow)) throw new InputError("fast", `fast (${fast}) must be below slow (${slow})`);
  const fastAverage = exponentialAverage(values, fast);
  const slowAverage = exponentialAverage(values, slow);
  const line = values.map((_, index) => difference(fastAverage[index], slowAverage[index]));
  const known = line.slice(slow - 1) as number[];
  const signalLine = [...line.slice(0, slow - 1).map(() => undefined), ...exponentialAverage(known, signal)];
  return {
    macd: line,
    signal: signalLine,
    histogram: line.map((value, index) => difference(value, signalLine[index])),
  };
}

/** MACD as a table: with the crossings of the signal, and where a positive histogram has been falling. */
export function macdTable(series: Series, periods: MacdPeriods, fallingBars: number): Table {
  const { macd: line, signal, histogram } = macd(series.values, periods);
  const { fast, slow, signal: smoothing } = periods;
  return seriesTable(
    [`MACD ${fast}/${slow}`, `Signal ${smoothing}`, "Histogram", "Crossing", "Decelerating"],
    series,
    line.map((value, index) => [
      value ?? "",
      signal[index] ?? "",
      histogram[index] ?? "",
      crossing(histogram[index - 1], histogram[index]),
      isDecelerating(histogram, index, fallingBars) ? "yes" : "",
    ]),
  );
}

/** The exponential average with weight 2 / (period + 1), from the simple mean of the first `period` values on. */
function exponentialAverage(values: readonly number[], period: number): (number | undefined)[] {
  const weight = 2 / (period + 1);
  let average: number | undefined;
  let sum = 0;
  return values.map((value, index) => {
    if (average !== undefined) average += weight * (value - average);
    else {
      sum += value;
      if (index === period - 1) average = sum / period;
    }
    return average;
  });
}

function difference(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function crossing(before: number | undefined, now: number | undefined): string {
  if (before === undefined || now === undefined) return "";
  if (before <= 0 && now > 0) return "up";
  return before >= 0 && now < 0 ? "down" : "";
}

/** Momentum that fades while it still points up: the histogram positive, and lower for `bars` bars in a row. */
function isDecelerating(histogram: Macd["histogram"], index: number, bars: number): boolean {
  return Array.from({ length: bars }, (_, back) => index - back).every((bar) => {
    const now = histogram[bar];
    const before = histogram[bar - 1];
    return now !== undefined && before !== undefined && now > 0 && now < before;
  });
}
