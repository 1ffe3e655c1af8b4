import { createContext, useContext } from "react";
import { pageNumberFormat, type NumberFormat } from "../../workbook/numberFormat";

/** How the user writes numbers. The pane provides what Excel says; `desk.locale` is the same. */
export function useLocale(): NumberFormat {
  return useContext(LocaleContext);
}

/** That of the page's language. */
export const DEFAULT_LOCALE: NumberFormat = pageNumberFormat();

export const LocaleContext = createContext(DEFAULT_LOCALE);
