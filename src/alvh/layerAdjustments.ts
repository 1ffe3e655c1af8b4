import { InputError } from "../core/errors";
import { formatIsoDate, parseDate } from "./dates";
import { needed, neededAsOf, type Market } from "./market";
import type { PlanLayer } from "./planLayers";
import { vixRegime } from "./regime";
import type { Settings } from "./settings";
import { vxCurve } from "./vxCurve";

/** What slope, events, regime, profile, liquidity, beta and signals make of a plan, in this order. */
export interface LayerAdjustments {
  /** Times the size of the whole hedge. */
  readonly size: number;
  /** Share of each layer before an event, adding up to 1. */
  readonly weights: readonly number[];
  /** Share by which an event cuts the last layer. */
  readonly cut: number;
  /** Whether the first layer gets the VIX01 of that cut. */
  readonly addBack: boolean;
  /** Each adjustment in force: its row, and what it does. */
  readonly lines: readonly AdjustmentLine[];
}

export interface AdjustmentLine {
  readonly row: string;
  readonly text: string;
}

/** Reads the settings that adjust a plan; none is in force by default. */
export function layerAdjustments(
  layers: readonly PlanLayer[],
  settings: Settings,
  market: Market | undefined,
): LayerAdjustments {
  const lines: AdjustmentLine[] = [];
  const add = (row: string, text: string): void => {
    lines.push({ row, text });
  };
  const weights = tiltedWeights(layers, settings, market, add);
  const { cut, addBack } = eventCut(layers, settings, market, add);
  let size = 1;
  const times = (row: string, factor: number, reason: string): void => {
    size *= factor;
    add(row, `${reason}: hedge x ${plain(factor)}`);
  };
  if (isLowRegime(settings, market))
    times("B22", settings.number("B22.Floor"), "low-vol regime, hedge at its floor");
  switch (settings.text("B23.Profile")) {
    case "STEWARD":
      add("B23", "STEWARD: the size stays; LAYEROPT with objective cover keeps the worst loss smallest");
      break;
    case "PROMOTER_S4":
      times("B23", settings.number("B23.More"), "PROMOTER_S4 adds VIX");
      break;
    case "PROMOTER_S03":
      times("B23", settings.number("B23.Less"), "PROMOTER_S03 chases premium");
      break;
  }
  const quickRatio = settings.optionalNumber("C22.QuickRatio");
  if (quickRatio !== undefined && quickRatio > settings.number("C22.Above")) {
    size = Math.min(size, settings.number("B22.Floor"));
    add("C22", `quick ratio ${quickRatio}, benign: hedge at most x ${plain(settings.number("B22.Floor"))}`);
  }
  const beta = settings.optionalNumber("A13.Beta");
  if (beta !== undefined) {
    times("A13", Math.max(1 + settings.number("A13.BetaWeight") * (beta - 1), 0), `beta ${beta}`);
  }
  const score = settings.optionalNumber("D27.SignalScore");
  if (score !== undefined) {
    const factor = 1 + settings.number("D27.Weight") * score;
    times(
      "D27",
      Math.min(Math.max(factor, settings.number("D27.Low")), settings.number("D27.High")),
      `signal score ${score}`,
    );
  }
  return { size, weights, cut, addBack, lines };
}

type AddLine = (row: string, text: string) => void;

/** The last layer before an event is cut, or held: the texts contradict one another. */
function eventCut(
  layers: readonly PlanLayer[],
  settings: Settings,
  market: Market | undefined,
  add: AddLine,
): { cut: number; addBack: boolean } {
  const none = { cut: 0, addBack: false };
  const text = settings.text("B20.NextEvent");
  if (text === "") return none;
  const serial = Number(text);
  const day = Math.floor(parseDate("settings, B20.NextEvent", Number.isFinite(serial) ? serial : text));
  const days = day - Math.floor(neededAsOf(neededMarket(market, "B20.NextEvent")));
  if (days < 0 || days > settings.number("B20.Days")) return none;
  const event = `event on ${formatIsoDate(day)}, in ${days} days`;
  if (settings.text("B20.Events") === "EVENT_HOLD") {
    add("B20", `${event}: EVENT_HOLD, nothing is cut`);
    return none;
  }
  const cut = settings.number("B20.Cut");
  add("B20", `${event}: EVENT_UNDERHEDGE, layer ${layers.at(-1)?.name ?? ""} x ${plain(1 - cut)}`);
  const addBack = settings.text("B21.AddBack") === "on" && layers.length > 1;
  if (addBack) {
    neededMarket(market, "B21.AddBack");
    add("B21", `layer ${layers[0]?.name ?? ""} gets the VIX01 that is cut`);
  }
  return { cut, addBack };
}

function isLowRegime(settings: Settings, market: Market | undefined): boolean {
  const regime = settings.text("B22.Regime");
  if (regime !== "AUTO") return regime === "LOW";
  return vixRegime(needed(neededMarket(market, "B22.Regime"), "VIX"), settings) === "LOW";
}

/** Weight moves from the first layer to the last for each point that the curve rises from 30 to 90 days. */
function tiltedWeights(
  layers: readonly PlanLayer[],
  settings: Settings,
  market: Market | undefined,
  add: AddLine,
): number[] {
  const weights = layers.map(({ weight }) => weight);
  if (settings.text("A13.Slope") === "off" || layers.length < 2) return weights;
  const conditions = neededMarket(market, "A13.Slope");
  const slope = vxCurve(conditions, 90) - vxCurve(conditions, 30);
  const tilt = settings.number("A13.TiltPerPoint") * slope;
  const bounded = settings.text("A12.Bounds") === "on";
  const tilted = weights.map((weight, layer) => {
    const moved = weight + (layer === 0 ? -tilt : layer === layers.length - 1 ? tilt : 0);
    const row = bounded ? BOUND_ROWS[layer] : undefined;
    const [low, high] =
      row === undefined ? [0, 1] : [settings.number(`${row}.Low`), settings.number(`${row}.High`)];
    return Math.min(Math.max(moved, low), high);
  });
  const sum = tilted.reduce((all, weight) => all + weight, 0);
  add(
    "A13",
    `VX curve ${plain(slope)} points from 30 to 90 days: ${plain(tilt)} of weight from the first to the last layer`,
  );
  return tilted.map((weight) => weight / sum);
}

const BOUND_ROWS = ["A08", "A09", "A10"];

function neededMarket(market: Market | undefined, setting: string): Market {
  if (market !== undefined) return market;
  throw new InputError("market", `market is needed for the setting ${setting}`);
}

function plain(value: number): string {
  return String(Number(value.toFixed(4)));
}
