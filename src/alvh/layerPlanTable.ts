import { DAYS_PER_YEAR } from "../core/units";
import { asOfText } from "./asOfText";
import { formatIsoDate } from "./dates";
import { convexity, convexityShock, tailCover, tailGain, tailText } from "./hedgedBook";
import { adjustedPlan, layerPlan, type CondorCount, type PlannedLayer } from "./layerPlan";
import { unitsPerContract, type LayerUnit } from "./layerUnit";
import { needed, type Market } from "./market";
import { hasExpiry, windowText } from "./planLayers";
import type { Settings } from "./settings";
import { bindingSize } from "./sizingRules";

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
  const { lines, size } = adjustedPlan(settings, market);
  return [
    [...HEADER, `Notes${market === undefined ? "" : asOfText(market)}`],
    ...plan.flatMap((row, index) =>
      layerRows(
        row,
        joined(sharedExpiry(plan, index), tailNote(row, hedged, settings, market)),
        settings,
        market,
      ),
    ),
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
        sizeNote(hedged, settings, size),
        contracts === 0 ? "0 contracts: no layer can hold one within this size" : "",
        bindingNote(hedged, plan, settings, market),
        adjustedNote(lines.map(({ row }) => row)),
        expiredNote(hedged),
        warning,
      ),
    ],
    ...lines.map(({ row, text }) => [row, ...blanks(16), text]),
  ];
}

/** What to say of a layer whose expiration an earlier layer has too. */
function sharedExpiry(plan: readonly PlannedLayer[], index: number): string {
  const expiration = plan[index]?.unit?.expiration;
  if (expiration === undefined) return "";
  const twin = plan.slice(0, index).find(({ unit }) => unit?.expiration === expiration);
  return twin === undefined ? "" : `same expiration as layer ${twin.layer.name}`;
}

/** How a layer bends with VIX, and with a book what it covers in the tail, each computed alone. */
function tailNote(
  { contracts, unit }: PlannedLayer,
  { legs }: CondorCount,
  settings: Settings,
  market: Market | undefined,
): string {
  if (unit === undefined || market?.numbers.has("VIX") !== true || contracts === 0) return "";
  const points = convexityShock(market, settings);
  const held = contracts * unit.quantity;
  const bend = `A18 convexity ${(held * convexity(unit.positions, market, points)).toFixed(2)} $ at VIX +-${points}`;
  const cover = legs && tailCover(legs, unit.positions, market, settings);
  return cover === undefined ? bend : joined(bend, `A19 cover in the tail ${(held * cover).toFixed(4)}`);
}

/** The adjustments of the lines below the total, in the order in which they apply. */
function adjustedNote(rows: readonly string[]): string {
  return rows.length === 0 ? "" : `adjusted in this order: ${[...new Set(rows)].join(", ")}`;
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
  const points = convexityShock(market, settings);
  const [kept, before] = [planned.unit?.positions ?? [], bought.positions].map((positions) =>
    (contracts * convexity(positions, market, points)).toFixed(2),
  );
  const warning = `C21 a financed call, no reversal: WARNING: the tail is capped, gains from ${sold.strikes.join(" to ")} are given up; convexity at VIX +-${points} ${kept} of ${before} $; G11 ${given.toFixed(2)} $ of cover lost at ${tailText(settings)}`;
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
    // Adding 0 turns -0, which some hosts show with its sign, into 0.
    contracts * unit.quantity + 0,
    unit.price,
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

function sizeNote({ condors }: CondorCount, settings: Settings, size: number): string {
  const basis = settings.text("A02.Basis");
  const count = Number(condors.toFixed(4));
  if (settings.text("G06.Mode") === "OPTIMISED") {
    const budget = Number((size * settings.number("A02.HedgeBudget")).toFixed(2));
    return `${count} condors; G06 OPTIMISED: LAYEROPT's contracts for ${settings.text("G06.Objective")} within ${budget} $`;
  }
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
  return `G10 ${text}; the plan holds ${contracts}`;
}
