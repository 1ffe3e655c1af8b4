import type { CellValue, Range } from "../../../alvh/cellValue";
import { settingsInForce } from "../../../alvh/presets";
import { rollCostTable } from "../../../alvh/rollCost";
import { rollTable } from "../../../alvh/rollDecision";
import { asOfIn, settingRows, type ChangedSettings } from "../plan/hedgePlan";

/** What ROLL and ROLLCOST say of a book and a candidate, in the parts that the pane shows. */
export interface RollOutcome {
  /** ROLL, DEFER, HEDGE or CLOSE. */
  readonly verdict: string;
  /** The question that decided, by its number in the list, and why its answer is yes. */
  readonly question: string;
  readonly reason: string;
  readonly fixed: { readonly verdict: string; readonly reason: string };
  /** Moment of the market's quotes; undefined where it is not said. */
  readonly asOf: string | undefined;
  /** Rows of ROLL: rule, value, limit, says, reason. */
  readonly questions: readonly CellValue[][];
  readonly rules: readonly CellValue[][];
  readonly notes: readonly string[];
  /** Rows of ROLLCOST: figure, value, unit. */
  readonly costs: readonly CellValue[][];
  /** Rows that ROLL and ROLLCOST spill, headers included. */
  readonly spilled: { readonly roll: number; readonly cost: number };
}

/** It throws the sentence that the cells would show. */
export function rollOutcome(
  book: Range,
  market: Range,
  candidate: Range,
  preset: string,
  changed: ChangedSettings,
): RollOutcome {
  const { settings } = settingsInForce(preset, settingRows(changed));
  const [header = [], ...rows] = rollTable(book, market, candidate, settings);
  const [, ...costRows] = rollCostTable(book, market, candidate, settings);
  const rowOf = (name: string): CellValue[] => {
    const found = rows.find(([rule]) => String(rule).startsWith(name));
    if (found === undefined) throw new Error(`ROLL has no row ${name}`);
    return found;
  };
  const isQuestion = ([rule]: readonly CellValue[]): boolean => /^\d+ /.test(String(rule));
  const isNote = ([rule]: readonly CellValue[]): boolean => rule === "Note";
  const questions = rows.filter(isQuestion);
  const [verdict, fixed] = [rowOf("Verdict"), rowOf("Fixed")];
  const decisive = questions.find(([, , , says]) => says !== "");
  return {
    verdict: String(verdict[1]),
    question: String(decisive?.[0] ?? ""),
    reason: String(decisive?.[4] ?? ""),
    fixed: { verdict: String(fixed[1]), reason: String(fixed[4]) },
    asOf: asOfIn(header[4]),
    questions,
    rules: rows.filter((row) => row !== verdict && row !== fixed && !isQuestion(row) && !isNote(row)),
    notes: [
      ...rows.filter(isNote).map((row) => String(row[4])),
      ...costRows.filter(isNote).map((row) => String(row[2])),
    ],
    costs: costRows.filter((row) => !isNote(row)),
    spilled: { roll: rows.length + 1, cost: costRows.length + 1 },
  };
}
