import { InputError, NoSolutionError } from "../core/errors";
import { readBookRows } from "./bookColumns";
import type { Range } from "./cellValue";
import { scaled } from "./changedPositions";
import { condorComplexes, type CondorComplex } from "./condorComplexes";
import { readHedgedBook, type HedgedBook } from "./hedgedBook";
import { readBookInMarket } from "./netGreeks";
import type { Position } from "./position";
import { readNumber } from "./readNumber";

/** A leg that a roll trades: its quantity is what is bought (or, negative, sold). */
export interface TradedLeg {
  readonly position: Position;
  /** Contracts, where the range says so; undefined for a blank or 0. */
  readonly openInterest: number | undefined;
}

/** A roll: condors held, what replaces them, and the trades from the one to the other. */
export interface RollTrade extends HedgedBook {
  /** Condors that are rolled, by expiry; points per condor, dollars for all. */
  readonly complexes: readonly CondorComplex[];
  /** SPX legs that the candidate stands for; those it holds alike are not traded. */
  readonly rolled: readonly Position[];
  /** SPX legs of the book's other layers. */
  readonly stays: readonly Position[];
  readonly candidate: readonly Position[];
  readonly candidateComplexes: readonly CondorComplex[];
  readonly closing: readonly TradedLeg[];
  readonly opening: readonly TradedLeg[];
}

/**
 * Reads a book and the condor it might be rolled into. The candidate replaces the SPX legs of the layers it names; where
 * it names none of the book's, all SPX legs. What both hold alike is kept and not traded.
 */
export function readRollTrade(book: Range, market: Range, candidate: Range): RollTrade {
  const hedged = readHedgedBook(book, market);
  const heldInterest = openInterests("book", book);
  const { legs, complexes: candidateComplexes, interest } = ofCandidate(() => readCandidate(candidate, market)); // prettier-ignore
  const layers = new Set(legs.map(layerOf));
  const named = hedged.condorLegs.filter((position) => layers.has(layerOf(position)));
  const rolled = named.length > 0 ? named : hedged.condorLegs;
  const { complexes } = condorComplexes({ market: hedged.market, positions: rolled, expiredLegs: 0 });
  const [keptOfHeld, keptOfNew] = keptQuantities(rolled, legs);
  const traded = (
    positions: readonly Position[],
    kept: readonly number[],
    sign: 1 | -1,
    interests: ReadonlyMap<number, number>,
  ): TradedLeg[] =>
    positions.flatMap((position, index) => {
      const { quantity, row, fees } = position.leg;
      const change = quantity - (kept[index] ?? 0);
      if (change === 0) return [];
      const whole = scaled(position, (sign * change) / quantity);
      const leg = { ...whole.leg, fees: fees * (change / quantity) };
      return [{ position: { ...whole, leg }, openInterest: interests.get(row) }];
    });
  return {
    ...hedged,
    complexes,
    rolled,
    stays: hedged.condorLegs.filter((position) => !rolled.includes(position)),
    candidate: legs,
    candidateComplexes,
    closing: traded(rolled, keptOfHeld, -1, heldInterest),
    opening: traded(legs, keptOfNew, 1, interest),
  };
}

function readCandidate(
  candidate: Range,
  market: Range,
): { legs: readonly Position[]; complexes: readonly CondorComplex[]; interest: Map<number, number> } {
  const inMarket = readBookInMarket(candidate, market);
  const other = inMarket.positions.find(({ leg }) => leg.terms.underlying !== "SPX");
  if (other !== undefined) {
    const message = `book row ${other.leg.row} is no SPX option: give the condor to roll into, its hedge apart`;
    throw new InputError("book", message);
  }
  const { complexes } = condorComplexes(inMarket);
  return { legs: inMarket.positions, complexes, interest: openInterests("book", candidate) };
}

/** What is wrong with a candidate is said of the candidate: it is read as any book is. */
function ofCandidate<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError && error.argument === "book")
      throw new InputError("candidate", error.message.replace(/^book\b/, "candidate"));
    if (error instanceof NoSolutionError)
      throw new NoSolutionError(error.message.replace(/^book\b/, "candidate"));
    throw error;
  }
}

function openInterests(argument: string, range: Range): Map<number, number> {
  const interests = new Map<number, number>();
  for (const row of readBookRows(range)) {
    const value = row.cell("OpenInterest");
    if (value === undefined) continue;
    const where = `${argument} row ${row.row}, OpenInterest`;
    interests.set(row.row, readNumber(argument, where, value, { min: 0, max: 1e9 }));
  }
  return interests;
}

function layerOf({ leg }: Position): string {
  return leg.layer.toLowerCase();
}

/** Contracts that both sides hold of the same option with the same sign, leg by leg. */
function keptQuantities(
  held: readonly Position[],
  wanted: readonly Position[],
): [held: number[], wanted: number[]] {
  const [ofHeld, ofWanted] = [held.map(() => 0), wanted.map(() => 0)];
  held.forEach(({ leg, dte = 0 }, h) => {
    wanted.forEach(({ leg: other, dte: otherDte = 0 }, w) => {
      const isSame =
        leg.kind === other.kind &&
        leg.strike === other.strike &&
        leg.multiplier === other.multiplier &&
        Math.sign(leg.quantity) === Math.sign(other.quantity) &&
        Math.round(dte * 1440) === Math.round(otherDte * 1440);
      if (!isSame) return;
      const left = [leg.quantity - (ofHeld[h] ?? 0), other.quantity - (ofWanted[w] ?? 0)];
      const kept = Math.sign(leg.quantity) * Math.min(...left.map(Math.abs));
      ofHeld[h] = (ofHeld[h] ?? 0) + kept;
      ofWanted[w] = (ofWanted[w] ?? 0) + kept;
    });
  });
  return [ofHeld, ofWanted];
}
