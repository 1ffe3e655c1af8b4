import { hostError, WorkbookError } from "../../src/workbook/hostError";

describe("hostError", () => {
  it("keeps a sentence of our own as it is", () => {
    const own = new WorkbookError("Nothing was written.");
    expect(hostError(own)).toBe(own);
  });

  // The codes of https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
  it.each([
    "AccessDenied",
    "InvalidOperationInCellEditMode",
    "HostIsBusy",
    "InvalidSelection",
    "ItemAlreadyExists",
    "ItemNotFound",
    "InvalidReference",
    "InvalidBinding",
    "InsertDeleteConflict",
    "MergedRangeConflict",
    "PivotTableRangeConflict",
    "FilteredRangeConflict",
    "RangeExceedsLimit",
    "InactiveWorkbook",
    "UnsupportedSheet",
    "ServiceNotAvailable",
    "ApiNotFound",
  ])("has a sentence for %s that says what to do next", (code) => {
    const said = hostError({ code, message: "raw message" }).message;
    expect(said).toMatch(/^[A-Z].*: .*\.$/);
    expect(said).not.toContain("raw message");
  });

  it("passes on what Excel says where it knows nothing better", () => {
    const error = Object.assign(new Error("Something rare happened."), { code: "Rare" });
    expect(hostError(error).message).toContain("Something rare happened");
  });

  it.each([undefined, null, "text", new Error("")])("makes a sentence even of %p", (error) => {
    expect(hostError(error).message).toMatch(/\.$/);
  });
});
