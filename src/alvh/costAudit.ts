import { DAYS_PER_YEAR } from "../core/units";
import { contractTerms } from "./contracts";
import { civilDate, formatIsoDate } from "./dates";
import { basesOf, hedgeHistory, hedgePlans, type Bases, type HedgeRow } from "./hedgeHistory";
import type { History } from "./history";
import type { Table } from "./netTables";
import type { Preset } from "./presets";
import type { Settings } from "./settings";

/** A span of history: what the hedge cost and paid in it, dollars. */
interface Span {
  readonly name: string;
  readonly days: number;
  readonly rolls: number;
  readonly spent: number;
  readonly collected: number;
  readonly received: number;
  readonly costs: number;
  readonly gain: number;
  /** The condors' notional, averaged over its days. */
  readonly notional: number;
}

/** A span shorter than this many days is no year, and neither its worst nor its best. */
const WHOLE_YEAR = 330;

/**
 * What the hedge of a preset really cost and paid: a row for each calendar year, the total, the worst and the best year,
 * the verdict on the band for each base, the net return by VIX threshold, and notes on what is modelled.
 */
export function costAuditTable(history: History, settings: Settings, preset: Preset): Table {
  const planAt = hedgePlans(history, settings);
  const rows = hedgeHistory(history, settings, planAt);
  const years = spansByYear(history, rows, settings);
  const total = spanOf("Total", history, rows, settings, () => true);
  const bases = basesOf(settings);
  const whole = years.filter(({ days }) => days >= WHOLE_YEAR);
  const byGain = [...whole].sort((a, b) => a.gain - b.gain);
  const [worst, best] = [byGain[0], byGain.at(-1)];
  const line = (...cells: (string | number)[]): (string | number)[] =>
    Array.from({ length: HEADER.length }, (_, index) => cells[index] ?? "");
  return [
    HEADER,
    ...years.map((span) => spanRow(span, bases, 1)),
    spanRow(total, bases, 1),
    spanRow({ ...total, name: "Per year of 365 days" }, bases, DAYS_PER_YEAR / total.days),
    ...(worst === undefined ? [] : [spanRow({ ...worst, name: `Worst year: ${worst.name}` }, bases, 1)]),
    ...(best === undefined ? [] : [spanRow({ ...best, name: `Best year: ${best.name}` }, bases, 1)]),
    ...verdicts(total, whole, bases, settings).map(([name, text]) => line(name, text)),
    line(`${bandText(settings)} holds for a base of`, fittingBase(total, settings)),
    line("VIX threshold (points)", "Rolls", "Net $/year", "Net % a year of the premium held, simple"),
    ...thresholdRows(history, settings, planAt).map((cells) => line(...cells)),
    ...auditNotes(history, settings, preset).map((note) => line("Note", note)),
  ];
}

/** What in an audit is modelled and not observed, and on which figures it stands. */
export function auditNotes(history: History, settings: Settings, { name, warning }: Preset): string[] {
  const { nav, riskCapital, margin } = basesOf(settings);
  const [first, last] = [history.rows[0]?.date ?? 0, history.rows.at(-1)?.date ?? 0];
  const figure = (setting: string): number => settings.number(setting);
  return [
    `as of ${formatIsoDate(last)}, from ${formatIsoDate(first)}, ${history.rows.length} rows; preset ${name}, ${figure("Audit.Condors")} condors all through, not compounded`,
    ...(warning === undefined ? [] : [warning]),
    ...history.notes,
    `modelled: VIX option prices, Black-76 on the VX curve, vol from VVIX and days, skew ${figure("Audit.VIXSkew")}; how much dearer calls far out were is on no record`,
    `modelled: half-spread ${figure("Audit.HalfSpread")} points a VIX option, fees ${figure("Audit.Fees")} $ a contract; beyond its last future the curve is flat; a fund's share is the 30-day future`,
    `modelled: ${history.isDaily ? "weekly contracts from 2015-10-08 in layers that settle, else monthly ones" : "monthly contracts only"}; a layer whose window holds none takes the nearest`,
    `NAV ${nav} $, risk capital ${riskCapital} $: B24.NAV and A08.RiskCapital, else from the condors' margin ${margin} $ at Condor.Width`,
  ];
}

const HEADER = [
  "Year",
  "Days",
  "Rolls",
  "Premium spent $",
  "Premium collected $",
  "Payoff received $",
  "Half-spreads and fees $",
  "Net $",
  "Cost % of NAV",
  "Cost % of risk capital",
  "Cost % of condor notional",
];

function spanRow(span: Span, { nav, riskCapital }: Bases, scale: number): (string | number)[] {
  const dollars = [span.spent, span.collected, span.received, span.costs, span.gain];
  const cost = -100 * scale * span.gain;
  return [
    span.name,
    scale === 1 ? span.days : DAYS_PER_YEAR,
    scale * span.rolls,
    // Adding 0 turns -0, which some hosts show with its sign, into 0.
    ...dollars.map((figure) => scale * figure + 0),
    cost / nav + 0,
    cost / riskCapital + 0,
    cost / span.notional + 0,
  ];
}

function spansByYear(history: History, rows: readonly HedgeRow[], settings: Settings): Span[] {
  const yearOf = (index: number): number => civilDate(history.rows[index]?.date ?? 0).year;
  const years = new Set(history.rows.map((_, index) => yearOf(index)));
  return [...years].map((year) => spanOf(String(year), history, rows, settings, (index) => yearOf(index) === year)); // prettier-ignore
}

function spanOf(
  name: string,
  history: History,
  rows: readonly HedgeRow[],
  settings: Settings,
  holds: (index: number) => boolean,
): Span {
  const span = { name, days: 0, rolls: 0, spent: 0, collected: 0, received: 0, costs: 0, gain: 0 };
  let [spx, count] = [0, 0];
  rows.forEach((row, index) => {
    if (!holds(index)) return;
    for (const key of ["days", "rolls", "spent", "collected", "received", "costs", "gain"] as const) {
      span[key] += row[key];
    }
    spx += history.rows[index]?.spx ?? 0;
    count += 1;
  });
  const units = settings.number("Audit.Condors") * contractTerms("SPX").multiplier;
  return { ...span, notional: (units * spx) / count };
}

/** For each base: the cost a year, whether it lies in the band, and in how many years it did. */
function verdicts(total: Span, whole: readonly Span[], bases: Bases, settings: Settings): [string, string][] {
  const [low, high] = [settings.number("C11.Low"), settings.number("C11.High")];
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
  const costs: [string, (span: Span) => number][] = [
    ["NAV", (span) => -span.gain / bases.nav],
    ["risk capital", (span) => -span.gain / bases.riskCapital],
    ["condor notional", (span) => -span.gain / span.notional],
  ];
  return costs.map(([base, costOf]) => {
    const cost = (costOf(total) * DAYS_PER_YEAR) / total.days;
    const place = cost < low ? "below" : cost > high ? "above" : "inside";
    const inside = whole.filter((span) => costOf(span) >= low && costOf(span) <= high).length;
    return [
      `${bandText(settings)} of ${base}?`,
      `${place}: ${percent(cost)} a year over the whole history; ${inside} of ${whole.length} whole years inside`,
    ];
  });
}

/** A cost is a share of something: how large that has to be for the band to hold. */
function fittingBase({ gain, days }: Span, settings: Settings): string {
  const cost = (-gain * DAYS_PER_YEAR) / days;
  if (cost <= 0) return "none: the hedge earned";
  const dollars = (share: number): string => (share > 0 ? `${Math.round(cost / share)} $` : "any size");
  return `${dollars(settings.number("C11.High"))} to ${dollars(settings.number("C11.Low"))}, for ${settings.number("Audit.Condors")} condors`;
}

function bandText(settings: Settings): string {
  const percent = (name: string): string => (100 * settings.number(name)).toFixed(1);
  return `${percent("C11.Low")}-${percent("C11.High")}%`;
}

/** The hedge bought only from a level of VIX up: what it returned a year on the premium it held. */
function thresholdRows(
  history: History,
  settings: Settings,
  planAt: ReturnType<typeof hedgePlans>,
): (string | number)[][] {
  const [from, step] = [settings.number("D17.TableFrom"), settings.number("D17.TableStep")];
  return Array.from({ length: THRESHOLDS }, (_, index) => {
    const threshold = from + index * step;
    const rows = hedgeHistory(history, settings.with(new Map([["D17.Threshold", threshold]])), planAt);
    const days = rows.reduce((sum, row) => sum + row.days, 0);
    const gain = rows.reduce((sum, row) => sum + row.gain, 0);
    // A row's holding stands until the next row.
    const dollarDays = rows.reduce((sum, row, n) => sum + row.held * (rows[n + 1]?.days ?? 0), 0);
    const rolls = rows.reduce((sum, row) => sum + row.rolls, 0);
    const perYear = (gain * DAYS_PER_YEAR) / days;
    const onPremium = dollarDays > 0 ? (100 * gain * DAYS_PER_YEAR) / dollarDays : "";
    return [threshold, rolls, perYear + 0, onPremium];
  });
}

const THRESHOLDS = 5;
