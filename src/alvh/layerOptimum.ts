import { InputError, NoSolutionError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";
import { bestContracts, MOST_TRIED, type Bound, type Score } from "./bestContracts";
import { DEFAULT_CURVE_MODEL } from "./curveShift";
import { tailGain } from "./hedgedBook";
import { dollarsTiedUp, type LayerUnit } from "./layerUnit";
import { needed, type Market } from "./market";
import { total } from "./netGreeks";
import type { Position } from "./position";
import { profitAndLossFromNow } from "./profitAndLoss";
import { showCell } from "./readNumber";
import type { Settings } from "./settings";

/** What the contracts are sought for. */
export interface OptimumTask {
  readonly condorLegs: readonly Position[];
  /** One contract of each layer. */
  readonly units: readonly LayerUnit[];
  readonly market: Market;
  /** Dollars of premium at most. */
  readonly budget: number;
  /** cover: most cover in the tail; cost: least premium for A12.Cover; variance: least over the scenarios. */
  readonly objective: string;
  readonly settings: Settings;
}

/** The contracts, and what speaks for them. */
export interface LayerOptimum {
  readonly contracts: readonly number[];
  /** Dollars of one contract of each layer. */
  readonly premiums: readonly number[];
  /** Dollars that the condors, and one contract of each layer, gain in the tail. */
  readonly condorTail: number;
  readonly tail: readonly number[];
  /** Dollars of book and hedge over the scenarios. */
  readonly worst: number;
  readonly mean: number;
  readonly deviation: number;
  /** Names of the bounds kept. */
  readonly bounds: readonly string[];
}

interface NamedBound extends Bound {
  readonly name: string;
}

interface Scenario {
  readonly spotShock: number;
  readonly vixShock: number;
  readonly probability: number;
}

/**
 * Whole contracts in each layer that are best for condors within a budget. Every combination of all layers but the last
 * is tried, and the last layer solved exactly, since every bound is a straight line in it.
 */
export function layerOptimum(task: OptimumTask): LayerOptimum {
  const { condorLegs, units, market, objective, settings } = task;
  const scenarios = readScenarios(settings.text("A12.Scenarios") || DEFAULT_SCENARIOS, market);
  const condorTail = tailGain(condorLegs, market, settings);
  const tail = units.map((unit) => unit.quantity * tailGain(unit.positions, market, settings));
  const condorPnl = scenarioGains(condorLegs, market, scenarios);
  const unitPnl = units.map((unit) =>
    scenarioGains(unit.positions, market, scenarios).map((gain) => unit.quantity * gain),
  );
  const premiums = units.map((unit) => dollarsTiedUp(unit, settings));
  const bounds: NamedBound[] = boundsOf(task, premiums);
  if (objective === "cost") {
    bounds.push({
      name: "A12 cover",
      per: tail.map((gain) => -gain),
      most: settings.number("A12.Cover") * condorTail,
    });
  }
  const score: Score =
    objective === "variance"
      ? momentsOf(scenarios, condorPnl, unitPnl)
      : {
          linear: objective === "cost" ? premiums.map((premium) => -premium) : tail,
          quadratic: undefined,
        };
  const most = settings.number("A12.MostContracts");
  if ((most + 1) ** (units.length - 1) > MOST_TRIED) {
    throw new InputError(
      "settings",
      `settings, A12.MostContracts: ${most} contracts in each of ${units.length} layers are too many combinations: at most ${Math.floor(MOST_TRIED ** (1 / (units.length - 1)) - 1)}`,
    );
  }
  const contracts = bestContracts(
    score,
    bounds,
    units.map(() => most),
  );
  if (contracts === undefined) {
    throw new NoSolutionError(
      `no whole contracts keep within ${bounds.map(({ name }) => name).join(", ")}: give more budget or ask for less`,
    );
  }
  const gains = condorPnl.map((gain, s) =>
    contracts.reduce((sum, count, layer) => sum + count * (unitPnl[layer]?.[s] ?? 0), gain),
  );
  const mean = scenarios.reduce((all, { probability }, s) => all + probability * (gains[s] ?? 0), 0);
  const variance = scenarios.reduce(
    (all, { probability }, s) => all + probability * ((gains[s] ?? 0) - mean) ** 2,
    0,
  );
  return {
    contracts,
    premiums,
    condorTail,
    tail,
    worst: Math.min(...gains),
    mean,
    deviation: Math.sqrt(variance),
    bounds: bounds.map(({ name }) => name),
  };
}

function boundsOf(
  { condorLegs, units, market, budget, settings }: OptimumTask,
  premiums: readonly number[],
): NamedBound[] {
  const thetas = units.map((unit) => -unit.thetaPerDay);
  const bounds: NamedBound[] = [
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

/** SPX move, VIX points, probability: a calm month, three falls and a rise. */
const DEFAULT_SCENARIOS = "0/0/.6; -.03/4/.2; -.05/8/.1; -.1/20/.03; .03/-3/.07";

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

function readScenarios(text: string, market: Market): Scenario[] {
  const lowest = 1 - needed(market, "VIX");
  const scenarios = text.split(";").map((part) => {
    const [spotShock = NaN, vixShock = NaN, probability = NaN] = part
      .split("/")
      .map((number) => (number.trim() === "" ? NaN : Number(number)));
    const possible = Math.abs(spotShock) < 1 && vixShock >= lowest && vixShock <= 1000;
    if (possible && probability >= 0) return { spotShock, vixShock, probability };
    throw new InputError(
      "settings",
      `settings, A12.Scenarios: ${showCell(part.trim())} is not like "-.05/8/.1": SPX move, VIX points that leave VIX at 1 or more, probability`,
    );
  });
  const sum = scenarios.reduce((all, { probability }) => all + probability, 0);
  if (Math.abs(sum - 1) < 1e-9) return scenarios;
  throw new InputError(
    "settings",
    `settings, A12.Scenarios: the probabilities add up to ${Number(sum.toFixed(6))}, not to 1`,
  );
}
