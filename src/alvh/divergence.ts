import type { Table } from "./netTables";
import { seriesTable, type Series } from "./series";

/** The bars that a divergence looks at, and what makes a turning point. */
interface DivergenceWindow {
  /** Bars, the present one included, that must hold both turning points. */
  readonly lookback: number;
  /** Bars on each side of a turning point that must not go beyond it; it is known only when those after it are there. */
  readonly pivotBars: number;
}

/** Two turning points of the price, and the indicator at the same bars. */
interface Divergence {
  readonly kind: "bearish" | "bullish";
  readonly earlier: number;
  readonly later: number;
}

/**
 * Where a price and an indicator of it part, bar by bar: bearish while the last two pivot highs of the price rise and the
 * indicator falls between them, bullish while the last two pivot lows fall and the indicator rises. Where both hold, the
 * one whose later pivot is the more recent is shown. Nothing is known before the lookback is full.
 */
export function divergenceTable(price: Series, indicator: Series, window: DivergenceWindow): Table {
  const highs = pivots(price.values, window.pivotBars, 1);
  const lows = pivots(price.values, window.pivotBars, -1);
  const at = (series: Series, bar: number): number => series.values[bar] ?? NaN;
  const rows = price.values.map((_, bar): (string | number)[] => {
    if (bar < window.lookback - 1) return ["", "", "", "", ""];
    const found = [
      divergence("bearish", lastTwo(highs, bar, window), price, indicator),
      divergence("bullish", lastTwo(lows, bar, window), price, indicator),
    ].flatMap((each) => each ?? []);
    const [latest] = found.sort((a, b) => b.later - a.later);
    if (latest === undefined) return ["none", "", "", "", ""];
    const { kind, earlier, later } = latest;
    return [kind, at(price, earlier), at(price, later), at(indicator, earlier), at(indicator, later)];
  });
  const header = ["Divergence", "Price, earlier pivot", "later", "Indicator, earlier pivot", "later"];
  return seriesTable(header, price, rows);
}

/** The bars that stand out among `reach` bars on each side: highs for side 1, lows for side -1; of equals the first. */
function pivots(values: readonly number[], reach: number, side: 1 | -1): number[] {
  return values.flatMap((value, bar) => {
    if (bar < reach || bar + reach >= values.length) return [];
    const before = values.slice(bar - reach, bar);
    const after = values.slice(bar + 1, bar + reach + 1);
    const standsOut =
      before.every((other) => side * (value - other) > 0) &&
      after.every((other) => side * (value - other) >= 0);
    return standsOut ? [bar] : [];
  });
}

/** The last two pivots known at a bar, when both are within the lookback. */
function lastTwo(
  pivotBars: readonly number[],
  bar: number,
  window: DivergenceWindow,
): [number, number] | undefined {
  const known = pivotBars.filter((pivot) => pivot + window.pivotBars <= bar && pivot > bar - window.lookback);
  const [earlier, later] = known.slice(-2);
  return earlier === undefined || later === undefined ? undefined : [earlier, later];
}

function divergence(
  kind: Divergence["kind"],
  bars: [number, number] | undefined,
  price: Series,
  indicator: Series,
): Divergence | undefined {
  if (bars === undefined) return undefined;
  const [earlier, later] = bars;
  const rise = ({ values }: Series): number => (values[later] ?? NaN) - (values[earlier] ?? NaN);
  const side = kind === "bearish" ? 1 : -1;
  return side * rise(price) > 0 && side * rise(indicator) < 0 ? { kind, earlier, later } : undefined;
}
