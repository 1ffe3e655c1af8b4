import { InputError, NoSolutionError } from "../../../core/errors";

/** A result, or the sentence that a cell would show in its place. */
export function orProblem<Result>(compute: () => Result): Result | { readonly problem: string } {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof NoSolutionError)) throw error;
    // The form has no rows.
    return { problem: error.message.replace(/^settings row \d+, /, "") };
  }
}
