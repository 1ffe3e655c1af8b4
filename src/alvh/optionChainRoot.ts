/**
 * The root of an option symbol, in capitals: SPXW of SPXW220304C00800000 (root, date, C or P, strike in thousandths), of
 * older symbols their first letters. A bare root is its own. "" where the text is neither.
 */
export function rootOfSymbol(text: string): string {
  const symbol = text.trim().toUpperCase();
  return (SYMBOL.exec(symbol) ?? OLDER.exec(symbol))?.[1] ?? "";
}

const SYMBOL = /^\^?([A-Z]+\d?)\d{6}[CP]\d{8}$/;
const OLDER = /^[\^$.]?([A-Z]+)(?:[\d].*)?$/;
