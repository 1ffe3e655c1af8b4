import { InputError } from "../core/errors";
import { isBlankOrZero, type CellValue } from "./cellValue";
import { needed, type Market } from "./market";
import { cleanText, unknownWord } from "./names";
import { showCell } from "./readNumber";
import { readStressEvents } from "./stressEvents";
import { interpolateByDays, vxBeta, VX_BETA_MODELS, type DayTable, type VxBetaModel } from "./vxBeta";
import { vxCurve } from "./vxCurve";

/** How the VX curve answers a shock of spot VIX: by a model of betas, or by the ratios of a past event. */
export type CurveModel = { readonly beta: VxBetaModel } | { readonly ratios: DayTable };

export const DEFAULT_CURVE_MODEL: CurveModel = { beta: "TWOFACTOR" };

/** A VX future is never shocked below this, VIX points: no settlement has been lower than 9. */
const LOWEST_FUTURE = 5;

/**
 * The level, VIX points, of the future that has `daysLeft` days left when the scenario ends, as a function of the VIX
 * shock: its later place on today's curve, moved by the shock at the start. Floored at LOWEST_FUTURE.
 * @param contractDays days the contract has today: the ratios of a past event belong to contracts.
 */
export function shiftedFuture(
  market: Market,
  contractDays: number,
  daysLeft: number,
  model: CurveModel,
): (vixShock: number) => number {
  if ("ratios" in model) {
    // The same contract before and after: what it rolled in the event is in its ratio, so it starts from where it is today.
    const base = vxCurve(market, contractDays);
    const ratio = curveBeta(contractDays, model);
    return (vixShock) => Math.max(base + ratio * vixShock, LOWEST_FUTURE);
  }
  const base = vxCurve(market, daysLeft);
  const beta = curveBeta(daysLeft, model);
  if (model.beta === "LOG") {
    const vix = needed(market, "VIX");
    return (vixShock) => Math.max(base * Math.exp(beta * Math.log((vix + vixShock) / vix)), LOWEST_FUTURE);
  }
  return (vixShock) => Math.max(base + beta * vixShock, LOWEST_FUTURE);
}

/** Points per point of VIX (for LOG percent per percent) of the future with so many days, by a model. */
export function curveBeta(days: number, model: CurveModel): number {
  return "beta" in model ? vxBeta(days, model.beta) : interpolateByDays(model.ratios, days);
}

/**
 * The curve model that a cell names; TWOFACTOR when omitted. REPLAY is followed by the name of its event, as in
 * "REPLAY 2018 Volmageddon 1d".
 */
export function readCurveModel(value: CellValue, argument = "curveModel"): CurveModel {
  if (isBlankOrZero(value)) return DEFAULT_CURVE_MODEL;
  const text = typeof value === "string" ? cleanText(value) : "";
  const found = VX_BETA_MODELS.find((model) => model === text.toUpperCase());
  if (found !== undefined) return { beta: found };
  const replay = /^replay\b[\s:]*(.*)$/i.exec(text);
  if (replay !== null) return { ratios: replayedRatios(argument, replay[1] ?? "") };
  const known = [...VX_BETA_MODELS, "REPLAY"];
  throw new InputError(argument, unknownWord(argument, value, known));
}

function replayedRatios(argument: string, name: string): DayTable {
  const [event, ...others] = readStressEvents(name);
  if (event === undefined || others.length > 0) {
    throw new InputError(
      argument,
      `${argument} REPLAY needs one event, as in "REPLAY 2018 Volmageddon 1d"; ${showCell(name)} names ${others.length + 1}`,
    );
  }
  return event.futureRatios;
}
