import { InputError } from "../core/errors";
import { probabilityOfTouch } from "../core/probability";
import { DAYS_PER_YEAR } from "../core/units";
import type { Range } from "./cellValue";
import { contractTerms } from "./contracts";
import { asOfText } from "./asOfText";
import { formatIsoDate } from "./dates";
import { layerUnit } from "./layerUnit";
import { hasExpiry, planLayers } from "./planLayers";
import { hedgeLayers, readHedgedBook, type HedgedBook } from "./hedgedBook";
import { needed, readMarket, type Market } from "./market";
import type { Table } from "./netTables";
import { positionOf, type Position } from "./position";
import { STOP_AT_FIRST } from "./problems";
import type { Settings } from "./settings";
import { vxBeta } from "./vxBeta";

/** How a hedge is counted against the short legs. */
export type RatioReading = "DELTA_UNITS" | "DOLLAR" | "VEGA";

const READINGS: readonly RatioReading[] = ["DELTA_UNITS", "DOLLAR", "VEGA"];

const READING_NOTES: Record<RatioReading, string> = {
  DELTA_UNITS: "deltas of the hedge over deltas of the short legs, an option of 100 as one",
  DOLLAR: "deltas times the level of their future or of SPX, both in dollars",
  VEGA: "VIX01 of the hedge over that of the condors, long legs included",
};

/**
 * The hedge a condor book should hold per unit of its short legs: .35 at 60 days, .55 at 30 and between them on a line;
 * or a constant; or .35 raised as a breach of the short strikes grows likelier.
 * @param breach probability that a short strike is touched, for BREACH.
 */
export function targetRatio(days: number, settings: Settings, breach: number | undefined): number {
  switch (settings.text("B03.Target")) {
    case "CONSTANT":
      return settings.number("B03.Constant");
    case "BREACH":
      return breach === undefined ? settings.number("B02.Low") : breachTarget(breach, settings);
    default:
      return linearTarget(days, settings);
  }
}

/** What the book holds, by a reading of "unit"; undefined where the short legs have none of it. */
export function heldRatio(reading: RatioReading, hedged: HedgedBook): number | undefined {
  const { held, shorts } = ratioParts(reading, hedged);
  const ratio = held / shorts;
  return Number.isFinite(ratio) ? ratio : undefined;
}

/** The hedge, and the short legs it is held against, in the unit of a reading. */
function ratioParts(
  reading: RatioReading,
  { condorLegs, hedgeLegs, market }: HedgedBook,
): { held: number; shorts: number } {
  const sum = (legs: readonly Position[], figure: (position: Position) => number): number =>
    legs.reduce((total, position) => total + figure(position), 0);
  switch (reading) {
    case "DELTA_UNITS":
      return { held: sum(hedgeLegs, deltaUnits), shorts: shortDeltaUnits(condorLegs) };
    case "DOLLAR":
      return {
        held: sum(hedgeLegs, ({ delta, forward }) => delta * forward),
        shorts: shortDeltaUnits(condorLegs) * OPTION_MULTIPLIER * needed(market, "SPX"),
      };
    case "VEGA":
      return {
        held: sum(hedgeLegs, ({ vix01 }) => vix01),
        shorts: Math.abs(sum(condorLegs, ({ vix01 }) => vix01)),
      };
  }
}

/** What one VIX call of the first layer holds in the unit of a reading, and what it is. */
function callToAdd(
  reading: RatioReading,
  market: Market,
  settings: Settings,
): { each: number; what: string } {
  const delta = settings.number("Layer1.Delta");
  if (reading === "DELTA_UNITS") return { each: delta, what: `of delta ${delta}` };
  const [layer] = planLayers(settings).filter(hasExpiry);
  if (layer === undefined) throw new InputError("settings", "settings: no layer holds VIX calls to add");
  const unit = layerUnit({ ...layer, instrument: "call" }, settings, market);
  const what = `${unit.strikes[0] ?? ""} of ${formatIsoDate(unit.expiration ?? 0)}, modelled`;
  return { each: reading === "VEGA" ? unit.vix01 : OPTION_MULTIPLIER * unit.delta * unit.future, what };
}

export function readReading(settings: Settings): RatioReading {
  return READINGS.find((reading) => reading === settings.text("B02.Reading")) ?? "DELTA_UNITS";
}

/** Deltas of the short SPX legs, an option of 100 dollars a point as one. */
export function shortDeltaUnits(condorLegs: readonly Position[]): number {
  return condorLegs.reduce(
    (sum, { leg, delta }) => (leg.quantity < 0 ? sum + Math.abs(delta) / OPTION_MULTIPLIER : sum),
    0,
  );
}

/** Days to the condors' first expiry. */
export function condorDays({ condorLegs }: HedgedBook): number {
  return Math.min(...condorLegs.map(({ dte }) => dte ?? Infinity));
}

/** Probability that one of the short strikes is touched by its expiry: both sides added, at most 1. */
export function breachProbability({ condorLegs, market }: HedgedBook): number {
  const first = condorDays({ condorLegs, market, hedgeLegs: [], condors: 0 });
  const [put, call] = (["put", "call"] as const).map((kind) =>
    Math.max(
      0,
      ...condorLegs
        .filter(({ leg, dte }) => leg.kind === kind && leg.quantity < 0 && dte === first)
        .map((position) => touchProbability(position, market)),
    ),
  );
  return Math.min((put ?? 0) + (call ?? 0), 1);
}

/** HEDGERATIO: the target, and with a book what it holds, by every reading. */
export function hedgeRatioTable(
  market: Range,
  dte: number | undefined,
  book: Range | undefined,
  settings: Settings,
): Table {
  const hedged = book && readHedgedBook(book, market);
  const conditions = hedged?.market ?? readMarket(market);
  const days = dte ?? (hedged && condorDays(hedged));
  if (days === undefined) {
    throw new InputError("dte", "dte is blank: give the condors' calendar days to expiry, or a book");
  }
  const breach = hedged && breachProbability(hedged);
  const target = targetRatio(days, settings, breach);
  const [low, high] = [settings.number("B02.Low"), settings.number("B02.High")];
  const [near, far] = [settings.number("B03.NearDte"), settings.number("B03.FarDte")];
  return [
    ["Figure", "Value", `Unit or rule${asOfText(conditions)}`],
    ["B02 target ratio", target, `hedge per unit of the short legs; ${settings.text("B03.Target")}`],
    ["B03 condor days", days, `linear rule: ${low} at ${far} days or more, ${high} at ${near} or fewer`],
    ["B03 target by the linear rule", linearTarget(days, settings), `at ${Number(days.toFixed(2))} days`],
    ...(hedged === undefined || breach === undefined ? [] : heldRows(hedged, target, breach, settings)),
  ];
}

function heldRows(hedged: HedgedBook, target: number, breach: number, settings: Settings): Table {
  const reading = readReading(settings);
  const held = heldRatio(reading, hedged);
  const parts = ratioParts(reading, hedged);
  const call = callToAdd(reading, hedged.market, settings);
  return [
    ["B05 breach probability", breach, "a short strike touched by expiry, both sides added"],
    [
      "B05 target by breach",
      breachTarget(breach, settings),
      `${settings.number("B02.Low")} at entry, where the probability is ${entryBreach(settings)}`,
    ],
    ["B02 ratio held", held ?? "", `${reading}: ${READING_NOTES[reading]}`],
    ["B02 verdict", ratioVerdict(hedged, target, settings), verdictNote(reading)],
    ...READINGS.filter((other) => other !== reading).map((other): (string | number)[] => [
      `B02 ratio held, ${other}`,
      heldRatio(other, hedged) ?? "",
      READING_NOTES[other],
    ]),
    ["Short delta units", shortDeltaUnits(hedged.condorLegs), "deltas of the short SPX options, sizes added"],
    [
      "VIX calls to add",
      (target * parts.shorts - parts.held) / call.each + 0,
      `${call.what}, by ${reading}; negative: to sell`,
    ],
    ...[...hedgeLayers(hedged.hedgeLegs)].map(([name, legs]): (string | number)[] => [
      `B04 delta units in layer ${name}`,
      legs.reduce((sum, position) => sum + deltaUnits(position), 0),
      "recomputed with every change of the market",
    ]),
    ...gammaPath(hedged),
  ];
}

/** The condors' gamma at today's spot and vols, as their days run out. */
function gammaPath(hedged: HedgedBook): Table {
  const days = condorDays(hedged);
  const gammaAt = (left: number): number =>
    hedged.condorLegs.reduce((sum, { leg, vol, dte = 0 }) => {
      const aged = { ...leg, vol, mark: undefined, expiry: { daysToExpiry: dte - (days - left) } };
      return sum + (positionOf(aged, hedged.market, STOP_AT_FIRST)?.gamma ?? 0);
    }, 0);
  return [days, (2 * days) / 3, days / 3].map((left) => [
    `B05 gamma with ${Number(left.toFixed(1))} days left`,
    gammaAt(left),
    "$ per SPX point squared, spot and vols held",
  ]);
}

/** Whether the book holds the target: by deltas within half a call, since calls are whole. */
export function ratioVerdict(hedged: HedgedBook, target: number, settings: Settings): string {
  const reading = readReading(settings);
  const held = heldRatio(reading, hedged);
  if (held === undefined) return "";
  const halfCall = settings.number("Layer1.Delta") / 2 / shortDeltaUnits(hedged.condorLegs);
  const tolerance = reading === "DELTA_UNITS" ? halfCall : 0;
  if (Math.abs(held - target) <= tolerance) return "AT TARGET";
  return held < target ? "BELOW" : "ABOVE";
}

function verdictNote(reading: RatioReading): string {
  return reading === "DELTA_UNITS"
    ? "at target within half a call of the layers' delta"
    : "against the target";
}

function linearTarget(days: number, settings: Settings): number {
  const [near, far] = [settings.number("B03.NearDte"), settings.number("B03.FarDte")];
  if (!(far > near)) {
    throw new InputError("settings", `settings: B03.FarDte (${far}) must be above B03.NearDte (${near})`);
  }
  const share = Math.min(Math.max((far - days) / (far - near), 0), 1);
  return settings.number("B02.Low") + share * (settings.number("B02.High") - settings.number("B02.Low"));
}

function breachTarget(breach: number, settings: Settings): number {
  const growth = settings.number("B05.Coefficient") * (breach - entryBreach(settings));
  return Math.max(settings.number("B02.Low") * (1 + growth), 0);
}

/** At entry a short strike of delta d is touched with about 2d, on two sides. */
function entryBreach(settings: Settings): number {
  return settings.optionalNumber("B05.EntryBreach") ?? Math.min(4 * settings.number("Condor.ShortDelta"), 1);
}

function touchProbability({ leg, vol = 0, dte = 0, forward }: Position, market: Market): number {
  const years = dte / DAYS_PER_YEAR;
  const rate = needed(market, "Rate");
  const spot = needed(market, "SPX");
  const strike = leg.strike ?? spot;
  if (leg.kind === "put" ? spot <= strike : spot >= strike) return 1;
  return probabilityOfTouch(spot, strike, years, vol, rate, rate - Math.log(forward / spot) / years);
}

const OPTION_MULTIPLIER = contractTerms("VIX").multiplier;

const FUND_INDEX_DAYS = 30;

/** A position's delta to its VX future, an option of 100 dollars a point as one: a VX future of delta 1 counts ten. */
function deltaUnits({ leg, delta, vix01 }: Position): number {
  return (leg.kind === "share" ? vix01 / vxBeta(FUND_INDEX_DAYS) : delta) / OPTION_MULTIPLIER;
}
