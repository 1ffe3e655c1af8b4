import { blackScholes, blackScholesPrice } from "../core/black";
import { InputError, NoSolutionError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";
import { contractTerms } from "./contracts";
import { formatIsoDate, serialOf } from "./dates";
import { daysToExpiry, nextVixExpirations } from "./expirations";
import type { History } from "./history";
import { layerPlan, type PlannedLayer } from "./layerPlan";
import type { LayerUnit } from "./layerUnit";
import { needed, neededAsOf, type Market } from "./market";
import { hasExpiry, planLayers, type PlanLayer } from "./planLayers";
import type { Settings } from "./settings";
import { modelledVixVol } from "./volSurface";
import { vxCurve } from "./vxCurve";

/** What one layer holds. */
export interface Holding {
  readonly layer: number;
  readonly unit: LayerUnit;
  readonly contracts: number;
  /** For a fund: dollars that one contract is worth, followed from row to row. */
  fundValue: number;
}

/** What the hedge did in one row of a history, dollars, after that row's close. */
export interface HedgeRow {
  /** Calendar days since the row before. */
  readonly days: number;
  /** Contracts bought, sold and settled for another count as one roll of a layer. */
  readonly rolls: number;
  /** Premium of what was bought, at the middle. */
  readonly spent: number;
  /** Premium of the legs sold against it, at the middle. */
  readonly collected: number;
  /** From what was sold or settled, at the middle. */
  readonly received: number;
  /** Half-spreads and fees. */
  readonly costs: number;
  /** Value of what is held afterwards, by model. */
  readonly held: number;
  /** Gain since the row before: received + collected - spent - costs + the change of what is held. */
  readonly gain: number;
  readonly holdings: readonly Holding[];
}

/**
 * A preset's hedge, bought and rolled through a history with fixed condors. A layer is filled at each monthly VIX
 * expiration at which it is empty; one whose window begins at Audit.ShiftDte days or later is rolled once its contract
 * has fewer days than the window and a later contract fits better; all others settle, and are filled again that day.
 */
export function hedgeHistory(
  history: History,
  settings: Settings,
  planAt = hedgePlans(history, settings),
): HedgeRow[] {
  const threshold = settings.optionalNumber("D17.Threshold") ?? 0;
  const layers = planLayers(settings);
  let holdings: Holding[] = [];
  let heldBefore = 0;
  return history.rows.map((row, index) => {
    const market = marketAt(history, index);
    const days = index === 0 ? 0 : row.date - (history.rows[index - 1]?.date ?? row.date);
    const closed = { received: 0, costs: 0 };
    const emptied = new Set<number>();
    holdings = holdings.filter((holding) => {
      if (index > 0) followFund(holding, marketAt(history, index - 1), market, days);
      const settles = isSettled(holding, row.date, history.isRollRow[index] === true);
      if (!settles && !isShifted(holding, layers[holding.layer], market, settings)) return true;
      emptied.add(holding.layer);
      closed.received += holding.contracts * valueOf(holding, market, row.vixOpen ?? row.vix);
      const cashSettled = settles && holding.unit.expiration !== undefined;
      if (!cashSettled) closed.costs += holding.contracts * tradingCost(holding.unit, settings);
      return false;
    });
    const bought = { spent: 0, collected: 0 };
    const wanted = layers.flatMap((_, layer) => {
      const isEmpty = !holdings.some((holding) => holding.layer === layer);
      return isEmpty && (history.isRollRow[index] === true || emptied.has(layer)) ? [layer] : [];
    });
    let rolls = 0;
    if (wanted.length > 0 && row.vix >= threshold && index < history.rows.length - 1) {
      for (const layer of wanted) {
        const { unit, contracts = 0 } = planAt(index, layer) ?? {};
        if (unit === undefined || contracts === 0) continue;
        const holding = { layer, unit, contracts, fundValue: unit.premiumDollars };
        holdings.push(holding);
        for (const value of legValues(holding, market, undefined)) {
          if (value > 0) bought.spent += contracts * value;
          else bought.collected -= contracts * value;
        }
        closed.costs += contracts * tradingCost(unit, settings);
        rolls += 1;
      }
    }
    const held = holdings.reduce((sum, each) => sum + each.contracts * valueOf(each, market, undefined), 0);
    const gain = closed.received + bought.collected - bought.spent - closed.costs + held - heldBefore;
    heldBefore = held;
    return { days, rolls, ...bought, ...closed, held, gain, holdings: [...holdings] };
  });
}

/**
 * The plan of the settings at each row, worked out once for all runs that differ only in when they buy. Layers that are
 * rolled before they settle hold monthly contracts; the others weekly ones too, in a daily history since they are listed.
 */
export function hedgePlans(history: History, settings: Settings): HedgePlans {
  const weekly = { settings: inHistory(settings), plans: new Map<number, PlannedLayer[]>() };
  const monthly = { settings: weekly.settings.with(new Map([["A05.Weeklies", "off"]])), plans: new Map<number, PlannedLayer[]>() }; // prettier-ignore
  const settles = planLayers(settings).map((layer) => !isRolledEarly(layer, settings));
  const hedged = { condors: settings.number("Audit.Condors"), vix01: undefined };
  return (index, layer) => {
    const market = marketAt(history, index);
    const isListed = history.isDaily && neededAsOf(market) >= WEEKLIES_SINCE;
    const kept = isListed && settles[layer] === true ? weekly : monthly;
    const plan =
      kept.plans.get(index) ?? namingTheDay(market, () => layerPlan(hedged, kept.settings, market));
    kept.plans.set(index, plan);
    return plan[layer];
  };
}

/** Runs something on a day of a history: what has no solution there says on which day. */
export function namingTheDay<Result>(market: Market, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    const day = `history ${formatIsoDate(Math.floor(neededAsOf(market)))}: `;
    if (error instanceof NoSolutionError) throw new NoSolutionError(day + error.message);
    if (error instanceof InputError && error.argument !== "settings")
      throw new InputError(error.argument, day + error.message);
    throw error;
  }
}

/** What is planned for a layer at a row of a history. */
type HedgePlans = (index: number, layer: number) => PlannedLayer | undefined;

/** Weekly VIX options are listed since 8 October 2015. */
const WEEKLIES_SINCE = serialOf(2015, 10, 8);

function isRolledEarly(layer: PlanLayer, settings: Settings): boolean {
  return hasExpiry(layer) && layer.minDte >= settings.number("Audit.ShiftDte");
}

/** Dollars a day that the hedge's options lose if nothing moves. */
export function hedgeTheta(holdings: readonly Holding[], market: Market): number {
  return holdings.reduce((total, { unit, contracts }) => {
    const years = yearsLeft(unit, market);
    if (unit.strikes.length === 0) return total;
    const forward = vxCurve(market, years * DAYS_PER_YEAR);
    const rate = needed(market, "Rate");
    const theta = unit.strikes.reduce((sum, strike, leg) => {
      const vol = modelledVixVol(market, strike, forward, years);
      return sum + side(leg) * blackScholes(1, forward, strike, years, vol, rate, rate).theta;
    }, 0);
    return total + (contracts * contractTerms("VIX").multiplier * theta) / DAYS_PER_YEAR;
  }, 0);
}

/** What the hedge is worth in a market, dollars, before anything settles. */
export function hedgeValue(holdings: readonly Holding[], market: Market): number {
  return holdings.reduce((sum, each) => sum + each.contracts * valueOf(each, market, undefined), 0);
}

export function marketAt({ markets }: History, index: number): Market {
  const market = markets[index];
  if (market === undefined) throw new Error(`history has no row ${index}`);
  return market;
}

/** What costs are shares of: dollars, the same all through a history. */
export interface Bases {
  readonly nav: number;
  readonly riskCapital: number;
  /** What the condors can lose at most before their credit. */
  readonly margin: number;
}

/** NAV and risk capital: as set, else the condors' margin, and the NAV of which the margin is the share allowed. */
export function basesOf(settings: Settings): Bases {
  const { multiplier } = contractTerms("SPX");
  const margin = settings.number("Audit.Condors") * settings.number("Condor.Width") * multiplier;
  return {
    margin,
    riskCapital: settings.optionalNumber("A08.RiskCapital") ?? margin,
    nav: settings.optionalNumber("B24.NAV") ?? margin / settings.number("B24.MarginCap"),
  };
}

/** The settings for a roll: with what the basis needs where nothing was given. */
function inHistory(settings: Settings): Settings {
  if (settings.text("A02.Basis") === "premium" && settings.optionalNumber("A02.HedgeBudget") === undefined) {
    const reason =
      "settings need A02.HedgeBudget: the dollars that this preset spreads over its layers are in no text";
    throw new InputError("settings", reason);
  }
  const { nav, riskCapital } = basesOf(settings);
  return settings.with(
    new Map<string, string | number>([
      ["VXTH.Portfolio", settings.optionalNumber("VXTH.Portfolio") ?? nav],
      ["A08.RiskCapital", riskCapital],
    ]),
  );
}

/** A fund is bought anew at every monthly expiration; a contract is paid on the first row at which it has stopped. */
function isSettled({ unit }: Holding, date: number, isRollRow: boolean): boolean {
  return unit.expiration === undefined ? isRollRow : unit.expiration <= date;
}

function isShifted(
  { unit }: Holding,
  layer: PlanLayer | undefined,
  market: Market,
  settings: Settings,
): boolean {
  if (layer === undefined || unit.expiration === undefined || !isRolledEarly(layer, settings)) return false;
  const today = Math.floor(neededAsOf(market));
  if (unit.expiration - today >= layer.minDte) return false;
  const missesBy = (day: number): number =>
    Math.max(layer.minDte - (day - today), day - today - (layer.maxDte ?? Infinity));
  const [next = Infinity] = nextVixExpirations(unit.expiration, 1, false);
  return missesBy(next) < missesBy(unit.expiration);
}

/** The daily roll of a fund, from row to row: the 30-day future of the row before, with as many days fewer. */
function followFund(holding: Holding, before: Market, now: Market, days: number): void {
  if (holding.unit.expiration !== undefined) return;
  const change = vxCurve(now, Math.max(30 - days, 0)) / vxCurve(before, 30) - 1;
  holding.fundValue *= Math.max(1 + (contractTerms(holding.unit.symbol).leverage ?? 1) * change, 0);
}

/** Dollars of one contract. A contract that has stopped is paid at `settlement`. */
function valueOf(holding: Holding, market: Market, settlement: number | undefined): number {
  return legValues(holding, market, settlement).reduce((sum, value) => sum + value, 0);
}

function legValues(holding: Holding, market: Market, settlement: number | undefined): number[] {
  const { unit, fundValue } = holding;
  if (unit.expiration === undefined) return [fundValue];
  const years = yearsLeft(unit, market);
  const level = years > 0 ? vxCurve(market, years * DAYS_PER_YEAR) : (settlement ?? needed(market, "VIX"));
  const { multiplier } = contractTerms(unit.symbol);
  // A future has no value but what it gained since it was bought.
  if (unit.kind === "future") return [multiplier * (level - unit.future)];
  const rate = needed(market, "Rate");
  return unit.strikes.map((strike, leg) => {
    const price =
      years > 0
        ? blackScholesPrice(1, level, strike, years, modelledVixVol(market, strike, level, years), rate, rate)
        : Math.max(level - strike, 0);
    return side(leg) * multiplier * price;
  });
}

/** Strikes stand bought and sold in turn: a call, a call spread, a call that a sold spread pays for. */
function side(leg: number): 1 | -1 {
  return leg % 2 === 0 ? 1 : -1;
}

function yearsLeft({ expiration }: LayerUnit, market: Market): number {
  return expiration === undefined
    ? 0
    : Math.max(daysToExpiry(neededAsOf(market), expiration, "AM"), 0) / DAYS_PER_YEAR;
}

/** Half-spread and fees of trading one contract once, dollars. */
function tradingCost(unit: LayerUnit, settings: Settings): number {
  const fees = settings.number("Audit.Fees");
  if (unit.kind === "share") return unit.quantity * settings.number("Audit.FutureHalfSpread") + fees;
  const { multiplier } = contractTerms(unit.symbol);
  if (unit.kind === "future") return multiplier * settings.number("Audit.FutureHalfSpread") + fees;
  return unit.strikes.length * (multiplier * settings.number("Audit.HalfSpread") + fees);
}
