import { findRange } from "./findRange";
import { readInExcel } from "./readInExcel";

/** Selects a cell of a range, row and column counted from 0 inside it, and says which. */
export function goToCell(reference: string, row = 0, column = 0): Promise<string> {
  return readInExcel(async (context) => {
    const cell = (await findRange(context, reference)).getCell(row, column).load("address");
    cell.worksheet.activate();
    cell.select();
    await context.sync();
    return `Selected ${cell.address}.`;
  });
}
