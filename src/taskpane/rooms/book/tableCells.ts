import type { CellValue } from "../../../alvh/cellValue";
import { parseIsoDate } from "../../../alvh/dates";
import { columnName } from "../../../workbook/shifted";
import type { CellDefinition } from "../../../workbook/workbookDefinition";
import { numberFormats } from "../../../workbook/starter/numberFormats";

/** How the figures of a column stand on the sheet, by its name. */
export type TableFormats = Readonly<Record<string, string>>;

/**
 * A table as cells from column A on: its header, and its rows as inputs. Dates go as Excel's own, so that no locale
 * reads them otherwise; blanks are not written.
 */
export function tableCells(
  [header = [], ...rows]: readonly (readonly CellValue[])[],
  firstRow: number,
  formats: TableFormats = {},
): CellDefinition[] {
  return [
    ...header.map((title, column): CellDefinition => {
      const isFigure = rows.some((row) => typeof typed(row[column]) === "number");
      const align = isFigure ? "Right" : "Left";
      return { at: `${columnName(column)}${firstRow}`, value: String(title), style: "header", align };
    }),
    ...rows.flatMap((row, index) =>
      row.flatMap((cell, column): CellDefinition[] => {
        const value = typed(cell);
        if (value === undefined) return [];
        const format = value === cell ? formats[String(header[column])] : numberFormats.date;
        const at = `${columnName(column)}${firstRow + 1 + index}`;
        return [{ at, value, style: "input", ...(format === undefined ? {} : { format }) }];
      }),
    ),
  ];
}

/** What a cell of the sheet gets: ISO dates as serials, undefined for a blank. */
function typed(value: CellValue): string | number | undefined {
  if (value === "" || value === null || value === undefined) return undefined;
  if (typeof value === "number") return value;
  const serial = typeof value === "string" ? parseIsoDate(value) : NaN;
  return Number.isNaN(serial) ? String(value) : serial;
}
