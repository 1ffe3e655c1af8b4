import type { CellDefinition } from "../workbookDefinition";

/** Titles side by side from column A on, each over its column: figures stand right, so their titles do too. */
export function headerRow(
  row: number,
  columns: { title: string; align: "Left" | "Right"; indent?: true }[],
): CellDefinition[] {
  return columns.map(({ title, ...looks }, index) => ({
    at: `${String.fromCharCode("A".charCodeAt(0) + index)}${row}`,
    value: title,
    style: "header",
    ...looks,
  }));
}
