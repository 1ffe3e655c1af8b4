import { neutraliseText } from "../../../alvh/neutraliseText";
import type { RuleEntry } from "../../ruleLog";
import { strings as pane } from "../../strings/pane";
import { strings } from "../../strings/log";

/** The log as a table with a header, as files and sheets take it: nothing in it can be taken for a formula. */
export function logTable(entries: readonly RuleEntry[]): string[][] {
  return [
    strings.columns,
    ...entries.map((entry) =>
      [
        shownMoment(entry.at),
        entry.asOf,
        pane.rooms[entry.room].title,
        entry.rule,
        entry.verdict,
        shownInputs(entry),
        entry.inputHash,
        entry.override?.decision ?? "",
        entry.override?.reason ?? "",
        entry.override === undefined ? "" : shownMoment(entry.override.at),
      ].map(neutraliseText),
    ),
  ];
}

export function shownInputs({ inputs }: RuleEntry): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
}

/** "2026-11-21 06:45:10" of an ISO moment. */
export function shownMoment(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}
