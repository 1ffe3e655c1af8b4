import type { Range } from "../../../alvh/cellValue";
import type { ChainPick } from "../../../alvh/chainToBookLegs";
import { parseIsoDate } from "../../../alvh/dates";
import type { ChainTerm } from "../../../alvh/optionChain";
import { NoSolutionError } from "../../../core/errors";
import { strings } from "../../strings/book";

/** What a condor from a quote file is asked to be. */
export interface PickWish {
  /** Condors sold. */
  readonly quantity: number;
  /** Size of the short options' delta. */
  readonly shortDelta: number;
  /** Points from short to long strike. */
  readonly width: number;
}

/**
 * Four legs of one expiration of a quote table: shorts at the strikes whose delta, as the file gives it, is nearest to
 * the one wanted; longs at the strikes nearest to a width beyond. Strikes nobody quotes are passed over.
 */
export function condorPicks(chain: Range, term: ChainTerm, wish: PickWish): ChainPick[] {
  const deltas = deltasOf(chain, term);
  const short = (kind: "put" | "call"): number => {
    const side = kind === "put" ? -1 : 1;
    const strike = nearest(
      quotedStrikes(term, kind).filter((candidate) => {
        const delta = deltas.get(candidate)?.[kind] ?? 0;
        return side * delta > 0 && side * delta < 0.5;
      }),
      (candidate) => Math.abs(side * (deltas.get(candidate)?.[kind] ?? 0) - wish.shortDelta),
    );
    if (strike !== undefined) return strike;
    throw new NoSolutionError(strings.file.noDelta(kind));
  };
  const long = (kind: "put" | "call", from: number): number => {
    const side = kind === "put" ? -1 : 1;
    const beyond = quotedStrikes(term, kind).filter((candidate) => side * (candidate - from) > 0);
    const strike = nearest(beyond, (candidate) => Math.abs(side * (candidate - from) - wish.width));
    if (strike !== undefined) return strike;
    throw new NoSolutionError(strings.file.noWing(kind, from));
  };
  const [shortPut, shortCall] = [short("put"), short("call")];
  const pick = (kind: "put" | "call", strike: number, side: 1 | -1): ChainPick => ({
    layer: "IC",
    root: term.root,
    expiry: term.expiry,
    kind,
    strike,
    quantity: side * wish.quantity,
  });
  return [
    pick("put", long("put", shortPut), 1),
    pick("put", shortPut, -1),
    pick("call", shortCall, -1),
    pick("call", long("call", shortCall), 1),
  ];
}

/** Strikes at which an option can be bought. */
export function quotedStrikes({ quotes }: ChainTerm, kind: "put" | "call"): number[] {
  return quotes
    .filter(({ callAsk, putAsk }) => (kind === "call" ? callAsk : putAsk) > 0)
    .map(({ strike }) => strike);
}

function nearest(strikes: readonly number[], distance: (strike: number) => number): number | undefined {
  const [first, ...others] = strikes;
  if (first === undefined) return undefined;
  return others.reduce((best, strike) => (distance(strike) < distance(best) ? strike : best), first);
}

/** The deltas of an expiration by strike, as the chain's own columns give them. */
function deltasOf(chain: Range, term: ChainTerm): Map<number, { put: number; call: number }> {
  const header = chain[0] ?? [];
  const at = (name: string): number => header.indexOf(name);
  const [expiry, root, strike] = [at("expd"), at("root"), at("strike")];
  const [call, put] = [at("cdelta"), at("pdelta")];
  const rows = chain
    .slice(1)
    .filter((cells) => parseIsoDate(String(cells[expiry])) === term.expiry && cells[root] === term.root);
  return new Map(
    rows.map((cells) => [Number(cells[strike]), { call: Number(cells[call]), put: Number(cells[put]) }]),
  );
}
