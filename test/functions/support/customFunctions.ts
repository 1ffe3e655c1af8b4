/** A stand-in for the CustomFunctions global that Excel provides: import it before the cell functions under test. */

class FakeError extends Error {
  readonly code: string;

  constructor(code: string, message?: string) {
    super(message ?? "");
    this.name = "CustomFunctionsError";
    this.code = code;
  }
}

const fake = {
  Error: FakeError,
  ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  associated: new Map<string, unknown>(),
  associate(id: string, implementation: unknown): void {
    fake.associated.set(id, implementation);
  },
};

(globalThis as Record<string, unknown>)["CustomFunctions"] = fake;

/** What a test asks of a cell error: its code ("#VALUE!" or "#N/A") and its sentence. */
export type CellError = FakeError;

export const CellError = FakeError;
