import type { Range } from "./cellValue";
import { formatIsoDate } from "./dates";
import { isInCalendar, nextTradingDay } from "./holidays";
import type { Market } from "./market";
import { readBookInMarket } from "./netGreeks";
import { ProblemList } from "./problems";
import { Settings } from "./settings";

/**
 * Every problem of a book and its market, one line each, errors and notes in the order of the ranges; none: OK.
 * Whether the market is stale can be told only where its row Today says what day it is.
 */
export function checkBook(book: Range, market: Range, settings = Settings.initial()): string[] {
  const problems = new ProblemList();
  const read = readBookInMarket(book, market, problems);
  const lines = [...new Set([...staleLine(read.market, settings), ...problems.lines])];
  return lines.length === 0 ? ["OK"] : lines;
}

function staleLine({ asOf, today }: Market, settings: Settings): string[] {
  if (asOf === undefined || today === undefined) return [];
  const [from, most] = [formatIsoDate(asOf), settings.number("F14.StaleAfter")];
  if (today < Math.floor(asOf)) return [`market: Today, ${formatIsoDate(today)}, is before AsOf, ${from}`];
  if (!isInCalendar(today)) return [];
  let days = 0;
  for (let day = nextTradingDay(asOf); day <= today; day = nextTradingDay(day)) days += 1;
  if (days <= most) return [];
  return [
    `market: stale, AsOf ${from} is ${days} trading days before ${formatIsoDate(today)}, more than ${most}`,
  ];
}
