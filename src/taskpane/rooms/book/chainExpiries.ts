import type { Range } from "../../../alvh/cellValue";
import { formatIsoDate } from "../../../alvh/dates";
import { readOptionChain, type ChainTerm } from "../../../alvh/optionChain";

/** An expiration of a chain, as a choice. */
export interface ChainExpiry {
  /** "SPXW 2022-03-04": what it is told apart by. */
  readonly name: string;
  readonly term: ChainTerm;
  /** Whole calendar days from the day of the quotes; undefined where that is not known. */
  readonly days: number | undefined;
}

/** The expirations of a chain, nearest first. */
export function chainExpiries(chain: Range, asOf: number | undefined): [ChainExpiry, ...ChainExpiry[]] {
  const choices = readOptionChain(chain).map((term) => ({
    name: `${term.root} ${formatIsoDate(term.expiry)}`.trim(),
    term,
    days: asOf === undefined ? undefined : term.expiry - Math.floor(asOf),
  }));
  // A chain without any is refused by its reader.
  return choices as [ChainExpiry, ...ChainExpiry[]];
}
