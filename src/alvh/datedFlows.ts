import { InputError } from "../core/errors";
import { isBlankOrZero, type Range } from "./cellValue";
import { parseDate } from "./dates";
import { readNumber } from "./readNumber";

/** Money on a day. */
export interface DatedFlow {
  /** Excel serial, whole. */
  readonly date: number;
  readonly flow: number;
}

/** Reads amounts and their dates, cell beside cell, into date order. Places where both are blank are passed over. */
export function readDatedFlows(
  [flowName, flows]: readonly [string, Range],
  [dateName, dates]: readonly [string, Range],
): DatedFlow[] {
  const days = dates.flat();
  const amounts = flows.flat();
  if (days.length !== amounts.length) {
    const counts = `the cells of ${dateName} (${days.length}) and of ${flowName} (${amounts.length})`;
    throw new InputError(dateName, `${counts} must be as many: give one date for each amount`);
  }
  const read = amounts.flatMap((amount, index) => {
    // Desktop Excel sends 0 for a blank.
    if (isBlankOrZero(amount) && isBlankOrZero(days[index])) return [];
    const date = Math.floor(parseDate(`${dateName}, cell ${index + 1}`, days[index]));
    const isNothing = isBlankOrZero(amount);
    return [{ date, flow: isNothing ? 0 : readNumber(flowName, `${flowName}, cell ${index + 1}`, amount) }];
  });
  if (read.length === 0) throw new InputError(flowName, `${flowName} is empty: give amounts and their dates`);
  return read.sort((a, b) => a.date - b.date);
}
