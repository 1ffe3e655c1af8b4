import { InputError, NoSolutionError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";
import { isBlankOrZero, type CellValue, type Range } from "./cellValue";
import { DEFAULT_CURVE_MODEL } from "./curveShift";
import { asOfText, readHedgedBook, tailGain, tailText } from "./hedgedBook";
import { layerUnit, type LayerUnit } from "./layerPlan";
import type { Market } from "./market";
import { nearestNames } from "./names";
import { total } from "./netGreeks";
import type { Table } from "./netTables";
import { planLayers } from "./planLayers";
import type { Position } from "./position";
import { profitAndLossFromNow } from "./profitAndLoss";
import { showCell } from "./readNumber";
import type { Settings } from "./settings";

/** What is best: most cover in the tail, least premium for a cover, or least variance over the scenarios. */
const OBJECTIVES = ["cover", "cost", "variance"] as const;
type Objective = (typeof OBJECTIVES)[number];

/** A bound on the contracts: the sum of `per` times contracts is at most `most`. */
interface Bound {
  readonly name: string;
  readonly per: readonly number[];
  readonly most: number;
}

interface Scenario {
  readonly spotShock: number;
  readonly vixShock: number;
  readonly probability: number;
}

/**
 * LAYEROPT: whole contracts in each layer of the preset, the condors of the book given. Every combination of all layers
 * but the last is tried, and the last layer solved exactly, since every bound is a straight line in it.
 */
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
  const scenarios = readScenarios(settings.text("A12.Scenarios") || DEFAULT_SCENARIOS);
  const condorTail = tailGain(condorLegs, conditions, settings);
  const tail = units.map((unit) => unit.quantity * tailGain(unit.positions, conditions, settings));
  const condorPnl = scenarioGains(condorLegs, conditions, scenarios);
  const unitPnl = units.map((unit) =>
    scenarioGains(unit.positions, conditions, scenarios).map((gain) => unit.quantity * gain),
  );
  const premiums = units.map(premiumOf(settings));
  const bounds = boundsOf(units, premiums, condorLegs, conditions, budget, settings);
  if (wanted === "cost") {
    bounds.push({
      name: "A12 cover",
      per: tail.map((gain) => -gain),
      most: settings.number("A12.Cover") * condorTail,
    });
  }
  const moments = momentsOf(scenarios, condorPnl, unitPnl);
  const score: Score = {
    cover: { linear: tail, quadratic: undefined },
    cost: { linear: premiums.map((premium) => -premium), quadratic: undefined },
    variance: { linear: moments.linear, quadratic: moments.quadratic },
  }[wanted];
  const contracts = search(score, bounds, settings.number("A12.MostContracts"));
  const sum = (per: readonly number[]): number =>
    per.reduce((all, each, layer) => all + each * (contracts[layer] ?? 0), 0);
  const premium = sum(premiums);
  const gains = condorPnl.map((gain, s) => gain + sum(unitPnl.map((each) => each[s] ?? 0)));
  const mean = scenarios.reduce((all, { probability }, s) => all + probability * (gains[s] ?? 0), 0);
  const variance = scenarios.reduce(
    (all, { probability }, s) => all + probability * ((gains[s] ?? 0) - mean) ** 2,
    0,
  );
  const summary = (name: string, value: number | string, note: string): (string | number)[] => [
    name,
    "",
    value,
    "",
    "",
    "",
    "",
    note,
  ];
  return [
    [
      "Layer",
      "Strike",
      "Optimal contracts",
      "Premium $",
      "Share of premium",
      "Theta $/day",
      "VIX01 $/VIX pt",
      `Notes${asOfText(conditions)}`,
    ],
    ...layers.map((layer, index): (string | number)[] => {
      const [unit, count] = [units[index] as LayerUnit, contracts[index] ?? 0];
      const paid = count * (premiums[index] ?? 0);
      return [
        layer.name, unit.strikes.join("/"), count, paid, premium > 0 ? paid / premium : "",
        count * unit.thetaPerDay + 0, count * unit.vix01, unit.note,
      ]; // prettier-ignore
    }),
    [
      "All layers",
      "",
      contracts.reduce((all, count) => all + count, 0),
      premium,
      "",
      sum(units.map((unit) => unit.thetaPerDay)),
      sum(units.map((unit) => unit.vix01)),
      `objective ${wanted}; budget ${budget} $`,
    ],
    summary(
      "A12 net theta",
      total(condorLegs, "theta") + sum(units.map((unit) => unit.thetaPerDay)),
      "$/day, condors included; never below 0",
    ),
    summary("A12 cover in the tail", condorTail < 0 ? -sum(tail) / condorTail : "", tailText(settings)),
    summary("A12 worst scenario", Math.min(...gains), "$, book and hedge"),
    summary("A12 expected", mean, "$, the probabilities are the user's (A12.Scenarios)"),
    summary("A12 deviation", Math.sqrt(variance), "$, standard deviation over the scenarios"),
    summary(
      "Note",
      "",
      `searched exactly up to ${settings.number("A12.MostContracts")} contracts a layer; bounds: ${bounds.map(({ name }) => name).join(", ")}`,
    ),
  ];
}

function boundsOf(
  units: readonly LayerUnit[],
  premiums: readonly number[],
  condorLegs: readonly Position[],
  market: Market,
  budget: number,
  settings: Settings,
): Bound[] {
  const thetas = units.map((unit) => -unit.thetaPerDay);
  const bounds: Bound[] = [
    { name: "budget", per: premiums, most: budget },
    { name: "A12 net theta", per: thetas, most: total(condorLegs, "theta") },
  ];
  const [wacc, irr] = [settings.optionalNumber("A11.WACC"), settings.optionalNumber("A11.IRR")];
  if (wacc !== undefined && irr !== undefined) {
    const carry = units.map((unit) => -DAYS_PER_YEAR * (unit.thetaPerDay + unit.rollDownPerDay));
    const spread = Math.max(irr - wacc, 0) * settings.number("A08.RiskCapital");
    bounds.push({ name: "A11 yearly cost within IRR less WACC", per: carry, most: spread });
  }
  const breakEven = settings.optionalNumber("A11.BreakEven");
  if (breakEven !== undefined) {
    // After 30 days, so that what must be earned back is a month of decay.
    const window = { days: 30, model: DEFAULT_CURVE_MODEL };
    const gains = units.map(
      (unit) => unit.quantity * profitAndLossFromNow(unit.positions, market, window)(0, breakEven),
    );
    bounds.push({
      name: `A11 no loss in 30 days at VIX +${breakEven}`,
      per: gains.map((gain) => -gain),
      most: 0,
    });
  }
  if (settings.text("A12.Bounds") === "on") {
    ["A08", "A09", "A10"].slice(0, units.length).forEach((row, layer) => {
      const share = (limit: number): number[] =>
        premiums.map((premium, other) => premium * ((other === layer ? 1 : 0) - limit));
      bounds.push({ name: `${row} at most`, per: share(settings.number(`${row}.High`)), most: 0 });
      bounds.push({
        name: `${row} at least`,
        per: share(settings.number(`${row}.Low`)).map((each) => -each),
        most: 0,
      });
    });
  }
  return bounds;
}

function premiumOf(settings: Settings): (unit: LayerUnit) => number {
  // A future costs no premium; what it ties up is its margin.
  return (unit) => (unit.kind === "future" ? settings.number("VXMargin") : unit.premiumDollars);
}

/** SPX move, VIX points, probability: a calm month, three falls and a rise. */
const DEFAULT_SCENARIOS = "0/0/.6; -.03/4/.2; -.05/8/.1; -.1/20/.03; .03/-3/.07";

/** To be made as large as possible: linear in the contracts, less a quadratic form where there is one. */
interface Score {
  readonly linear: readonly number[];
  readonly quadratic: readonly (readonly number[])[] | undefined;
}

/** The contracts with the highest score within all bounds; the first found among equals, so fewer in the earlier layers. */
function search(score: Score, bounds: readonly Bound[], most: number): number[] {
  const layers = score.linear.length;
  const last = layers - 1;
  let best: { counts: number[]; value: number } | undefined;
  const counts = score.linear.map(() => 0);
  const visit = (layer: number): void => {
    if (layer === last) {
      const { low, high } = lastRange(bounds, counts, last, most);
      for (const count of bestLast(score, counts, last, low, high)) {
        counts[last] = count;
        const value = valueOf(score, counts);
        if (best === undefined || value > best.value + Math.abs(best.value) * 1e-12)
          best = { counts: [...counts], value };
      }
      counts[last] = 0;
      return;
    }
    for (let count = 0; count <= most; count++) {
      counts[layer] = count;
      visit(layer + 1);
    }
    counts[layer] = 0;
  };
  visit(0);
  if (best !== undefined) return best.counts;
  throw new NoSolutionError(
    `no whole contracts keep within ${bounds.map(({ name }) => name).join(", ")}: give more budget or ask for less`,
  );
}

/** Whole contracts of the last layer that keep within every bound, the other layers given. */
function lastRange(
  bounds: readonly Bound[],
  counts: readonly number[],
  last: number,
  most: number,
): { low: number; high: number } {
  let [low, high] = [0, most];
  for (const { per, most: limit } of bounds) {
    let left = limit;
    for (let layer = 0; layer < last; layer++) left -= (per[layer] ?? 0) * (counts[layer] ?? 0);
    const slope = per[last] ?? 0;
    const slack = 1e-9 * Math.max(Math.abs(limit), 1);
    if (slope > 0) high = Math.min(high, Math.floor((left + slack) / slope));
    else if (slope < 0) low = Math.max(low, Math.ceil((left + slack) / slope));
    else if (left < -slack) return { low: 1, high: 0 };
  }
  return { low, high };
}

/** The candidates for the last layer: an end of the range, or beside the top of a parabola. */
function bestLast(
  { linear, quadratic }: Score,
  counts: readonly number[],
  last: number,
  low: number,
  high: number,
): number[] {
  if (low > high) return [];
  const curvature = quadratic?.[last]?.[last] ?? 0;
  let slope = linear[last] ?? 0;
  for (let layer = 0; layer < last; layer++)
    slope -= 2 * (quadratic?.[last]?.[layer] ?? 0) * (counts[layer] ?? 0);
  if (!(curvature > 0)) return [slope > 0 ? high : low];
  const top = Math.min(Math.max(slope / (2 * curvature), low), high);
  return [Math.floor(top), Math.ceil(top)].filter(
    (count, index, all) => count >= low && count <= high && all.indexOf(count) === index,
  );
}

function valueOf({ linear, quadratic }: Score, counts: readonly number[]): number {
  let value = 0;
  for (let i = 0; i < counts.length; i++) {
    value += (linear[i] ?? 0) * (counts[i] ?? 0);
    if (quadratic === undefined) continue;
    for (let j = 0; j < counts.length; j++)
      value -= (quadratic[i]?.[j] ?? 0) * (counts[i] ?? 0) * (counts[j] ?? 0);
  }
  return value;
}

/** Minus the variance of condors and hedge, its constant part left out: -2 cov(condors, unit) and cov(unit, unit). */
function momentsOf(
  scenarios: readonly Scenario[],
  condorPnl: readonly number[],
  unitPnl: readonly (readonly number[])[],
): { linear: number[]; quadratic: number[][] } {
  const mean = (gains: readonly number[]): number =>
    scenarios.reduce((sum, { probability }, s) => sum + probability * (gains[s] ?? 0), 0);
  const covariance = (a: readonly number[], b: readonly number[]): number =>
    mean(a.map((gain, s) => gain * (b[s] ?? 0))) - mean(a) * mean(b);
  return {
    linear: unitPnl.map((gains) => -2 * covariance(condorPnl, gains)),
    quadratic: unitPnl.map((a) => unitPnl.map((b) => covariance(a, b))),
  };
}

function scenarioGains(
  positions: readonly Position[],
  market: Market,
  scenarios: readonly Scenario[],
): number[] {
  const profit = profitAndLossFromNow(positions, market, { days: 0, model: DEFAULT_CURVE_MODEL });
  return scenarios.map(({ spotShock, vixShock }) => profit(spotShock, vixShock));
}

function readScenarios(text: string): Scenario[] {
  const scenarios = text.split(";").map((part) => {
    const [spotShock = NaN, vixShock = NaN, probability = NaN] = part
      .split("/")
      .map((number) => (number.trim() === "" ? NaN : Number(number)));
    if (Number.isFinite(spotShock) && Number.isFinite(vixShock) && probability >= 0)
      return { spotShock, vixShock, probability };
    throw new InputError(
      "settings",
      `settings, A12.Scenarios: ${showCell(part.trim())} is not like "-.05/8/.1": SPX move, VIX points, probability`,
    );
  });
  const sum = scenarios.reduce((all, { probability }) => all + probability, 0);
  if (Math.abs(sum - 1) < 1e-9) return scenarios;
  throw new InputError(
    "settings",
    `settings, A12.Scenarios: the probabilities add up to ${Number(sum.toFixed(6))}, not to 1`,
  );
}

function readObjective(value: CellValue): Objective {
  if (isBlankOrZero(value)) return "cover";
  const name = String(value).trim().toLowerCase();
  const found = OBJECTIVES.find((objective) => objective === name);
  if (found !== undefined) return found;
  const [nearest] = nearestNames(name, OBJECTIVES, 1);
  throw new InputError(
    "objective",
    `objective ${showCell(value)} is not known: use ${OBJECTIVES.join(", ")} (the nearest is ${nearest})`,
  );
}
