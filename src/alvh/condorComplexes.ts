import { InputError } from "../core/errors";
import { total, type BookInMarket } from "./netGreeks";
import type { Position } from "./position";

/** The SPX options of a book that expire together: an iron condor, or several. Points are per condor, dollars for all. */
export interface CondorComplex {
  readonly positions: readonly Position[];
  /** Calendar days to expiry. */
  readonly days: number;
  /** SPX forward of the expiry, index points. */
  readonly forward: number;
  /** Condors held: the larger of the short puts and the short calls. */
  readonly condors: number;
  /** Dollars of one condor for one point. */
  readonly multiplier: number;
  /** What a condor was sold for: at Entry where the book gives it, else at the marks. */
  readonly credit: number;
  /** What a condor loses at worst, at expiry; the credit is in it. */
  readonly maxLoss: number;
  /** Width of the wider side: what the exchange's margin rule takes, the credit not taken off. */
  readonly grossWidth: number;
  /** Width of the narrower side. */
  readonly narrowWidth: number;
  /** SPX level at expiry above which the complex earns, and below which it does; undefined where there is none. */
  readonly breakEvenDown: number | undefined;
  readonly breakEvenUp: number | undefined;
}

/** A book's condors by expiry, soonest first, and how many SPX legs belong to none. */
export interface CondorComplexes {
  readonly complexes: readonly CondorComplex[];
  readonly otherSpxLegs: number;
}

/**
 * Finds the iron condors of a book: expiries where it is short SPX puts and calls. Other expiries are left out. A short
 * side without as many long options has no worst loss, and is an error.
 */
export function condorComplexes({ positions }: BookInMarket): CondorComplexes {
  const byExpiry = new Map<number, Position[]>();
  for (const position of positions) {
    if (position.leg.terms.underlying !== "SPX" || position.leg.quantity === 0) continue;
    // Legs of one expiry may differ in the last bit of their days.
    const key = Math.round((position.dte ?? 0) * 1440);
    byExpiry.set(key, [...(byExpiry.get(key) ?? []), position]);
  }
  const groups = [...byExpiry].sort(([a], [b]) => a - b).map(([, group]) => group);
  const condors = groups.filter((group) => shortCount(group, "put") > 0 && shortCount(group, "call") > 0);
  if (condors.length === 0) {
    const message = "book holds no iron condor: no expiry has both a short SPX put and a short SPX call";
    throw new InputError("book", message);
  }
  const otherSpxLegs = groups.flat().length - condors.flat().length;
  return { complexes: condors.map(complexOf), otherSpxLegs };
}

/** Points per condor that a complex's credit would be at given prices per unit. */
export function creditAt(
  { positions, condors, multiplier }: Pick<CondorComplex, "positions" | "condors" | "multiplier">,
  priceOf: (position: Position) => number,
): number {
  const dollars = positions.reduce((sum, position) => sum - size(position) * priceOf(position), 0);
  return dollars / (condors * multiplier);
}

/** Theta of a complex, dollars per calendar day for all its condors. */
export function thetaOf({ positions }: Pick<CondorComplex, "positions">): number {
  return total(positions, "theta");
}

/** Dollars for all condors of a figure in points per condor. */
export function dollarsOf({ condors, multiplier }: CondorComplex, points: number): number {
  return points * condors * multiplier;
}

/** Margin of all condors in dollars: the wider side's gross width, since only one side can lose. */
export function marginOf(complex: CondorComplex): number {
  return dollarsOf(complex, complex.grossWidth);
}

function complexOf(positions: readonly Position[]): CondorComplex {
  checkCovered(positions, "put");
  checkCovered(positions, "call");
  const condors = Math.max(shortCount(positions, "put"), shortCount(positions, "call"));
  const multiplier = positions.find(({ leg }) => leg.quantity < 0)?.leg.multiplier ?? 100;
  const credit = creditAt({ positions, condors, multiplier }, ({ leg, price }) => leg.entry ?? price);
  /** Points per condor at expiry, the credit left out. */
  const owed = (spx: number): number =>
    positions.reduce((sum, position) => sum + size(position) * intrinsic(position, spx), 0) /
    (condors * multiplier);
  const strikes = [...new Set(positions.map(strikeOf))].sort((a, b) => a - b);
  const highest = strikes.at(-1) ?? 0;
  const levels = [0, ...strikes, 2 * highest];
  /** Points that one condor's side can lose at worst, the credit left out. */
  const widthOf = (kind: "put" | "call"): number => {
    const side = positions.filter(({ leg }) => leg.kind === kind);
    const worst = levels.map(
      (spx) => -side.reduce((sum, each) => sum + size(each) * intrinsic(each, spx), 0),
    );
    const width = Math.max(...worst) / (shortCount(side, kind) * multiplier);
    if (width > 0) return width;
    throw notSold(side, `long ${kind}s stand nearer to the money than the short ones`);
  };
  const worst = Math.max(...levels.map((spx) => -owed(spx)));
  const [breakEvenDown, breakEvenUp] = breakEvens(levels, (spx) => credit + owed(spx));
  return {
    positions,
    days: positions[0]?.dte ?? 0,
    forward: positions[0]?.forward ?? 0,
    condors,
    multiplier,
    credit,
    maxLoss: worst - credit,
    grossWidth: worst,
    narrowWidth: Math.min(widthOf("put"), widthOf("call")),
    breakEvenDown,
    breakEvenUp,
  };
}

/** Options that end worth more than nothing above the highest strike, or at zero, must not be short on balance. */
function checkCovered(positions: readonly Position[], kind: "put" | "call"): void {
  const side = positions.filter(({ leg }) => leg.kind === kind);
  const balance = side.reduce((sum, position) => sum + size(position), 0);
  if (balance >= 0) return;
  throw notSold(side, `the short ${kind} is not covered by long ${kind}s of the same expiry`);
}

function notSold(side: readonly Position[], reason: string): InputError {
  const row = side.find(({ leg }) => leg.quantity < 0)?.leg.row ?? 0;
  return new InputError("book", `book row ${row}: ${reason}, so it is no iron condor sold`);
}

/** Where a piecewise straight line first rises above zero, and where it last falls below. */
function breakEvens(
  levels: readonly number[],
  profit: (spx: number) => number,
): [number | undefined, number | undefined] {
  let down: number | undefined;
  let up: number | undefined;
  for (let index = 0; index + 1 < levels.length; index++) {
    const [from = 0, to = 0] = [levels[index], levels[index + 1]];
    const [left, right] = [profit(from), profit(to)];
    const crossing = from + ((to - from) * left) / (left - right);
    if (left <= 0 && right > 0) down ??= crossing;
    if (left > 0 && right <= 0) up = crossing;
  }
  return [down, up];
}

function shortCount(positions: readonly Position[], kind: "put" | "call"): number {
  return positions.reduce(
    (sum, { leg }) => (leg.kind === kind && leg.quantity < 0 ? sum - leg.quantity : sum),
    0,
  );
}

function size({ leg }: Position): number {
  return leg.quantity * leg.multiplier;
}

function strikeOf({ leg }: Position): number {
  if (leg.strike === undefined) throw new Error("an SPX leg has a strike");
  return leg.strike;
}

function intrinsic(position: Position, spx: number): number {
  const beyond = spx - strikeOf(position);
  return Math.max(position.leg.kind === "call" ? beyond : -beyond, 0);
}
