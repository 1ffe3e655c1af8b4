import { cellAddress } from "../../share/cellAddress";
import { callsAlvh, readableFormula } from "../../share/formulaText";
import { readInExcel } from "../readInExcel";
import { runInExcel } from "../runInExcel";
import { restoreCells, type CellBefore } from "./restoreCells";

/** What Repair found, or did. */
export interface Repair {
  /** Cells whose formula was, or would be, entered anew: Sheet!A1. */
  readonly cells: string[];
  /** Protected sheets with such cells, which are left alone. */
  readonly protectedSheets: string[];
}

/**
 * Formulas of the add-in that show #NAME?, or stand there as files store them, are entered anew, which makes Excel look the
 * functions up again. One Undo takes it back; a dry run writes nothing.
 */
export function repairWorkbook(dryRun: boolean): Promise<Repair> {
  const run = dryRun ? readInExcel<Repair> : runInExcel<Repair>;
  return run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const repair: Repair = { cells: [], protectedSheets: [] };
    const before: CellBefore[] = [];
    try {
      for (const sheet of worksheets.items) {
        // Sheet by sheet: of a large workbook only one is in memory.
        const used = sheet.getUsedRangeOrNullObject(true).load("formulas, values, rowIndex, columnIndex");
        sheet.protection.load("protected");
        await context.sync();
        if (used.isNullObject) continue;
        const broken = brokenCells(used);
        if (broken.length === 0) continue;
        if (sheet.protection.protected) {
          repair.protectedSheets.push(sheet.name);
          continue;
        }
        for (const { address, formula, before: held } of broken) {
          repair.cells.push(`${sheet.name}!${address}`);
          if (dryRun) continue;
          before.push({ sheet: sheet.name, address, formula: held, value: undefined });
          sheet.getRange(address).formulas = [[formula]];
        }
        await context.sync();
      }
    } catch (error) {
      await restoreCells(context, before);
      throw error;
    }
    return repair;
  });
}

function brokenCells(used: Excel.Range): { address: string; formula: string; before: string }[] {
  const formulas = used.formulas as unknown[][];
  const values = used.values as unknown[][];
  return formulas.flatMap((row, r) =>
    row.flatMap((formula, c) => {
      if (typeof formula !== "string" || !formula.startsWith("=") || !callsAlvh(formula)) return [];
      // A text that begins with "=" shows itself.
      if (values[r]?.[c] === formula) return [];
      const isLeftover = /_xldudf_/i.test(formula);
      if (!isLeftover && values[r]?.[c] !== "#NAME?") return [];
      const address = cellAddress({ row: used.rowIndex + r, column: used.columnIndex + c });
      return [{ address, formula: readableFormula(formula.slice(1)), before: formula }];
    }),
  );
}
