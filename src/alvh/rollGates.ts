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
    rows: [spike, timing, event, reerRow(settings), ...heldQuotes, ...newQuotes, pressRow(trade, settings), ...quick, ...rateRows(trade, settings), ...macro], // prettier-ignore
  };
}

function notGiven(rule: string, limit: number | string, what: string): Row {
  return [rule, "not given", limit, "", what];
}

/** A ratio that rounding left a trifle below its limit reaches it. */
const ROUNDING = 1e-9;

/** In a spike a short-dated VIX hedge is added, instead of rolling out. */
function spikeRow(market: Market, settings: Settings): Row {
  const limit = settings.number("D15.SpikeRise");
  const before = settings.optionalNumber("E07.VixBefore");
  if (before === undefined) return notGiven("E07 VIX since the day before", limit, "set E07.VixBefore");
  const rise = needed(market, "VIX") / before - 1;
  return ["E07 VIX since the day before", rise, limit, rise >= limit - ROUNDING ? "SPIKE" : "", `a fraction, from ${before} points (D15)`]; // prettier-ignore
}

function timingRow(settings: Settings): Row {
  const macd = settings.optionalNumber("E09.MacdScore");
  const breadth = settings.optionalNumber("E09.BreadthScore");
  const least = settings.number("E09.Least");
  const rule = "E09 MACD of VIX + A/D line";
  if (macd === undefined && breadth === undefined)
    return notGiven(rule, least, "set E09.MacdScore, E09.BreadthScore: see MACD, BREADTH");
  const sum = (macd ?? 0) + (breadth ?? 0);
  const note = `scores: MACD ${macd ?? "not given"}, A/D ${breadth ?? "not given"}`;
  return [rule, sum, least, sum < least ? "WAIT" : "OPEN", note];
}

function eventRow(market: Market, settings: Settings): Row {
  const limit = settings.number("E10.DaysBefore");
  const text = settings.text("B20.NextEvent");
  const rule = "E10 days to the next event";
  if (text === "") return notGiven(rule, limit, "set B20.NextEvent: FOMC, minutes, CPI or PPI (see EVENTS)");
  const serial = Number(text);
  const day = Math.floor(parseDate("settings, B20.NextEvent", Number.isFinite(serial) ? serial : text));
  const days = day - Math.floor(neededAsOf(market));
  const date = formatIsoDate(day);
  if (days < 0) return [rule, days, limit, "", `calendar days; ${date} is past: give the next`];
  return [rule, days, limit, days <= limit ? settings.text("E10.Action") : "", `calendar days, ${date}`];
}

function reerRow(settings: Settings): Row {
  const shift = settings.number("D13.ReerShift");
  const score = settings.optionalNumber("D19.ReerZ");
  if (score === undefined) return notGiven("E10 REER shift", shift, "set D19.ReerZ");
  return ["E10 REER shift", score, shift, Math.abs(score) >= shift ? "WARN" : "", "z-score, up or down"];
}

function liquidityRows(side: string, legs: readonly TradedLeg[], settings: Settings): Row[] {
  const [most, least] = [settings.number("E15.MostSpread"), settings.number("E15.LeastInterest")];
  const spreads = legs.flatMap(({ position: { leg } }) =>
    leg.bid === undefined || leg.ask === undefined ? [] : [(2 * (leg.ask - leg.bid)) / (leg.ask + leg.bid)],
  );
  const interests = legs.flatMap(({ openInterest }) => openInterest ?? []);
  const counted = (count: number): string => `${count} of ${legs.length} legs`;
  const widest = Math.max(...spreads);
  const thinnest = Math.min(...interests);
  const [spreadRule, interestRule] = [`E15 widest spread, ${side}`, `E15 least open interest, ${side}`];
  return [
    spreads.length === 0
      ? notGiven(spreadRule, most, "needs Bid and Ask")
      : [spreadRule, widest, most, widest > most ? "ILLIQUID" : "", `of the middle; ${counted(spreads.length)}`], // prettier-ignore
    interests.length === 0
      ? notGiven(interestRule, least, "needs OpenInterest; 0 counts as blank")
      : [interestRule, thinnest, least, thinnest < least ? "ILLIQUID" : "", `contracts; ${counted(interests.length)}`], // prettier-ignore
  ];
}

/** In a quiet market part of the theta is pressed into VIX calls: PRESS says how many. */
function pressRow({ condorLegs, market }: RollTrade, settings: Settings): Row {
  const limit = settings.number("B01.ElevatedAbove");
  const isQuiet = needed(market, "VIX") <= limit;
  const budget = pressRate(settings) * Math.max(total(condorLegs, "theta"), 0);
  return ["E17 press budget", budget, "", isQuiet ? "PRESS" : "", `$/day of the condors' theta (F01), where VIX is at most ${limit}`]; // prettier-ignore
}

function quickRatioRows(trade: RollTrade, cost: RollCost, settings: Settings): Row[] {
  const [stop, warn] = [settings.number("C06.Stop"), settings.number("C06.Warn")];
  const liquid = settings.optionalNumber("E18.Liquid");
  const rules = ["E18 quick ratio, held", "E18 quick ratio, rolled"];
  if (liquid === undefined) return rules.map((rule) => notGiven(rule, stop, "set E18.Liquid, dollars"));
  const { rolled, stays, candidate, market } = trade;
  const sides = [
    { held: [...rolled, ...stays], has: liquid },
    { held: [...candidate, ...stays], has: liquid - cost.close - cost.open - cost.slippage },
  ];
  return sides.map(({ held, has }, index): Row => {
    const margin = marginOfCondors(held, market);
    const rule = rules[index] ?? "";
    if (typeof margin === "string") return [rule, "not known", stop, "", margin];
    const ratio = has / margin;
    const says = ratio < stop ? "STOP" : ratio < warn ? "WARN" : "OK";
    return [rule, ratio, stop, says, `${has.toFixed(0)} $ liquid over ${margin.toFixed(0)} $ margin, gross width`]; // prettier-ignore
  });
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
    return [`E18 rate ${points}`, gain([...rolled, ...rest]), gain([...candidate, ...rest]), "", "$, the book as held; beside it as rolled"]; // prettier-ignore
  });
}

/** Costlier capital and multiples that compress drive volatility: each closes the gate. */
function macroRows(settings: Settings): Row[] {
  const limit = settings.number("E21.Compression");
  const gate = (name: string, setting: string, side: 1 | -1): Row => {
    const score = settings.optionalNumber(setting);
    const bound = side * limit;
    if (score === undefined) return notGiven(`E21 ${name}`, bound, `set ${setting}: see ZSCORE`);
    const says = side * score >= limit ? "WAIT" : "OPEN";
    return [
      `E21 ${name}`,
      score,
      bound,
      says,
      `z-score; waits at ${bound} or ${side > 0 ? "above" : "below"}`,
    ];
  };
  const flow = settings.text("E21.EtfFlow");
  return [
    gate("cost of capital", "E21.WaccZ", 1),
    gate("P/E", "E21.PeZ", -1),
    gate("P/CF", "D19.PcfZ", -1),
    flow === "" ? notGiven("E21 ETF flow", "", "set E21.EtfFlow") : ["E21 ETF flow", flow, "", "", "your words"], // prettier-ignore
  ];
}
