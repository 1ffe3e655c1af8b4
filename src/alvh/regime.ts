import { advanceDeclineLine, breadthDivergence, slope } from "./breadth";
import type { CellValue, Range } from "./cellValue";
import { curveShape } from "./curveSignals";
import { formatIsoDateTime } from "./dates";
import { needed, neededAsOf, type Market } from "./market";
import { normaliseName } from "./names";
import type { Table } from "./netTables";
import { relativeStrength } from "./relativeStrength";
import { LEVELS, readSeries, readTogether, type Series } from "./series";
import { changes, realisedVol, zScores } from "./seriesStatistics";
import type { Settings } from "./settings";
import { InputError } from "../core/errors";

/** What spot VIX alone says of the regime. */
export type VixRegime = "LOW" | "ELEVATED" | "HIGH" | "CRISIS";

/** One thing that is looked at: its figure, whether it speaks for an expanding (stressed) regime, and why. */
interface Ingredient {
  readonly name: string;
  readonly value: number | string;
  /** Undefined where the history or the market does not hold what it needs. */
  readonly vote: boolean | undefined;
  readonly note: string;
}

/** The regime by the level of VIX. "Above 16" is strict: at 16 itself it is LOW; 20 and 30 belong to the higher one. */
export function vixRegime(vix: number, settings: Settings): VixRegime {
  if (vix >= settings.number("B01.CrisisFrom")) return "CRISIS";
  if (vix >= settings.number("B01.HighFrom")) return "HIGH";
  return vix > settings.number("B01.ElevatedAbove") ? "ELEVATED" : "LOW";
}

/**
 * The regime with every ingredient's figure and vote. The first three votes are the texts' score: the regime expands
 * where at least two of RSI, rate differential and breadth say so. The others stand beside it and are not counted.
 */
export function regimeTable(market: Market, history: Range | undefined, settings: Settings): Table {
  const vix = needed(market, "VIX");
  const regime = vixRegime(vix, settings);
  const columns = readHistory(history);
  const scored = [
    risingRsi(columns, settings),
    wideningRates(columns, settings),
    divergingBreadth(columns, settings),
  ];
  const beside = [
    risingCurve(columns, settings),
    invertedSlope(market),
    invertedFront(market),
    spike(columns, settings),
    riskPremium(market, columns, settings),
    reerShift(columns, settings),
    priceEarnings(columns, settings),
  ];
  const yes = scored.filter(({ vote }) => vote === true).length;
  const unknown = scored.filter(({ vote }) => vote === undefined).length;
  const wanted = settings.number("D11.ExpansionVotes");
  return [
    ["Ingredient", "Value", "Vote", "Unit or note"],
    ["As of", formatIsoDateTime(neededAsOf(market)), "", "New York; the history should end at this bar"],
    ["B01 regime", regime, "", "by the level of spot VIX"],
    row({
      name: "B01 VIX",
      value: vix,
      vote: regime !== "LOW",
      note: `points: elevated above ${settings.number("B01.ElevatedAbove")}`,
    }),
    ...scored.map(row),
    ["D11 score", yes, "", `of ${scored.length - unknown} known votes among RSI, rates and breadth`],
    ["D11 regime", expansion(yes, unknown, wanted), "", `expansion from ${wanted} votes on`],
    ...beside.map(row),
    ["Note", "", "", "only the three votes above the D11 score count; the others stand beside them"],
  ];
}

function row({ name, value, vote, note }: Ingredient): (string | number)[] {
  return [name, value, vote === undefined ? "" : vote ? "yes" : "no", note];
}

function expansion(yes: number, unknown: number, wanted: number): string {
  if (yes >= wanted) return "expansion";
  return yes + unknown < wanted ? "no expansion" : "not known";
}

function risingRsi({ vix }: History, settings: Settings): Ingredient {
  const bars = settings.number("D07.RsiChangeBars");
  const period = settings.number("D07.RsiPeriod");
  const strength = vix && relativeStrength(vix.values, period);
  return ingredient("D07 RSI of VIX", lastChange(strength, bars), (change) => change > 0, {
    note: `change over ${bars} bars of RSI ${period}: rising speaks for expansion`,
    lacking: `history needs VIX, ${period + bars + 1} rows`,
  });
}

function wideningRates({ rateA, rateB }: History, settings: Settings): Ingredient {
  const bars = settings.number("D12.RateChangeBars");
  const [a, b] = rateA && rateB ? readTogether(rateA, rateB) : [];
  const differential = a?.values.map((rate, bar) => rate - (b?.values[bar] ?? NaN));
  return ingredient("D12 rate differential", lastChange(differential, bars), (change) => change > 0, {
    note: `change over ${bars} bars of Rate A less Rate B, in their unit: widening speaks for expansion`,
    lacking: `history needs Rate A and Rate B, ${bars + 1} rows`,
  });
}

function divergingBreadth({ advances, declines, spx }: History, settings: Settings): Ingredient {
  const bars = settings.number("D09.SlopeBars");
  const name = "D09 breadth";
  const lacking = `history needs Advances, Declines and SPX, ${bars} rows`;
  if (!advances || !declines || !spx) return { name, value: "", vote: undefined, note: lacking };
  const [up, down] = readTogether(advances, declines);
  const [issues, closes] = readTogether(up, spx);
  const [fallen] = readTogether(down, closes);
  const line = advanceDeclineLine(issues.values, fallen.values);
  const lineSlope = slope(line, line.length - 1, bars);
  const indexSlope = slope(closes.values, line.length - 1, bars);
  if (lineSlope === undefined || indexSlope === undefined)
    return { name, value: "", vote: undefined, note: lacking };
  const found = breadthDivergence(lineSlope, indexSlope);
  const wanted = settings.text("D09.BreadthReading") === "literal" ? "bullish" : "bearish";
  return {
    name,
    value: found,
    vote: found === wanted,
    note: `A/D line against SPX over ${bars} bars: ${wanted} speaks for expansion`,
  };
}

function risingCurve({ futures }: History, settings: Settings): Ingredient {
  const bars = settings.number("D14.CurveRiseBars");
  const rises = futures.flatMap(({ values }) => lastChange(values, bars) ?? []);
  const mean = rises.length === 0 ? undefined : rises.reduce((sum, rise) => sum + rise, 0) / rises.length;
  return ingredient("D14 rise of the VX curve", mean, (rise) => rise > 0, {
    note: `VIX points over ${bars} bars, mean of ${rises.length} futures: a parallel rise, not an upward slope`,
    lacking: `history needs VX1, VX2 and so on, ${bars + 1} rows`,
  });
}

function invertedSlope({ futures }: Market): Ingredient {
  const [first, last] = [futures[0], futures.at(-1)];
  const isCurve = first !== undefined && last !== undefined && first !== last;
  const shape = isCurve ? curveShape(first.price, last.price) : "";
  return ingredient(
    "D14 slope of the VX curve",
    isCurve ? last.price - first.price : undefined,
    (rise) => rise < 0,
    {
      note: `VIX points, last future less first: ${shape}; an upward slope is the calm state`,
      lacking: "market needs two VX futures",
    },
  );
}

function invertedFront({ futures: [first, second] }: Market): Ingredient {
  const gap = first && second && first.price - second.price;
  return ingredient("D15 front inversion", gap, (points) => points > 0, {
    note: "VIX points, first future less second: above 0 is inverted",
    lacking: "market needs two VX futures",
  });
}

function spike({ vix }: History, settings: Settings): Ingredient {
  const threshold = settings.number("D15.SpikeRise");
  const [before, now] = vix?.values.slice(-2) ?? [];
  const rise = before === undefined || now === undefined ? undefined : now / before - 1;
  return ingredient("D15 VIX spike", rise, (fraction) => fraction >= threshold, {
    note: `rise in the last bar, a fraction: a spike from ${threshold} on`,
    lacking: "history needs VIX, 2 rows",
  });
}

function riskPremium(market: Market, { spx }: History, settings: Settings): Ingredient {
  const bars = settings.number("D16.RealisedBars");
  const ofHistory =
    spx && realisedVol(spx.values, spx.values.length - 1, bars, settings.number("D16.BarsPerYear"));
  const realised = ofHistory ?? market.numbers.get("RV20");
  const premium = realised === undefined ? undefined : needed(market, "VIX") - 100 * realised;
  return ingredient("D16 VRP", premium, (points) => points < 0, {
    note: "points, VIX less realised vol: below 0 the market moves more than VIX says",
    lacking: `history needs SPX, ${bars + 1} rows, or market a row RV20`,
  });
}

function reerShift({ reer }: History, settings: Settings): Ingredient {
  const bars = settings.number("D13.ReerChangeBars");
  const shift = settings.number("D13.ReerShift");
  const moves = reer && changes(reer.values, bars).flatMap((change) => change ?? []);
  return ingredient("D13 REER shift", moves && zScores(moves).at(-1), (score) => Math.abs(score) >= shift, {
    note: `z-score of the change over ${bars} bars: a shift from ${shift} on, up or down`,
    lacking: `history needs REER (real effective exchange rate), ${bars + 3} rows`,
  });
}

function priceEarnings({ priceEarnings }: History, settings: Settings): Ingredient {
  const from = settings.number("D18.ScaleFrom");
  const full = settings.number("D18.ScaleFull");
  const score = priceEarnings && zScores(priceEarnings.values).at(-1);
  const scale = score === undefined ? 0 : scaleIn(score, from, full);
  return ingredient("D18 P/E", score, (deviations) => deviations >= from, {
    note: `z-score in its history: scale the medium layer in by ${Number(scale.toFixed(4))} (0 to 1)`,
    lacking: "history needs PE (P/E or P/CF), 3 rows",
  });
}

/** How far the medium layer is scaled in: nothing below the start, all of it from the full score on. */
export function scaleIn(score: number, from: number, full: number): number {
  if (!(full > from))
    throw new InputError("settings", `D18.ScaleFull (${full}) must be above D18.ScaleFrom (${from})`);
  return Math.min(Math.max((score - from) / (full - from), 0), 1);
}

function ingredient(
  name: string,
  value: number | undefined,
  speaksForExpansion: (value: number) => boolean,
  words: { note: string; lacking: string },
): Ingredient {
  if (value === undefined) return { name, value: "", vote: undefined, note: words.lacking };
  return { name, value, vote: speaksForExpansion(value), note: words.note };
}

function lastChange(values: readonly (number | undefined)[] | undefined, bars: number): number | undefined {
  const [now, before] = [values?.at(-1), values?.[values.length - 1 - bars]];
  return now === undefined || before === undefined ? undefined : now - before;
}

/** The columns of a history range that are there. */
interface History {
  readonly vix: Series | undefined;
  readonly spx: Series | undefined;
  readonly advances: Series | undefined;
  readonly declines: Series | undefined;
  readonly rateA: Series | undefined;
  readonly rateB: Series | undefined;
  readonly reer: Series | undefined;
  readonly priceEarnings: Series | undefined;
  readonly futures: readonly Series[];
}

/** Reads a header row and a row per bar, oldest first; columns of other names are ignored. */
function readHistory(range: Range | undefined): History {
  const header = (range?.[0] ?? []).map((name: CellValue) => normaliseName(String(name ?? "")));
  const column = (names: readonly string[], limits = {}): Series | undefined => {
    const index = header.findIndex((name) => names.includes(name));
    const cells = index < 0 ? [] : (range ?? []).map((cellsOfRow) => [cellsOfRow[index]]);
    return cells.length === 0 ? undefined : readSeries(`history ${String(cells[0]?.[0])}`, cells, limits);
  };
  const history = {
    vix: column(["vix"], LEVELS),
    spx: column(["spx", "s&p500"], LEVELS),
    advances: column(["advances", "advancers"], { min: 0 }),
    declines: column(["declines", "decliners"], { min: 0 }),
    rateA: column(["ratea"]),
    rateB: column(["rateb"]),
    reer: column(["reer"], LEVELS),
    priceEarnings: column(["pe", "p/e", "pcf", "p/cf"], LEVELS),
    futures: Array.from({ length: 9 }, (_, index) => column([`vx${index + 1}`], LEVELS)).flatMap(
      (series) => series ?? [],
    ),
  };
  const isKnown = Object.values(history).some(
    (part) => part !== undefined && !(Array.isArray(part) && part.length === 0),
  );
  if (range !== undefined && !isKnown) {
    throw new InputError(
      "history",
      "history needs a header with VIX, SPX, VX1 to VX9, Advances, Declines, Rate A, Rate B, REER or PE",
    );
  }
  return history;
}
