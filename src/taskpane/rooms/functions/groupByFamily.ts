import { strings } from "../../strings/functions";
import type { FunctionEntry } from "./searchFunctions";

/** The functions of one family under its title. */
export interface FamilyGroup {
  family: string;
  title: string;
  entries: FunctionEntry[];
}

/** Families in the order of their titles in strings.ts, a trader's order; a family without a title comes last. */
export function groupByFamily(entries: readonly FunctionEntry[]): FamilyGroup[] {
  const titles = strings.families;
  const families = new Set([...Object.keys(titles), ...entries.map(({ family }) => family)]);
  return [...families]
    .map((family) => ({
      family,
      title: titles[family] ?? family,
      entries: entries.filter((entry) => entry.family === family),
    }))
    .filter((group) => group.entries.length > 0);
}
