import type { CellDefinition } from "../workbookDefinition";

/** The heading of a part in column A, and beside it what the part says. */
export function section(row: number, title: string, note: string, noteColumn = "D"): CellDefinition[] {
  return [
    { at: `A${row}`, value: title, style: "section" },
    { at: `${noteColumn}${row}`, value: note, style: "note" },
  ];
}
