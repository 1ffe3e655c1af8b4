import type { CellValue, Range } from "../../../alvh/cellValue";
import { condorBookTable } from "../../../alvh/condorTables";
import { countCondors } from "../../../alvh/countCondors";
import { readMarket } from "../../../alvh/market";
import { settingsInForce } from "../../../alvh/presets";
import { settingRows, type ChangedSettings } from "../plan/hedgePlan";
import type { RollForm } from "./rollForm";

/** A condor to roll into, as CONDOR.BOOK spills one for the same cells. */
export interface BuiltCandidate {
  readonly table: CellValue[][];
  /** Condors sold: those asked for, else as many as the book holds. */
  readonly quantity: number;
}

/** CONDOR.BOOK(market, days, quantity, shortDelta, width, settings). It throws the sentence that the cell would show. */
export function buildCandidate(
  { days, quantity, shortDelta, width }: Pick<RollForm, "days" | "quantity" | "shortDelta" | "width">,
  book: Range,
  market: Range,
  preset: string,
  changed: ChangedSettings,
): BuiltCandidate {
  const conditions = readMarket(market);
  const { settings } = settingsInForce(preset, settingRows(changed));
  const sold = quantity ?? countCondors(book, conditions).condors;
  return {
    table: condorBookTable(conditions, { dte: days, shortDelta, width }, sold, settings),
    quantity: sold,
  };
}
