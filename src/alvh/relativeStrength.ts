import { RSI } from "trading-signals";

/**
 * Wilder's relative strength index at each bar, 0 to 100: 100 - 100 / (1 + average gain / average loss), the averages
 * started with the simple mean of the first `period` changes and smoothed by 1/period. Undefined before that.
 * Where nothing has moved at all there is neither gain nor loss: 50.
 */
export function relativeStrength(values: readonly number[], period: number): (number | undefined)[] {
  const index = new RSI(period);
  let hasMoved = false;
  return values.map((value, bar) => {
    const strength = index.update(value, false);
    hasMoved ||= value !== values[0];
    if (bar < period || strength === null) return undefined;
    return hasMoved ? strength : 50;
  });
}
