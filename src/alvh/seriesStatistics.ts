import type { Table } from "./netTables";
import { seriesTable, type Series } from "./series";

/**
 * How many standard deviations each value stands from the mean of its window, the value included; the deviation is the
 * sample's (n - 1). Without a window all values so far count, from the third on. Undefined in the warm-up and where
 * nothing in the window has moved.
 */
export function zScores(values: readonly number[], window?: number): (number | undefined)[] {
  // The mean and the sum of squares about it run along (Welford), so that thousands of bars without a window stay quick.
  let mean = 0;
  let squares = 0;
  return values.map((value, bar) => {
    if (window === undefined) {
      const step = value - mean;
      mean += step / (bar + 1);
      squares += step * (value - mean);
      return bar < 2 ? undefined : zScore(value, mean, squares, bar + 1);
    }
    if (bar + 1 < window) return undefined;
    const held = values.slice(bar + 1 - window, bar + 1);
    const center = held.reduce((sum, each) => sum + each, 0) / window;
    return zScore(
      value,
      center,
      held.reduce((sum, each) => sum + (each - center) ** 2, 0),
      window,
    );
  });
}

function zScore(value: number, mean: number, squares: number, count: number): number | undefined {
  const deviation = Math.sqrt(squares / (count - 1));
  return deviation > 1e-12 * Math.abs(mean) ? (value - mean) / deviation : undefined;
}

/** The change of each value over so many bars; undefined for the first ones. */
export function changes(values: readonly number[], bars: number): (number | undefined)[] {
  return values.map((value, bar) => {
    const before = values[bar - bars];
    return before === undefined ? undefined : value - before;
  });
}

/** The z-score of a series, or of its change over `changeBars`, as a table. */
export function zScoreTable(
  series: Series,
  window: number | undefined,
  changeBars: number | undefined,
): Table {
  const skipped = changeBars ?? 0;
  const values =
    changeBars === undefined
      ? series.values
      : changes(series.values, changeBars).flatMap((change) => change ?? []);
  const scores = [...series.values.slice(0, skipped).map(() => undefined), ...zScores(values, window)];
  const of = changeBars === undefined ? "Z-score" : `Z-score of the change over ${changeBars} bars`;
  return seriesTable(
    [window === undefined ? `${of} (all so far)` : `${of} (in ${window} bars)`],
    series,
    scores.slice(0, series.values.length).map((score) => [score ?? ""]),
  );
}

/** Volatility realised over the last bars, decimal per year: the root of the mean squared log return, mean taken as zero. */
export function realisedVol(
  closes: readonly number[],
  bar: number,
  bars: number,
  barsPerYear: number,
): number | undefined {
  if (bar < bars) return undefined;
  let squares = 0;
  for (let at = bar - bars + 1; at <= bar; at++) {
    squares += Math.log((closes[at] ?? NaN) / (closes[at - 1] ?? NaN)) ** 2;
  }
  return Math.sqrt((squares / bars) * barsPerYear);
}

/** Implied against realised volatility, in vol points: VIX less the volatility of the last bars, and their ratio. */
export function riskPremiumTable(closes: Series, vix: Series, bars: number, barsPerYear: number): Table {
  return seriesTable(
    [`Realised vol, ${bars} bars (points)`, "VRP (points)", "Implied / realised"],
    closes,
    closes.values.map((_, bar) => {
      const realised = realisedVol(closes.values, bar, bars, barsPerYear);
      if (realised === undefined) return ["", "", ""];
      const points = 100 * realised;
      const implied = vix.values[bar] ?? NaN;
      return [points, implied - points, points > 0 ? implied / points : ""];
    }),
  );
}

/**
 * Whether a series leads VIX: the correlation of its changes with those of VIX so many days later, and the band that
 * chance alone stays within 19 times of 20. Changes of positive series are in logs.
 */
export function leadLagTable(series: Series, vix: Series, lags: readonly number[]): Table {
  const leading = steps(series.values);
  const following = steps(vix.values);
  return [
    ["Lag (bars)", "Correlation", "Pairs", "Chance band ±", "Beyond chance"],
    ...lags.map((lag) => {
      const pairs = leading.length - lag;
      if (pairs < FEWEST_PAIRS) return [lag, "", Math.max(pairs, 0), "", "too few pairs"];
      const found = correlation(leading.slice(0, pairs), following.slice(lag));
      const band = TWO_SIDED_95 / Math.sqrt(pairs);
      if (found === undefined) return [lag, "", pairs, band, "nothing moves"];
      return [lag, found, pairs, band, Math.abs(found) > band ? "yes" : "no"];
    }),
    ["Note", "", "", "", `${lags.length} lags are tried: one of twenty passes by chance alone`],
  ];
}

/** Below this a correlation says nothing. */
const FEWEST_PAIRS = 10;

const TWO_SIDED_95 = 1.959964;

function steps(values: readonly number[]): number[] {
  const isPositive = values.every((value) => value > 0);
  return values.slice(1).map((value, index) => {
    const before = values[index] ?? NaN;
    return isPositive ? Math.log(value / before) : value - before;
  });
}

/** Pearson's correlation; undefined where one of the two does not move. */
function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [products, squaresA, squaresB] = [0, 0, 0];
  a.forEach((value, index) => {
    const [x, y] = [value - meanA, (b[index] ?? NaN) - meanB];
    products += x * y;
    squaresA += x * x;
    squaresB += y * y;
  });
  return squaresA > 0 && squaresB > 0 ? products / Math.sqrt(squaresA * squaresB) : undefined;
}
