import { blackScholes, blackScholesPrice, type OptionKind } from "../core/black";
import { DAYS_PER_YEAR } from "../core/units";
import { condorStrikes } from "./condorStrikes";
import { contractTerms } from "./contracts";
import { auditNotes } from "./costAudit";
import { nextVixExpirations } from "./expirations";
import {
  basesOf,
  hedgeHistory,
  hedgeTheta,
  hedgeValue,
  marketAt,
  namingTheDay,
  type HedgeRow,
} from "./hedgeHistory";
import type { History } from "./history";
import { needed, type Market, type MarketNumber } from "./market";
import { spotVixBeta } from "./netGreeks";
import type { Table } from "./netTables";
import type { Preset } from "./presets";
import type { Settings } from "./settings";
import { modelledSpxVol } from "./volSurface";
import { vxBeta } from "./vxBeta";

/** When condors are closed before their expiration and opened anew. */
type RollRule = "held" | "fixed" | "adaptive";

interface Condor {
  readonly legs: readonly { readonly kind: OptionKind; readonly strike: number; readonly quantity: number }[];
  /** Expiration day; it settles at that day's SPX close. */
  readonly day: number;
  /** Points taken in for one condor, at the middle. */
  readonly credit: number;
}

/** What the condors did, dollars and dollars a day; one figure a row of the history. */
interface CondorRun {
  readonly gains: readonly number[];
  readonly thetas: readonly number[];
  readonly rolls: number;
  readonly deferred: number;
}

/**
 * Condors through a history, by themselves and with a preset's hedge, under three rules: held to expiration; the fixed
 * rule (E01, E02), which rolls at half the profit or twice the credit lost; the adaptive one (E06, E13), which rolls
 * when a short strike is threatened, unless the hedge is projected to gain more in a day of one standard deviation,
 * the condors' loss taken off, than the roll would cost.
 */
export function backtestTable(history: History, settings: Settings, preset: Preset): Table {
  const hedge = hedgeHistory(history, settings);
  const none = hedge.map(() => 0);
  const hedgeGains = hedge.map(({ gain }) => gain);
  const thetas = hedge.map(({ holdings }, index) => hedgeTheta(holdings, marketAt(history, index)));
  const held = condorRun(history, settings, "held", hedge);
  const rolled = history.isDaily
    ? [condorRun(history, settings, "fixed", hedge), condorRun(history, settings, "adaptive", hedge)]
    : [];
  const [fixed, adaptive] = rolled;
  const row = (name: string, condors: CondorRun, gains: readonly number[], decay: readonly number[]) =>
    resultRow(name, condors, gains, decay, history, settings);
  return [
    HEADER,
    row("Condors alone, held to expiration", held, none, none),
    row("With hedge, held to expiration", held, hedgeGains, thetas),
    ...(fixed === undefined || adaptive === undefined
      ? []
      : [
          row("Condors alone, fixed rule (E01, E02)", fixed, none, none),
          row("With hedge, fixed rule (E01, E02)", fixed, hedgeGains, thetas),
          row("With hedge, adaptive (E06, E13)", adaptive, hedgeGains, thetas),
        ]),
    ...[
      ...auditNotes(history, settings, preset),
      `modelled: condors opened at each monthly VIX expiration for the next, SPX vols .88 x VIX with the skew ${settings.number("Audit.SPXSkew")}, settled at the SPX close; no interest on cash`,
      `modelled: a condor trades ${100 * settings.number("Audit.CondorSlippage")}% of its price from the middle, none when it expires: what rolls cost hangs on it and the skew`,
      history.isDaily
        ? `the adaptive rule waited on ${adaptive?.deferred ?? 0} rows with a threatened strike`
        : "rolls inside a month need a daily history: none are shown",
    ].map((note) => ["Note", note, ...Array.from({ length: HEADER.length - 2 }, () => "")]),
  ];
}

const HEADER = [
  "Strategy",
  "Net $",
  "Return % of NAV a year",
  "Largest drawdown $",
  "Largest drawdown % of NAV",
  "Net theta % of the condors' theta",
  "Net theta > 0, % of rows",
  "Net theta > 0 while VIX 17-19, % of rows",
  "Rolls before expiration",
];

function resultRow(
  name: string,
  condors: CondorRun,
  hedgeGains: readonly number[],
  hedgeThetas: readonly number[],
  history: History,
  settings: Settings,
): (string | number)[] {
  const { nav } = basesOf(settings);
  let [equity, peak, drawdown] = [0, 0, 0];
  condors.gains.forEach((gain, index) => {
    equity += gain + (hedgeGains[index] ?? 0);
    peak = Math.max(peak, equity);
    drawdown = Math.max(drawdown, peak - equity);
  });
  const days = (history.rows.at(-1)?.date ?? 0) - (history.rows[0]?.date ?? 0);
  const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
  const condorTheta = sum(condors.thetas);
  // The last row opens nothing, so that its theta says nothing.
  const open = condors.thetas.flatMap((theta, index) =>
    theta === 0
      ? []
      : [{ net: theta + (hedgeThetas[index] ?? 0), vix: Math.floor(history.rows[index]?.vix ?? 0) }],
  );
  const positive = (rows: readonly { net: number }[]): number | string =>
    rows.length === 0 ? "" : (100 * rows.filter(({ net }) => net > 0).length) / rows.length;
  return [
    name,
    equity,
    (100 * equity * DAYS_PER_YEAR) / days / nav,
    drawdown,
    (100 * drawdown) / nav,
    condorTheta === 0 ? "" : (100 * (condorTheta + sum(hedgeThetas))) / condorTheta,
    positive(open),
    positive(open.filter(({ vix }) => vix >= 17 && vix <= 19)),
    history.isDaily ? condors.rolls : "",
  ];
}

function condorRun(
  history: History,
  settings: Settings,
  rule: RollRule,
  hedge: readonly HedgeRow[],
): CondorRun {
  const first = history.rows[0]?.date ?? 0;
  const expirations = nextVixExpirations(first, history.isRollRow.filter(Boolean).length + 2, false);
  const size = settings.number("Audit.Condors") * contractTerms("SPX").multiplier;
  const slippage = settings.number("Audit.CondorSlippage");
  const fees = 4 * settings.number("Audit.Fees") * settings.number("Audit.Condors");
  const tradingCost = (points: number): number => size * slippage * Math.abs(points) + fees;
  let condor: Condor | undefined;
  let [valueBefore, rolls, deferred] = [0, 0, 0];
  const [gains, thetas]: [number[], number[]] = [[], []];
  const last = history.rows.length - 1;
  history.rows.forEach(({ date }, index) => {
    const market = marketAt(history, index);
    let gain = 0;
    let isRolled = false;
    if (condor !== undefined) {
      const { price } = condorPrice(condor, market, date);
      gain = size * price - valueBefore;
      if (condor.day <= date) condor = undefined;
      else if (rule !== "held" && index < last) {
        const cost = 2 * tradingCost(price);
        const wanted = rule === "fixed" ? isFixedRoll(condor, -price, settings) : isThreatened(condor, market, date, settings); // prettier-ignore
        const defers = wanted && rule === "adaptive" && dayAhead(condor, size, market, date, hedge[index]) > cost; // prettier-ignore
        if (defers) deferred += 1;
        else if (wanted) {
          gain -= tradingCost(price);
          isRolled = true;
          rolls += 1;
        }
      }
    }
    if (index < last && (condor === undefined || isRolled)) {
      const least = isRolled ? settings.number("E01.RollMinDte") : 1;
      condor = openCondor(
        market,
        date,
        expirations.find((day) => day - date >= least),
        settings,
      );
      if (condor !== undefined) gain -= tradingCost(condor.credit);
    }
    const { price, theta } =
      condor === undefined ? { price: 0, theta: 0 } : condorPrice(condor, market, date);
    valueBefore = size * price;
    gains.push(gain);
    thetas.push(size * theta);
  });
  return { gains, thetas, rolls, deferred };
}

function openCondor(
  market: Market,
  date: number,
  day: number | undefined,
  settings: Settings,
): Condor | undefined {
  if (day === undefined) return undefined;
  const { longPut, shortPut, shortCall, longCall } = namingTheDay(market, () =>
    condorStrikes(market, { dte: day - date }, settings),
  );
  const legs: Condor["legs"] = [
    { kind: -1, strike: longPut, quantity: 1 },
    { kind: -1, strike: shortPut, quantity: -1 },
    { kind: 1, strike: shortCall, quantity: -1 },
    { kind: 1, strike: longCall, quantity: 1 },
  ];
  return { legs, day, credit: -condorPrice({ legs, day, credit: 0 }, market, date).price };
}

/** Points that one condor is worth to who holds it (negative: it costs that to close), and its theta a day. */
function condorPrice({ legs, day }: Condor, market: Market, date: number): { price: number; theta: number } {
  const [spot, rate, dividend] = [needed(market, "SPX"), needed(market, "Rate"), needed(market, "Yield")];
  const years = Math.max(day - date, 0) / DAYS_PER_YEAR;
  const forward = spot * Math.exp((rate - dividend) * years);
  let [price, theta] = [0, 0];
  for (const { kind, strike, quantity } of legs) {
    if (years === 0) price += quantity * blackScholesPrice(kind, spot, strike, 0, 0, rate, dividend);
    else {
      const vol = modelledSpxVol(market, strike, forward, years);
      const greeks = blackScholes(kind, spot, strike, years, vol, rate, dividend);
      price += quantity * greeks.price;
      theta += (quantity * greeks.theta) / DAYS_PER_YEAR;
    }
  }
  return { price, theta };
}

/** The fixed rule: a share of the credit earned, or a multiple of it lost. */
function isFixedRoll({ credit }: Condor, toClose: number, settings: Settings): boolean {
  return (
    (credit - toClose) / credit >= settings.number("E01.ProfitShare") ||
    toClose - credit >= settings.number("E02.LossMultiple") * credit
  );
}

/** Whether SPX stands within some standard deviations of a short strike, or beyond it. */
function isThreatened({ legs, day }: Condor, market: Market, date: number, settings: Settings): boolean {
  const spot = needed(market, "SPX");
  const years = (day - date) / DAYS_PER_YEAR;
  const move = spot * modelledSpxVol(market, spot, spot, years) * Math.sqrt(years);
  return legs.some(
    ({ kind, strike, quantity }) =>
      quantity < 0 && kind * (strike - spot) < settings.number("E06.Deviations") * move,
  );
}

/** What hedge and condors gain together when VIX rises by one standard deviation of a day, SPX by the regression. */
function dayAhead(
  condor: Condor,
  size: number,
  market: Market,
  date: number,
  hedge: HedgeRow | undefined,
): number {
  const [vix, vvix] = [needed(market, "VIX"), needed(market, "VVIX")];
  const rise = (vix * vvix) / 100 / Math.sqrt(TRADING_DAYS);
  const spx = needed(market, "SPX") * (1 + rise / (100 * spotVixBeta(market)));
  const numbers = new Map<MarketNumber, number>(market.numbers).set("VIX", vix + rise).set("SPX", spx);
  const futures = market.futures.map((future) => ({ ...future, price: future.price + vxBeta(future.days ?? 0) * rise })); // prettier-ignore
  const shocked: Market = { ...market, numbers, futures };
  const holdings = hedge?.holdings ?? [];
  return (
    hedgeValue(holdings, shocked) -
    hedgeValue(holdings, market) +
    size * (condorPrice(condor, shocked, date).price - condorPrice(condor, market, date).price)
  );
}

const TRADING_DAYS = 252;
