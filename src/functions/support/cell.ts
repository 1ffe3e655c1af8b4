import { MAXIMUM_CELLS, tooManyCells } from "../../alvh/cellValue";
import { InputError, NoSolutionError } from "../../core/errors";

/** Runs a cell function's body and turns its errors into the ones Excel shows. */
export function cell<Result>(body: () => Result): Result {
  try {
    const result = body();
    checkSize(result);
    return finite(result);
  } catch (error) {
    throw cellError(error);
  }
}

/** The cell error for a core error: #VALUE! for bad input, #N/A where there is no answer. Others are bugs and stay. */
export function cellError(error: unknown): unknown {
  if (error instanceof InputError) {
    return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, error.message);
  }
  if (error instanceof NoSolutionError) {
    return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, error.message);
  }
  return error;
}

/** A result without NaN and infinity, which no cell can hold: of a table the cells alone turn into errors. */
function finite<Result>(result: Result): Result {
  if (typeof result === "number" && !Number.isFinite(result)) throw beyondNumbers();
  if (!Array.isArray(result) || result.every((row) => !Array.isArray(row) || row.every(isShown)))
    return result;
  const shown = (value: unknown): unknown => (isShown(value) ? value : cellError(beyondNumbers()));
  return result.map((row: unknown[]) => row.map(shown)) as Result;
}

function isShown(value: unknown): boolean {
  return typeof value !== "number" || Number.isFinite(value);
}

function beyondNumbers(): NoSolutionError {
  return new NoSolutionError("the result is beyond the range of numbers");
}

function checkSize(result: unknown): void {
  if (!Array.isArray(result) || !Array.isArray(result[0])) return;
  const cells = result.length * result[0].length;
  if (cells > MAXIMUM_CELLS) throw new InputError("size", tooManyCells(cells));
}
