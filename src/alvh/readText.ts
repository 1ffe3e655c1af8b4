import { InputError } from "../core/errors";
import type { CellValue } from "./cellValue";
import { showCell } from "./readNumber";

/**
 * A name or a word from a cell that is not blank; a number or TRUE counts as it is shown. A rich value, which Excel hands
 * over as an object, has no text of its own.
 * @param where the place as the user knows it: `book row 3, Layer`.
 */
export function readText(argument: string, where: string, value: CellValue): string {
  if (typeof value !== "object" || value === null) return String(value).trim();
  throw new InputError(argument, `${where}: ${showCell(value)} is not a text: enter it as text`);
}
