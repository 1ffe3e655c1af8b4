import { neutraliseText } from "../../../alvh/neutraliseText";
import { overridesOf, type RuleEntry } from "../../ruleLog";
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
        roomTitle(entry),
        entry.rule,
        entry.verdict,
        shownInputs(entry),
        entry.inputHash,
        ...(["decision", "reason", "at"] as const).map((part) =>
          overridesOf(entry)
            .map((override) => (part === "at" ? shownMoment(override.at) : override[part]))
            .join("; "),
        ),
      ].map(neutraliseText),
    ),
  ];
}

/** A workbook of a newer version may have a room that is not known here. */
export function roomTitle({ room }: RuleEntry): string {
  return Object.hasOwn(pane.rooms, room) ? pane.rooms[room].title : room;
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
