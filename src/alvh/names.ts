import { distance } from "fastest-levenshtein";

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

/** The known names most like a misspelt one, best first, for an error message; the part after a dot may stand alone. */
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
    .sort((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate, "en"))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** A word typed in a cell, without the characters that print as nothing. */
export function cleanText(text: string): string {
  return text
    .slice(0, LONGEST_NAME)
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .trim();
}
