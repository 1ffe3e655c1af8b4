import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";

/**
 * Every row of docs/rulebook.csv: the rules and numbers of the source texts.
 * @typedef {{ id: string, kind: "N" | "R" | "T" | "X", functions: string[], rule: string }} RulebookRow
 * @returns {RulebookRow[]}
 */
export function rulebookRows() {
  const text = readFileSync(join(import.meta.dirname, "../docs/rulebook.csv"), "utf8");
  const { data, errors } = Papa.parse(text, { header: true, comments: "#", skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`docs/rulebook.csv row ${errors[0].row}: ${errors[0].message}`);
  return data.map(({ id, kind, functions, rule }) => ({
    id,
    kind,
    functions: functions.split(" ").filter((name) => name !== ""),
    rule,
  }));
}
