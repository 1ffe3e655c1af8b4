import type { CellValue } from "../../../alvh/cellValue";
import { strings } from "../../strings/plan";

/** What HEDGECHECK says of one rule, as the rule log keeps it. */
export interface CheckVerdict {
  /** Row and name, such as "B10 net theta". */
  readonly rule: string;
  /** The verdict's word, what the book has, and the target: "FAIL: -12.5, target 0 ($/day, …)". */
  readonly verdict: string;
  readonly isPass: boolean;
}

/** The rows of HEDGECHECK that give a verdict; the others only tell a figure. */
export function checkVerdicts(table: readonly (readonly CellValue[])[]): CheckVerdict[] {
  return table
    .slice(1)
    .map(([check, actual, target, word, unit]) => ({
      rule: logText(check),
      word: logText(word),
      found: strings.log.found(logText(actual), logText(target), logText(unit)),
    }))
    .filter(({ word }) => word !== "")
    .map(({ rule, word, found }) => ({ rule, verdict: `${word}: ${found}`, isPass: word === "PASS" }));
}

/** A log travels with its workbook: its figures are written alike for every reader. */
function logText(value: CellValue): string {
  return typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value ?? "");
}
