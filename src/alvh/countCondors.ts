import { InputError } from "../core/errors";
import { readBook, type Leg } from "./book";
import type { Range } from "./cellValue";
import type { CondorCount } from "./layerPlan";
import type { Market } from "./market";
import { positionOf } from "./position";
import { STOP_AT_FIRST } from "./problems";
import { readNumber } from "./readNumber";

/** Condors a plan hedges when the cell gives none: one unit of 4/4/2. */
const DEFAULT_CONDORS = 10;

/**
 * The condors to hedge: a number, or a book whose short SPX options are counted. A condor is one short put and one
 * short call; where the sides differ the larger one counts, since either side can be hit. With a market, legs past
 * their expiry do not count.
 */
export function countCondors(condors: Range | undefined, market: Market | undefined): CondorCount {
  if (condors === undefined) return { condors: DEFAULT_CONDORS, vix01: undefined };
  if (condors.length === 1 && condors[0]?.length === 1) {
    const count = readNumber("condors", "condors", condors[0][0]);
    if (!(count > 0 && count <= 1e6)) {
      throw new InputError(
        "condors",
        `condors (${count}) must be a positive number of iron condors, at most 1,000,000, or a book`,
      );
    }
    return { condors: count, vix01: undefined };
  }
  const spxLegs = readBook(condors).filter(({ terms }) => terms.underlying === "SPX");
  const positions = market && spxLegs.flatMap((leg) => positionOf(leg, market, STOP_AT_FIRST) ?? []);
  const legs = positions?.map(({ leg }) => leg) ?? spxLegs;
  const count = Math.max(shortContracts(legs, "put"), shortContracts(legs, "call"));
  if (count === 0) {
    const reason =
      legs.length < spxLegs.length
        ? "every short SPX option of the book is past its expiry"
        : "the book holds no short SPX option, so no iron condor";
    throw new InputError("condors", `condors: ${reason}`);
  }
  return {
    condors: count,
    vix01: positions?.reduce((sum, position) => sum + position.vix01, 0),
    legs: positions,
    expiredLegs: spxLegs.length - legs.length,
  };
}

function shortContracts(legs: readonly Leg[], kind: "put" | "call"): number {
  return legs.reduce((sum, leg) => (leg.kind === kind && leg.quantity < 0 ? sum - leg.quantity : sum), 0);
}
