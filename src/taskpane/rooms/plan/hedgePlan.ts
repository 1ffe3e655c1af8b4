import type { CellValue, Range } from "../../../alvh/cellValue";
import { countCondors } from "../../../alvh/countCondors";
import { hedgeCheckTable } from "../../../alvh/hedgeCheck";
import { layerPlanTable } from "../../../alvh/layerPlanTable";
import { readMarket } from "../../../alvh/market";
import { settingsInForce } from "../../../alvh/presets";
import type { SettingValue } from "../../../alvh/settings";
import { InputError, NoSolutionError } from "../../../core/errors";

/** A table, or the sentence that a cell would show in its place. */
export type TableOrProblem = { readonly table: CellValue[][] } | { readonly problem: string };

/** LAYER's plan as the pane shows it: what to hold first, the notes apart. */
export type LayersOrProblem =
  { readonly table: CellValue[][]; readonly notes: readonly string[] } | { readonly problem: string };

/** Changed settings by name. */
export type ChangedSettings = Readonly<Record<string, SettingValue>>;

/** LAYER(book, preset, market, settings), its columns in the order in which a trader asks. */
export function hedgeLayers(
  book: Range,
  market: Range,
  preset: string,
  changed: ChangedSettings,
): LayersOrProblem {
  return orProblem(() => {
    const inForce = settingsInForce(preset, settingRows(changed));
    const conditions = readMarket(market);
    const [header = [], ...rows] = layerPlanTable(
      countCondors(book, conditions),
      inForce.settings,
      conditions,
      inForce.preset.warning,
    );
    const at = (name: string): number => {
      const column = header.indexOf(name);
      if (column < 0) throw new Error(`the plan has no column ${name}`);
      return column;
    };
    const places = SHOWN.map(at);
    const notes = at("Notes");
    const isLayer = (row: CellValue[]): boolean => row[at("Contracts")] !== "" || row[0] === "Total";
    return {
      table: [[...SHOWN], ...rows.filter(isLayer).map((row) => places.map((place) => row[place]))],
      notes: notesOf(rows.map((row) => [String(row[0]), String(row[notes])])),
    };
  });
}

/** HEDGECHECK(book, market, settings). */
export function hedgeChecks(
  book: Range,
  market: Range,
  preset: string,
  changed: ChangedSettings,
): TableOrProblem {
  return orProblem(() => ({
    table: hedgeCheckTable(book, market, settingsInForce(preset, settingRows(changed)).settings),
  }));
}

/** Changed settings as a settings range. */
export function settingRows(changed: ChangedSettings): [string, SettingValue][] {
  return Object.entries(changed);
}

const SHOWN = [
  "Layer",
  "Contracts",
  "Underlying",
  "Kind",
  "Strike",
  "Expiry",
  "Delta",
  "Premium $",
  "Theta $/day",
  "VIX01 $/VIX pt",
  "Cost $/year",
  "Price",
  "DTE window",
];

/** Each note once, with the lines it is about before it. */
function notesOf(rows: readonly (readonly [line: string, note: string])[]): string[] {
  const lines = new Map<string, string[]>();
  for (const [line, note] of rows) {
    if (note !== "") lines.set(note, [...(lines.get(note) ?? []), line]);
  }
  return [...lines].map(([note, about]) => `${about.join(", ")}: ${note}`);
}

function orProblem<Result>(compute: () => Result): Result | { readonly problem: string } {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof NoSolutionError)) throw error;
    // The form has no rows.
    return { problem: error.message.replace(/^settings row \d+, /, "") };
  }
}
