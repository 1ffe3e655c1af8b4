import { InputError } from "../core/errors";
import { DEFAULT_CURVE_MODEL } from "./curveShift";
import { needed, type Market } from "./market";
import { spotVixBeta } from "./netGreeks";
import type { Position } from "./position";
import { entryValue, revaluationOf, type Revaluation, type Window } from "./revaluation";

/** Profit and loss of a book in dollars, as a function of a shock. */
export type ProfitAndLoss = (spotShock: number, vixShock: number) => number;

/** VIX does not fall below this in a scenario, points; its lowest close was 9.14. */
const LOWEST_VIX = 1;

/**
 * Profit and loss of positions after a shock and some days, from their entry prices where the book gives them and from
 * now where it does not. Prepared once, so that a grid of shocks costs little more than its pricings.
 */
export function profitAndLossOf(
  positions: readonly Position[],
  market: Market,
  window: Window = { days: 0, model: DEFAULT_CURVE_MODEL },
): ProfitAndLoss {
  const start = positions.reduce(
    (sum, position) => sum + (entryValue(position) ?? valueNow(position, market)),
    0,
  );
  return changeFrom(start, positions, market, window);
}

/** Profit and loss from now, whatever the entry prices. */
export function profitAndLossFromNow(
  positions: readonly Position[],
  market: Market,
  window: Window,
): ProfitAndLoss {
  const start = positions.reduce((sum, position) => sum + valueNow(position, market), 0);
  return changeFrom(start, positions, market, window);
}

/** Value without a shock, by the same revaluation, so that no shock is no profit. */
function valueNow(position: Position, market: Market): number {
  const unshocked = revaluationOf(position, market, { days: 0, model: DEFAULT_CURVE_MODEL });
  return unshocked(market.numbers.get("SPX") ?? 0, 0);
}

function changeFrom(
  start: number,
  positions: readonly Position[],
  market: Market,
  window: Window,
): ProfitAndLoss {
  const spx = market.numbers.get("SPX") ?? 0;
  const revaluations: Revaluation[] = positions.map((position) => revaluationOf(position, market, window));
  return (spotShock, vixShock) => {
    checkShock(market, spotShock, vixShock);
    const spxAfter = spx * (1 + spotShock);
    let value = -start;
    for (const revaluation of revaluations) value += revaluation(spxAfter, vixShock);
    return value;
  };
}

/** The VIX shock that the regression of VIX on SPX proposes for a spot shock, points. */
export function proposedVixShock(market: Market, spotShock: number): number {
  return spotVixBeta(market) * 100 * spotShock;
}

function checkShock(market: Market, spotShock: number, vixShock: number): void {
  if (!(spotShock > -1 && spotShock <= 1)) {
    const hint = Math.abs(spotShock) > 1 ? `: use ${spotShock / 100} for ${spotShock}%` : "";
    throw new InputError("spotShock", `spotShock (${spotShock}) must lie between -1 and 1${hint}`);
  }
  const vix = market.numbers.get("VIX") ?? (vixShock === 0 ? LOWEST_VIX : needed(market, "VIX"));
  if (!(vix + vixShock >= LOWEST_VIX)) {
    throw new InputError(
      "vixShock",
      `vixShock (${vixShock}) takes VIX from ${vix} to ${vix + vixShock}: it must stay at ${LOWEST_VIX} or more`,
    );
  }
}
