import { columnIndex, columnName } from "../shifted";
import type { SheetDefinition } from "../workbookDefinition";

type Areas = NonNullable<SheetDefinition["areas"]>;

/** What a column of a spilled table holds: words, words after figures, values of all kinds, dates as text, or figures. */
type Column = "words" | "note" | "values" | "dates" | { format: string };

/** Of values of all kinds: two decimals, and none of what is counted in thousands. */
const VALUES = "[>=1000]#,##0;0.00";

/**
 * The looks of a table that a formula spills from a cell: its header, and so many rows of columns below. Words of the
 * last column that run over its edge have the header run on to another column.
 */
export function spilledTable(top: string, rows: number, columns: Column[], headerTo?: string): Areas {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(top) ?? [];
  const titles = Number(digits);
  const after = columnName(columnIndex(letters) + columns.length);
  const runOn =
    headerTo === undefined
      ? []
      : [{ range: `${after}${titles}:${headerTo}${titles}`, style: "header" as const }];
  const looks = columns.flatMap((column, index): Areas => {
    const letter = columnName(columnIndex(letters) + index);
    const below = `${letter}${titles + 1}:${letter}${titles + rows}`;
    const title = { range: `${letter}${titles}`, style: "header" as const };
    if (column === "words") return [{ ...title, align: "Left" as const }];
    if (column === "note") {
      return [
        { ...title, indent: true as const },
        { range: below, indent: true as const },
      ];
    }
    const header = { ...title, align: "Right" as const };
    if (column === "dates") return [header, { range: below, align: "Right" as const }];
    if (column === "values") return [header, { range: below, align: "Right" as const, format: VALUES }];
    // Figures stand right by themselves; a text among them may run on to the right.
    return [header, { range: below, ...column }];
  });
  return [...looks, ...runOn];
}
