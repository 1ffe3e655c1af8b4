import { PRESETS } from "../../../alvh/presets";
import { SETTINGS } from "../../../alvh/settings";
import type { Block } from "../../../workbook/putOnSheet";
import { numberFormats } from "../../../workbook/starter/numberFormats";
import type { CellDefinition } from "../../../workbook/workbookDefinition";
import { settingValidation } from "../book/condorBlock";
import { settingRows, type ChangedSettings } from "./hedgePlan";
import { settingNote } from "./settingNote";
import { strings } from "../../strings/plan";

/** What stands in the formulas, as it is written there. */
export interface PlanReferences {
  readonly book: string;
  readonly market: string;
  /** For the settings table, free in the workbook. */
  readonly settingsName: string;
}

/**
 * The plan on a sheet of its own, alive: the preset and the changed settings as a small settings table, LAYER's plan
 * and HEDGECHECK of them. The preset stands in the table alone, so that both formulas always follow the same one.
 */
export function planBlock(
  { book, market, settingsName }: PlanReferences,
  preset: string,
  changed: ChangedSettings,
): Block {
  const settings = settingRows(changed).map(([name, value]) => ({
    name,
    value,
    definition: SETTINGS.find((definition) => definition.name === name),
  }));
  const text = strings.sheet;
  const first = HEADER + 2;
  // Blank rows below, which the functions skip: what is typed there counts at once.
  const last = first + settings.length + SPARE_ROWS - 1;
  const plan = last + 3;
  const check = plan + PLAN_ROWS + 3;
  return {
    sheetName: text.name,
    columnWidths: [170, 120, 120, 96, 110, 112, 100, 96, 96, 84, 88, 76, 96, 100, 124, 100, 100, 300],
    cells: [
      { at: "A1", value: text.title, style: "title" },
      {
        at: "A2",
        value: text.live(settingsName),
        style: "note",
      },
      ...row(HEADER, text.settingsHeader, "header"),
      ...row(HEADER + 1, [text.preset, preset, text.presetNote]),
      ...settings.flatMap(({ name, value, definition }, index) =>
        row(first + index, [name, value, definition === undefined ? "" : settingNote(definition)]),
      ),
      { at: `A${plan - 1}`, value: text.plan, style: "section" },
      { at: `D${plan - 1}`, value: text.planNote(check), style: "note" },
      {
        at: `A${plan}`,
        formula: `=ALVH.LAYER(${book}, B${HEADER + 1}, ${market}, ${settingsName})`,
      },
      { at: `A${check - 1}`, value: text.check, style: "section" },
      { at: `A${check}`, formula: `=ALVH.HEDGECHECK(${book}, ${market}, ${settingsName})` },
    ],
    areas: [
      { range: `A${first}:B${last}`, style: "input" },
      { range: `B${HEADER + 1}:B${last}`, align: "Right" },
      { range: `A${plan}:C${plan}`, style: "header" },
      { range: `D${plan}:P${plan}`, style: "header", align: "Right" },
      { range: `Q${plan}:R${plan}`, style: "header", indent: true },
      { range: `F${plan + 1}:F${plan + PLAN_ROWS}`, align: "Right" },
      { range: `Q${plan + 1}:R${plan + PLAN_ROWS}`, indent: true },
      ...Object.entries(PLAN_FORMATS).map(([column, format]) => ({
        range: `${column}${plan + 1}:${column}${plan + PLAN_ROWS}`,
        format,
      })),
      { range: `A${check}:A${check}`, style: "header" },
      { range: `B${check}:C${check}`, style: "header", align: "Right" },
      { range: `D${check}:E${check}`, style: "header", indent: true },
      { range: `B${check + 1}:C${check + CHECK_ROWS}`, format: numberFormats.greek, align: "Right" },
      { range: `D${check + 1}:D${check + CHECK_ROWS}`, style: "answer", indent: true },
      { range: `E${check + 1}:E${check + CHECK_ROWS}`, style: "note", indent: true },
    ],
    validations: [
      {
        range: `B${HEADER + 1}`,
        list: PRESETS.map(({ name }) => name),
        message: text.presetMessage,
      },
      ...settings.flatMap(({ definition }, index) =>
        definition === undefined ? [] : settingValidation(`B${first + index}`, definition),
      ),
    ],
    names: [{ name: settingsName, refersTo: `A${HEADER}:B${last}` }],
  };
}

const HEADER = 4;
const SPARE_ROWS = 6;
/** Room for four layers in two lines each, the total, and the lines of adjustments. */
const PLAN_ROWS = 18;
const CHECK_ROWS = 24;

const PLAN_FORMATS = {
  D: numberFormats.days,
  E: numberFormats.points,
  G: numberFormats.strike,
  H: numberFormats.delta,
  I: numberFormats.vol,
  J: numberFormats.share,
  K: numberFormats.count,
  L: numberFormats.quote,
  M: numberFormats.money,
  N: numberFormats.dollarsADay,
  O: numberFormats.dollars,
  P: numberFormats.money,
};

/** A line of the settings table: what may be typed over is blue, the rest explains it. */
function row(
  at: number,
  [name, value, note]: readonly [string, string | number, string],
  style?: "header",
): CellDefinition[] {
  return [
    { at: `A${at}`, value: name, ...(style === undefined ? {} : { style }) },
    { at: `B${at}`, value, style: style ?? "input", align: "Right" },
    { at: `C${at}`, value: note, style: style ?? "note", indent: true },
  ];
}
