import type { Block } from "../../../workbook/putOnSheet";
import { strings as components } from "../../strings/components";
import type { RuleEntry } from "../../ruleLog";
import { logTable } from "./logTable";
import { strings } from "../../strings/log";

/** The log as a new sheet. It is a record of what was, so its cells are texts. */
export function logBlock(entries: readonly RuleEntry[]): Block {
  const [header = [], ...rows] = logTable(entries);
  const at = (column: number, row: number) => `${String.fromCharCode(65 + column)}${row}`;
  return {
    sheetName: strings.sheet,
    frozenRows: 3,
    columnWidths: [130, 120, 80, 150, 220, 320, 130, 200, 260, 130],
    cells: [
      { at: "A1", value: strings.title, style: "title" },
      { at: "A2", value: components.disclaimer, style: "note" },
      ...header.map((value, column) => ({ at: at(column, 3), value, style: "header" as const })),
      ...rows.flatMap((row, index) =>
        row.flatMap((value, column) =>
          value === "" ? [] : [{ at: at(column, 4 + index), value, format: "@" }],
        ),
      ),
    ],
  };
}
