import { InputError } from "../core/errors";
import type { CellValue } from "./cellValue";

/** The limits of a number in a cell; the unit is part of the message. */
export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

/** Whether a cell holds a number within its limits. */
export function isWithin(
  value: CellValue,
  { min = -Infinity, max = Infinity, integer }: NumberLimits,
): value is number {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return value >= min && value <= max && (integer !== true || Number.isInteger(value));
}

/** Whether a cell holds text that someone meant as a number, in whichever country: "1.5", "1,5", "1 234,50", "5%". */
export function isNumberText(value: CellValue): boolean {
  return typeof value === "string" && NUMBER_TEXT.test(value.trim());
}

const NUMBER_TEXT =
  /^(?=[^e]*\d)[+\-\u2212]?(?:\d*|\d{1,3}(?:[.,\s'\u2019]\d{3})+)(?:[.,]\d*)?(?:e[+-]?\d+)?\s*%?$/i;

/** Characters that print as nothing, or turn what follows around. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A cell's value as an error message shows it: texts in quotes, shortened when long. */
export function showCell(value: CellValue): string {
  if (typeof value === "string") {
    const short = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    return JSON.stringify(short).replace(INVISIBLE, escaped);
  }
  // A rich value, which Excel hands over as an object.
  if (typeof value === "object" && value !== null) return "an object";
  return value === null || value === undefined ? "blank" : String(value);
}

/**
 * A number from a cell, or an InputError that says where, what was found and what would be right.
 * @param where the place as the user knows it: `book row 3, Strike`.
 */
export function readNumber(
  argument: string,
  where: string,
  value: CellValue,
  limits: NumberLimits = {},
): number {
  const fail = (reason: string): never => {
    throw new InputError(argument, `${where}: ${showCell(value)} ${reason}`);
  };
  if (typeof value !== "number") {
    return fail(isNumberText(value) ? "is text: enter it as a number" : "is not a number");
  }
  if (!Number.isFinite(value)) return fail("is not a finite number");
  if (limits.integer === true && !Number.isInteger(value)) return fail("must be a whole number");
  if (limits.min !== undefined && !(value >= limits.min)) return fail(`must be at least ${limits.min}`);
  if (limits.max !== undefined && !(value <= limits.max)) return fail(`must be at most ${limits.max}`);
  return value;
}
