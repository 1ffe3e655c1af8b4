import { blackScholesPrice, type OptionKind } from "../core/black";
import { DAYS_PER_YEAR, VOL_POINT } from "../core/units";
import { SHORT_TERM_INDEX_DAYS } from "./contracts";
import type { CurveModel } from "./curveShift";
import { shiftedFuture } from "./curveShift";
import { needed, type Market } from "./market";
import { spxVolPerVixPoint, type Position } from "./position";
import { atmSpxVol, spxSkew, vixFutureVol, vixReversion, vixSkew, withinVolRange } from "./volSurface";
import { vxCurve } from "./vxCurve";

/**
 * What a leg is worth after a shock: full revaluation, never a Taylor sum.
 *
 * The shock comes at once, then days pass. SPX vols keep their moneyness and move with VIX by tenor; VX futures move by
 * the curve model; the vol of VIX moves with VIX; each leg keeps what its own vol differs from the model's. A contract
 * that settles inside the window is paid, not marked.
 */
export type Revaluation = (spx: number, vixShock: number) => number;

/** VVIX follows VIX to this power: daily changes of logs, 2006-2025 (R² .72). */
const VVIX_ELASTICITY = 0.57;

/** The time after a shock, and how the VIX curve answers. */
export interface ShockWindow {
  /** Calendar days that pass after the shock. */
  readonly days: number;
  readonly model: CurveModel;
  /** VIX shock at which a contract settles that has so many days today; without it, the shock of the scenario. */
  readonly settlementShock?: (daysToExpiry: number) => number;
  /** VVIX after the shock over VVIX before; without it, by its elasticity to VIX. */
  readonly vvixRatio?: number;
}

/** Dollars that a position is worth after a shock and some days, prepared so that many shocks are cheap. */
export function revaluationOf(position: Position, market: Market, window: ShockWindow): Revaluation {
  const { leg, dte } = position;
  const size = leg.quantity * leg.multiplier;
  const priceAfter = unitRevaluation(position, market, window);
  if (leg.kind !== "future" || dte === undefined) return (spx, vixShock) => size * priceAfter(spx, vixShock);
  // A future has no value but what it gained since it was entered, or since now.
  const entry = leg.entry ?? position.forward;
  return (spx, vixShock) => size * (priceAfter(spx, vixShock) - entry);
}

/** Dollars a position was entered for, fees included; undefined where the book gives no entry. A future costs its fees alone. */
export function entryValue({ leg }: Position): number | undefined {
  if (leg.entry === undefined) return undefined;
  return (leg.kind === "future" ? 0 : leg.quantity * leg.multiplier * leg.entry) + leg.fees;
}

function unitRevaluation(position: Position, market: Market, window: ShockWindow): Revaluation {
  const { leg } = position;
  if (leg.kind === "share") return fundRevaluation(position, market, window);
  if (leg.kind === "future") return futureRevaluation(position, market, window);
  return leg.terms.underlying === "SPX"
    ? spxOptionRevaluation(position, market, window)
    : vixOptionRevaluation(position, market, window);
}

function spxOptionRevaluation(position: Position, market: Market, { days }: ShockWindow): Revaluation {
  const { kind, strike, dte, vol, forward } = optionParts(position);
  const daysLeft = dte - days;
  if (daysLeft <= 0) return (spx) => Math.max(kind * (spx - strike), 0);
  const rate = needed(market, "Rate");
  const years = dte / DAYS_PER_YEAR;
  const dividendYield = rate - Math.log(forward / needed(market, "SPX")) / years;
  const yearsLeft = daysLeft / DAYS_PER_YEAR;
  const tenorShift = VOL_POINT * spxVolPerVixPoint(daysLeft);
  if (market.stickyStrike) {
    return (spx, vixShock) =>
      blackScholesPrice(
        kind,
        spx,
        strike,
        yearsLeft,
        withinVolRange(vol + tenorShift * vixShock),
        rate,
        dividendYield,
      );
  }
  const atm = atmSpxVol(market);
  const skew = spxSkew(market);
  const residual = vol - (atm + (skew * Math.log(strike / forward)) / Math.sqrt(years));
  const skewLeft = skew / Math.sqrt(yearsLeft);
  const growth = Math.exp((rate - dividendYield) * yearsLeft);
  return (spx, vixShock) => {
    const moneyness = Math.log(strike / (spx * growth));
    const shocked = withinVolRange(atm + tenorShift * vixShock + skewLeft * moneyness + residual);
    return blackScholesPrice(kind, spx, strike, yearsLeft, shocked, rate, dividendYield);
  };
}

function vixOptionRevaluation(position: Position, market: Market, window: ShockWindow): Revaluation {
  const { kind, strike, dte, vol, forward } = optionParts(position);
  const daysLeft = dte - window.days;
  const vix = needed(market, "VIX");
  if (daysLeft <= 0) {
    const settled = window.settlementShock?.(dte);
    return (_, vixShock) => Math.max(kind * (vix + (settled ?? vixShock) - strike), 0);
  }
  const rate = needed(market, "Rate");
  const vvix = needed(market, "VVIX");
  const reversion = vixReversion(market);
  const skew = vixSkew(market);
  const years = dte / DAYS_PER_YEAR;
  const yearsLeft = daysLeft / DAYS_PER_YEAR;
  const residual =
    vol - (vixFutureVol(vvix, years, reversion) + (skew * Math.log(strike / forward)) / Math.sqrt(years));
  const volLevel = vixFutureVol(vvix, yearsLeft, reversion);
  const skewLeft = skew / Math.sqrt(yearsLeft);
  const future = shiftedFuture(market, dte, daysLeft, window.model);
  return (_, vixShock) => {
    const forwardAfter = future(vixShock);
    const vvixRatio = window.vvixRatio ?? ((vix + vixShock) / vix) ** VVIX_ELASTICITY;
    const shocked = volLevel * vvixRatio + skewLeft * Math.log(strike / forwardAfter) + residual;
    return blackScholesPrice(kind, forwardAfter, strike, yearsLeft, withinVolRange(shocked), rate, rate);
  };
}

function futureRevaluation(
  { dte, leg, forward }: Position,
  market: Market,
  window: ShockWindow,
): Revaluation {
  const days = dte ?? 0;
  const daysLeft = days - window.days;
  if (daysLeft <= 0) {
    const vix = needed(market, "VIX");
    const settled = window.settlementShock?.(days);
    return (_, vixShock) => vix + (settled ?? vixShock);
  }
  // A mark away from the curve stays as far away.
  const residual = leg.mark === undefined ? 0 : forward - vxCurve(market, days);
  const future = shiftedFuture(market, days, daysLeft, window.model);
  return (_, vixShock) => future(vixShock) + residual;
}

/** A fund moves with its leverage times the relative move of the 30-day future, and pays the roll-down every day. */
function fundRevaluation({ price, leg }: Position, market: Market, window: ShockWindow): Revaluation {
  const leverage = leg.terms.leverage ?? 1;
  const future = shiftedFuture(market, SHORT_TERM_INDEX_DAYS, SHORT_TERM_INDEX_DAYS, window.model);
  const before = vxCurve(market, SHORT_TERM_INDEX_DAYS);
  const dailyRoll = (vxCurve(market, SHORT_TERM_INDEX_DAYS - 1) - before) / before;
  // The ratios of a past event hold its roll already.
  const rolled = "ratios" in window.model ? 1 : Math.max(1 + leverage * dailyRoll, 0) ** window.days;
  return (_, vixShock) => Math.max(price * (1 + leverage * (future(vixShock) / before - 1)) * rolled, 0);
}

function optionParts(position: Position): {
  kind: OptionKind;
  strike: number;
  dte: number;
  vol: number;
  forward: number;
} {
  const { leg, dte, vol, forward } = position;
  if (leg.strike === undefined || dte === undefined || vol === undefined) throw new Error("not an option");
  return { kind: leg.kind === "call" ? 1 : -1, strike: leg.strike, dte, vol, forward };
}
