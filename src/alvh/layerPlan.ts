import { InputError, NoSolutionError } from "../core/errors";
import { strikeFromDelta } from "../core/strikeFromDelta";
import { DAYS_PER_YEAR } from "../core/units";
import { tailGain, tailText } from "./hedgedBook";
import { layerAdjustments, type LayerAdjustments } from "./layerAdjustments";
import { allocateContracts } from "./allocateContracts";
import type { Leg } from "./book";
import { contractTerms, SHORT_TERM_INDEX_DAYS, type ContractSymbol, type LegKind } from "./contracts";
import { formatIsoDate } from "./dates";
import { daysToExpiry } from "./expirations";
import { layerExpiration } from "./layerExpiration";
import { needed, neededAsOf, type Market } from "./market";
import { hasExpiry, planLayers, windowText, type PlanLayer } from "./planLayers";
import { positionOf, type Position } from "./position";
import { STOP_AT_FIRST } from "./problems";
import type { Basis, Settings } from "./settings";
import { bindingSize } from "./sizingRules";
import { modelledVixVol } from "./volSurface";
import { vxCurve } from "./vxCurve";
import { vxthWeight } from "./vxthWeight";

/** What is to be hedged. */
export interface CondorCount {
  /** Iron condors; fractions count. */
  readonly condors: number;
  /** VIX01 of their SPX legs in dollars per VIX point, where a book was given. */
  readonly vix01: number | undefined;
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

/** One contract of a layer, priced by model. Sums over its legs; dollars per contract. */
export interface LayerUnit {
  readonly symbol: ContractSymbol;
  readonly kind: LegKind | "call spread" | "financed call";
  /** Expiration day, an Excel serial; undefined for a fund. */
  readonly expiration: number | undefined;
  /** Calendar days with their fraction. */
  readonly dte: number | undefined;
  /** VX future of the expiry, points; for a fund the 30-day one. */
  readonly future: number;
  /** The strike, or both of a spread, bought first. */
  readonly strikes: readonly number[];
  /** Vol of each strike, decimal per year. */
  readonly vols: readonly number[];
  /** Per unit of price: points, or dollars a share. */
  readonly price: number;
  /** Net delta per point of the future; for a fund per dollar of its price. */
  readonly delta: number;
  /** Shares or contracts that one contract of the plan stands for. */
  readonly quantity: number;
  readonly premiumDollars: number;
  readonly thetaPerDay: number;
  readonly rollDownPerDay: number;
  readonly vix01: number;
  /** The legs of one contract, in the market. */
  readonly positions: readonly Position[];
  /** A financed call is two lines of a plan: the call bought, and the call spread sold against it. */
  readonly parts?: readonly [bought: LayerUnit, sold: LayerUnit];
  readonly note: string;
}

/** A plan of more contracts than this is no plan, but a price of almost nothing. */
const MOST_CONTRACTS = 1e6;

/** A strike further out than this many times the future is no listed one. */
const FARTHEST_STRIKE = 10;

/** Shares that stand for one contract of a fund layer, before its size factor. */
const SHARES_PER_CONTRACT = 100;

/** The hedge plan: which contracts each layer holds. Without a market only what needs none: weights and contracts. */
export function layerPlan(
  hedged: CondorCount,
  settings: Settings,
  market: Market | undefined,
): PlannedLayer[] {
  const adjustments = layerAdjustments(planLayers(settings), settings, market);
  const basis = settings.text("A02.Basis") as Basis;
  if (market === undefined) {
    const layers = adjustedLayers(planLayers(settings), adjustments, []);
    if (basis !== "contracts") {
      throw new InputError("market", `market is needed: the basis ${basis} sizes the layers by their prices`);
    }
    const contracts = allocateContracts(
      adjustments.size * layers.total * hedgeSize(basis, hedged, settings, market, []),
      weightsOf(layers.layers),
      ones(layers.layers),
    );
    return layers.layers.map((layer, index) => ({
      layer,
      contracts: contracts[index] ?? 0,
      unit: undefined,
    }));
  }
  const planned = planLayers(settings);
  const units = planned.map((layer) => layerUnit(layer, settings, market));
  const unitSizes = units.map((unit, index) => {
    const size = unitSize(basis, unit, settings);
    if (size > 0) return size;
    throw new NoSolutionError(
      `layer ${planned[index]?.name ?? ""}: one ${unit.kind} at ${unit.strikes.join("/")} is worth ${size} by the basis ${basis}, which cannot size it: check VVIX, VIXSkew and the layer's Delta`,
    );
  });
  const perSize = units.map((unit, index) => unit.vix01 / (unitSizes[index] ?? 1));
  const { layers, total } = adjustedLayers(planned, adjustments, perSize);
  const contracts = allocateContracts(
    adjustments.size * total * hedgeSize(basis, hedged, settings, market, units),
    weightsOf(layers),
    unitSizes,
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

/** What one contract takes of the hedge's size. */
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
      // A future costs no premium; what it ties up is its margin.
      return unit.kind === "future" ? settings.number("VXMargin") : unit.premiumDollars;
  }
}

/** One contract of a layer, its expiration and strike chosen. */
export function layerUnit(layer: PlanLayer, settings: Settings, market: Market): LayerUnit {
  if (!hasExpiry(layer)) return fundUnit(layer, settings, market);
  const asOf = neededAsOf(market);
  const weekliesListed = settings.text("A05.Weeklies") === "on" ? settings.number("A05.WeekliesListed") : 0;
  const fallback = settings.text("A05.Fallback") === "listed" ? "listed" : "monthly";
  const { day, note } = layerExpiration(layer, asOf, weekliesListed, fallback);
  const dte = daysToExpiry(asOf, day, "AM");
  const future = vxCurve(market, dte);
  const placed = { expiration: day, dte, future };
  if (layer.instrument === "future") {
    const legs = [leg("VX", "future", 1, day, undefined, undefined)];
    return { ...priced("VX", "future", legs, market, 1, note), ...placed };
  }
  const years = dte / DAYS_PER_YEAR;
  const volAt = (strike: number): number =>
    modelledVixVol(market, strike, future, years, settings.number("VIXVolK"));
  const strike = strikeByDelta(
    layer,
    future,
    years,
    needed(market, "Rate"),
    volAt,
    settings.number("StrikeStep"),
  );
  if (layer.instrument === "financed call") {
    const calls = [0, 1, 2].map((step) => strike + step * layer.width);
    const unitOf = (
      kind: LayerUnit["kind"],
      ...legs: readonly (readonly [side: number, step: number])[]
    ): LayerUnit => {
      const each = legs.map(([side, step]) =>
        leg("VIX", "call", side, day, calls[step], volAt(calls[step] ?? strike)),
      );
      return { ...priced("VIX", kind, each, market, 1, joined(note, "vol modelled from VVIX")), ...placed };
    };
    const parts = [unitOf("call", [1, 0]), unitOf("call spread", [1, 1], [-1, 2])] as const;
    return { ...unitOf("financed call", [1, 0], [-1, 1], [1, 2]), parts };
  }
  const isSpread = layer.instrument === "call spread";
  const strikes = isSpread ? [strike, strike + layer.width] : [strike];
  const legs = strikes.map((each, index) => leg("VIX", "call", index === 0 ? 1 : -1, day, each, volAt(each)));
  const kind = isSpread ? "call spread" : "call";
  const modelled = "vol modelled from VVIX";
  return {
    ...priced("VIX", kind, legs, market, 1, joined(note, modelled)),
    ...placed,
  };
}

function fundUnit(layer: PlanLayer, settings: Settings, market: Market): LayerUnit {
  const symbol = layer.instrument === "UVXY" ? "UVXY" : "VXX";
  const shares = unitsPerContract(layer, settings);
  const legs = [leg(symbol, "share", 1, undefined, undefined, undefined)];
  const note = `${shares} shares for a contract; the fund's daily roll decays in contango`;
  return {
    ...priced(symbol, "share", legs, market, shares, note),
    expiration: undefined,
    dte: undefined,
    future: vxCurve(market, SHORT_TERM_INDEX_DAYS),
  };
}

/** Shares of a fund, or contracts, that one contract of the plan stands for. */
function unitsPerContract(layer: PlanLayer, settings: Settings): number {
  return hasExpiry(layer) ? 1 : SHARES_PER_CONTRACT * settings.number("A15.EtfSizeFactor");
}

/** The listed strike nearest to the one whose call has the layer's delta, at the vol of that strike. */
function strikeByDelta(
  layer: PlanLayer,
  future: number,
  years: number,
  rate: number,
  volAt: (strike: number) => number,
  step: number,
): number {
  let strike = future;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = strikeFromDelta(1, layer.delta, future, years, volAt(strike), rate, rate);
    // A hundredth of a strike step is nearer than any listed strike.
    if (Math.abs(next - strike) < step / 100) return toListed(next, step);
    if (!(next <= FARTHEST_STRIKE * future)) break;
    strike = next;
  }
  throw new NoSolutionError(
    `no strike has delta ${layer.delta} in layer ${layer.name}: it would lie beyond ${FARTHEST_STRIKE} times the future, or the VIXSkew of the market is too steep`,
  );
}

const MAX_ROUNDS = 200;

/** The listed strike nearest to a level; without the rounding errors of a step like .1. */
function toListed(level: number, step: number): number {
  return Number((Math.max(Math.round(level / step), 1) * step).toPrecision(12));
}

function leg(
  symbol: ContractSymbol,
  kind: LegKind,
  quantity: number,
  expiration: number | undefined,
  strike: number | undefined,
  vol: number | undefined,
): Leg {
  const terms = contractTerms(symbol);
  return {
    row: 0,
    layer: "",
    terms,
    kind,
    quantity,
    multiplier: terms.multiplier,
    strike,
    expiry: expiration === undefined ? undefined : { date: expiration, settle: "AM" },
    vol,
    mark: undefined,
    bid: undefined,
    ask: undefined,
    entry: undefined,
    fees: 0,
  };
}

/** Sums the legs of one contract; `quantity` of them stand for one contract of the plan. */
function priced(
  symbol: ContractSymbol,
  kind: LayerUnit["kind"],
  legs: readonly Leg[],
  market: Market,
  quantity: number,
  note: string,
): Omit<LayerUnit, "expiration" | "dte" | "future"> {
  const positions = legs.flatMap((each) => positionOf(each, market, STOP_AT_FIRST) ?? []);
  const sum = (figure: (position: Position) => number): number =>
    positions.reduce((total, position) => total + figure(position), 0);
  const perUnit = contractTerms(symbol).multiplier;
  return {
    symbol,
    kind,
    strikes: legs.flatMap(({ strike }) => strike ?? []),
    vols: positions.flatMap(({ vol }) => vol ?? []),
    price: sum(({ leg: { quantity: side }, price }) => side * price),
    delta: sum(({ delta }) => delta) / perUnit,
    quantity,
    premiumDollars: quantity * sum(({ value }) => value),
    thetaPerDay: quantity * sum(({ theta }) => theta),
    rollDownPerDay: quantity * sum(({ rollDown }) => rollDown),
    vix01: quantity * sum(({ vix01 }) => vix01),
    positions,
    note,
  };
}

/** A plan as a table: a header, a row for each layer, a total. It is a book range too, and can be valued as one. */
export function layerPlanTable(
  hedged: CondorCount,
  settings: Settings,
  market: Market | undefined,
  warning = "",
): (string | number)[][] {
  const plan = layerPlan(hedged, settings, market);
  const sum = (figure: (row: PlannedLayer) => number | undefined): number | string =>
    market === undefined ? "" : plan.reduce((total, row) => total + (figure(row) ?? 0), 0);
  const contracts = plan.reduce((total, row) => total + row.contracts, 0);
  const holdsFund = plan.some(({ layer }) => !hasExpiry(layer));
  const blanks = (count: number): string[] => Array.from({ length: count }, () => "");
  return [
    HEADER,
    ...plan.flatMap((row, index) => layerRows(row, sharedExpiry(plan, index), settings, market)),
    [
      "Total",
      ...blanks(8),
      plan.reduce((total, { layer }) => total + layer.weight, 0),
      // Shares and contracts are not added up.
      holdsFund ? "" : contracts,
      "",
      sum(({ contracts: count, unit }) => unit && count * unit.premiumDollars),
      sum(({ contracts: count, unit }) => unit && count * unit.thetaPerDay),
      sum(({ contracts: count, unit }) => unit && count * unit.vix01),
      sum(({ contracts: count, unit }) => unit && count * costPerYear(unit)),
      "",
      joined(
        sizeNote(hedged, settings),
        bindingNote(hedged, plan, settings, market),
        expiredNote(hedged),
        warning,
      ),
    ],
    ...layerAdjustments(planLayers(settings), settings, market).lines.map(({ row, text }) => [
      row,
      ...blanks(16),
      text,
    ]),
  ];
}

/** What to say of a layer whose expiration an earlier layer has too. */
function sharedExpiry(plan: readonly PlannedLayer[], index: number): string {
  const expiration = plan[index]?.unit?.expiration;
  if (expiration === undefined) return "";
  const twin = plan.slice(0, index).find(({ unit }) => unit?.expiration === expiration);
  return twin === undefined ? "" : `same expiration as layer ${twin.layer.name}`;
}

function expiredNote({ expiredLegs = 0 }: CondorCount): string {
  if (expiredLegs === 0) return "";
  return expiredLegs === 1 ? "1 expired leg left out" : `${expiredLegs} expired legs left out`;
}

function joined(...notes: readonly string[]): string {
  return notes.filter((note) => note !== "").join("; ");
}

const HEADER = [
  "Layer",
  "DTE window",
  "Expiry",
  "DTE",
  "Future (pts)",
  "Kind",
  "Strike",
  "Delta",
  "Vol",
  "Weight",
  "Contracts",
  "Price",
  "Premium $",
  "Theta $/day",
  "VIX01 $/VIX pt",
  "Cost $/year",
  "Underlying",
  "Notes",
];

/** A layer's line of the plan; of a financed call two, the call bought and the spread sold, so that the plan stays a book. */
function layerRows(
  planned: PlannedLayer,
  shared: string,
  settings: Settings,
  market: Market | undefined,
): (string | number)[][] {
  const parts = planned.unit?.parts;
  if (parts === undefined || market === undefined) return [layerRow(planned, shared, settings)];
  const [bought, sold] = parts;
  const { contracts } = planned;
  const given = contracts * tailGain(sold.positions, market, settings);
  const warning = `C21 a financed call, no reversal: WARNING: the tail is capped, gains from ${sold.strikes.join(" to ")} are given up; G11 ${given.toFixed(2)} $ of cover lost at ${tailText(settings)}`;
  const soldRow = layerRow(
    { ...planned, contracts: -contracts, unit: { ...sold, note: warning } },
    "",
    settings,
  );
  soldRow[WEIGHT_COLUMN] = "";
  return [layerRow({ ...planned, unit: bought }, shared, settings), soldRow];
}

const WEIGHT_COLUMN = HEADER.indexOf("Weight");

function layerRow(
  { layer, contracts, unit }: PlannedLayer,
  shared: string,
  settings: Settings,
): (string | number)[] {
  if (unit === undefined) {
    const kind = layer.instrument === "VXX" || layer.instrument === "UVXY" ? "share" : layer.instrument;
    return [
      layer.name,
      windowText(layer),
      "",
      "",
      "",
      kind,
      "",
      "",
      "",
      layer.weight,
      contracts * unitsPerContract(layer, settings),
      "",
      "",
      "",
      "",
      "",
      "",
      "",
    ];
  }
  return [
    layer.name,
    windowText(layer),
    unit.expiration === undefined ? "" : formatIsoDate(unit.expiration),
    unit.dte ?? "",
    unit.future,
    unit.kind,
    unit.strikes.length === 2 ? unit.strikes.join("/") : (unit.strikes[0] ?? ""),
    unit.delta,
    volCell(unit.vols),
    layer.weight,
    contracts * unit.quantity,
    unit.price,
    // Adding 0 turns -0, which some hosts show with its sign, into 0.
    contracts * unit.premiumDollars + 0,
    contracts * unit.thetaPerDay + 0,
    contracts * unit.vix01 + 0,
    contracts * costPerYear(unit) + 0,
    unit.symbol,
    joined(unit.note, shared),
  ];
}

/** What holding one contract costs in a year if nothing moves: decay and roll-down, annualised. */
function costPerYear(unit: LayerUnit): number {
  return -DAYS_PER_YEAR * (unit.thetaPerDay + unit.rollDownPerDay);
}

/** One vol, or both of a spread where the skew makes them differ. */
function volCell(vols: readonly number[]): number | string {
  const [first, second] = vols;
  if (first === undefined) return "";
  return second === undefined || second === first ? first : `${first}/${second}`;
}

function sizeNote({ condors }: CondorCount, settings: Settings): string {
  const basis = settings.text("A02.Basis");
  const count = Number(condors.toFixed(4));
  if (basis !== "contracts") return `${count} condors; sized by ${basis}`;
  const perUnit = settings.number("A01.ContractsPerUnit");
  return `${count} condors; ${perUnit} contracts for every ${settings.number("A01.CondorsPerUnit")}`;
}

/** With a book in a market: the three sizes that the texts give, and the one that binds. */
function bindingNote(
  { condors, vix01 }: CondorCount,
  plan: readonly PlannedLayer[],
  settings: Settings,
  market: Market | undefined,
): string {
  if (vix01 === undefined || market === undefined) return "";
  const contracts = plan.reduce((sum, row) => sum + row.contracts, 0);
  const hedge = plan.reduce((sum, row) => sum + row.contracts * (row.unit?.vix01 ?? 0), 0);
  const vix01PerContract = contracts > 0 ? hedge / contracts : 0;
  const { text } = bindingSize(
    { condors, condorVix01: vix01, vix01PerContract, vix: needed(market, "VIX") },
    settings,
  );
  return `G10 ${text}`;
}

function weightsOf(layers: readonly PlanLayer[]): number[] {
  return layers.map((layer) => layer.weight);
}

function ones(layers: readonly PlanLayer[]): number[] {
  return layers.map(() => 1);
}
