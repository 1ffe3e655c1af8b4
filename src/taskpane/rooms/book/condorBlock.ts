import { SETTINGS, type SettingValue } from "../../../alvh/settings";
import type { Block } from "../../../workbook/putOnSheet";
import { numberFormats } from "../../../workbook/starter/numberFormats";
import type { CellDefinition, ValidationDefinition } from "../../../workbook/workbookDefinition";
import { condorSettings, type CondorFields } from "./condorForm";
import { strings } from "../../strings/book";
import { strings as plan } from "../../strings/plan";

/**
 * A condor on a sheet of its own, alive: its inputs as blue cells, CONDOR.BOOK of them as a book range, and what
 * CONDOR.SUMMARY says of that.
 * @param market as it stands in a formula.
 * @param name for the book range, free in the workbook.
 */
export function condorBlock(
  market: string,
  fields: CondorFields,
  changed: Readonly<Record<string, SettingValue>>,
  name: string,
): Block {
  const settings = condorSettings(fields, changed).map(([setting, value]) => ({
    label: setting,
    value,
    definition: SETTINGS.find((definition) => definition.name === setting),
  }));
  const text = strings.condor.sheet;
  const first = INPUTS + 3;
  const last = first + settings.length - 1;
  const range = `A${first}:B${last}`;
  const book = last + 3;
  const legs = `A${book}:G${book + 4}`;
  const summary = book + 8;
  return {
    sheetName: text.name,
    columnWidths: [210, 170, 110, 90, 90, 110, 90],
    cells: [
      { at: "A1", value: text.title, style: "title" },
      {
        at: "A2",
        value: text.live(name),
        style: "note",
      },
      ...header(INPUTS, text.header),
      ...input(INPUTS + 1, text.days, fields.dte, text.daysUnit),
      ...input(INPUTS + 2, text.quantity, fields.quantity, text.quantityUnit),
      ...settings.flatMap(({ label, value, definition }, index) =>
        input(first + index, label, value, definition?.unit ?? ""),
      ),
      { at: `A${book - 1}`, value: text.legs, style: "section" },
      {
        at: `A${book}`,
        formula: `=ALVH.CONDOR.BOOK(${market}, B${INPUTS + 1}, B${INPUTS + 2}, , , ${range})`,
      },
      { at: `A${summary - 1}`, value: text.summary, style: "section" },
      { at: `A${summary}`, formula: `=ALVH.CONDOR.SUMMARY(${legs}, ${market}, ${range})` },
    ],
    areas: [
      { range: `A${book}:C${book}`, style: "header" },
      { range: `D${book}:G${book}`, style: "header", align: "Right" },
      { range: `D${book + 1}:D${book + 4}`, format: numberFormats.quantity },
      { range: `E${book + 1}:E${book + 4}`, format: numberFormats.strike },
      { range: `F${book + 1}:F${book + 4}`, format: numberFormats.date, align: "Right" },
      { range: `G${book + 1}:G${book + 4}`, format: numberFormats.vol },
      { range: `A${summary}:A${summary}`, style: "header" },
      { range: `B${summary}:B${summary}`, style: "header", align: "Right" },
      { range: `C${summary}:G${summary}`, style: "header", indent: true },
      { range: `B${summary + 1}:B${summary + SUMMARY_ROWS}`, format: "#,##0.00", align: "Right" },
      { range: `C${summary + 1}:C${summary + SUMMARY_ROWS}`, style: "note", indent: true },
    ],
    validations: [
      { range: `B${INPUTS + 1}`, decimal: { min: 0.01, max: 3650 }, message: text.daysMessage },
      { range: `B${INPUTS + 2}`, decimal: { min: 0.01, max: 1e7 }, message: text.quantityMessage },
      ...settings.flatMap(({ definition }, index) =>
        definition === undefined ? [] : settingValidation(`B${first + index}`, definition),
      ),
    ],
    names: [{ name, refersTo: legs }],
  };
}

/** What a setting's cell may hold. */
export function settingValidation(
  range: string,
  { name, choices, min, max }: (typeof SETTINGS)[number],
): ValidationDefinition[] {
  if (choices !== undefined) {
    return [{ range, list: [...choices], message: plan.settings.oneOf(name, choices.join(", ")) }];
  }
  if (min === undefined || max === undefined) return [];
  return [{ range, decimal: { min, max }, message: plan.settings.numberFrom(name, min, max) }];
}

const INPUTS = 4;

const SUMMARY_ROWS = 33;

function header(row: number, titles: readonly string[]): CellDefinition[] {
  return titles.map((value, index) => ({
    at: `${"ABC"[index]}${row}`,
    value,
    style: "header",
    ...(index === 1 ? { align: "Right" as const } : {}),
    ...(index === 2 ? { indent: true as const } : {}),
  }));
}

function input(row: number, label: string, value: SettingValue, unit: string): CellDefinition[] {
  return [
    { at: `A${row}`, value: label },
    { at: `B${row}`, value, style: "input", align: "Right" },
    { at: `C${row}`, value: unit, style: "note", indent: true },
  ];
}
