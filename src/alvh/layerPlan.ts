import { InputError, NoSolutionError } from "../core/errors";
import { allocateContracts } from "./allocateContracts";
import { contractTerms } from "./contracts";
import { layerAdjustments, type LayerAdjustments } from "./layerAdjustments";
import { layerOptimum } from "./layerOptimum";
import { dollarsTiedUp, layerUnit, type LayerUnit } from "./layerUnit";
import { needed, type Market } from "./market";
import { planLayers, type PlanLayer } from "./planLayers";
import type { Position } from "./position";
import type { Basis, Settings } from "./settings";
import { vxthWeight } from "./vxthWeight";

/** What is to be hedged. */
export interface CondorCount {
  /** Iron condors; fractions count. */
  readonly condors: number;
  /** VIX01 of their SPX legs in dollars per VIX point, where a book was given. */
  readonly vix01: number | undefined;
  /** Those legs, where a book and a market were given. */
  readonly legs?: readonly Position[] | undefined;
  /** SPX legs of the book that are past their expiry and were left out. */
  readonly expiredLegs?: number;
}

/** One layer of the plan. Dollars are for all its contracts. */
export interface PlannedLayer {
  readonly layer: PlanLayer;
  readonly contracts: number;
  /** What one contract is, where there is a market. */
  readonly unit: LayerUnit | undefined;
}

/** A plan of more contracts than this is no plan, but a price of almost nothing. */
const MOST_CONTRACTS = 1e6;

/** The hedge plan: which contracts each layer holds. Without a market only what needs none: weights and contracts. */
export function layerPlan(
  hedged: CondorCount,
  settings: Settings,
  market: Market | undefined,
): PlannedLayer[] {
  const basis = settings.text("A02.Basis") as Basis;
  const isOptimised = settings.text("G06.Mode") === "OPTIMISED";
  if (market === undefined) {
    if (basis !== "contracts" || isOptimised) {
      const why = isOptimised ? "the mode OPTIMISED weighs" : `the basis ${basis} sizes`;
      throw new InputError("market", `market is needed: ${why} the layers by their prices`);
    }
    const { layers, size } = adjustedPlan(settings, market);
    const contracts = allocateContracts(
      size * hedgeSize(basis, hedged, settings, market, []),
      layers.map(({ weight }) => weight),
      layers.map(() => 1),
    );
    return layers.map((layer, index) => ({ layer, contracts: contracts[index] ?? 0, unit: undefined }));
  }
  const units = planLayers(settings).map((layer) => layerUnit(layer, settings, market));
  const { layers, size } = adjustedPlan(settings, market, units);
  if (isOptimised) return optimisedPlan(hedged, layers, units, size, settings, market);
  const contracts = allocateContracts(
    size * hedgeSize(basis, hedged, settings, market, units),
    layers.map(({ weight }) => weight),
    unitSizes(layers, units, settings),
  );
  contracts.forEach((count, index) => {
    if (count <= MOST_CONTRACTS) return;
    throw new NoSolutionError(
      `layer ${layers[index]?.name ?? ""} would hold ${count} contracts: at ${units[index]?.price ?? 0} points each they cost next to nothing`,
    );
  });
  return layers.map((layer, index) => ({ layer, contracts: contracts[index] ?? 0, unit: units[index] }));
}

/**
 * The layers with the weights that slope and event leave them, adding up to 1, and the factor on the whole hedge.
 * @param units one contract of each layer; priced here where the VIX01 that an event cuts must be given back.
 */
export function adjustedPlan(
  settings: Settings,
  market: Market | undefined,
  units?: readonly LayerUnit[],
): { layers: PlanLayer[]; size: number; lines: LayerAdjustments["lines"] } {
  const layers = planLayers(settings);
  const adjustments = layerAdjustments(layers, settings, market);
  const { addBack, size, lines } = adjustments;
  if (!addBack || market === undefined) {
    const adjusted = adjustedLayers(layers, adjustments, []);
    return { layers: adjusted.layers, size: size * adjusted.total, lines };
  }
  const priced = units ?? layers.map((layer) => layerUnit(layer, settings, market));
  const sizes = unitSizes(layers, priced, settings);
  const perSize = priced.map((unit, index) => unit.vix01 / (sizes[index] ?? 1));
  if (!((perSize[0] ?? 0) > 0)) {
    throw new NoSolutionError("B21.AddBack: a contract of the first layer has no VIX01 to give back");
  }
  const adjusted = adjustedLayers(layers, adjustments, perSize);
  return { layers: adjusted.layers, size: size * adjusted.total, lines };
}

/** The contracts of LAYEROPT in place of fixed weights, which become the shares of premium that it chose. */
function optimisedPlan(
  { legs }: CondorCount,
  layers: readonly PlanLayer[],
  units: readonly LayerUnit[],
  size: number,
  settings: Settings,
  market: Market,
): PlannedLayer[] {
  if (legs === undefined) {
    throw new InputError(
      "condors",
      "condors must be a book for G06.Mode OPTIMISED, which weighs the hedge against what they lose",
    );
  }
  const budget = size * settings.number("A02.HedgeBudget");
  const { contracts, premiums } = layerOptimum({
    condorLegs: legs,
    units,
    market,
    budget,
    objective: settings.text("G06.Objective"),
    settings,
  });
  const paid = contracts.map((count, index) => count * (premiums[index] ?? 0));
  const all = paid.reduce((sum, dollars) => sum + dollars, 0);
  return layers.map((layer, index) => ({
    layer: { ...layer, weight: all > 0 ? (paid[index] ?? 0) / all : layer.weight },
    contracts: contracts[index] ?? 0,
    unit: units[index],
  }));
}

/**
 * The layers with their adjusted weights, adding up to 1, and what of the hedge's size is left after an event's cut.
 * @param perSize VIX01 that a unit of size buys in each layer: needed to give back what is cut.
 */
function adjustedLayers(
  layers: readonly PlanLayer[],
  { weights, cut, addBack }: LayerAdjustments,
  perSize: readonly number[],
): { layers: PlanLayer[]; total: number } {
  const last = layers.length - 1;
  const lost = cut * (weights[last] ?? 0);
  const given = addBack ? (lost * (perSize[last] ?? 0)) / (perSize[0] ?? 1) : 0;
  const parts = weights.map(
    (weight, layer) => weight + (layer === 0 ? given : 0) - (layer === last ? lost : 0),
  );
  const total = parts.reduce((sum, part) => sum + part, 0);
  // Untouched weights stay as they were typed, to the last bit.
  if (cut === 0)
    return { layers: layers.map((layer, index) => ({ ...layer, weight: weights[index] ?? 0 })), total: 1 };
  return { layers: layers.map((layer, index) => ({ ...layer, weight: (parts[index] ?? 0) / total })), total };
}

/** What the layers share out: contracts, dollars of notional or premium, or VIX dollars. */
function hedgeSize(
  basis: Basis,
  hedged: CondorCount,
  settings: Settings,
  market: Market | undefined,
  units: readonly LayerUnit[],
): number {
  switch (basis) {
    case "contracts":
      return (
        (hedged.condors / settings.number("A01.CondorsPerUnit")) * settings.number("A01.ContractsPerUnit")
      );
    case "notional":
      return settings.number("A02.HedgeNotional");
    case "premium":
      return settings.number("A02.HedgeBudget");
    case "riskcap":
      return settings.number("A08.RiskCapital");
    case "vixDelta":
      if (hedged.vix01 === undefined) {
        throw new InputError(
          "condors",
          "condors must be a book for the basis vixDelta, which needs the condors' VIX01",
        );
      }
      return settings.number("A02.VixDeltaShare") * Math.abs(hedged.vix01);
    case "percent": {
      const notional = hedged.condors * contractTerms("SPX").multiplier * needed(market as Market, "SPX");
      return settings.number("A24.PercentOfNotional") * notional;
    }
    case "vxth": {
      const weight = vxthWeight(units[0]?.future ?? 0, {
        from: settings.number("VXTH.From"),
        half: settings.number("VXTH.Half"),
        stop: settings.number("VXTH.Stop"),
        weight: settings.number("VXTH.Weight"),
      });
      return weight * settings.number("VXTH.Portfolio");
    }
  }
}

/** What one contract of each layer takes of the hedge's size. */
function unitSizes(layers: readonly PlanLayer[], units: readonly LayerUnit[], settings: Settings): number[] {
  const basis = settings.text("A02.Basis") as Basis;
  return units.map((unit, index) => {
    const size = unitSize(basis, unit, settings);
    if (size > 0) return size;
    throw new NoSolutionError(
      `layer ${layers[index]?.name ?? ""}: one ${unit.kind} at ${unit.strikes.join("/")} is worth ${size} by the basis ${basis}, which cannot size it: check VVIX, VIXSkew and the layer's Delta`,
    );
  });
}

function unitSize(basis: Basis, unit: LayerUnit, settings: Settings): number {
  switch (basis) {
    case "contracts":
      return 1;
    case "notional":
      return unit.kind === "share"
        ? unit.premiumDollars
        : contractTerms(unit.symbol).multiplier * unit.future;
    case "vixDelta":
      return unit.vix01;
    default:
      return dollarsTiedUp(unit, settings);
  }
}
