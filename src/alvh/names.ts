import { distance } from "fastest-levenshtein";
import type { CellValue } from "./cellValue";
import { showCell } from "./readNumber";

/** Names in cells are compared without case, spaces, punctuation between words, or a unit in brackets. */
export function normaliseName(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^()]*\)/g, "")
    .replace(/[\s_\-\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/g, "");
}

/** No name is longer; a cell can hold 32,767 characters. */
const LONGEST_NAME = 100;

/**
 * The known names most like a misspelt one, best first, for an error message; the part after a dot may stand alone.
 * None where no name has at least half of its letters right: what is no slip of the pen has no name that was meant.
 */
export function nearestNames(name: string, known: Iterable<string>, count = 3): string[] {
  const wanted = normaliseName(name);
  return [...known]
    .map((candidate) => ({
      candidate,
      edits: Math.min(
        distance(wanted, normaliseName(candidate)),
        distance(wanted, normaliseName(candidate.slice(candidate.lastIndexOf(".") + 1))),
      ),
    }))
    .filter(({ edits }) => 2 * edits <= wanted.length)
    .sort((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate, "en"))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Says that an argument knows no such word, and which ones it knows. */
export function unknownWord(argument: string, value: CellValue, known: readonly string[]): string {
  const [nearest] = typeof value === "string" ? nearestNames(value, known, 1) : [];
  const advice = nearest === undefined ? "" : ` (the nearest is ${nearest})`;
  return `${argument} ${showCell(value)} is not known: use ${known.join(", ")}${advice}`;
}

/** A word typed in a cell, without the characters that print as nothing. */
export function cleanText(text: string): string {
  return text
    .slice(0, LONGEST_NAME)
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .trim();
}
