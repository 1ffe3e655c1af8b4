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
  InvalidSelection: "The selection is not a cell: click one cell in the sheet, then try again.",
  ItemAlreadyExists: "A sheet or a name of that kind is already there: rename it, then try again.",
  ItemNotFound: "The sheet is no longer there: select a cell in an open sheet, then try again.",
  NonBlankCellOffSheet:
    "Excel has no room to move cells out of the way: select another cell, then try again.",
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
