/** What a calculation says when it cannot answer. Each message is one sentence a trader can act on. */

/** Bad input: names the argument and what would be right. Shown at the cell as #VALUE!. */
export class InputError extends Error {
  readonly argument: string;

  /**
   * @param argument name of the argument as the user knows it, for example "strike".
   * @param message one sentence that names the argument, its value and what would be right:
   *   `strike (-5) must be positive`.
   */
  constructor(argument: string, message: string) {
    super(message);
    this.name = "InputError";
    this.argument = argument;
  }
}

/**
 * Good input without an answer: a price outside the no-arbitrage bounds, a delta that no strike has.
 * Shown at the cell as #N/A with the reason.
 */
export class NoSolutionError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "NoSolutionError";
  }
}
