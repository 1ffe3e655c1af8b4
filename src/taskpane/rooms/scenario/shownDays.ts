import type { NumberFormat } from "../../../workbook/numberFormat";
import { shownNumber } from "../../components/numberText";
import { strings } from "../../strings/scenario";

/** When a scenario is looked at: at once, or after so many days. */
export function shownDays(days: number, locale: NumberFormat): string {
  return days === 0
    ? strings.atOnce
    : strings.after(shownNumber(days, Number.isInteger(days) ? 0 : 1, locale));
}
