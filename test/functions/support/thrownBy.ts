import { CellError } from "./customFunctions";

/** The cell error that a call throws; anything else fails the test. */
export function thrownBy(run: () => unknown): CellError {
  try {
    run();
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
