import { NoSolutionError } from "../core/errors";
import { strikeFromDelta } from "../core/strikeFromDelta";
import { DAYS_PER_YEAR } from "../core/units";
import type { Leg } from "./book";
import { contractTerms, SHORT_TERM_INDEX_DAYS, type ContractSymbol, type LegKind } from "./contracts";
import { daysToExpiry } from "./expirations";
import { layerExpiration } from "./layerExpiration";
import { needed, neededAsOf, type Market } from "./market";
import { hasExpiry, type PlanLayer } from "./planLayers";
import { positionOf, type Position } from "./position";
import { STOP_AT_FIRST } from "./problems";
import type { Settings } from "./settings";
import { modelledVixVol } from "./volSurface";
import { vxCurve } from "./vxCurve";

/** One contract of a layer, priced by model. Sums over its legs; dollars per contract. */
export interface LayerUnit {
  readonly symbol: ContractSymbol;
  readonly kind: LegKind | "call spread" | "financed call";
  /** Expiration day, an Excel serial; undefined for a fund. */
  readonly expiration: number | undefined;
  /** Calendar days with their fraction. */
  readonly dte: number | undefined;
  /** VX future of the expiry, points; for a fund the 30-day one. */
  readonly future: number;
  /** The strike, or both of a spread, bought first. */
  readonly strikes: readonly number[];
  /** Vol of each strike, decimal per year. */
  readonly vols: readonly number[];
  /** Per unit of price: points, or dollars a share. */
  readonly price: number;
  /** Net delta per point of the future; for a fund per dollar of its price. */
  readonly delta: number;
  /** Shares or contracts that one contract of the plan stands for. */
  readonly quantity: number;
  readonly premiumDollars: number;
  readonly thetaPerDay: number;
  readonly rollDownPerDay: number;
  readonly vix01: number;
  /** The legs of one contract, in the market. */
  readonly positions: readonly Position[];
  /** A financed call is two lines of a plan: the call bought, and the call spread sold against it. */
  readonly parts?: readonly [bought: LayerUnit, sold: LayerUnit];
  readonly note: string;
}

/** One contract of a layer, its expiration and strike chosen. */
export function layerUnit(layer: PlanLayer, settings: Settings, market: Market): LayerUnit {
  if (!hasExpiry(layer)) return fundUnit(layer, settings, market);
  const asOf = neededAsOf(market);
  const weekliesListed = settings.text("A05.Weeklies") === "on" ? settings.number("A05.WeekliesListed") : 0;
  const fallback = settings.text("A05.Fallback") === "listed" ? "listed" : "monthly";
  const { day, note } = layerExpiration(layer, asOf, weekliesListed, fallback);
  const dte = daysToExpiry(asOf, day, "AM");
  const future = vxCurve(market, dte);
  const placed = { expiration: day, dte, future };
  if (layer.instrument === "future") {
    const legs = [leg("VX", "future", 1, day, undefined, undefined)];
    return { ...priced("VX", "future", legs, market, 1, note), ...placed };
  }
  const years = dte / DAYS_PER_YEAR;
  const volAt = (strike: number): number =>
    modelledVixVol(market, strike, future, years, settings.number("VIXVolK"));
  const strike = strikeByDelta(
    layer,
    future,
    years,
    needed(market, "Rate"),
    volAt,
    settings.number("StrikeStep"),
  );
  if (layer.instrument === "financed call") {
    const calls = [0, 1, 2].map((step) => strike + step * layer.width);
    const unitOf = (
      kind: LayerUnit["kind"],
      ...legs: readonly (readonly [side: number, step: number])[]
    ): LayerUnit => {
      const each = legs.map(([side, step]) =>
        leg("VIX", "call", side, day, calls[step], volAt(calls[step] ?? strike)),
      );
      return { ...priced("VIX", kind, each, market, 1, noteOf(note)), ...placed };
    };
    const parts = [unitOf("call", [1, 0]), unitOf("call spread", [1, 1], [-1, 2])] as const;
    return { ...unitOf("financed call", [1, 0], [-1, 1], [1, 2]), parts };
  }
  const isSpread = layer.instrument === "call spread";
  const strikes = isSpread ? [strike, strike + layer.width] : [strike];
  const legs = strikes.map((each, index) => leg("VIX", "call", index === 0 ? 1 : -1, day, each, volAt(each)));
  const kind = isSpread ? "call spread" : "call";
  return { ...priced("VIX", kind, legs, market, 1, noteOf(note)), ...placed };
}

/** Dollars that one contract ties up: its premium; a future costs none, but its margin. */
export function dollarsTiedUp(unit: LayerUnit, settings: Settings): number {
  return unit.kind === "future" ? settings.number("VXMargin") : unit.premiumDollars;
}

function fundUnit(layer: PlanLayer, settings: Settings, market: Market): LayerUnit {
  const symbol = layer.instrument === "UVXY" ? "UVXY" : "VXX";
  const shares = unitsPerContract(layer, settings);
  const legs = [leg(symbol, "share", 1, undefined, undefined, undefined)];
  const note = `${shares} shares for a contract; the fund's daily roll decays in contango`;
  return {
    ...priced(symbol, "share", legs, market, shares, note),
    expiration: undefined,
    dte: undefined,
    future: vxCurve(market, SHORT_TERM_INDEX_DAYS),
  };
}

/** Shares of a fund, or contracts, that one contract of the plan stands for. */
export function unitsPerContract(layer: PlanLayer, settings: Settings): number {
  return hasExpiry(layer) ? 1 : sharesPerContract(settings);
}

/** Shares of a fund that stand for one contract. */
export function sharesPerContract(settings: Settings): number {
  return SHARES_PER_CONTRACT * settings.number("A15.EtfSizeFactor");
}

/** The listed strike nearest to the one whose call has the layer's delta, at the vol of that strike. */
function strikeByDelta(
  layer: PlanLayer,
  future: number,
  years: number,
  rate: number,
  volAt: (strike: number) => number,
  step: number,
): number {
  let strike = future;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = strikeFromDelta(1, layer.delta, future, years, volAt(strike), rate, rate);
    // A hundredth of a strike step is nearer than any listed strike.
    if (Math.abs(next - strike) < step / 100) return toListed(next, step);
    if (!(next <= FARTHEST_STRIKE * future)) break;
    strike = next;
  }
  throw new NoSolutionError(
    `no strike has delta ${layer.delta} in layer ${layer.name}: it would lie beyond ${FARTHEST_STRIKE} times the future, or the VIXSkew of the market is too steep`,
  );
}

const MAX_ROUNDS = 200;

/** The listed strike nearest to a level; without the rounding errors of a step like .1. */
function toListed(level: number, step: number): number {
  return Number((Math.max(Math.round(level / step), 1) * step).toPrecision(12));
}

function leg(
  symbol: ContractSymbol,
  kind: LegKind,
  quantity: number,
  expiration: number | undefined,
  strike: number | undefined,
  vol: number | undefined,
): Leg {
  const terms = contractTerms(symbol);
  return {
    row: 0,
    layer: "",
    terms,
    kind,
    quantity,
    multiplier: terms.multiplier,
    strike,
    expiry: expiration === undefined ? undefined : { date: expiration, settle: "AM" },
    vol,
    mark: undefined,
    bid: undefined,
    ask: undefined,
    entry: undefined,
    fees: 0,
  };
}

/** Sums the legs of one contract; `quantity` of them stand for one contract of the plan. */
function priced(
  symbol: ContractSymbol,
  kind: LayerUnit["kind"],
  legs: readonly Leg[],
  market: Market,
  quantity: number,
  note: string,
): Omit<LayerUnit, "expiration" | "dte" | "future"> {
  const positions = legs.flatMap((each) => positionOf(each, market, STOP_AT_FIRST) ?? []);
  const sum = (figure: (position: Position) => number): number =>
    positions.reduce((total, position) => total + figure(position), 0);
  const perUnit = contractTerms(symbol).multiplier;
  return {
    symbol,
    kind,
    strikes: legs.flatMap(({ strike }) => strike ?? []),
    vols: positions.flatMap(({ vol }) => vol ?? []),
    price: sum(({ leg: { quantity: side }, price }) => side * price),
    delta: sum(({ delta }) => delta) / perUnit,
    quantity,
    premiumDollars: quantity * sum(({ value }) => value),
    thetaPerDay: quantity * sum(({ theta }) => theta),
    rollDownPerDay: quantity * sum(({ rollDown }) => rollDown),
    vix01: quantity * sum(({ vix01 }) => vix01),
    positions,
    note,
  };
}

/** What is said of an option layer: its vol is modelled; and where its expiration lies beside its window. */
function noteOf(expirationNote: string): string {
  return expirationNote === "" ? MODELLED : `${expirationNote}; ${MODELLED}`;
}

const MODELLED = "vol modelled from VVIX";

/** A strike further out than this many times the future is no listed one. */
const FARTHEST_STRIKE = 10;

/** Shares that stand for one contract of a fund layer, before its size factor. */
const SHARES_PER_CONTRACT = 100;
