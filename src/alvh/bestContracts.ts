/** A bound on the contracts: the sum of `per` times contracts is at most `most`. */
export interface Bound {
  readonly per: readonly number[];
  readonly most: number;
}

/** To be made as large as possible: linear in the contracts, less a quadratic form where there is one. */
export interface Score {
  readonly linear: readonly number[];
  readonly quadratic: readonly (readonly number[])[] | undefined;
}

/** More combinations than these would keep a sheet waiting for seconds. */
export const MOST_TRIED = 2e6;

/**
 * Whole contracts in each layer with the highest score within all bounds; the first found among equals, so fewer in the
 * earlier layers; undefined where none keep within them. Every combination of all layers but the last is tried, unless a
 * bound is broken whatever follows, and the last layer solved exactly, since every bound is a straight line in it: not
 * beyond MOST_TRIED combinations.
 * @param most contracts in each layer.
 */
export function bestContracts(
  score: Score,
  bounds: readonly Bound[],
  most: readonly number[],
): number[] | undefined {
  const last = most.length - 1;
  let best: { counts: number[]; value: number } | undefined;
  const counts = most.map(() => 0);
  const least = bounds.map((bound) => leastUse(bound, most));
  const visit = (layer: number, left: readonly number[]): void => {
    if (layer === last) {
      const { low, high } = lastRange(bounds, left, last, most[last] ?? 0);
      for (const count of bestLast(score, counts, last, low, high)) {
        counts[last] = count;
        const value = valueOf(score, counts);
        if (best === undefined || value > best.value + Math.abs(best.value) * 1e-12)
          best = { counts: [...counts], value };
      }
      counts[last] = 0;
      return;
    }
    for (let count = 0; count <= (most[layer] ?? 0); count++) {
      counts[layer] = count;
      const leftNow = bounds.map(({ per }, index) => (left[index] ?? 0) - (per[layer] ?? 0) * count);
      const isBroken = bounds.some(
        (bound, index) => (leftNow[index] ?? 0) < (least[index]?.[layer + 1] ?? 0) - 2 * slackOf(bound),
      );
      if (!isBroken) visit(layer + 1, leftNow);
    }
    counts[layer] = 0;
  };
  visit(
    0,
    bounds.map((bound) => bound.most),
  );
  return best?.counts;
}

/** By layer, the least that it and the layers after it can use of a bound: below 0 where they give something back. */
function leastUse({ per }: Bound, most: readonly number[]): number[] {
  const least = most.map(() => 0);
  for (let layer = most.length - 1, sum = 0; layer >= 0; layer--) {
    sum += Math.min((per[layer] ?? 0) * (most[layer] ?? 0), 0);
    least[layer] = sum;
  }
  return least;
}

/** What rounding may add to a sum that just keeps within its bound. */
function slackOf({ most }: Bound): number {
  return 1e-9 * Math.max(Math.abs(most), 1);
}

/**
 * Whole contracts of the last layer that keep within every bound.
 * @param lefts what the other layers leave of each bound.
 */
function lastRange(
  bounds: readonly Bound[],
  lefts: readonly number[],
  last: number,
  most: number,
): { low: number; high: number } {
  let [low, high] = [0, most];
  for (const [index, bound] of bounds.entries()) {
    const left = lefts[index] ?? 0;
    const slope = bound.per[last] ?? 0;
    const slack = slackOf(bound);
    if (slope > 0) high = Math.min(high, Math.floor((left + slack) / slope));
    else if (slope < 0) low = Math.max(low, Math.ceil((left + slack) / slope));
    else if (left < -slack) return { low: 1, high: 0 };
  }
  return { low, high };
}

/** The candidates for the last layer: an end of the range, or beside the top of a parabola. */
function bestLast(
  { linear, quadratic }: Score,
  counts: readonly number[],
  last: number,
  low: number,
  high: number,
): number[] {
  if (low > high) return [];
  const curvature = quadratic?.[last]?.[last] ?? 0;
  let slope = linear[last] ?? 0;
  for (let layer = 0; layer < last; layer++)
    slope -= 2 * (quadratic?.[last]?.[layer] ?? 0) * (counts[layer] ?? 0);
  if (!(curvature > 0)) return [slope > 0 ? high : low];
  const top = Math.min(Math.max(slope / (2 * curvature), low), high);
  return [Math.floor(top), Math.ceil(top)].filter(
    (count, index, all) => count >= low && count <= high && all.indexOf(count) === index,
  );
}

function valueOf({ linear, quadratic }: Score, counts: readonly number[]): number {
  let value = 0;
  for (let i = 0; i < counts.length; i++) {
    value += (linear[i] ?? 0) * (counts[i] ?? 0);
    if (quadratic === undefined) continue;
    for (let j = 0; j < counts.length; j++)
      value -= (quadratic[i]?.[j] ?? 0) * (counts[i] ?? 0) * (counts[j] ?? 0);
  }
  return value;
}
