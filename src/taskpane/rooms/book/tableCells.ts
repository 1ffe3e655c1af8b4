import type { CellValue } from "../../../alvh/cellValue";
import { parseIsoDate } from "../../../alvh/dates";
import { columnName } from "../../../workbook/shifted";
import type { CellDefinition, SheetContent } from "../../../workbook/workbookDefinition";
import { numberFormats } from "../../../workbook/starter/numberFormats";

/** How the figures of a column stand on the sheet, by its name. */
export type TableFormats = Readonly<Record<string, string>>;

/**
 * A table as cells from column A on: its header, and its rows as inputs, whose looks go by column. Dates go as Excel's
 * own, so that no locale reads them otherwise; blanks are not written.
 */
export function tableCells(
  [header = [], ...rows]: readonly (readonly CellValue[])[],
  firstRow: number,
  formats: TableFormats = {},
): TableCells {
  const columns = header.map((title, index) => {
    const cells = rows.map((row) => row[index]);
    const isDates = cells.some((cell) => typeof cell === "string" && typeof typed(cell) === "number");
    return {
      letter: columnName(index),
      title: String(title),
      values: cells.map(typed),
      format: isDates ? numberFormats.date : formats[String(title)],
    };
  });
  const lastRow = firstRow + rows.length;
  return {
    cells: columns.flatMap(({ letter, title, values }): CellDefinition[] => {
      const align = values.some((value) => typeof value === "number") ? "Right" : "Left";
      return [
        { at: `${letter}${firstRow}`, value: title, style: "header", align },
        ...values.flatMap((value, index) =>
          value === undefined ? [] : [{ at: `${letter}${firstRow + 1 + index}`, value }],
        ),
      ];
    }),
    areas: columns.map(({ letter, format }) => ({
      range: `${letter}${firstRow + 1}:${letter}${lastRow}`,
      style: "input" as const,
      ...(format === undefined ? {} : { format }),
    })),
  };
}

/** What a table is on a sheet: the content of its cells, and their looks. */
export type TableCells = Required<Pick<SheetContent, "cells" | "areas">>;

/** What a cell of the sheet gets: ISO dates as serials, undefined for a blank. */
function typed(value: CellValue): string | number | undefined {
  if (value === "" || value === null || value === undefined) return undefined;
  if (typeof value === "number") return value;
  const serial = typeof value === "string" ? parseIsoDate(value) : NaN;
  return Number.isNaN(serial) ? String(value) : serial;
}
