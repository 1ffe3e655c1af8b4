import { InputError } from "../../../core/errors";
import { strings } from "../../strings/scenario";
import type { NumberFormat } from "../../../workbook/numberFormat";

/**
 * A scenario as a user writes it whose decimal sign is the comma, `SPX * 0,9; VIX + 5,5`, in the notation that is
 * compiled. A comma between two digits is the decimal sign, a semicolon within brackets parts arguments; the English
 * notation is read as before, but a point that may as well part thousands is asked back.
 */
export function englishExpression(text: string, { decimal }: NumberFormat): string {
  if (decimal !== ",") return text;
  const thousands = /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])/.exec(text)?.[0];
  if (thousands !== undefined) {
    const digits = thousands.replaceAll(".", "");
    throw new InputError("scenario", strings.thousands(thousands, digits, thousands.replace(".", ",")));
  }
  let depth = 0;
  return text.replace(/\d,(?=\d)|[();]/g, (sign) => {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (sign === ";") return depth > 0 ? "," : sign;
    return sign.replace(",", ".");
  });
}
