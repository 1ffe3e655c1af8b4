/** What the hedge really cost and paid, over a history. */

import { backtestTable } from "../alvh/backtest";
import { costAuditTable } from "../alvh/costAudit";
import type { Range } from "../alvh/cellValue";
import { readHistory } from "../alvh/history";
import type { Table } from "../alvh/netTables";
import { settingsInForce, type Preset } from "../alvh/presets";
import type { Settings } from "../alvh/settings";
import { optionalRange, scalar } from "./support/arguments";
import { cell } from "./support/cell";
import { remembered } from "./support/remembered";

/**
 * What a preset's hedge cost and paid over real history, year by year, and whether 1.2-2.1% a year holds. Option prices are modelled.
 * @customfunction COSTAUDIT
 * @param [history] Columns Date, SPX, VIX, VIX open, VVIX, VX1.., Rate; a row a day or month. Omitted: the built-in 2006-2022.
 * @param [preset] Reading of the rules: 442 (default), S0_PYRAMID, S3_FRONT, S4_TEMPORAL, SITE_PCT, VXTH and others.
 * @param [settings] Names and values laid over the preset, such as Audit.Condors, Audit.HalfSpread or B24.NAV.
 * @returns A row a year and the total in dollars and as shares of each base, verdicts, VIX thresholds, notes on what is modelled.
 * @example =ALVH.COSTAUDIT()
 */
export function costAudit(history?: any[][], preset?: any, settings?: any[][]): any[][] {
  return cell(() => {
    const inForce = settingsInForce(scalar(preset), optionalRange(settings));
    return remembered(costAuditOf, optionalRange(history), inForce.settings, inForce.preset);
  });
}

/**
 * Condors through a history, alone and with a preset's hedge: return, drawdown, net theta, rolls by the fixed and adaptive rules.
 * @customfunction BACKTEST
 * @param [history] Columns Date, SPX, VIX, VIX open, VVIX, VX1.., Rate; daily rows show rolls. Omitted: the built-in 2006-2022.
 * @param [preset] Reading of the rules: 442 (default), S0_PYRAMID, S3_FRONT, S4_TEMPORAL, SITE_PCT, VXTH and others.
 * @param [settings] Names and values laid over the preset, such as Audit.Condors, Condor.ShortDelta or E01.ProfitShare.
 * @returns A header, a row for each strategy, notes on what is modelled. Option prices are modelled, not observed.
 * @example =ALVH.BACKTEST()
 */
export function backtest(history?: any[][], preset?: any, settings?: any[][]): any[][] {
  return cell(() => {
    const inForce = settingsInForce(scalar(preset), optionalRange(settings));
    return remembered(backtestOf, optionalRange(history), inForce.settings, inForce.preset);
  });
}

function costAuditOf(history: Range | undefined, settings: Settings, preset: Preset): Table {
  return costAuditTable(readHistory(history, settings), settings, preset);
}

function backtestOf(history: Range | undefined, settings: Settings, preset: Preset): Table {
  return backtestTable(readHistory(history, settings), settings, preset);
}
