import { columnIndex, columnName } from "../shifted";
import type { SheetDefinition } from "../workbookDefinition";

/** How a column of a spilled table looks: words, words after figures, values of any kind, or a number format. */
type Column = "words" | "note" | "values" | { format: string };

/** The looks of a table that a formula spills from a cell: its header, and so many rows of columns below. */
export function spilledTable(
  top: string,
  rows: number,
  columns: Column[],
): NonNullable<SheetDefinition["areas"]> {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(top) ?? [];
  const header = Number(digits);
  return columns.flatMap((column, index) => {
    const letter = columnName(columnIndex(letters) + index);
    const below = `${letter}${header + 1}:${letter}${header + rows}`;
    const title = { range: `${letter}${header}`, style: "header" as const };
    if (column === "words") return [{ ...title, align: "Left" as const }, { range: below }];
    if (column === "note") {
      return [
        { ...title, indent: true as const },
        { range: below, indent: true as const },
      ];
    }
    return [
      { ...title, align: "Right" as const },
      { range: below, align: "Right" as const, ...(column === "values" ? {} : column) },
    ];
  });
}
