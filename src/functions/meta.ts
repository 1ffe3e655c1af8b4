import { checkBook } from "../alvh/checkBook";
import type { Range } from "../alvh/cellValue";
import type { Settings } from "../alvh/settings";
import { VERSION } from "../alvh/version";
import { range } from "./support/arguments";
import { cell } from "./support/cell";
import { inForce } from "./support/inForce";
import { remembered } from "./support/remembered";

/**
 * The version of the add-in that answers.
 * @customfunction VERSION
 * @returns Version as text.
 * @example =ALVH.VERSION() is "1.0.0"
 */
export function version(): string {
  return VERSION;
}

/**
 * Every problem in a book and its market, one per row: what stops a calculation, and what is modelled or left out. OK if none.
 * @customfunction CHECK
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values, as for NETTHETA; a row Today, =TODAY(), asks whether AsOf is stale.
 * @param [settings] Names and values: F14.StaleAfter, trading days (1).
 * @returns One row of text per problem, or OK.
 * @example =ALVH.CHECK(Book, Market) is "OK"
 */
export function check(book: any[][], market: any[][], settings?: any[][]): any[][] {
  return cell(() => remembered(checkTable, range(book), range(market), inForce(settings)));
}

function checkTable(book: Range, market: Range, settings: Settings): string[][] {
  return checkBook(book, market, settings).map((line) => [line]);
}
