/**
 * The one call of papaparse that is used. Its published types bring in Node's and the browser's, which this layer must
 * not see.
 */
declare module "papaparse" {
  interface ParseError {
    readonly message: string;
    /** Index of the row, from 0; absent where the error concerns the whole text. */
    readonly row?: number;
  }

  interface Papa {
    parse(
      text: string,
      options: { delimiter: string; newline: "\n" },
    ): { readonly data: string[][]; readonly errors: readonly ParseError[] };
  }

  const papa: Papa;
  export default papa;
}
