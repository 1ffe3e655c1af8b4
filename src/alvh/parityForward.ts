import { NoSolutionError } from "../core/errors";
import type { ChainQuote } from "./optionChain";

/** A forward by put-call parity, and the strike that gave it. */
export interface ParityForward {
  readonly forward: number;
  readonly strike: number;
}

/**
 * The forward that a chain's own prices imply: F = K + e^(rT) (C - P) at the strike where call and put are closest, by
 * the middles of their quotes. It holds for SPX and for VIX options, whose forward is the VX future of their own
 * expiration. Only strikes with a bid for both count: without quotes the difference would be a meaningless 0.
 * Reference: Cboe, Volatility Index Methodology: Cboe Volatility Index, step 2.
 * @param rate continuously compounded, decimal per year.
 * @param years to the expiration.
 */
export function parityForward(quotes: readonly ChainQuote[], rate: number, years: number): ParityForward {
  let best: ParityForward | undefined;
  let least = Infinity;
  for (const quote of quotes) {
    const { strike, callBid, callAsk, putBid, putAsk } = quote;
    if (!(callBid > 0 && putBid > 0 && callAsk >= callBid && putAsk >= putBid)) continue;
    const difference = (callBid + callAsk - putBid - putAsk) / 2;
    if (!(Math.abs(difference) < least)) continue;
    least = Math.abs(difference);
    best = { forward: strike + Math.exp(rate * years) * difference, strike };
  }
  if (best === undefined) {
    throw new NoSolutionError(
      "no strike of the chain has a bid for both its call and its put, so it has no forward",
    );
  }
  return best;
}
