import type { CellValue } from "../alvh/cellValue";
import { findRange } from "./findRange";
import { readInExcel } from "./readInExcel";

export interface RangeReading {
  /** As it was asked for. */
  reference: string;
  /** Where it is, such as Book!A4:I60: its first cell is the first of `values`. */
  address: string;
  values: CellValue[][];
}

/** The cells of a defined name, a table or a place such as "Sheet!A1:I20"; of whole columns their used part. */
export function readRange(reference: string): Promise<RangeReading> {
  return readInExcel(async (context) => {
    const range = (await findRange(context, reference)).load("address, values");
    await context.sync();
    return { reference, address: range.address, values: range.values as CellValue[][] };
  });
}

/** The selected cells; their reference is their address. */
export function readSelection(): Promise<RangeReading> {
  return readInExcel(async (context) => {
    const selected = context.workbook.getSelectedRange().load("address");
    await context.sync();
    const range = (await findRange(context, selected.address)).load("address, values");
    await context.sync();
    return { reference: selected.address, address: range.address, values: range.values as CellValue[][] };
  });
}
