import type { ChainPick } from "../../../alvh/chainToBookLegs";
import type { ChainTerm } from "../../../alvh/optionChain";

/** Options on SPX and on VIX are for 100 times their index. */
const DOLLARS_PER_POINT = 100;

/** What the legs cost at the middle of bid and ask, dollars, negative where they bring in; undefined where one has no quote. */
export function netAtMid(term: ChainTerm, picks: readonly ChainPick[]): number | undefined {
  let dollars = 0;
  for (const { kind, strike, quantity } of picks) {
    const quote = term.quotes.find((candidate) => candidate.strike === strike);
    if (quote === undefined) return undefined;
    const [bid, ask] = kind === "call" ? [quote.callBid, quote.callAsk] : [quote.putBid, quote.putAsk];
    if (!(ask > 0)) return undefined;
    dollars += quantity * ((bid + ask) / 2) * DOLLARS_PER_POINT;
  }
  return dollars;
}
