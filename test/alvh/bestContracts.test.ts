import { bestContracts, type Bound, type Score } from "../../src/alvh/bestContracts";

/** Every combination, none left out. */
function tried(score: Score, bounds: readonly Bound[], most: readonly number[]): number {
  let best = -Infinity;
  const counts = most.map(() => 0);
  const visit = (layer: number): void => {
    if (layer === most.length) {
      if (bounds.every(({ per, most: limit }) => sum(per, counts) <= limit + 1e-9))
        best = Math.max(best, value(score, counts));
      return;
    }
    for (let count = 0; count <= (most[layer] ?? 0); count++) {
      counts[layer] = count;
      visit(layer + 1);
    }
  };
  visit(0);
  return best;
}

function sum(per: readonly number[], counts: readonly number[]): number {
  return counts.reduce((all, count, layer) => all + (per[layer] ?? 0) * count, 0);
}

function value({ linear, quadratic }: Score, counts: readonly number[]): number {
  const form = (quadratic ?? []).reduce((all, row, i) => all + (counts[i] ?? 0) * sum(row, counts), 0);
  return sum(linear, counts) - form;
}

const bounds: Bound[] = [
  { per: [3, 5, 2], most: 31 },
  { per: [-1, -1, -2], most: -4 },
  { per: [4, -1, -3], most: 6 },
];

test.each<[string, Score, number[]]>([
  ["a linear score", { linear: [2, 3.1, 1.3], quadratic: undefined }, [6, 6, 6]],
  ["a limit of its own in each layer", { linear: [2, 3.1, 1.3], quadratic: undefined }, [1, 2, 9]],
  ["a least score", { linear: [-2, -3.1, -1.3], quadratic: undefined }, [6, 6, 6]],
  ["a parabola", { linear: [8, 9, 7], quadratic: [[1, 0.3, 0.2], [0.3, 1.2, 0.1], [0.2, 0.1, 0.9]] }, [6, 6, 6]],
])("%s: as every combination tried", (_, score, most) => {
  const counts = bestContracts(score, bounds, most) ?? [];
  expect(counts.every((count, layer) => count <= (most[layer] ?? 0))).toBe(true);
  expect(bounds.every(({ per, most: limit }) => sum(per, counts) <= limit + 1e-9)).toBe(true);
  expect(value(score, counts)).toBeCloseTo(tried(score, bounds, most), 9);
}); // prettier-ignore

test("where no whole contracts keep within the bounds there are none", () => {
  const never = [{ per: [1, 1], most: -1 }];
  expect(bestContracts({ linear: [1, 1], quadratic: undefined }, never, [5, 5])).toBeUndefined();
});

test("among equals, fewer in the earlier layers", () => {
  const budget = [{ per: [1, 1], most: 4 }];
  expect(bestContracts({ linear: [1, 1], quadratic: undefined }, budget, [4, 4])).toEqual([0, 4]);
});
