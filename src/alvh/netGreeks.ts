import { InputError } from "../core/errors";
import { readBook, type Leg } from "./book";
import { isBlankOrZero, type CellValue, type Range } from "./cellValue";
import type { Underlying } from "./contracts";
import { formatIsoDate } from "./dates";
import { readMarket, type Market } from "./market";
import { cleanText, unknownWord } from "./names";
import { positionOf, type Position } from "./position";
import { attempt, STOP_AT_FIRST, type ProblemSink } from "./problems";
import { Readings } from "./readings";

/** How a book's figures are added up. */
export const GROUPINGS = ["none", "leg", "layer", "underlying", "expiry"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/**
 * Points VIX rises when SPX falls 1%: daily changes 2005-2025 (R² .66). It differs by day: -1.55 on down days, -1.82
 * below -2%, and about -5 in February 2018 and August 2024.
 */
const SPOT_VIX_BETA = -1.28;

/** VIX points for +1% of SPX: the market row SpotVixBeta, else the regression's. */
export function spotVixBeta(market: Market): number {
  return market.numbers.get("SpotVixBeta") ?? SPOT_VIX_BETA;
}

/** Sums over the legs of one group and one underlying, in dollars (units as in Position). */
export interface NetRow {
  /** Name of the group: a layer, an underlying, an expiry, a leg's row, or "" for the whole book. */
  readonly group: string;
  readonly underlying: Underlying;
  readonly value: number;
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly theta: number;
  readonly rollDown: number;
  readonly vix01: number;
  /** Dollars per point of SPX, the VIX following by the regression; undefined when the market has no SPX. */
  readonly spxDelta: number | undefined;
  readonly positions: readonly Position[];
}

/** A book's live legs in a market, and what was left out. */
export interface BookInMarket {
  readonly market: Market;
  readonly positions: readonly Position[];
  readonly expiredLegs: number;
}

/** Reads both ranges and values each leg; every problem goes to the sink. */
export function readBookInMarket(
  book: Range,
  market: Range,
  sink: ProblemSink = STOP_AT_FIRST,
): BookInMarket {
  // Who collects problems wants to hear them every time.
  if (sink !== STOP_AT_FIRST) return valuedBook(book, market, sink);
  return readings.of(book, market, () => valuedBook(book, market, sink));
}

const readings = new Readings<BookInMarket>();

function valuedBook(book: Range, market: Range, sink: ProblemSink): BookInMarket {
  const conditions = readMarket(market, sink);
  const legs = readBook(book, sink);
  const positions: Position[] = [];
  let expiredLegs = 0;
  for (const leg of legs) {
    attempt(sink, () => {
      const position = positionOf(leg, conditions, sink);
      if (position === undefined) expiredLegs += 1;
      else positions.push(position);
    });
  }
  if (expiredLegs > 0 && positions.length === 0) {
    sink.error(new InputError("book", "book has no live leg: all of its legs are past their expiry"));
  }
  return { market: conditions, positions, expiredLegs };
}

/** One row for each group and underlying, in the order in which the book names them; expiries by date. */
export function netGreeks({ market, positions }: BookInMarket, grouping: Grouping): NetRow[] {
  const groups = new Map<string, Map<Underlying, Position[]>>();
  const rows: { group: string; underlying: Underlying; positions: Position[] }[] = [];
  for (const position of inGroupOrder(positions, grouping)) {
    const group = groupName(position, market, grouping);
    const { underlying } = position.leg.terms;
    const key = layerKey(group);
    const byUnderlying = groups.get(key) ?? new Map<Underlying, Position[]>();
    groups.set(key, byUnderlying);
    const members = byUnderlying.get(underlying);
    if (members !== undefined) {
      members.push(position);
      continue;
    }
    const started = [position];
    byUnderlying.set(underlying, started);
    rows.push({ group, underlying, positions: started });
  }
  return rows.map((row) => sumOf(row.group, row.underlying, row.positions, market));
}

/** Total of a figure that adds up across underlyings: value, theta, roll-down, VIX01. */
export function total(
  positions: readonly Position[],
  figure: "value" | "theta" | "rollDown" | "vix01",
): number {
  return positions.reduce((sum, position) => sum + position[figure], 0);
}

/**
 * What the book would trade at: each leg at the side that a trade of its sign gets, bought at the ask and sold at the
 * bid. Dollars; needs Bid and Ask on every option leg.
 */
export function naturalValue(positions: readonly Position[]): number {
  return positions.reduce((sum, position) => sum + naturalValueOf(position), 0);
}

function naturalValueOf(position: Position): number {
  const { leg } = position;
  const side = leg.quantity < 0 ? leg.bid : leg.ask;
  if (leg.kind === "future" || (leg.kind === "share" && side === undefined)) return position.value;
  if (side === undefined) {
    const column = leg.quantity < 0 ? "Bid" : "Ask";
    throw new InputError(
      "book",
      `book row ${leg.row}, ${column}: is blank, and a natural value needs Bid and Ask`,
    );
  }
  return leg.quantity * leg.multiplier * side;
}

/** The grouping that a cell names; none when omitted. */
export function readGrouping<Extra extends string = never>(
  value: CellValue,
  extra: readonly Extra[] = [],
): Grouping | Extra {
  if (isBlankOrZero(value)) return "none";
  const name = typeof value === "string" ? cleanText(value).toLowerCase() : "";
  const known: readonly (Grouping | Extra)[] = [...GROUPINGS, ...extra];
  const found = known.find((grouping) => grouping === name);
  if (found !== undefined) return found;
  throw new InputError("groupBy", unknownWord("groupBy", value, known));
}

function inGroupOrder(positions: readonly Position[], grouping: Grouping): readonly Position[] {
  if (grouping !== "expiry") return positions;
  return [...positions].sort((a, b) => (a.dte ?? Infinity) - (b.dte ?? Infinity));
}

/** The layer a leg is counted to. Layers are told apart without case: see `layerKey`. */
export function layerName({ layer }: Leg): string {
  return layer === "" ? "(no layer)" : layer;
}

/** IC and ic are one layer, named as it is first typed. */
export function layerKey(name: string): string {
  return name.toLowerCase();
}

function groupName(position: Position, market: Market, grouping: Grouping): string {
  const { leg } = position;
  switch (grouping) {
    case "none":
      return "";
    case "leg":
      return legName(position, market);
    case "layer":
      return layerName(leg);
    case "underlying":
      return leg.terms.underlying;
    case "expiry":
      return expiryName(position, market);
  }
}

function legName(position: Position, market: Market): string {
  const { leg } = position;
  const strike = leg.strike === undefined ? "" : ` ${leg.strike}`;
  const expiry = leg.expiry === undefined ? "" : ` ${expiryName(position, market)}`;
  return `row ${leg.row}: ${leg.quantity} ${leg.terms.symbol}${expiry}${strike} ${leg.kind}`;
}

/** An ISO date; legs given by days get the day they lead to, or their days where the market has no AsOf. */
function expiryName({ leg, dte }: Position, market: Market): string {
  if (leg.expiry === undefined || dte === undefined) return "no expiry";
  if ("date" in leg.expiry) return formatIsoDate(Math.floor(leg.expiry.date));
  return market.asOf === undefined ? `${dte} days` : formatIsoDate(Math.floor(market.asOf + dte));
}

function sumOf(
  group: string,
  underlying: Underlying,
  positions: readonly Position[],
  market: Market,
): NetRow {
  let [value, delta, gamma, vega, theta, rollDown, vix01] = [0, 0, 0, 0, 0, 0, 0];
  for (const position of positions) {
    value += position.value;
    delta += position.delta;
    gamma += position.gamma;
    vega += position.vega;
    theta += position.theta;
    rollDown += position.rollDown;
    vix01 += position.vix01;
  }
  const spxDelta = spxEquivalent(underlying, delta, vix01, market);
  return { group, underlying, value, delta, gamma, vega, theta, rollDown, vix01, spxDelta, positions };
}

/** SPX delta, and VIX01 turned into SPX points by the regression of VIX on SPX. */
function spxEquivalent(
  underlying: Underlying,
  delta: number,
  vix01: number,
  market: Market,
): number | undefined {
  const spx = market.numbers.get("SPX");
  if (spx === undefined) return undefined;
  const vixPointsPerSpxPoint = spotVixBeta(market) / (0.01 * spx);
  return (underlying === "SPX" ? delta : 0) + vix01 * vixPointsPerSpxPoint;
}
