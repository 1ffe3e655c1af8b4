import type { CellValue } from "../alvh/cellValue";
import { readInExcel } from "./readInExcel";

export interface CellReading {
  address: string;
  /** As it is written in English with commas; "" where the cell holds none. */
  formula: string;
  /** Of an error its text, such as #VALUE!. */
  value: CellValue;
  valueType: "error" | "number" | "text" | "boolean" | "empty";
}

/** The selected cell, or the first of the selected cells: what it holds and shows. */
export function readSelectedCell(): Promise<CellReading> {
  return readInExcel(async (context) => {
    const cell = context.workbook.getSelectedRange().getCell(0, 0);
    cell.load("address, formulas, values, valueTypes");
    await context.sync();
    const formula: unknown = cell.formulas[0]?.[0];
    const value = cell.values[0]?.[0] as CellValue;
    return {
      address: cell.address,
      formula: typeof formula === "string" && formula.startsWith("=") ? formula : "",
      value,
      valueType: typeOf(cell.valueTypes[0]?.[0], value),
    };
  });
}

function typeOf(hostType: string | undefined, value: CellValue): CellReading["valueType"] {
  if (hostType === "Error") return "error";
  if (hostType === "Empty" || value === "") return "empty";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "number" ? "number" : "text";
}
