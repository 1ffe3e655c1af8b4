import type { NumberFormat } from "../../workbook/numberFormat";

const UNITS: readonly [size: number, sign: string][] = [
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
];

/** A number where little fits, in a few digits: −12.3k, 1.25m, 640. The minus is as wide as a digit. */
export function compactNumber(value: number, { decimal }: Pick<NumberFormat, "decimal">, digits = 3): string {
  const size = Math.abs(value);
  // By what is shown: 999.9 is 1k, not 1000.
  const [unit, sign] = UNITS.find(([least]) => Number(size.toPrecision(3)) >= least) ?? [1, ""];
  const inUnits = size / unit;
  const whole = String(Math.trunc(Number(inUnits.toPrecision(3)))).length;
  const decimals = Math.max(digits - whole, 0);
  // Below the thousands cents are noise beside dollars, unless there is little else.
  const shown = Number(inUnits.toFixed(sign === "" && size >= 10 ? 0 : decimals));
  const text = String(shown);
  return (value < 0 && shown !== 0 ? "\u2212" : "") + text.replace(".", decimal) + sign;
}
