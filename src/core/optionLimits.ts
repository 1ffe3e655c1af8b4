/**
 * What a number in an option formula may be, in the user's units, and what is said when it is not. The limits guard
 * against slips of unit (20 for 20%, a date for a number of days), not against unusual markets.
 */

/** An argument's range; `above` excludes its bound, `min` and `max` include theirs. */
export interface OptionLimit {
  readonly name: string;
  readonly above?: number;
  readonly min?: number;
  readonly max?: number;
  /** What a value beyond min or max probably is: a percentage, a date. */
  readonly mistakenFor?: "a percentage" | "a date";
  /** The smallest size that can be a percentage: a delta of 1.2 is a slip, one of 30 is 30%. */
  readonly percentFrom?: number;
}

export const OPTION_LIMITS = {
  spot: { name: "spot", above: 0 },
  forward: { name: "forward", above: 0 },
  strike: { name: "strike", above: 0 },
  dte: { name: "dte", min: 0, max: 36_500, mistakenFor: "a date" },
  vol: { name: "vol", min: 0, max: 10, mistakenFor: "a percentage" },
  rate: { name: "rate", min: -1, max: 1, mistakenFor: "a percentage" },
  yield: { name: "yield", min: -1, max: 1, mistakenFor: "a percentage" },
  price: { name: "price", min: 0 },
  delta: { name: "delta", min: -1, max: 1, mistakenFor: "a percentage", percentFrom: 2 },
} as const satisfies Record<string, OptionLimit>;

/** Why the number breaks the limit, as one sentence, or undefined where it does not. */
export function optionLimitProblem(limit: OptionLimit, value: number): string | undefined {
  const { name, above = -Infinity, min = -Infinity, max = Infinity, mistakenFor, percentFrom = 0 } = limit;
  if (!Number.isFinite(value)) return `${name} (${value}) is not a finite number`;
  if (!(value > above)) return `${name} (${value}) must be ${above === 0 ? "positive" : `above ${above}`}`;
  if (value >= min && value <= max) return undefined;
  if (
    mistakenFor === "a percentage" &&
    Math.abs(value) >= percentFrom &&
    Math.abs(value) <= 100 * max &&
    value / 100 >= min
  ) {
    return `${name} ${value} looks like a percentage: use ${asDecimal(value)}`;
  }
  if (mistakenFor === "a date" && value > max) {
    return `${name} ${value} looks like a date: give calendar days to expiration, at most ${max}`;
  }
  if (value < min) return `${name} (${value}) must ${min === 0 ? "not be negative" : `be at least ${min}`}`;
  return `${name} (${value}) must be at most ${max}`;
}

/** 20 as 0.20, 18.5 as 0.185. */
function asDecimal(percent: number): string {
  const decimal = Number((percent / 100).toPrecision(12));
  return Number.isInteger(decimal * 100) ? decimal.toFixed(2) : String(decimal);
}
