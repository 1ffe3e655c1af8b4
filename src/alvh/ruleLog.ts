import { InputError } from "../core/errors";
import type { CellValue, Range } from "./cellValue";

/** What a rule said, on which inputs, and what was done instead where somebody overrode it (F08). */
export interface RuleLogEntry {
  /** Date and time of the market, ISO text. */
  readonly asOf: string;
  /** Row of the rulebook: "B10". */
  readonly rule: string;
  readonly verdict: string;
  /** Fingerprint of every cell that the rule read: the same inputs have the same one. */
  readonly inputs: string;
  /** Blank where the rule was followed. */
  readonly override: string;
  /** Why it was overridden: never blank beside an override. */
  readonly reason: string;
}

/** An entry of the log; an override without a reason is refused. */
export function ruleLogEntry(
  fired: { asOf: string; rule: string; verdict: string; inputs: readonly Range[] },
  override = "",
  reason = "",
): RuleLogEntry {
  const [instead, why] = [override.trim(), reason.trim()];
  if (instead !== "" && why === "") {
    throw new InputError("reason", `reason is blank: say why ${fired.rule} is overridden (${instead})`);
  }
  const { asOf, rule, verdict } = fired;
  return { asOf, rule, verdict, inputs: fingerprint(fired.inputs), override: instead, reason: why };
}

/** The log as a table, oldest first, to export. */
export function ruleLogTable(entries: readonly RuleLogEntry[]): string[][] {
  return [
    ["As of", "Rule", "Verdict", "Inputs", "Override", "Reason"],
    ...entries.map(({ asOf, rule, verdict, inputs, override, reason }) => [
      asOf,
      rule,
      verdict,
      inputs,
      override,
      reason,
    ]),
  ];
}

/** FNV-1a, 32 bits, over the cells of all ranges: eight hexadecimal digits. Blank cells count, whatever Excel calls them. */
export function fingerprint(ranges: readonly Range[]): string {
  return fnv1a(JSON.stringify(ranges.map((range) => range.map((row) => row.map(written)))));
}

/** Fowler, Noll and Vo (1991), on the low byte of each UTF-16 unit and on its high byte where it has one. */
export function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    if (unit > 0xff) hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function written(cell: CellValue): CellValue {
  return cell ?? "";
}
