import { InputError } from "../core/errors";
import { isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { formatIsoDate } from "./dates";
import { asOfText } from "./asOfText";
import { readHedgedBook, tailText } from "./hedgedBook";
import { OBJECTIVES } from "./hedgeSettings";
import { layerOptimum } from "./layerOptimum";
import { layerUnit, type LayerUnit } from "./layerUnit";
import { unknownWord } from "./names";
import { total } from "./netGreeks";
import type { Table } from "./netTables";
import { planLayers } from "./planLayers";
import type { Settings } from "./settings";

/** LAYEROPT: the best whole contracts in each layer of the preset, the condors of the book given, and what they do. */
export function layerOptimumTable(
  book: Range,
  market: Range,
  budget: number,
  objective: CellValue,
  settings: Settings,
): Table {
  const wanted = readObjective(objective);
  const { condorLegs, market: conditions } = readHedgedBook(book, market);
  const layers = planLayers(settings);
  const units = layers.map((layer) => layerUnit(layer, settings, conditions));
  const best = layerOptimum({ condorLegs, units, market: conditions, budget, objective: wanted, settings });
  const { contracts, premiums, condorTail, tail } = best;
  const sum = (per: readonly number[]): number =>
    per.reduce((all, each, layer) => all + each * (contracts[layer] ?? 0), 0);
  const premium = sum(premiums);
  const most = settings.number("A12.MostContracts");
  const capped = layers.flatMap(({ name }, layer) => ((contracts[layer] ?? 0) + 1 > most ? [name] : []));
  const theta = sum(units.map((unit) => unit.thetaPerDay));
  const summary = (name: string, value: number | string, note: string): (string | number)[] => [
    name, "", "", "", value, "", "", "", "", note,
  ]; // prettier-ignore
  return [
    [
      "Layer", "Expiry", "Kind", "Strike", "Optimal contracts", "Premium $", "Share of premium", "Theta $/day",
      "VIX01 $/VIX pt", `Notes${asOfText(conditions)}`,
    ], // prettier-ignore
    ...layers.map((layer, index): (string | number)[] => {
      const [unit, count] = [units[index] as LayerUnit, contracts[index] ?? 0];
      const paid = count * (premiums[index] ?? 0);
      const expiry = unit.expiration === undefined ? "" : formatIsoDate(unit.expiration);
      return [
        layer.name, expiry, unit.kind, unit.strikes.join("/"), count, paid, premium > 0 ? paid / premium : "",
        count * unit.thetaPerDay + 0, count * unit.vix01, unit.note,
      ]; // prettier-ignore
    }),
    [
      "All layers", "", "", "", contracts.reduce((all, count) => all + count, 0), premium, "", theta + 0,
      sum(units.map((unit) => unit.vix01)), `objective ${wanted}; budget ${budget} $`,
    ], // prettier-ignore
    summary("A12 net theta", total(condorLegs, "theta") + theta, "$/day, condors included; never below 0"),
    summary("A12 cover in the tail", condorTail < 0 ? -sum(tail) / condorTail + 0 : "", tailText(settings)),
    summary("A12 worst scenario", best.worst, "$, book and hedge"),
    summary("A12 expected", best.mean, "$, by the probabilities of A12.Scenarios, assumed and not observed"),
    summary("A12 deviation", best.deviation, "$, standard deviation over the scenarios"),
    summary(
      "Note",
      "",
      `searched exactly up to ${most} contracts a layer; bounds: ${best.bounds.join(", ")}${capped.length === 0 ? "" : `; A12.MostContracts binds in layer ${capped.join(", ")}`}`,
    ),
  ];
}

function readObjective(value: CellValue): string {
  if (isBlankOrZero(value)) return "cover";
  const name = String(value).trim().toLowerCase();
  const found = OBJECTIVES.find((objective) => objective === name);
  if (found !== undefined) return found;
  throw new InputError("objective", unknownWord("objective", value, OBJECTIVES));
}
