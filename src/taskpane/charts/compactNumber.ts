import type { NumberFormat } from "../../workbook/numberFormat";

const UNITS: readonly [size: number, sign: string][] = [
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
];

/** A number where little fits, in two or three digits: −12.3k, 1.25m, 640. The minus is as wide as a digit. */
export function compactNumber(value: number, { decimal }: Pick<NumberFormat, "decimal">): string {
  const size = Math.abs(value);
  const [unit, sign] = UNITS.find(([least]) => size >= 0.9995 * least) ?? [1, ""];
  const shown = Number((size / unit).toPrecision(3));
  // Below the thousands cents are noise beside dollars, unless there is nothing else.
  const text = sign === "" && size >= 10 ? String(Math.round(shown)) : String(shown);
  return (value < 0 && shown !== 0 ? "\u2212" : "") + text.replace(".", decimal) + sign;
}
