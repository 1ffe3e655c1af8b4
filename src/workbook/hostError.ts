/** An error of this add-in whose message is a sentence for the user. */
export class WorkbookError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WorkbookError";
  }
}

/** What to tell the user when Excel refuses: one sentence that says what happened and what to do. */
export function hostError(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const code = hostErrorCode(error);
  const sentence = code === undefined ? undefined : SENTENCES[code];
  if (sentence !== undefined) return new WorkbookError(sentence);
  const reason = error instanceof Error && error.message !== "" ? error.message : String(error);
  return new WorkbookError(
    `Excel refused: ${withoutFullStop(reason)}. Try once more; if it refuses again, close the pane and open it anew.`,
  );
}

// Codes of Office.js errors: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
const SENTENCES: Record<string, string> = {
  AccessDenied:
    "The sheet or the workbook is protected: unprotect it on the Review tab (Unprotect Sheet or Protect Workbook), then try again.",
  InvalidOperationInCellEditMode: "A cell is being edited: press Enter or Esc in the sheet, then try again.",
  HostIsBusy: "Excel is busy: close any open dialog or cell edit, wait a moment, then try again.",
  InvalidReference:
    "Cells that this needs were deleted or moved away (#REF!): choose the range anew, then try again.",
  InvalidBinding: "Cells that this needs were deleted or moved away: choose the range anew, then try again.",
  InvalidSelection: "The selection is not a cell: click one cell in the sheet, then try again.",
  ItemAlreadyExists: "A sheet or a name of that kind is already there: rename it, then try again.",
  ItemNotFound:
    "A sheet, name or table that this needs is no longer there: undo its deletion or choose another, then try again.",
  NonBlankCellOffSheet:
    "Excel has no room to move cells out of the way: select another cell, then try again.",
  InsertDeleteConflict:
    "A table or a spilled formula is in the way: choose other cells or a new sheet, then try again.",
  MergedRangeConflict: "Merged cells are in the way: unmerge them or choose other cells, then try again.",
  PivotTableRangeConflict: "A PivotTable is in the way: choose other cells or a new sheet, then try again.",
  FilteredRangeConflict: "A filter hides cells that this needs: clear the filter, then try again.",
  RangeExceedsLimit:
    "The range is too big to be read at once: choose the rows that are used, then try again.",
  ResponsePayloadSizeLimitExceeded:
    "The range is too big to be read at once: choose the rows that are used, then try again.",
  RequestPayloadSizeLimitExceeded: "That is too much to write at once: take a smaller range, then try again.",
  InactiveWorkbook: "Another workbook is in front: click into this one, then try again.",
  UnsupportedSheet: "A chart or macro sheet is in front: open an ordinary sheet, then try again.",
  ServiceNotAvailable: "Excel does not answer just now: wait a moment, then try again.",
  ApiNotFound: "This Excel is too old for this: update it, or use Excel on the web.",
  RequestAborted: "Excel stopped before it was done: undo if anything was written, then try again.",
  ReadOnly: "The workbook is open for reading only: save a copy of your own, then try again.",
  UnsupportedOperation: "Excel does not allow this here: select a cell in an ordinary sheet, then try again.",
};

function hostErrorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

function withoutFullStop(text: string): string {
  return text.trim().replace(/\.$/, "");
}
