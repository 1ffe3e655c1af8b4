import type { Range } from "./cellValue";
import { readBookInMarket } from "./netGreeks";
import { ProblemList } from "./problems";

/** Every problem of a book and its market, one line each, errors and notes in the order of the ranges; none: OK. */
export function checkBook(book: Range, market: Range): string[] {
  const problems = new ProblemList();
  readBookInMarket(book, market, problems);
  const lines = [...new Set(problems.lines)];
  return lines.length === 0 ? ["OK"] : lines;
}
