import type { NumberFormat } from "../../workbook/numberFormat";
import { strings } from "../strings/components";

/** What was typed: a number, nothing, or a sentence on what is wrong with it. */
export type TypedNumber = { value: number | undefined } | { problem: string };

/**
 * Reads a number as the user writes it: "1.234,5" where the comma is the decimal point. A percentage is a share, as in
 * a cell: "5%" is 0.05; in a field whose `unit` is "%" the sign only repeats the unit, and "5%" is 5. Group separators
 * count only in front of three digits, so that "1.5" is never read as 15.
 */
export function parseNumber(text: string, locale: NumberFormat, unit?: string): TypedNumber {
  const typed = text.trim().replace(/[\u2212\u2013]/g, "-");
  if (typed === "") return { value: undefined };
  const decimal = escaped(locale.decimal);
  // Spaces, as in French, and apostrophes, as in Switzerland, mean nothing else anywhere: figures may be pasted.
  const group = `[\\s'\u2019${escaped(locale.group)}]`;
  const pattern = new RegExp(
    `^([+-]?)(\\d{1,3}(?:${group}\\d{3})+|\\d*)(?:${decimal}(\\d*))?(?:[eE]([+-]?\\d+))?\\s*(%?)$`,
  );
  const match = pattern.exec(typed);
  const [, sign = "", whole = "", fraction = "", exponent = "0", percent = ""] = match ?? [];
  const digits = whole.replace(/\D/g, "");
  if (match === null || digits + fraction === "")
    return { problem: strings.notANumber(typed, `1234${locale.decimal}5`) };
  const value = Number(`${sign}${digits || "0"}.${fraction || "0"}e${exponent}`);
  if (!Number.isFinite(value)) return { problem: strings.tooLarge(typed) };
  return { value: percent === "" || unit === "%" ? value : clean(value / 100) };
}

/** A number as the user would type it: no groups, every digit that counts. */
export function typedNumber(value: number, locale: NumberFormat): string {
  return String(clean(value)).replace(".", locale.decimal);
}

/** A number to be read: grouped, with a fixed number of decimals. */
export function shownNumber(value: number, decimals: number, locale: NumberFormat): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.includes("e") ? whole : whole.replace(/\B(?=(\d{3})+$)/g, locale.group);
  const text = fraction === undefined ? grouped : `${grouped}${locale.decimal}${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text;
}

/** An amount of money to be read: $1,392, and −$1,392 where it is lost. */
export function shownDollars(value: number, decimals: number, locale: NumberFormat): string {
  const text = shownNumber(value, decimals, locale);
  return text.startsWith("\u2212") ? `\u2212$${text.slice(1)}` : `$${text}`;
}

/** 0.1 + 0.2 is 0.3 to a trader. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
