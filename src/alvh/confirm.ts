import { InputError } from "../core/errors";
import { isBlank, type CellValue, type Range } from "./cellValue";
import { normaliseName } from "./names";
import { showCell } from "./readNumber";

const YES = new Set(["true", "yes", "on", "confirmed", "1"]);
const NO = new Set(["false", "no", "off", "none", "0"]);

/** Whether enough signals agree: at least `needed` of them are true. Blank cells are no signals. */
export function confirm(signals: Range, needed: number): boolean {
  const given = signals.flatMap((row, index) =>
    row.flatMap((value) => (isBlank(value) ? [] : [readSignal(value, index + 1)])),
  );
  if (given.length < needed) {
    throw new InputError(
      "signals",
      `signals needs at least ${needed} that are not blank: it has ${given.length}`,
    );
  }
  return given.filter(Boolean).length >= needed;
}

function readSignal(value: CellValue, row: number): boolean {
  const word = normaliseName(String(value));
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new InputError(
    "signals",
    `signals row ${row}: ${showCell(value)} must be TRUE or FALSE, yes or no, 1 or 0`,
  );
}
