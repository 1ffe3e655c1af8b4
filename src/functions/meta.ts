import { checkBook } from "../alvh/checkBook";
import { VERSION } from "../alvh/version";
import { range } from "./support/arguments";
import { cell } from "./support/cell";

/**
 * The version of the add-in that answers.
 * @customfunction VERSION
 * @returns Version as text.
 * @example =ALVH.VERSION() is "0.1.0"
 */
export function version(): string {
  return VERSION;
}

/**
 * Every problem in a book and its market, one per row: what stops a calculation, and what is modelled or left out. OK if none.
 * @customfunction CHECK
 * @param book Legs: a header row with Underlying, Kind, Qty, Strike, Expiry (or DTE), Vol (or Price), then one leg a row.
 * @param market Names and values: AsOf, SPX, VIX, VVIX, Rate, Yield, and VX futures by expiration date.
 * @returns One row of text per problem, or OK.
 * @example =ALVH.CHECK(Book, Market) is "OK"
 */
export function check(book: any[][], market: any[][]): any[][] {
  return cell(() => checkBook(range(book), range(market)).map((line) => [line]));
}
