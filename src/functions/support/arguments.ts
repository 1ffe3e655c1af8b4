import { isBlank, isBlankOrZero, type CellValue, type Range } from "../../alvh/cellValue";
import { keptRange } from "../../alvh/keptRange";

/**
 * A scalar argument as a cell value. What is none counts as omitted: after an update whose description Excel still
 * has cached, a new optional argument can receive the call object in its place.
 */
export function scalar(argument: unknown): CellValue {
  if (Array.isArray(argument)) {
    const first: unknown = Array.isArray(argument[0]) ? argument[0][0] : undefined;
    return Array.isArray(first) ? null : scalar(first);
  }
  return typeof argument === "object" || typeof argument === "function" ? null : (argument as CellValue);
}

/** A range argument that must be there, as its kept copy; a single cell counts as a range of one. */
export function range(argument: unknown): Range {
  return keptRange(Array.isArray(argument) ? (argument as Range) : [[scalar(argument)]]);
}

/**
 * A range argument that may be omitted: undefined when it is, or when all it holds is one blank cell. Desktop Excel sends
 * 0 for a blank, which is no range either.
 */
export function optionalRange(argument: unknown): Range | undefined {
  const given = range(argument);
  const first = given[0]?.[0];
  const isOneBlank = given.length === 1 && given[0]?.length === 1 && isBlankOrZero(first);
  return isOneBlank ? undefined : given;
}

/** The condors to hedge, which may be a number: only a blank counts as omitted, and 0 condors are refused. */
export function numberOrRange(argument: unknown): Range | undefined {
  const given = range(argument);
  return given.length === 1 && given[0]?.length === 1 && isBlank(given[0][0]) ? undefined : given;
}
