import { InputError } from "../core/errors";
import { DEFAULT_CURVE_MODEL } from "./curveShift";
import { needed, type Market } from "./market";
import { spotVixBeta } from "./netGreeks";
import type { Position } from "./position";
import { entryValue, revaluationOf, type Revaluation, type ShockWindow } from "./revaluation";

/** Profit and loss of a book in dollars, as a function of a shock. */
export type ProfitAndLoss = (spotShock: number, vixShock: number) => number;

/** A VIX below this is no VIX: a slip of unit. */
const LOWEST_VIX = 1;

/** Where VIX follows SPX by the regression it stops here, points: its lowest close was 9.14. */
const LOWEST_FOLLOWING_VIX = 9;

/**
 * Profit and loss of positions after a shock and some days, from their entry prices where the book gives them and from
 * now where it does not. Prepared once, so that a grid of shocks costs little more than its pricings.
 */
export function profitAndLossOf(
  positions: readonly Position[],
  market: Market,
  window: ShockWindow = { days: 0, model: DEFAULT_CURVE_MODEL },
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
  window: ShockWindow,
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
  window: ShockWindow,
): ProfitAndLoss {
  const spx = market.numbers.get("SPX") ?? 0;
  const revaluations: Revaluation[] = positions.map((position) => revaluationOf(position, market, window));
  return (spotShock, vixShock) => {
    const spxAfter = spx * (1 + spotShock);
    // Summed as the start is, so that no shock is exactly no profit.
    let value = 0;
    for (const revaluation of revaluations) value += revaluation(spxAfter, vixShock);
    return value - start;
  };
}

/** The VIX shock that the regression of VIX on SPX proposes for a spot shock, points; VIX is not taken below 9. */
export function proposedVixShock(market: Market, spotShock: number): number {
  const lowest = Math.min(LOWEST_FOLLOWING_VIX - needed(market, "VIX"), 0);
  return Math.max(spotVixBeta(market) * 100 * spotShock, lowest);
}

/** An InputError where SPX would end at nothing or more than doubled, or a percentage was meant. */
export function checkSpotShock(spotShock: number): void {
  if (spotShock > -1 && spotShock <= 1) return;
  const hint =
    Math.abs(spotShock) >= 2 && Math.abs(spotShock) < 100
      ? `: use ${Number((spotShock / 100).toPrecision(6))} for ${spotShock}%`
      : "";
  throw new InputError("spotShock", `spotShock (${spotShock}) must lie between -1 and 1${hint}`);
}

/** An InputError where VIX would end below any level it can have. */
export function checkVixShock(market: Market, vixShock: number): void {
  if (vixShock === 0 && !market.numbers.has("VIX")) return;
  const vix = needed(market, "VIX");
  if (vix + vixShock >= LOWEST_VIX) return;
  throw new InputError(
    "vixShock",
    `vixShock (${vixShock}) takes VIX from ${vix} to ${Number((vix + vixShock).toFixed(6))}: it must stay at ${LOWEST_VIX} or more`,
  );
}
