import { SETTINGS } from "../../../alvh/settings";
import type { Block } from "../../../workbook/putOnSheet";
import { numberFormats } from "../../../workbook/starter/numberFormats";
import type { CellDefinition, ValidationDefinition } from "../../../workbook/workbookDefinition";
import { settingValidation } from "../book/condorBlock";
import { settingRows, type ChangedSettings } from "../plan/hedgePlan";
import { settingNote } from "../plan/settingNote";
import type { RollForm } from "./rollForm";
import { strings } from "../../strings/roll";

/** What stands in the formulas, as it is written there, and how many rows each table spills. */
export interface RollBlockInput {
  readonly book: string;
  readonly market: string;
  /** A range of legs, or what CONDOR.BOOK is to build. */
  readonly candidate:
    string | (Pick<RollForm, "days" | "shortDelta" | "width"> & { readonly quantity: number });
  readonly rsi: number | undefined;
  readonly preset: string;
  readonly changed: ChangedSettings;
  /** Names for the settings and for a candidate that is built, free in the workbook. */
  readonly settingsName: string;
  readonly candidateName: string;
  readonly spilled: { readonly roll: number; readonly cost: number };
}

/**
 * The roll as a sheet of live formulas: the candidate from blue cells, the settings as a small table, and ROLL, ROLLCOST
 * and REBALANCE over the book and the market.
 */
export function rollBlock(input: RollBlockInput): Block {
  const { book, market, candidate, rsi, preset, changed, settingsName, candidateName, spilled } = input;
  const text = strings.sheet;
  const isBuilt = typeof candidate !== "string";
  const inputs: Input[] = [
    ...(isBuilt
      ? [
          { words: text.days, value: candidate.days, limits: [1, 3650] as const },
          { words: text.quantity, value: candidate.quantity, limits: [0.01, 1e7] as const },
          { words: text.shortDelta, value: candidate.shortDelta, limits: [0, 0.49] as const },
          { words: text.width, value: candidate.width, limits: [0, 5000] as const },
        ]
      : []),
    { words: text.rsi, value: rsi, limits: [0, 100] as const },
  ];
  const rsiCell = `B${INPUTS + inputs.length - 1}`;
  const settings = settingRows(changed).map(([name, value]) => ({
    name,
    value,
    definition: SETTINGS.find((definition) => definition.name === name),
  }));
  const settingsTop = INPUTS + inputs.length + 2;
  const firstSetting = settingsTop + 2;
  // Blank rows below, which the functions skip: what is typed there counts at once.
  const lastSetting = firstSetting + settings.length + SPARE_ROWS - 1;
  const legsTop = lastSetting + 3;
  const costTop = (isBuilt ? legsTop + LEGS_ROWS : lastSetting) + 3;
  const rollTop = costTop + spilled.cost + SPARE_ROWS;
  const rebalanceTop = rollTop + spilled.roll + SPARE_ROWS;
  const legs = isBuilt ? `A${legsTop}:G${legsTop + LEGS_ROWS - 1}` : candidate;
  const tail = `${book}, ${market}, ${legs}, ${settingsName}`;
  return {
    sheetName: text.name,
    columnWidths: [330, 130, 110, 110, 100, 110, 90, 90, 90],
    cells: [
      { at: "A1", value: text.title, style: "title" },
      { at: "A2", value: text.live(book, market), style: "note" },
      { at: "A4", value: text.verdict, style: "answer" },
      { at: "B4", formula: `=B${rollTop + 1}`, style: "result", align: "Right" },
      { at: "C4", formula: `=E${rollTop + 1}`, style: "note", indent: true },
      { at: "A5", value: text.fixed, style: "answer" },
      { at: "B5", formula: `=B${rollTop + 2}`, style: "result", align: "Right" },
      { at: "C5", formula: `=E${rollTop + 2}`, style: "note", indent: true },
      { at: "A6", value: text.rebalance, style: "answer" },
      { at: "B6", formula: `=B${rebalanceTop + 1}`, style: "result", align: "Right" },
      { at: "C6", formula: `=E${rebalanceTop + 1}`, style: "note", indent: true },

      { at: `A${INPUTS - 1}`, value: text.candidate, style: "section" },
      ...(isBuilt
        ? []
        : [
            {
              at: `C${INPUTS - 1}`,
              value: text.range(candidate),
              style: "note" as const,
              indent: true as const,
            },
          ]),
      ...inputs.flatMap(({ words: [label, unit], value }, index) =>
        inputRow(INPUTS + index, label, value, unit),
      ),

      { at: `A${settingsTop - 1}`, value: text.settings, style: "section" },
      { at: `C${settingsTop - 1}`, value: text.settingsNote(settingsName), style: "note", indent: true },
      ...text.settingsHeader.map((title, column): CellDefinition => ({
        at: `${"ABC"[column]}${settingsTop}`,
        value: title,
        style: "header",
        ...(column === 1 ? { align: "Right" } : {}),
        ...(column === 2 ? { indent: true } : {}),
      })),
      ...inputRow(settingsTop + 1, text.preset[0], preset, text.preset[1]),
      ...settings.flatMap(({ name, value, definition }, index) => [
        { at: `A${firstSetting + index}`, value: name, style: "input" as const },
        ...inputRow(
          firstSetting + index,
          undefined,
          value,
          definition === undefined ? "" : settingNote(definition),
        ),
      ]),

      ...(isBuilt
        ? [
            {
              at: `A${legsTop}`,
              formula: `=ALVH.CONDOR.BOOK(${market}, B${INPUTS}, B${INPUTS + 1}, B${INPUTS + 2}, B${INPUTS + 3}, ${settingsName})`,
            },
          ]
        : []),
      { at: `A${costTop - 1}`, value: text.cost, style: "section" },
      { at: `A${costTop}`, formula: `=ALVH.ROLLCOST(${tail})` },
      { at: `A${rollTop - 1}`, value: text.roll, style: "section" },
      { at: `A${rollTop}`, formula: `=ALVH.ROLL(${tail})` },
      { at: `A${rebalanceTop - 1}`, value: text.rebalanceTable, style: "section" },
      {
        at: `A${rebalanceTop}`,
        formula: `=ALVH.REBALANCE(${book}, ${market}, ${rsiCell}, ${settingsName})`,
      },
    ],
    areas: [
      { range: `A${firstSetting}:B${lastSetting}`, style: "input" },
      { range: `B${firstSetting}:B${lastSetting}`, align: "Right" },
      ...(isBuilt ? legsAreas(legsTop) : []),
      ...tableAreas(costTop, spilled.cost, 2),
      ...tableAreas(rollTop, spilled.roll, 4),
      ...tableAreas(rebalanceTop, REBALANCE_ROWS, 4),
    ],
    validations: [
      ...inputs.map(({ words: [label = ""], limits: [min, max] }, index): ValidationDefinition => ({
        range: `B${INPUTS + index}`,
        decimal: { min, max },
        message: strings.sheet.inputMessage(label, min, max),
      })),
      ...settings.flatMap(({ definition }, index) =>
        definition === undefined ? [] : settingValidation(`B${firstSetting + index}`, definition),
      ),
    ],
    names: [
      { name: settingsName, refersTo: `A${settingsTop}:B${lastSetting}` },
      ...(isBuilt ? [{ name: candidateName, refersTo: legs }] : []),
    ],
  };
}

interface Input {
  readonly words: readonly string[];
  readonly value: number | undefined;
  readonly limits: readonly [number, number];
}

/** The first row of the inputs. */
const INPUTS = 9;
/** Free rows below the settings, and below each table. */
const SPARE_ROWS = 6;
/** A header and four legs. */
const LEGS_ROWS = 5;
const REBALANCE_ROWS = 16;

/** What may be typed over is blue, and explained beside it; blank where nothing is given. */
function inputRow(
  row: number,
  label: string | undefined,
  value: number | string | undefined,
  unit: string | undefined,
): CellDefinition[] {
  return [
    ...(label === undefined ? [] : [{ at: `A${row}`, value: label }]),
    { at: `B${row}`, style: "input", align: "Right", ...(value === undefined ? {} : { value }) },
    { at: `C${row}`, value: unit ?? "", style: "note", indent: true },
  ];
}

function legsAreas(top: number): NonNullable<Block["areas"]> {
  const below = (column: string) => `${column}${top + 1}:${column}${top + LEGS_ROWS - 1}`;
  return [
    { range: `A${top}:C${top}`, style: "header" },
    { range: `D${top}:G${top}`, style: "header", align: "Right" },
    { range: below("D"), format: numberFormats.quantity },
    { range: below("E"), format: numberFormats.strike },
    // A listed expiry is a text; days stand there where none is listed.
    { range: below("F"), format: numberFormats.days, align: "Right" },
    { range: below("G"), format: numberFormats.vol },
  ];
}

/** A table of names, so many columns of figures up to `last`, then words. */
function tableAreas(top: number, rows: number, last: 2 | 4): NonNullable<Block["areas"]> {
  const [figures, words] = last === 2 ? ["B", "C"] : ["C", "D"];
  return [
    { range: `A${top}`, style: "header" },
    { range: `B${top}:${figures}${top}`, style: "header", align: "Right" },
    { range: `${words}${top}:I${top}`, style: "header", indent: true },
    { range: `B${top + 1}:${figures}${top + rows - 1}`, format: numberFormats.greek, align: "Right" },
    { range: `${words}${top + 1}:${last === 2 ? "C" : "E"}${top + rows - 1}`, indent: true },
  ];
}
