import { InputError, NoSolutionError } from "../core/errors";
import type { ChainQuote } from "./optionChain";
import { parityForward } from "./parityForward";

/** What the strip of one expiration says. */
export interface VixStrip {
  /** Per year, a decimal squared: 100 times its root is in VIX points. */
  readonly variance: number;
  readonly forward: number;
  /** The first strike at or below the forward. */
  readonly k0: number;
  readonly lowestStrike: number;
  readonly highestStrike: number;
  /** Strikes in the strip. */
  readonly count: number;
  /** Whether two zero bids in a row ended the walk; otherwise the chain did, and the variance may be too low. */
  readonly putsEndByRule: boolean;
  readonly callsEndByRule: boolean;
}

/**
 * The variance of one expiration by Cboe's strip of out-of-the-money options:
 * (2/T) sum(dK/K^2 e^(rT) Q(K)) - (1/T) (F/K0 - 1)^2, with Q the middle of the quote (at K0 the mean of call and put) and
 * dK half the distance between the neighbours in the strip, at its ends the distance to the one neighbour. From K0
 * outwards options without a bid are left out, and two of them in a row end that side.
 * Reference: Cboe, Volatility Index Methodology: Cboe Volatility Index, steps 1 and 2.
 * @param quotes in the order of their strikes.
 * @param rate continuously compounded, decimal per year.
 * @param years to the expiration, above 0.
 */
export function vixCalcStrip(quotes: readonly ChainQuote[], rate: number, years: number): VixStrip {
  const { forward } = parityForward(quotes, rate, years);
  const above = quotes.findIndex(({ strike }) => strike > forward);
  const center = quotes[(above < 0 ? quotes.length : above) - 1];
  if (center === undefined) {
    throw new NoSolutionError(`the chain has no strike at or below its forward, ${forward.toFixed(2)}`);
  }
  const k0 = center.strike;
  const puts = walk(
    [...quotes].reverse().filter(({ strike }) => strike < k0),
    putPrice,
  );
  const calls = walk(
    quotes.filter(({ strike }) => strike > k0),
    callPrice,
  );
  const strip = [...puts.prices.reverse(), { strike: k0, price: centerPrice(center) }, ...calls.prices];
  if (strip.length < 2) {
    throw new NoSolutionError(`strike ${k0} is the only one of the chain with a bid out of the money`);
  }
  let sum = 0;
  strip.forEach(({ strike, price }, index) => {
    const low = strip[Math.max(index - 1, 0)]!.strike;
    const high = strip[Math.min(index + 1, strip.length - 1)]!.strike;
    const width = index === 0 || index === strip.length - 1 ? high - low : (high - low) / 2;
    sum += (width / strike ** 2) * price;
  });
  const variance = (2 * Math.exp(rate * years) * sum - (forward / k0 - 1) ** 2) / years;
  return {
    variance,
    forward,
    k0,
    lowestStrike: strip[0]!.strike,
    highestStrike: strip[strip.length - 1]!.strike,
    count: strip.length,
    putsEndByRule: puts.endsByRule,
    callsEndByRule: calls.endsByRule,
  };
}

interface StripPrice {
  readonly strike: number;
  readonly price: number;
}

/** The prices on one side, from the forward outwards. */
function walk(
  quotes: readonly ChainQuote[],
  priceOf: (quote: ChainQuote) => number | undefined,
): { prices: StripPrice[]; endsByRule: boolean } {
  const prices: StripPrice[] = [];
  let zeroBids = 0;
  for (const quote of quotes) {
    const price = priceOf(quote);
    zeroBids = price === undefined ? zeroBids + 1 : 0;
    if (zeroBids === 2) return { prices, endsByRule: true };
    if (price !== undefined) prices.push({ strike: quote.strike, price });
  }
  return { prices, endsByRule: false };
}

function callPrice({ row, callBid, callAsk }: ChainQuote): number | undefined {
  return middle(row, "call", callBid, callAsk);
}

function putPrice({ row, putBid, putAsk }: ChainQuote): number | undefined {
  return middle(row, "put", putBid, putAsk);
}

function centerPrice(quote: ChainQuote): number {
  const call = callPrice(quote);
  const put = putPrice(quote);
  if (call === undefined || put === undefined) {
    throw new NoSolutionError(
      `strike ${quote.strike}, the first at or below the forward, has no bid for its ${call === undefined ? "call" : "put"}`,
    );
  }
  return (call + put) / 2;
}

/** The middle of a quote; undefined without a bid. */
function middle(row: number, kind: "call" | "put", bid: number, ask: number): number | undefined {
  if (!(bid > 0)) return undefined;
  if (!(ask >= bid)) {
    throw new InputError("chain", `chain row ${row}, ${kind} ask: ${ask} is below the bid ${bid}`);
  }
  return (bid + ask) / 2;
}
