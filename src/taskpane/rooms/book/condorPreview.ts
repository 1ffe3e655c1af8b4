import type { CellValue, Range } from "../../../alvh/cellValue";
import { condorStrikes } from "../../../alvh/condorStrikes";
import { condorSummaryTable } from "../../../alvh/condorSummary";
import { condorBookTable } from "../../../alvh/condorTables";
import { readMarket } from "../../../alvh/market";
import { settingsInForce } from "../../../alvh/presets";
import { condorSettings, type CondorFields } from "./condorForm";
import type { SettingValue } from "../../../alvh/settings";

/** What a condor would be, at model prices: what the cells written for it will say. */
export interface CondorPreview {
  /** "SPXW 2022-03-18", or the days where no expiration is listed then. */
  readonly expiry: string;
  /** Index points, from the lowest to the highest. */
  readonly strikes: readonly [longPut: number, shortPut: number, shortCall: number, longCall: number];
  /** Points per condor. */
  readonly credit: number;
  readonly maxLoss: number;
  /** Dollars, all condors. */
  readonly creditDollars: number;
  readonly maxLossDollars: number;
  readonly margin: number;
  /** SPX at expiry. */
  readonly breakEvens: readonly [down: number | undefined, up: number | undefined];
  /** Share of 1; a sentence where the market's skew allows none. */
  readonly profitChance: number | string;
  /** Dollars per calendar day, all condors. */
  readonly thetaPerDay: number;
  /** Why the wings are wider than asked for; "" where they are not. */
  readonly wideningNote: string;
  /** Whether the market gives the vol of SPX, or VIX stands in for it. */
  readonly isVolGiven: boolean;
}

/** The condor that the fields ask for. It throws the sentence that the cells would show. */
export function condorPreview(
  market: Range,
  fields: CondorFields,
  changed: Readonly<Record<string, SettingValue>>,
): CondorPreview {
  const conditions = readMarket(market);
  const { settings } = settingsInForce(null, condorSettings(fields, changed));
  const { dte, quantity } = fields;
  const wish = { dte };
  const strikes = condorStrikes(conditions, wish, settings);
  const summary = new Map<CellValue, CellValue>(
    condorSummaryTable(condorBookTable(conditions, wish, quantity, settings), market, settings).map(
      ([name, value]) => [name, value],
    ),
  );
  const figure = (name: string): number => {
    const value = optional(summary, name);
    if (value === undefined) throw new Error(`the summary of a condor has no figure ${name}`);
    return value;
  };
  const credit = figure("Credit at mid");
  return {
    expiry: `${strikes.expiry.symbol} ${String(summary.get("Expiry"))}`,
    strikes: [strikes.longPut, strikes.shortPut, strikes.shortCall, strikes.longCall],
    credit,
    maxLoss: figure("Max loss"),
    creditDollars: credit * DOLLARS_PER_POINT * quantity,
    maxLossDollars: figure("Max loss $"),
    margin: figure("Margin"),
    breakEvens: [optional(summary, "Break-even down"), optional(summary, "Break-even up")],
    profitChance: summary.get("Probability of profit") as number | string,
    thetaPerDay: figure("Theta"),
    wideningNote: strikes.widening.note,
    isVolGiven: conditions.numbers.has("SPXVol"),
  };
}

/** An SPX option is for 100 times the index. */
const DOLLARS_PER_POINT = 100;

function optional(summary: ReadonlyMap<CellValue, CellValue>, name: string): number | undefined {
  const value = summary.get(name);
  return typeof value === "number" ? value : undefined;
}
