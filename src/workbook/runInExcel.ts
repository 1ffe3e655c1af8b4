import { hostError } from "./hostError";

/**
 * Runs one user action in Excel. One Undo takes it all back where Excel can group (ExcelApi 1.20); elsewhere
 * an action that writes in one sync is one Undo step anyway. Whatever fails is thrown as a sentence.
 */
export async function runInExcel<Result>(
  action: (context: Excel.RequestContext) => Promise<Result>,
): Promise<Result> {
  try {
    return canGroupUndo() ? await Excel.run({ mergeUndoGroup: true }, action) : await Excel.run(action);
  } catch (error) {
    throw hostError(error);
  }
}

function canGroupUndo(): boolean {
  // Hosts other than Excel's own (the browser workbook, tests) need not know requirement sets.
  const requirements = Office.context.requirements as Office.RequirementSetSupport | undefined;
  return requirements?.isSetSupported("ExcelApi", "1.20") ?? false;
}
