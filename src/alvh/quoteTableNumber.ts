/** How a quote table writes its figures: as Cboe does, or as an Excel that saves with semicolons does. */
export type QuoteTableNotation = "Cboe" | "decimal comma" | "decimal point";

/** A figure of a quote table, NaN where the text is none in the file's notation. */
export function parseQuoteTableNumber(text: string, notation: QuoteTableNotation): number {
  if (!FIGURES[notation].test(text)) return NaN;
  return Number(notation === "Cboe" ? text.replaceAll(",", "") : text.replace(",", "."));
}

/** Only Cboe's own files have thousands apart: elsewhere a second sign might as well be the decimal one. */
const FIGURES: Readonly<Record<QuoteTableNotation, RegExp>> = {
  Cboe: /^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?(e[+-]?\d+)?$/i,
  "decimal comma": /^[+-]?\d*(,\d*)?(e[+-]?\d+)?$/i,
  "decimal point": /^[+-]?\d*(\.\d*)?(e[+-]?\d+)?$/i,
};
