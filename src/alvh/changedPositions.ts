import { DAYS_PER_YEAR } from "../core/units";
import type { Leg } from "./book";
import { daysToExpiry, nextVixExpirations } from "./expirations";
import { neededAsOf, type Market } from "./market";
import { positionOf, type Position } from "./position";
import { STOP_AT_FIRST } from "./problems";
import { modelledVixVol, withinVolRange } from "./volSurface";
import { vxCurve } from "./vxCurve";

/** Positions as they would be after a change of the book, for comparing before with after. */

/** The same contract in another quantity. */
export function scaled(position: Position, factor: number): Position {
  const { leg, value, delta, gamma, vega, theta, rollDown, vix01 } = position;
  return {
    ...position,
    leg: { ...leg, quantity: leg.quantity * factor },
    value: value * factor,
    delta: delta * factor,
    gamma: gamma * factor,
    vega: vega * factor,
    theta: theta * factor,
    rollDown: rollDown * factor,
    vix01: vix01 * factor,
  };
}

/** A VIX leg in the monthly expiration so many cycles later; a fund has none, and stays. */
export function monthsLater(position: Position, market: Market, cycles: number): Position {
  if (position.leg.kind === "share") return position;
  const after = nextVixExpirations(expiryDay(position, market) + AFTER_THE_OPEN, cycles, false);
  return onDay(position, market, after[cycles - 1] ?? 0);
}

/** A VIX leg with another expiration day; its vol keeps what it differs from the model. */
export function onDay(position: Position, market: Market, day: number): Position {
  return changed(position, market, { expiry: { date: day, settle: "AM" } });
}

/** A VIX option with another strike and quantity, the vol as above. */
export function withStrike(position: Position, market: Market, strike: number, quantity: number): Position {
  return changed(position, market, { strike, quantity });
}

/** Expiration day of a VIX leg, an Excel serial without time. */
export function expiryDay({ leg, dte = 0 }: Position, market: Market): number {
  return leg.expiry !== undefined && "date" in leg.expiry
    ? Math.floor(leg.expiry.date)
    : Math.floor(neededAsOf(market) + dte);
}

/** A time of day later than the settlement of VIX contracts at 09:30. */
const AFTER_THE_OPEN = 0.5;

function changed(position: Position, market: Market, change: Partial<Leg>): Position {
  const blank = { mark: undefined, bid: undefined, ask: undefined, entry: undefined, fees: 0 };
  const leg: Leg = { ...position.leg, ...blank, ...change };
  const days =
    leg.expiry !== undefined && "date" in leg.expiry
      ? daysToExpiry(neededAsOf(market), leg.expiry.date, leg.expiry.settle)
      : (position.dte ?? 0);
  const moved = positionOf({ ...leg, vol: volAfter(position, leg, days, market) }, market, STOP_AT_FIRST);
  if (moved === undefined) throw new Error("a leg is moved to a later day, never to one that is past");
  return moved;
}

function volAfter(
  { leg, vol, dte = 0 }: Position,
  after: Leg,
  days: number,
  market: Market,
): number | undefined {
  if (vol === undefined || leg.strike === undefined || after.strike === undefined) return undefined;
  const model = (strike: number, left: number): number =>
    modelledVixVol(market, strike, vxCurve(market, left), left / DAYS_PER_YEAR);
  return withinVolRange(model(after.strike, days) + vol - model(leg.strike, dte));
}
