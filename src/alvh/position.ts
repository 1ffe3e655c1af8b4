import { blackScholes, type OptionGreeks, type OptionKind } from "../core/black";
import { InputError, NoSolutionError } from "../core/errors";
import { impliedVolatility } from "../core/impliedVolatility";
import { DAYS_PER_YEAR, VOL_POINT } from "../core/units";
import type { Leg } from "./book";
import { SHORT_TERM_INDEX_DAYS } from "./contracts";
import { formatIsoDate } from "./dates";
import { daysToExpiry, isSpxAmExpiration, isSpxwExpiration, isVixExpiration } from "./expirations";
import { needed, neededAsOf, type Market } from "./market";
import type { ProblemSink } from "./problems";
import { spxForward } from "./spxForward";
import { modelledSpxVol, modelledVixVol } from "./volSurface";
import { vxBeta } from "./vxBeta";
import { rollDownPerDay, vxCurve } from "./vxCurve";

/** Where an option's vol came from: the book, a price in the book, or the model (see volSurface). */
export type VolSource = "given" | "implied" | "modelled";

/** A leg in a market: its value and sensitivities in dollars, quantity and multiplier included. */
export interface Position {
  readonly leg: Leg;
  /** Calendar days to expiry; undefined for shares. */
  readonly dte: number | undefined;
  /** Price of the forward or future the leg depends on; a share's price. Points or dollars per share. */
  readonly forward: number;
  /** Decimal per year; undefined where the leg is no option. */
  readonly vol: number | undefined;
  readonly volSource: VolSource | undefined;
  /** Per unit: the book's mark where it has one, else the model's price. */
  readonly price: number;
  /** Dollars at the mark; a future's is its gain since Entry, 0 without one, since it is settled daily. */
  readonly value: number;
  /** Dollars per point of the leg's underlying: for VIX contracts its own future. */
  readonly delta: number;
  /** Change of delta per point. */
  readonly gamma: number;
  /** Dollars per vol point: of SPX vol for SPX options, of the vol of VIX for VIX options. */
  readonly vega: number;
  /** Option decay, dollars per calendar day at fixed spot (SPX) or fixed future (VIX). */
  readonly theta: number;
  /** Dollars per calendar day if the VX curve stands still. */
  readonly rollDown: number;
  /** Dollars for +1 point of spot VIX, linear, VVIX held. */
  readonly vix01: number;
}

/** The leg in a market; undefined when it is past its expiry, which the sink is told. */
export function positionOf(leg: Leg, market: Market, sink: ProblemSink): Position | undefined {
  const dte = daysLeft(leg, market);
  if (dte !== undefined && dte <= 0) {
    sink.note(
      () => `book row ${leg.row}: the leg expired by ${formatIsoDate(neededAsOf(market))} and is left out`,
    );
    return undefined;
  }
  noteOffCalendar(leg, sink);
  if (leg.kind === "share") return shares(leg, market);
  if (dte === undefined) throw new Error("a leg that is no share has an expiry");
  if (leg.kind === "future") return future(leg, market, dte);
  return leg.terms.underlying === "SPX"
    ? spxOption(leg, market, dte, sink)
    : vixOption(leg, market, dte, sink);
}

/** No contract expires on such a day: probably a slip of the date. */
function noteOffCalendar({ expiry, terms, row }: Leg, sink: ProblemSink): void {
  if (expiry === undefined || "daysToExpiry" in expiry) return;
  sink.note(() => {
    const day = Math.floor(expiry.date);
    const isListed =
      terms.underlying === "VIX" ? isVixExpiration(day) : isSpxwExpiration(day) || isSpxAmExpiration(day);
    return isListed
      ? undefined
      : `book row ${row}, Expiry: no ${terms.symbol} contract expires on ${formatIsoDate(day)}`;
  });
}

/** Calendar days, with their fraction, from the market's AsOf to the leg's expiry. */
function daysLeft(leg: Leg, market: Market): number | undefined {
  if (leg.expiry === undefined) return undefined;
  if ("daysToExpiry" in leg.expiry) return leg.expiry.daysToExpiry;
  return daysToExpiry(neededAsOf(market), leg.expiry.date, leg.expiry.settle);
}

/** Black-Scholes-Merton on spot: theta holds spot and the dividend yield. */
function spxOption(leg: Leg, market: Market, dte: number, sink: ProblemSink): Position {
  const years = dte / DAYS_PER_YEAR;
  const spot = needed(market, "SPX");
  const rate = needed(market, "Rate");
  const { forward, dividendYield } = spxForward(market, dte, expiryDay(leg));
  const vol =
    leg.vol ??
    impliedVol(leg, spot, years, rate, dividendYield) ??
    modelled(leg, modelledSpxVol(market, strikeOf(leg), forward, years), "VIX and the skew", sink);
  const greeks = blackScholes(sideOf(leg), spot, strikeOf(leg), years, vol, rate, dividendYield);
  const vix01PerVega = VOL_POINT * spxVolPerVixPoint(dte);
  return optionPosition(leg, dte, forward, vol, greeks, 0, greeks.vega * vix01PerVega);
}

/** Black-76 on the VX future of the same settlement, never on spot VIX: theta holds the future. */
function vixOption(leg: Leg, market: Market, dte: number, sink: ProblemSink): Position {
  const years = dte / DAYS_PER_YEAR;
  const forward = vxCurve(market, dte);
  const rate = needed(market, "Rate");
  const vol =
    leg.vol ??
    impliedVol(leg, forward, years, rate, rate) ??
    modelled(leg, modelledVixVol(market, strikeOf(leg), forward, years), "VVIX", sink);
  const greeks = blackScholes(sideOf(leg), forward, strikeOf(leg), years, vol, rate, rate);
  const rollDown = greeks.delta * rollDownPerDay(market, dte);
  return optionPosition(leg, dte, forward, vol, greeks, rollDown, greeks.delta * vxBeta(dte));
}

/** Turns one unit's raw derivatives into dollars of the whole leg. */
function optionPosition(
  leg: Leg,
  dte: number,
  forward: number,
  vol: number,
  greeks: OptionGreeks,
  unitRollDown: number,
  unitVix01: number,
): Position {
  const size = leg.quantity * leg.multiplier;
  const price = leg.mark ?? greeks.price;
  return {
    leg,
    dte,
    forward,
    vol,
    volSource: leg.vol !== undefined ? "given" : leg.mark !== undefined ? "implied" : "modelled",
    price,
    value: size * price,
    delta: size * greeks.delta,
    gamma: size * greeks.gamma,
    vega: size * greeks.vega * VOL_POINT,
    theta: (size * greeks.theta) / DAYS_PER_YEAR,
    // Adding 0 turns -0, which some hosts show with its sign, into 0.
    rollDown: size * unitRollDown + 0,
    vix01: size * unitVix01,
  };
}

function future(leg: Leg, market: Market, dte: number): Position {
  const forward = leg.mark ?? vxCurve(market, dte);
  const dollarsPerPoint = leg.quantity * leg.multiplier;
  return {
    leg,
    dte,
    forward,
    vol: undefined,
    volSource: undefined,
    price: forward,
    value: leg.entry === undefined ? 0 : dollarsPerPoint * (forward - leg.entry),
    delta: dollarsPerPoint,
    gamma: 0,
    vega: 0,
    theta: 0,
    rollDown: dollarsPerPoint * rollDownPerDay(market, dte),
    vix01: dollarsPerPoint * vxBeta(dte),
  };
}

/** A fund moves with its leverage times the relative move of the 30-day future. */
function shares(leg: Leg, market: Market): Position {
  const price = leg.mark ?? needed(market, leg.terms.symbol === "UVXY" ? "UVXY" : "VXX");
  const delta = leg.quantity * leg.multiplier;
  const dollarsPerVxPoint =
    (delta * price * (leg.terms.leverage ?? 1)) / vxCurve(market, SHORT_TERM_INDEX_DAYS);
  return {
    leg,
    dte: undefined,
    forward: price,
    vol: undefined,
    volSource: undefined,
    price,
    value: delta * price,
    delta,
    gamma: 0,
    vega: 0,
    theta: 0,
    rollDown: dollarsPerVxPoint * rollDownPerDay(market, SHORT_TERM_INDEX_DAYS),
    vix01: dollarsPerVxPoint * vxBeta(SHORT_TERM_INDEX_DAYS),
  };
}

function strikeOf(leg: Leg): number {
  if (leg.strike === undefined) throw new Error("an option leg has a strike");
  return leg.strike;
}

function sideOf(leg: Leg): OptionKind {
  return leg.kind === "call" ? 1 : -1;
}

/** The vol that gives the leg's mark; undefined where it has none. */
function impliedVol(
  leg: Leg,
  spot: number,
  years: number,
  rate: number,
  dividendYield: number,
): number | undefined {
  if (leg.mark === undefined) return undefined;
  try {
    return impliedVolatility(sideOf(leg), leg.mark, spot, strikeOf(leg), years, rate, dividendYield);
  } catch (error) {
    if (error instanceof InputError || error instanceof NoSolutionError) {
      throw new NoSolutionError(`book row ${leg.row}, Price: ${error.message}`);
    }
    throw error;
  }
}

/** A modelled vol, said so. */
function modelled(leg: Leg, vol: number, model: string, sink: ProblemSink): number {
  sink.note(
    () =>
      `book row ${leg.row}: no Vol, Price or Bid and Ask, so its vol ${vol.toFixed(4)} is modelled from ${model}`,
  );
  return vol;
}

/** The day of an expiry given by its date. */
function expiryDay({ expiry }: Leg): number | undefined {
  return expiry === undefined || "daysToExpiry" in expiry ? undefined : Math.floor(expiry.date);
}

/**
 * Points that the implied vol of an SPX option moves per point of VIX: shorter options move more, (30/days)^0.4,
 * capped at 1.6. Fitted to VIX9D, VIX3M and VIX6M against VIX, 2006-2025.
 */
export function spxVolPerVixPoint(daysToExpiry: number): number {
  return Math.min((30 / daysToExpiry) ** 0.4, 1.6);
}
