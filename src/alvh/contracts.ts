/**
 * The contracts a book may hold, as exchange facts.
 * Sources: Cboe SPX, VIX option and VX future contract specifications; fund prospectuses for VXX and UVXY.
 */

/** What the Underlying column of a book may say. */
export type ContractSymbol = "SPX" | "SPXW" | "VIX" | "VX" | "VXX" | "UVXY";

/** What the Kind column of a book may say, for one contract. */
export type LegKind = "call" | "put" | "future" | "share";

/** What a leg's delta, gamma and vega are measured against: these are never added across underlyings. */
export type Underlying = "SPX" | "VIX" | "VXX" | "UVXY";

export interface ContractTerms {
  readonly symbol: ContractSymbol;
  readonly underlying: Underlying;
  readonly kinds: readonly LegKind[];
  /** Dollars per contract for one point of price. */
  readonly multiplier: number;
  /** Daily leverage of a fund on the S&P 500 VIX Short-Term Futures index. */
  readonly leverage?: number;
}

export const CONTRACTS: ReadonlyMap<ContractSymbol, ContractTerms> = new Map<ContractSymbol, ContractTerms>([
  ["SPX", { symbol: "SPX", underlying: "SPX", kinds: ["call", "put"], multiplier: 100 }],
  ["SPXW", { symbol: "SPXW", underlying: "SPX", kinds: ["call", "put"], multiplier: 100 }],
  ["VIX", { symbol: "VIX", underlying: "VIX", kinds: ["call", "put"], multiplier: 100 }],
  ["VX", { symbol: "VX", underlying: "VIX", kinds: ["future"], multiplier: 1000 }],
  ["VXX", { symbol: "VXX", underlying: "VXX", kinds: ["share"], multiplier: 1, leverage: 1 }],
  // 1.5 times since 2018-02-28, twice before.
  ["UVXY", { symbol: "UVXY", underlying: "UVXY", kinds: ["share"], multiplier: 1, leverage: 1.5 }],
]);

/** Maturity that the index behind VXX and UVXY, S&P 500 VIX Short-Term Futures, holds constant: calendar days. */
export const SHORT_TERM_INDEX_DAYS = 30;

/** The terms of a contract that is known to be in the table. */
export function contractTerms(symbol: ContractSymbol): ContractTerms {
  const terms = CONTRACTS.get(symbol);
  if (terms === undefined) throw new Error(`contract ${symbol} is not in the table`);
  return terms;
}
