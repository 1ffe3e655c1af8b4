/** The error of a cell, as Excel knows it: a code such as #VALUE!, and a sentence. */
export class CellError extends Error {
  /**
   * @param {string} code
   * @param {string} [message]
   */
  constructor(code, message = "") {
    super(message);
    this.code = code;
  }
}
