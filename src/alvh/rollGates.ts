import { InputError } from "../core/errors";
import { condorComplexes, marginOf } from "./condorComplexes";
import { formatIsoDate, parseDate } from "./dates";
import { needed, neededAsOf, type Market, type MarketNumber } from "./market";
import { total } from "./netGreeks";
import type { Table } from "./netTables";
import { positionOf, type Position } from "./position";
import { pressRate } from "./press";
import { STOP_AT_FIRST } from "./problems";
import type { RollCost } from "./rollCost";
import type { RollTrade, TradedLeg } from "./rollTrade";
import type { Settings } from "./settings";

/** What may stand in a roll's way, each with its rows: rule, value, limit, says, reason. */
export interface RollGates {
  /** Quick ratio before the roll is below C06.Stop. */
  readonly isIlliquidBook: boolean;
  readonly isSpike: boolean;
  readonly isBlockedByEvent: boolean;
  /** A leg of the candidate trades too wide or too thin, or the quick ratio after the roll is below C06.Stop. */
  readonly isCandidateOut: boolean;
  /** Ids of the timing gates that are closed: E09, E21. */
  readonly closed: readonly string[];
  readonly rows: Table;
}

type Row = Table[number];

export function rollGates(trade: RollTrade, cost: RollCost, settings: Settings): RollGates {
  const spike = spikeRow(trade.market, settings);
  const event = eventRow(trade.market, settings);
  const heldQuotes = liquidityRows("held", trade.closing, settings);
  const newQuotes = liquidityRows("candidate", trade.opening, settings);
  const timing = timingRow(settings);
  const macro = macroRows(settings);
  const quick = quickRatioRows(trade, cost, settings);
  const says = (rows: Table, word: string): boolean => rows.some((row) => row[3] === word);
  return {
    isIlliquidBook: quick[0]?.[3] === "STOP",
    isSpike: says([spike], "SPIKE"),
    isBlockedByEvent: says([event], "BLOCK"),
    isCandidateOut: says(newQuotes, "ILLIQUID") || quick[1]?.[3] === "STOP",
    closed: [...(says([timing], "WAIT") ? ["E09"] : []), ...(says(macro, "WAIT") ? ["E21"] : [])],
    rows: [spike, timing, event, ...heldQuotes, ...newQuotes, pressRow(trade, settings), ...quick, ...rateRows(trade, settings), ...macro], // prettier-ignore
  };
}

/** A row of a figure and its limit; where there is none, what to give. */
function rated(
  rule: string,
  value: number | undefined,
  limit: number,
  says: (value: number) => string,
  note: string,
  toGive: string,
): Row {
  return value === undefined
    ? [rule, "not given", limit, "", `give ${toGive}`]
    : [rule, value, limit, says(value), note];
}

/** A ratio that rounding left a trifle below its limit reaches it. */
const ROUNDING = 1e-9;

/** In a spike a short-dated VIX hedge is added, instead of rolling out. */
function spikeRow(market: Market, settings: Settings): Row {
  const limit = settings.number("D15.SpikeRise");
  const before = settings.optionalNumber("E07.VixBefore");
  const rise = before && needed(market, "VIX") / before - 1;
  const says = (value: number): string => (value >= limit - ROUNDING ? "SPIKE" : "");
  return rated("E07 rise of VIX in a day", rise, limit, says, "a fraction (D15)", "E07.VixBefore");
}

function timingRow(settings: Settings): Row {
  const macd = settings.optionalNumber("E09.MacdScore");
  const breadth = settings.optionalNumber("E09.BreadthScore");
  const least = settings.number("E09.Least");
  const sum = macd === undefined && breadth === undefined ? undefined : (macd ?? 0) + (breadth ?? 0);
  const note = `scores: MACD ${macd ?? "not given"}, A/D ${breadth ?? "not given"}`;
  const says = (value: number): string => (value < least ? "WAIT" : "OPEN");
  return rated("E09 MACD of VIX + A/D line", sum, least, says, note, "E09.MacdScore, E09.BreadthScore");
}

function eventRow(market: Market, settings: Settings): Row {
  const limit = settings.number("E10.DaysBefore");
  const text = settings.text("B20.NextEvent");
  const serial = Number(text);
  const day = text === "" ? undefined : Math.floor(parseDate("settings, B20.NextEvent", Number.isFinite(serial) ? serial : text)); // prettier-ignore
  const days = day && day - Math.floor(neededAsOf(market));
  const says = (value: number): string => (value >= 0 && value <= limit ? settings.text("E10.Action") : "");
  const note = `calendar days, ${formatIsoDate(day ?? 0)}${(days ?? 0) < 0 ? " is past" : ""}`;
  return rated("E10 days to the next event", days, limit, says, note, "B20.NextEvent");
}

function liquidityRows(side: string, legs: readonly TradedLeg[], settings: Settings): Row[] {
  const [most, least] = [settings.number("E15.MostSpread"), settings.number("E15.LeastInterest")];
  const spreads = legs.flatMap(({ position: { leg } }) =>
    leg.bid === undefined || leg.ask === undefined ? [] : [(2 * (leg.ask - leg.bid)) / (leg.ask + leg.bid)],
  );
  const interests = legs.flatMap(({ openInterest }) => openInterest ?? []);
  const outOf = (count: number): string => `${count} of ${legs.length} legs`;
  const [widest, thinnest] = [spreads.length > 0 ? Math.max(...spreads) : undefined, interests.length > 0 ? Math.min(...interests) : undefined]; // prettier-ignore
  return [
    rated(`E15 widest spread, ${side}`, widest, most, (value) => (value > most ? "ILLIQUID" : ""), `of the middle; ${outOf(spreads.length)}`, "Bid and Ask"), // prettier-ignore
    rated(`E15 least open interest, ${side}`, thinnest, least, (value) => (value < least ? "ILLIQUID" : ""), `contracts; ${outOf(interests.length)}`, "OpenInterest"), // prettier-ignore
  ];
}

/** In a quiet market part of the theta is pressed into VIX calls: PRESS says how many. */
function pressRow({ condorLegs, market }: RollTrade, settings: Settings): Row {
  const limit = settings.number("B01.ElevatedAbove");
  const isQuiet = needed(market, "VIX") <= limit;
  const budget = pressRate(settings) * Math.max(total(condorLegs, "theta"), 0);
  return ["E17 press budget", budget, "", isQuiet ? "PRESS" : "", `$/day of theta (F01), while VIX is at most ${limit}`]; // prettier-ignore
}

/** Before the roll a ratio that is given will do, where the dollars are not. */
function quickRatioRows(trade: RollTrade, cost: RollCost, settings: Settings): Row[] {
  const { rolled, stays, candidate, market } = trade;
  const [stop, warn] = [settings.number("C06.Stop"), settings.number("C06.Warn")];
  const liquid = settings.optionalNumber("E18.Liquid");
  const paid = cost.close + cost.open + cost.slippage;
  const rowOf = (side: string, positions: readonly Position[], spent: number, given?: number): Row => {
    const margin = marginOfCondors([...positions, ...stays], market);
    const rule = `E18 quick ratio, ${side}`;
    if (typeof margin === "string") return [rule, "not known", stop, "", margin];
    const ratio = liquid === undefined ? given : (liquid - spent) / margin;
    const says = (value: number): string => (value < stop ? "STOP" : value < warn ? "WARN" : "OK");
    return rated(rule, ratio, stop, says, `liquid over ${margin.toFixed(0)} $ margin`, "E18.Liquid");
  };
  return [
    rowOf("held", rolled, 0, settings.optionalNumber("C22.QuickRatio")),
    rowOf("rolled", candidate, paid),
  ];
}

/** Margin in dollars, or why it cannot be told: legs of other layers may be no condors. */
function marginOfCondors(positions: readonly Position[], market: Market): number | string {
  try {
    const { complexes } = condorComplexes({ market, positions, expiredLegs: 0 });
    return complexes.reduce((sum, complex) => sum + marginOf(complex), 0);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** The book's gain when the rate moves at once, its vols, SPX and VX futures held. */
function rateRows({ rolled, stays, candidate, hedgeLegs, market }: RollTrade, settings: Settings): Row[] {
  const shock = settings.number("E18.RateShock");
  const rate = needed(market, "Rate");
  return [shock, -shock].map((change): Row => {
    const numbers = new Map<MarketNumber, number>(market.numbers).set("Rate", rate + change);
    const valueAt = (position: Position, conditions: Market): number =>
      positionOf({ ...position.leg, vol: position.vol, mark: undefined }, conditions, STOP_AT_FIRST)?.value ?? 0; // prettier-ignore
    const gain = (positions: readonly Position[]): number =>
      positions
        .filter(({ vol }) => vol !== undefined)
        .reduce((sum, each) => sum + valueAt(each, { ...market, numbers }) - valueAt(each, market), 0);
    const rest = [...stays, ...hedgeLegs];
    const points = `${change < 0 ? "" : "+"}${Number((1e4 * change).toFixed(2))} bp`;
    return [`E18 rate ${points}`, gain([...rolled, ...rest]), gain([...candidate, ...rest]), "", "$, held; beside it rolled"]; // prettier-ignore
  });
}

/** Costlier capital and multiples that compress drive volatility: each closes its gate. A shift of the REER warns. */
function macroRows(settings: Settings): Row[] {
  const gate = (rule: string, setting: string, bound: number, isShut: (value: number) => boolean, shut = "WAIT", open = "OPEN"): Row =>
    rated(rule, settings.optionalNumber(setting), bound, (value) => (isShut(value) ? shut : open), "z-score", setting); // prettier-ignore
  const limit = settings.number("E21.Compression");
  const shift = settings.number("D13.ReerShift");
  const isLow = (value: number): boolean => value <= -limit;
  return [
    gate("E10 REER", "D19.ReerZ", shift, (value) => Math.abs(value) >= shift, "WARN", ""),
    gate("E21 cost of capital", "E21.WaccZ", limit, (value) => value >= limit),
    gate("E21 P/E", "E21.PeZ", -limit, isLow),
    gate("E21 P/CF", "D19.PcfZ", -limit, isLow),
    ["E21 ETF flow", settings.text("E21.EtfFlow") || "not given", "", "", "your words (E21.EtfFlow)"],
  ];
}
