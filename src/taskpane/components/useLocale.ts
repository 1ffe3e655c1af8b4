import { createContext, useContext } from "react";
import type { NumberFormat } from "../../workbook/numberFormat";

/** How the user writes numbers. The pane provides what Excel says; `desk.locale` is the same. */
export function useLocale(): NumberFormat {
  return useContext(LocaleContext);
}

/** That of the page's language. */
export const DEFAULT_LOCALE: NumberFormat = pageLocale();

export const LocaleContext = createContext(DEFAULT_LOCALE);

function pageLocale(): NumberFormat {
  const parts = new Intl.NumberFormat().formatToParts(12345.6);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  const decimal = part("decimal") ?? ".";
  return { decimal, group: part("group") ?? ",", list: decimal === "," ? ";" : "," };
}
