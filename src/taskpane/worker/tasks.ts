import { backtestTable } from "../../alvh/backtest";
import type { CellValue } from "../../alvh/cellValue";
import { costAuditTable } from "../../alvh/costAudit";
import { readHistory, type History } from "../../alvh/history";
import { settingsInForce, type Preset } from "../../alvh/presets";
import type { Settings } from "../../alvh/settings";
import { computePictures, type Pictures, type PicturesInput } from "../rooms/scenario/computePictures";

/** What COSTAUDIT and BACKTEST take, as cells. */
export interface AuditInput {
  /** Undefined: the built-in history. */
  readonly history: CellValue[][] | undefined;
  readonly preset: string;
  /** Names and values laid over the preset. */
  readonly settings: CellValue[][];
}

/** Long work by its name. Each task is a generator that yields the share done: between two yields it can be stopped. */
export interface Tasks {
  scenarioPictures: { input: PicturesInput; result: Pictures };
  costAudit: { input: AuditInput; result: (string | number)[][] };
  backtest: { input: AuditInput; result: (string | number)[][] };
}

export type TaskName = keyof Tasks;

export const tasks: {
  readonly [Name in TaskName]: (input: Tasks[Name]["input"]) => Generator<number, Tasks[Name]["result"]>;
} = {
  scenarioPictures: computePictures,
  costAudit: (input) => audit(input, costAuditTable),
  backtest: (input) => audit(input, backtestTable),
};

/** An audit is one piece of work: who stops it stops the worker. */
function* audit(
  { history, preset, settings }: AuditInput,
  table: (history: History, settings: Settings, preset: Preset) => (string | number)[][],
): Generator<number, (string | number)[][]> {
  const inForce = settingsInForce(preset, settings);
  const past = readHistory(history, inForce.settings);
  yield 0.1;
  return table(past, inForce.settings, inForce.preset);
}
