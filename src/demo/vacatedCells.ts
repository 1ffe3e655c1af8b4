import type { IRange, Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel, SetTriggerFormulaCalculationStartMutation } from "@univerjs/preset-sheets-core";

/**
 * Univer tells the formulas that read a spill when it changes or grows, but not those over cells that it leaves, as
 * it does when it shrinks or becomes an error: they would keep the old figures. The returned function is to be
 * called after each calculation; it has the formulas over such cells calculated anew.
 */
export function recalculateVacatedCells(api: FUniver, injector: Injector): () => void {
  const formulas = injector.get(FormulaDataModel);
  let before = spilledCells(formulas);
  let inARow = 0;
  return () => {
    const now = spilledCells(formulas);
    const dirtyRanges = vacatedRanges(before, now);
    before = now;
    inARow = dirtyRanges.length > 0 ? inARow + 1 : 0;
    if (inARow === 0 || inARow > CHAIN_LIMIT) return;
    api.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, { ...NOTHING_DIRTY, dirtyRanges });
  };
}

// Spills over spills settle one after the other; what goes on for longer is a circle that never would.
const CHAIN_LIMIT = 20;

const NOTHING_DIRTY = {
  forceCalculation: false,
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
};

interface SheetSpills {
  unitId: string;
  sheetId: string;
  /** Columns by row. */
  cells: Map<number, Set<number>>;
}

function spilledCells(formulas: FormulaDataModel): SheetSpills[] {
  return Object.entries(formulas.getArrayFormulaCellData()).flatMap(([unitId, sheets]) =>
    Object.entries(sheets ?? {}).map(([sheetId, rows]) => ({
      unitId,
      sheetId,
      cells: new Map(
        Object.entries(rows ?? {}).map(([row, columns]) => [
          Number(row),
          new Set(Object.keys(columns ?? {}).map(Number)),
        ]),
      ),
    })),
  );
}

/** By row, from the first to the last column that was left: a cell too many is only a calculation too many. */
function vacatedRanges(before: SheetSpills[], now: SheetSpills[]) {
  return before.flatMap(({ unitId, sheetId, cells }) => {
    const still = now.find((sheet) => sheet.unitId === unitId && sheet.sheetId === sheetId)?.cells;
    return [...cells].flatMap(([row, columns]) => {
      const left = [...columns].filter((column) => !still?.get(row)?.has(column));
      if (left.length === 0) return [];
      const range: IRange = {
        startRow: row,
        endRow: row,
        startColumn: Math.min(...left),
        endColumn: Math.max(...left),
      };
      return { unitId, sheetId, range };
    });
  });
}
