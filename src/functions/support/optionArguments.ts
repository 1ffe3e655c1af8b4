/** How the option functions read their arguments: one reader for each, from a cell's value to a number. */

import { isNumberText, showCell } from "../../alvh/readNumber";
import type { CellValue } from "../../alvh/cellValue";
import { isBlank } from "../../alvh/cellValue";
import { InputError } from "../../core/errors";
import { OPTION_LIMITS, optionLimitProblem } from "../../core/optionLimits";
import type { OptionLimit } from "../../core/optionLimits";
import type { CellArgument } from "./broadcast";

export const KIND: CellArgument = { name: "kind", read: readKind };
export const SPOT = numberArgument(OPTION_LIMITS.spot);
export const FORWARD = numberArgument(OPTION_LIMITS.forward);
export const STRIKE = numberArgument(OPTION_LIMITS.strike);
export const DTE = numberArgument(OPTION_LIMITS.dte);
export const VOL = numberArgument(OPTION_LIMITS.vol);
export const RATE = numberArgument(OPTION_LIMITS.rate);
export const YIELD: CellArgument = { ...numberArgument(OPTION_LIMITS.yield), fallback: 0 };
export const PRICE = numberArgument(OPTION_LIMITS.price);
export const DELTA = numberArgument(OPTION_LIMITS.delta);
export const TOUCH: CellArgument = {
  name: "touch",
  read: (value) => (readFlag("touch", value) ? 1 : 0),
  fallback: 0,
};

const KINDS = new Map([
  ["call", 1],
  ["c", 1],
  ["put", -1],
  ["p", -1],
]);

/** 1 for a call, -1 for a put. */
function readKind(value: CellValue): number {
  if (value === "call") return 1;
  if (value === "put") return -1;
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  const kind = KINDS.get(word);
  if (kind !== undefined) return kind;
  if (word === "future" || word === "f") {
    throw new InputError("kind", `kind ${showCell(value)} has no option value: use "call" or "put"`);
  }
  throw new InputError("kind", `kind (${showCell(value)}) must be "call" or "put"`);
}

function numberArgument(limit: OptionLimit): CellArgument {
  const { name, above = -Infinity, min = -Infinity, max = Number.MAX_VALUE } = limit;
  return {
    name,
    plain: { above, min, max },
    read(value) {
      if (typeof value !== "number")
        throw new InputError(name, `${name} (${showCell(value)}) ${notANumber(value)}`);
      const problem = optionLimitProblem(limit, value);
      if (problem !== undefined) throw new InputError(name, problem);
      return value;
    },
  };
}

function notANumber(value: CellValue): string {
  if (isBlank(value)) return "is missing: a number is needed";
  return isNumberText(value) ? "is text: enter it as a number" : "is not a number";
}

/** Whether a table shall have a header row; omitted (or a host's call object in its place) means no. */
export function readHeaders(value: unknown): boolean {
  const inner: unknown = Array.isArray(value) ? (value as unknown[][])[0]?.[0] : value;
  const isOmitted = inner === undefined || typeof inner === "object" || isBlank(inner as CellValue);
  return isOmitted ? false : readFlag("headers", inner as CellValue);
}

/** TRUE or FALSE, also written 1 or 0. */
function readFlag(name: string, value: CellValue): boolean {
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  throw new InputError(name, `${name} (${showCell(value)}) must be TRUE or FALSE`);
}
