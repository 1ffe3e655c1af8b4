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
  | {
      readonly table: CellValue[][];
      readonly notes: readonly string[];
      /** Moment of the market's quotes; undefined where it is not said. */
      readonly asOf: string | undefined;
    }
  | { readonly problem: string };

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
    const notes = header.length - 1;
    const isLayer = (row: CellValue[]): boolean => row[at("Contracts")] !== "" || row[0] === "Total";
    return {
      table: [[...SHOWN], ...rows.filter(isLayer).map((row) => places.map((place) => row[place]))],
      asOf: asOfIn(header[notes]),
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

/** The moment that the heading of a last column gives: "Notes, as of 2022-02-04 16:15". */
export function asOfIn(heading: CellValue): string | undefined {
  return / as of (.*)$/.exec(String(heading ?? ""))?.[1];
}

/** A note a line; remarks that several lines share are told once, before the others. */
function notesOf(rows: readonly (readonly [line: string, note: string])[]): string[] {
  const remarks = rows.map(([line, note]) => ({ line, parts: note.split(BETWEEN_REMARKS) }));
  const linesOf = (part: string): string[] =>
    remarks.filter(({ parts }) => parts.includes(part)).map(({ line }) => line);
  const all = new Set(remarks.flatMap(({ parts }) => parts).filter((part) => part !== ""));
  const shared = [...all].filter((part) => linesOf(part).length > 1);
  return [
    ...shared.map((part) => `${linesOf(part).join(", ")}: ${part}`),
    ...remarks.flatMap(({ line, parts }) => {
      const own = parts.filter((part) => part !== "" && !shared.includes(part));
      return own.length === 0 ? [] : [`${line}: ${own.join("; ")}`];
    }),
  ];
}

// A semicolon within brackets belongs to its remark.
const BETWEEN_REMARKS = /; (?![^(]*\))/;

function orProblem<Result>(compute: () => Result): Result | { readonly problem: string } {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof NoSolutionError)) throw error;
    // The form has no rows.
    return { problem: error.message.replace(/^settings row \d+, /, "") };
  }
}
