import { InputError, NoSolutionError } from "../core/errors";

/** Where a reader of ranges reports what it finds: a function stops at the first error, CHECK lists them all. */
export interface ProblemSink {
  /** Something that stops the calculation. */
  error(problem: Error): void;
  /** Something worth knowing that does not stop it: a modelled default, an expired leg left out. Worded only when read; undefined says that there is nothing to note. */
  note(text: () => string | undefined): void;
}

/** Stops at the first error; notes are dropped. */
export const STOP_AT_FIRST: ProblemSink = {
  error(problem) {
    throw problem;
  },
  note() {},
};

/** Collects every problem as one line of text. */
export class ProblemList implements ProblemSink {
  readonly lines: string[] = [];

  error(problem: Error): void {
    this.lines.push(problem.message);
  }

  note(text: () => string | undefined): void {
    const worded = text();
    if (worded !== undefined) this.lines.push(`Note: ${worded}`);
  }
}

/** Runs a step; its input error goes to the sink, and undefined comes back. Other errors are bugs and pass through. */
export function attempt<Result>(sink: ProblemSink, step: () => Result): Result | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof NoSolutionError)) throw error;
    sink.error(error);
    return undefined;
  }
}
