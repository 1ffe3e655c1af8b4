import type { CellValue } from "../../alvh/cellValue";
import { formatIsoDate } from "../../alvh/dates";
import type { NumberFormat } from "../../workbook/numberFormat";
import { shownNumber } from "./numberText";

/** How the numbers of a column are shown: so many decimals, a share as a percentage, a serial as a date. */
export type ColumnFormat = number | "percent" | "date";

/** A cell as text for the reader. Without a format a number gets the decimals that its own size deserves. */
export function shownCell(value: CellValue, format: ColumnFormat | undefined, locale: NumberFormat): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (format === "date") return formatIsoDate(value);
  if (format === "percent") return `${shownNumber(value * 100, 2, locale)}%`;
  return shownNumber(value, format ?? sharedDecimals([value]), locale);
}

/** Columns of dates by their names, as the tables of the functions have them. */
export function formatForHeader(header: CellValue): ColumnFormat | undefined {
  return /^(expiry|expiration|date|as ?of)$/i.test(String(header ?? "").trim()) ? "date" : undefined;
}

/** The decimals that like figures share, those of a column or of a row: as many as the largest of them deserves. */
export function sharedDecimals(values: readonly CellValue[]): number {
  const figures = values.filter((value) => typeof value === "number");
  return figures.every(Number.isInteger) ? 0 : decimalsOfSize(Math.max(...figures.map(Math.abs)));
}

function decimalsOfSize(size: number): number {
  if (size >= 1000) return 0;
  return size >= 1 ? 2 : 4;
}
