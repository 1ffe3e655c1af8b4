import { blackScholes } from "../core/black";
import { NoSolutionError } from "../core/errors";
import { strikeFromDelta } from "../core/strikeFromDelta";
import { DAYS_PER_YEAR } from "../core/units";
import { isBlank, type CellValue, type Range } from "./cellValue";
import { asOfText } from "./asOfText";
import { needed, type Market } from "./market";
import { netGreeks, readBookInMarket, readGrouping, total, type Grouping } from "./netGreeks";
import type { Table } from "./netTables";
import type { Position } from "./position";
import { readNumber } from "./readNumber";
import type { Settings } from "./settings";
import { modelledVixVol } from "./volSurface";
import { vxBeta } from "./vxBeta";
import { vxCurve } from "./vxCurve";

/**
 * Blended carry of a hedge: what standing still costs per year over the capital it ties up, each leg weighed by its share
 * of capital. The texts call it WACC, which is another thing. One number; by group or with a history, a table.
 */
export function carryTable(
  book: Range,
  market: Range,
  groupBy: CellValue,
  settings: Settings,
  history: Range | undefined,
): Table {
  const hedge = readHedge(book, market, groupBy);
  const capital = capitalOf(hedge.legs, settings);
  if (!(capital >= CENT)) throw noCapital("carry");
  const rowOf = (name: string, legs: readonly Position[]): Table[number] => {
    const tied = capitalOf(legs, settings);
    const [theta, rollDown] = [total(legs, "theta"), total(legs, "rollDown")];
    return [name, tied, tied / capital, theta, rollDown, tied >= CENT ? carryOf(legs, tied) : ""];
  };
  const blended = carryOf(hedge.legs, capital);
  if (hedge.grouping === "none" && history === undefined) return [[blended]];
  return [
    [
      hedge.heading,
      "Capital $",
      "Share of capital",
      "Theta $/day",
      "Roll-down $/day",
      "Carry per year (share of capital)",
    ],
    ...hedge.groups.map(({ name, legs }) => rowOf(name, legs)),
    rowOf("Total: blended carry", hedge.legs),
    ...(history === undefined ? [] : historyRows(blended, history, settings)),
    noteRow(hedge, settings, 6),
  ];
}

/** VIX01 per dollar of premium: what the texts call P/CF of the hedge. One number, or a table held against a bucket. */
export function vixPerDollarTable(book: Range, market: Range, groupBy: CellValue, settings: Settings): Table {
  const hedge = readHedge(book, market, groupBy);
  const ratioOf = (legs: readonly Position[]): number | undefined => {
    const tied = capitalOf(legs, settings);
    return tied >= CENT ? total(legs, "vix01") / tied : undefined;
  };
  const whole = ratioOf(hedge.legs);
  if (whole === undefined) throw noCapital("VIX dollars per premium dollar");
  if (hedge.grouping === "none") return [[whole]];
  const bucket = bucketOf(hedge, settings);
  const threshold = Math.max(bucket.ratio, settings.optionalNumber("C05.Threshold") ?? -Infinity);
  const rowOf = (name: string, legs: readonly Position[], verdict: string): Table[number] => {
    const ratio = ratioOf(legs);
    return [
      name,
      total(legs, "vix01"),
      capitalOf(legs, settings),
      ratio ?? "",
      ratio === undefined ? "" : verdict,
    ];
  };
  const verdictOf = (legs: readonly Position[]): string =>
    (ratioOf(legs) ?? 0) < threshold ? "UNATTRACTIVE" : "OK";
  return [
    [hedge.heading, "VIX01 $/VIX pt", "Premium $", "VIX01 per premium $", "C05 verdict"],
    ...hedge.groups.map(({ name, legs }) => rowOf(name, legs, verdictOf(legs))),
    rowOf("Total", hedge.legs, ""),
    [bucket.name, "", "", bucket.ratio, ""],
    noteRow(hedge, settings, 5),
  ];
}

/** Less premium than this, in dollars, is none. */
const CENT = 0.01;

/** Cost per year of standing still, over capital; above 0 it costs. */
export function carryOf(legs: readonly Position[], capital: number): number {
  // Adding 0 turns -0, which some hosts show with its sign, into 0.
  return (-DAYS_PER_YEAR * (total(legs, "theta") + total(legs, "rollDown"))) / capital + 0;
}

/** Dollars that legs tie up: premium at the mark; for a VX future, which costs none, its margin. */
export function capitalOf(legs: readonly Position[], settings: Settings): number {
  const margin = settings.number("VXMargin");
  return legs.reduce(
    (sum, { leg, value }) => sum + (leg.kind === "future" ? Math.abs(leg.quantity) * margin : value),
    0,
  );
}

/** The legs of a book that are no SPX options, and their groups. */
interface Hedge {
  readonly market: Market;
  readonly legs: readonly Position[];
  readonly condorLegs: number;
  readonly grouping: Grouping;
  readonly heading: string;
  readonly groups: readonly { readonly name: string; readonly legs: readonly Position[] }[];
}

function readHedge(book: Range, market: Range, groupBy: CellValue): Hedge {
  const grouping = readGrouping(groupBy);
  const inMarket = readBookInMarket(book, market);
  const legs = inMarket.positions.filter(({ leg }) => leg.terms.underlying !== "SPX");
  if (legs.length === 0)
    throw new NoSolutionError("book holds no VIX option, VX future, VXX or UVXY: no hedge");
  const groups = new Map<string, { name: string; legs: readonly Position[] }>();
  for (const row of netGreeks({ ...inMarket, positions: legs }, grouping)) {
    const key = row.group.toLowerCase();
    const group = groups.get(key) ?? { name: row.group, legs: [] };
    groups.set(key, { ...group, legs: [...group.legs, ...row.positions] });
  }
  return {
    market: inMarket.market,
    legs,
    condorLegs: inMarket.positions.length - legs.length,
    grouping,
    heading: grouping === "none" ? "Hedge" : grouping.charAt(0).toUpperCase() + grouping.slice(1),
    groups: grouping === "none" ? [] : [...groups.values()],
  };
}

function noCapital(what: string): NoSolutionError {
  return new NoSolutionError(
    `the hedge is worth nothing, or was sold for more than it cost: it ties up no premium, so no ${what}`,
  );
}

/** Today's carry against the average of the carries before it: "" until there are enough. */
function historyRows(blended: number, history: Range, settings: Settings): Table {
  const days = settings.number("C01.HistoryDays");
  const earlier = history.flat().filter((value) => !isBlank(value));
  const recent = earlier.slice(-days).map((value) => readNumber("history", "history", value));
  const average = recent.length < days ? "" : recent.reduce((sum, each) => sum + each, 0) / days;
  const isExpanding = average === "" ? "" : blended > average ? "YES" : "NO";
  return [
    [`C14 average of ${days} earlier carries`, "", "", "", "", average],
    ["C14 expanding", "", "", "", "", isExpanding],
  ];
}

/** What the bucket that others are compared with gives: the book's own legs in it, else a modelled call in its middle. */
function bucketOf({ legs, market }: Hedge, settings: Settings): { name: string; ratio: number } {
  const [from, to] = [settings.number("C05.FromDte"), settings.number("C05.ToDte")];
  const inside = legs.filter(({ dte }) => dte !== undefined && dte >= from && dte <= to);
  const tied = capitalOf(inside, settings);
  const name = `C05 bucket of ${from}-${to} days`;
  if (tied >= CENT) return { name, ratio: total(inside, "vix01") / tied };
  const delta = settings.number("C05.Delta");
  return {
    name: `${name}, modelled call of delta ${delta}`,
    ratio: callVixPerDollar(market, (from + to) / 2, delta),
  };
}

/** VIX points' worth per dollar of a modelled VIX call of a given delta. */
function callVixPerDollar(market: Market, days: number, delta: number): number {
  const years = days / DAYS_PER_YEAR;
  const forward = vxCurve(market, days);
  const rate = needed(market, "Rate");
  // The vol depends on the strike by a gentle skew, so a few rounds settle both.
  let strike = forward;
  for (let round = 0; round < 8; round++) {
    const vol = modelledVixVol(market, strike, forward, years);
    strike = strikeFromDelta(1, delta, forward, years, vol, rate, rate);
  }
  const vol = modelledVixVol(market, strike, forward, years);
  const call = blackScholes(1, forward, strike, years, vol, rate, rate);
  return (call.delta * vxBeta(days)) / call.price;
}

/** What the figures rest on. */
function noteRow({ market, legs, condorLegs }: Hedge, settings: Settings, width: number): Table[number] {
  const texts = [
    `capital is premium at the mark, for a VX future ${settings.number("VXMargin")} $`,
    ...(condorLegs === 0 ? [] : [`${condorLegs} SPX legs left out`]),
    ...(legs.some(({ volSource }) => volSource === "modelled") ? ["some vols modelled"] : []),
  ];
  return ["Note", `${texts.join("; ")}${asOfText(market)}`, ...Array.from({ length: width - 2 }, () => "")];
}
