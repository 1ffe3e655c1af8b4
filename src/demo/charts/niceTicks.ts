/**
 * Round numbers over a range of figures, about as many as wanted: steps of 1, 2 or 5 times a power of ten, the first
 * at or below the least figure, the last at or above the greatest.
 */
export function niceTicks(least: number, greatest: number, wanted: number): number[] {
  const span = greatest - least || Math.abs(greatest) || 1;
  const step = roundStep(span / Math.max(wanted, 1));
  const first = Math.floor(least / step + TOLERANCE);
  const last = Math.max(Math.ceil(greatest / step - TOLERANCE), first + 1);
  // Multiplied, not added up: a tenth added ten times is not one.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

// A figure that is a tick but for its last binary digits is that tick.
const TOLERANCE = 1e-9;

function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const leading = step / power;
  return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
}
