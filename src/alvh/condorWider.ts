import { DAYS_PER_YEAR } from "../core/units";
import { condorComplexes, type CondorComplex } from "./condorComplexes";
import { toListed } from "./condorStrikes";
import type { Market } from "./market";
import { positionOf, type Position } from "./position";
import { STOP_AT_FIRST } from "./problems";
import { spxSkew, withinVolRange } from "./volSurface";

/**
 * The complex with its long options moved outwards by some points, its short ones kept. Each long option moves along the
 * market's skew from its own vol, so that both widths stand on the same prices. Undefined where a put would have to be
 * struck at zero.
 */
export function condorWider(
  complex: CondorComplex,
  market: Market,
  points: number,
  step: number,
): CondorComplex | undefined {
  const positions = complex.positions.flatMap((position) => moved(position, market, points, step) ?? []);
  if (positions.length !== complex.positions.length) return undefined;
  return condorComplexes({ market, positions, expiredLegs: 0 }).complexes[0];
}

function moved(position: Position, market: Market, points: number, step: number): Position | undefined {
  const { leg, dte, vol } = position;
  if (leg.quantity < 0 || leg.strike === undefined || dte === undefined || vol === undefined) return position;
  const strike = toListed(leg.strike + (leg.kind === "call" ? points : -points), step);
  if (!(strike > 0)) return undefined;
  const alongSkew = (spxSkew(market) * Math.log(strike / leg.strike)) / Math.sqrt(dte / DAYS_PER_YEAR);
  const unquoted = { mark: undefined, bid: undefined, ask: undefined, entry: undefined };
  return positionOf(
    { ...leg, ...unquoted, strike, vol: withinVolRange(vol + alongSkew) },
    market,
    STOP_AT_FIRST,
  );
}
