/**
 * Whole contracts by largest remainder.
 *
 * Each layer gets the whole contracts that its share of `size` pays for; then one contract at a time goes to the layer
 * with the largest fraction left, as long as the total stays within `size`. Equal fractions: the earlier layer first.
 * @param size what is shared out: contracts, dollars or VIX dollars.
 * @param weights share of each layer, adding up to 1.
 * @param unitSizes what one contract of each layer takes of `size`; positive.
 */
export function allocateContracts(
  size: number,
  weights: readonly number[],
  unitSizes: readonly number[],
): number[] {
  const unitSize = (layer: number): number => unitSizes[layer] ?? Infinity;
  const exact = weights.map((weight, layer) => (weight * size) / unitSize(layer));
  const contracts = exact.map((count) => Math.floor(count + ROUNDING));
  let used = contracts.reduce((sum, count, layer) => sum + (count === 0 ? 0 : count * unitSize(layer)), 0);
  const byFraction = exact
    .map((count, layer) => ({ layer, fraction: count - (contracts[layer] ?? 0) }))
    .filter(({ fraction }) => fraction > ROUNDING)
    .sort((a, b) =>
      Math.abs(b.fraction - a.fraction) < ROUNDING ? a.layer - b.layer : b.fraction - a.fraction,
    );
  for (const { layer } of byFraction) {
    if (used + unitSize(layer) > size * (1 + ROUNDING)) continue;
    contracts[layer] = (contracts[layer] ?? 0) + 1;
    used += unitSize(layer);
  }
  return contracts;
}

/** Fractions below this are the rounding of a division, not a part of a contract. */
const ROUNDING = 1e-9;
