import type { CellValue } from "../alvh/cellValue";
import type { NumberFormat } from "../workbook/numberFormat";

/** The ranges and settings that all rooms share. It is kept in the workbook; the functions never read it. */
export interface Desk {
  /** References: a name, a table or a place such as Sheet!A1:I20. */
  book: string;
  market: string;
  choose(what: "book" | "market", reference: string): void;
  /** The cells as they stand now; undefined while there are none to read. Unchanged cells are the same array. */
  bookValues?: CellValue[][];
  marketValues?: CellValue[][];
  /** One sentence where the range cannot be read. */
  bookProblem?: string;
  marketProblem?: string;
  /** The first of the two. */
  problem?: string;
  preset: string;
  choosePreset(name: string): void;
  /** Changed settings only, laid over the preset. */
  settings: Record<string, number | string>;
  changeSetting(name: string, value: number | string | undefined): void;
  resetSettings(): void;
  locale: NumberFormat;
}

/** What of the desk is kept in the workbook. */
export interface DeskState {
  book: string;
  market: string;
  preset: string;
  settings: Record<string, number | string>;
}

/** The names that the starter sheets define, and the preset that LAYER takes when none is given. */
export const FIRST_DESK: DeskState = { book: "Book", market: "Market", preset: "442", settings: {} };

/** The settings with one changed, or put back to the preset's value where `value` is undefined. */
export function withSetting(
  settings: Record<string, number | string>,
  name: string,
  value: number | string | undefined,
): Record<string, number | string> {
  const rest = Object.fromEntries(Object.entries(settings).filter(([other]) => other !== name));
  return value === undefined ? rest : { ...rest, [name]: value };
}
