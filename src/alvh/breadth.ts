import type { Table } from "./netTables";
import { seriesTable, type Series } from "./series";

/** What the advance/decline line says beside the index. */
export type BreadthDivergence = "bearish" | "bullish" | "none";

/**
 * The advance/decline line, advances less declines summed from the first bar. With an index: whether the two part, by the
 * signs of their slopes over the last bars. A falling line under a rising index is bearish; the reverse is bullish, though
 * one of the texts reads the rising line as a warning.
 */
export function breadthTable(
  advances: Series,
  declines: Series,
  index: Series | undefined,
  slopeBars: number,
): Table {
  const line = advanceDeclineLine(advances.values, declines.values);
  const header = ["Net advances", "A/D line"];
  if (index === undefined) {
    return seriesTable(
      header,
      advances,
      line.map((sum, bar) => [net(advances, declines, bar), sum]),
    );
  }
  return seriesTable(
    [...header, `A/D slope, ${slopeBars} bars`, `Index slope, ${slopeBars} bars`, "Divergence"],
    advances,
    line.map((sum, bar) => {
      const lineSlope = slope(line, bar, slopeBars);
      const indexSlope = slope(index.values, bar, slopeBars);
      const hasBoth = lineSlope !== undefined && indexSlope !== undefined;
      return [
        net(advances, declines, bar),
        sum,
        lineSlope ?? "",
        indexSlope ?? "",
        hasBoth ? breadthDivergence(lineSlope, indexSlope) : "",
      ];
    }),
  );
}

export function advanceDeclineLine(advances: readonly number[], declines: readonly number[]): number[] {
  let sum = 0;
  return advances.map((advancing, bar) => (sum += advancing - (declines[bar] ?? 0)));
}

export function breadthDivergence(lineSlope: number, indexSlope: number): BreadthDivergence {
  if (lineSlope < 0 && indexSlope > 0) return "bearish";
  return lineSlope > 0 && indexSlope < 0 ? "bullish" : "none";
}

/** Least-squares slope per bar of the last `bars` values up to one; undefined while there are fewer. */
export function slope(values: readonly number[], bar: number, bars: number): number | undefined {
  if (bar + 1 < bars || bars < 2) return undefined;
  const window = values.slice(bar + 1 - bars, bar + 1);
  const middle = (bars - 1) / 2;
  const squares = (bars * (bars * bars - 1)) / 12;
  return window.reduce((sum, value, step) => sum + (step - middle) * value, 0) / squares;
}

function net(advances: Series, declines: Series, bar: number): number {
  return (advances.values[bar] ?? NaN) - (declines.values[bar] ?? NaN);
}
