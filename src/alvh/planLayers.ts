import { InputError } from "../core/errors";
import { INSTRUMENTS, LAYER_COUNT, type Instrument, type Settings } from "./settings";

/** One layer of a hedge plan as the settings describe it. */
export interface PlanLayer {
  readonly name: string;
  /** Window in whole calendar days to expiry; without `maxDte` it has no upper end. */
  readonly minDte: number;
  readonly maxDte: number | undefined;
  /** Days to aim for inside the window; without it the first expiration counts. */
  readonly targetDte: number | undefined;
  /** Share of the hedge. */
  readonly weight: number;
  readonly instrument: Instrument;
  /** Delta of the call bought. */
  readonly delta: number;
  /** VIX points between the strikes of a call spread. */
  readonly width: number;
}

/** The layers in force, checked: windows in order and apart, weights that add up to 1. */
export function planLayers(settings: Settings): PlanLayer[] {
  const layers = Array.from({ length: LAYER_COUNT }, (_, index) => readLayer(settings, index + 1)).filter(
    (layer) => layer.name !== "",
  );
  if (layers.length === 0) throw new InputError("settings", "settings name no layer: set Layer1.Name");
  layers.filter(hasExpiry).forEach((layer, index, all) => {
    if (layer.maxDte !== undefined && layer.maxDte < layer.minDte) {
      throw new InputError(
        "settings",
        `settings: the window of layer ${layer.name}, ${windowText(layer)} days, ends before it begins`,
      );
    }
    const earlier = all[index - 1];
    if (earlier !== undefined && layer.minDte <= (earlier.maxDte ?? Infinity)) {
      throw new InputError(
        "settings",
        `settings: the windows of layers ${earlier.name} (${windowText(earlier)} days) and ${layer.name} (${windowText(layer)} days) overlap or are out of order`,
      );
    }
  });
  const sum = layers.reduce((total, layer) => total + layer.weight, 0);
  if (!(Math.abs(sum - 1) < 1e-9)) {
    const weights = layers.map((layer) => layer.weight).join(" + ");
    throw new InputError(
      "settings",
      `settings: the weights of the layers (${weights}) add up to ${Number(sum.toFixed(6))}, not to 1`,
    );
  }
  return layers;
}

/** Whether a layer's instrument expires; funds do not. */
export function hasExpiry(layer: PlanLayer): boolean {
  return layer.instrument !== "VXX" && layer.instrument !== "UVXY";
}

/** A window as text: 4-7, 60+, or nothing for a fund. */
export function windowText(layer: PlanLayer): string {
  if (!hasExpiry(layer)) return "";
  return layer.maxDte === undefined ? `${layer.minDte}+` : `${layer.minDte}-${layer.maxDte}`;
}

function readLayer(settings: Settings, number: number): PlanLayer {
  const prefix = `Layer${number}`;
  const instrument = INSTRUMENTS.find((candidate) => candidate === settings.text(`${prefix}.Instrument`));
  return {
    name: settings.text(`${prefix}.Name`),
    minDte: settings.optionalNumber(`${prefix}.MinDte`) ?? 0,
    maxDte: settings.optionalNumber(`${prefix}.MaxDte`),
    targetDte: settings.optionalNumber(`${prefix}.TargetDte`),
    weight: settings.optionalNumber(`${prefix}.Weight`) ?? 0,
    instrument: instrument ?? "call",
    delta: settings.number(`${prefix}.Delta`),
    width: settings.number(`${prefix}.Width`),
  };
}
