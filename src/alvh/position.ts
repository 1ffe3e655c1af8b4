import { blackScholes, type OptionKind } from "../core/black";
import { InputError, NoSolutionError } from "../core/errors";
import { impliedVolatility } from "../core/impliedVolatility";
import { DAYS_PER_YEAR, VOL_POINT } from "../core/units";
import type { Leg } from "./book";
import { formatIsoDate } from "./dates";
import { daysToExpiry } from "./expirations";
import { needed, neededAsOf, type Market } from "./market";
import type { ProblemSink } from "./problems";
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
    sink.note(`book row ${leg.row}: the leg expired by ${formatIsoDate(neededAsOf(market))} and is left out`);
    return undefined;
  }
  if (leg.kind === "share") return shares(leg, market);
  if (dte === undefined) throw new Error("a leg that is no share has an expiry");
  if (leg.kind === "future") return future(leg, market, dte);
  return leg.terms.underlying === "SPX"
    ? spxOption(leg, market, dte, sink)
    : vixOption(leg, market, dte, sink);
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
  const givenForward = forwardOn(leg, market);
  const dividendYield =
    givenForward === undefined ? needed(market, "Yield") : rate - Math.log(givenForward / spot) / years;
  const forward = givenForward ?? spot * Math.exp((rate - dividendYield) * years);
  const modelled = (strike: number): number => modelledSpxVol(market, strike, forward, years);
  const unit = optionUnit(leg, spot, years, rate, dividendYield, modelled, sink);
  return {
    ...optionDollars(leg, unit),
    dte,
    forward,
    rollDown: 0,
    vix01: leg.quantity * leg.multiplier * unit.greeks.vega * VOL_POINT * spxVolPerVixPoint(dte),
  };
}

/** Black-76 on the VX future of the same settlement, never on spot VIX: theta holds the future. */
function vixOption(leg: Leg, market: Market, dte: number, sink: ProblemSink): Position {
  const years = dte / DAYS_PER_YEAR;
  const forward = vxCurve(market, dte);
  const rate = needed(market, "Rate");
  const modelled = (strike: number): number => modelledVixVol(market, strike, forward, years);
  const unit = optionUnit(leg, forward, years, rate, rate, modelled, sink);
  const dollars = optionDollars(leg, unit);
  return {
    ...dollars,
    dte,
    forward,
    rollDown: dollars.delta * rollDownPerDay(market, dte),
    vix01: dollars.delta * vxBeta(dte),
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

/** Maturity that the S&P 500 VIX Short-Term Futures index holds constant, calendar days. */
const SHORT_TERM_INDEX_DAYS = 30;

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

/** What one unit of an option is worth and how it moves: raw derivatives. */
interface OptionUnit {
  readonly vol: number;
  readonly volSource: VolSource;
  readonly greeks: ReturnType<typeof blackScholes>;
}

function optionUnit(
  leg: Leg,
  spot: number,
  years: number,
  rate: number,
  dividendYield: number,
  modelledVol: (strike: number) => number,
  sink: ProblemSink,
): OptionUnit {
  const strike = leg.strike;
  if (strike === undefined) throw new Error("an option leg has a strike");
  const kind: OptionKind = leg.kind === "call" ? 1 : -1;
  const [vol, volSource] = ((): [number, VolSource] => {
    if (leg.vol !== undefined) return [leg.vol, "given"];
    if (leg.mark !== undefined) {
      return [impliedFromMark(leg, leg.mark, kind, spot, strike, years, rate, dividendYield), "implied"];
    }
    const vol = modelledVol(strike);
    const model = leg.terms.underlying === "SPX" ? "VIX and the skew" : "VVIX";
    sink.note(
      `book row ${leg.row}: no Vol, Price or Bid and Ask, so its vol ${vol.toFixed(4)} is modelled from ${model}`,
    );
    return [vol, "modelled"];
  })();
  return { vol, volSource, greeks: blackScholes(kind, spot, strike, years, vol, rate, dividendYield) };
}

function impliedFromMark(
  leg: Leg,
  mark: number,
  kind: OptionKind,
  spot: number,
  strike: number,
  years: number,
  rate: number,
  dividendYield: number,
): number {
  try {
    return impliedVolatility(kind, mark, spot, strike, years, rate, dividendYield);
  } catch (error) {
    if (error instanceof InputError || error instanceof NoSolutionError) {
      throw new NoSolutionError(`book row ${leg.row}, Price: ${error.message}`);
    }
    throw error;
  }
}

function optionDollars(leg: Leg, unit: OptionUnit): Omit<Position, "dte" | "forward" | "rollDown" | "vix01"> {
  const { greeks } = unit;
  const size = leg.quantity * leg.multiplier;
  const price = leg.mark ?? greeks.price;
  return {
    leg,
    vol: unit.vol,
    volSource: unit.volSource,
    price,
    value: size * price,
    delta: size * greeks.delta,
    gamma: size * greeks.gamma,
    vega: size * greeks.vega * VOL_POINT,
    theta: (size * greeks.theta) / DAYS_PER_YEAR,
  };
}

/** SPX forward that the market gives for the leg's own expiry day. */
function forwardOn(leg: Leg, market: Market): number | undefined {
  if (leg.expiry === undefined || "daysToExpiry" in leg.expiry) return undefined;
  return market.forwards.get(Math.floor(leg.expiry.date));
}

/**
 * Points that the implied vol of an SPX option moves per point of VIX: shorter options move more, (30/days)^0.4,
 * capped at 1.6. Fitted to VIX9D, VIX3M and VIX6M against VIX, 2006-2025.
 */
export function spxVolPerVixPoint(daysToExpiry: number): number {
  return Math.min((30 / daysToExpiry) ** 0.4, 1.6);
}
