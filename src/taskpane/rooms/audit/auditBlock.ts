import { PRESETS } from "../../../alvh/presets";
import { SETTINGS } from "../../../alvh/settings";
import type { Block } from "../../../workbook/putOnSheet";
import { numberFormats } from "../../../workbook/starter/numberFormats";
import type { CellDefinition } from "../../../workbook/workbookDefinition";
import { settingValidation } from "../book/condorBlock";
import { settingRows, type ChangedSettings } from "../plan/hedgePlan";
import { settingNote } from "../plan/settingNote";
import { AUDIT_BASES, type AuditBase } from "./auditForm";
import { strings } from "../../strings/audit";

/** What stands in the formulas, as it is written there, and how much they spill. */
export interface AuditBlockInput {
  /** Undefined: the built-in history. */
  readonly history: string | undefined;
  readonly preset: string;
  readonly base: AuditBase;
  /** Percent a year. */
  readonly band: readonly [low: number, high: number];
  readonly changed: ChangedSettings;
  /** For the settings table, free in the workbook. */
  readonly settingsName: string;
  /** Calendar years of the history, and rows of both tables with their headers. */
  readonly years: number;
  readonly spilled: { readonly audit: number; readonly backtest: number };
}

/**
 * The audit as a sheet of live formulas: COSTAUDIT and BACKTEST of a preset and a settings table, and of the first the
 * cost by year for the base chosen in a cell, with a chart of Excel's own.
 */
export function auditBlock(input: AuditBlockInput): Block {
  const { history, preset, base, band, changed, settingsName, years, spilled } = input;
  const text = strings.sheet;
  const settings = settingRows(changed).map(([name, value]) => ({
    name,
    value,
    definition: SETTINGS.find((definition) => definition.name === name),
  }));
  const firstSetting = SETTINGS_TOP + 1;
  // Blank rows below, which the functions skip: what is typed there counts at once.
  const lastSetting = firstSetting + settings.length + SPARE_ROWS - 1;
  const yearsTop = lastSetting + 3;
  const lastYear = yearsTop + years;
  // The chart stands beside the years, and needs its height.
  const auditTop = Math.max(lastYear, yearsTop + CHART_ROWS) + 3;
  const lastAudit = auditTop + spilled.audit - 1;
  const backtestTop = lastAudit + SPARE_ROWS + 3;
  const table = `A${auditTop}:K${lastAudit}`;
  const yearCount = `XMATCH("Total", A${auditTop}:A${lastAudit})-2`;
  const costColumn = `XMATCH("Cost % of "&B${BASE}, A${auditTop}:K${auditTop})`;
  const tail = `${history ?? ""}, B${PRESET}, ${settingsName}`;
  return {
    sheetName: text.name,
    columnWidths: [250, 150, 180, 160, 190, 240, 180, 270, 170, 160, 190],
    cells: [
      { at: "A1", value: text.title, style: "title" },
      { at: "A2", value: text.live(history ?? text.sample), style: "note" },
      ...inputRow(PRESET, text.preset, preset),
      ...inputRow(BASE, text.base, base),
      ...inputRow(LOW, text.low, band[0]),
      ...inputRow(HIGH, text.high, band[1]),

      { at: `A${SETTINGS_TOP - 1}`, value: text.settings, style: "section" },
      { at: `C${SETTINGS_TOP - 1}`, value: text.settingsNote(settingsName), style: "note", indent: true },
      ...headerRow(SETTINGS_TOP, text.settingsHeader, [2]),
      ...settings.flatMap(({ name, value, definition }, index): CellDefinition[] => [
        { at: `A${firstSetting + index}`, value: name, style: "input" },
        { at: `B${firstSetting + index}`, value, style: "input", align: "Right" },
        {
          at: `C${firstSetting + index}`,
          value: definition === undefined ? "" : settingNote(definition),
          style: "note",
          indent: true,
        },
      ]),

      { at: `A${yearsTop - 1}`, value: text.years, style: "section" },
      { at: `C${yearsTop - 1}`, value: text.yearsNote, style: "note", indent: true },
      ...headerRow(yearsTop, text.yearsHeader, []),
      {
        at: `A${yearsTop + 1}`,
        formula: `=CHOOSECOLS(TAKE(DROP(${table}, 1), ${yearCount}), 1, ${costColumn})`,
      },
      { at: `C${yearsTop + 1}`, formula: `=SEQUENCE(${yearCount}, 1, B${LOW}, 0)` },
      { at: `D${yearsTop + 1}`, formula: `=SEQUENCE(${yearCount}, 1, B${HIGH}, 0)` },

      { at: `A${auditTop - 1}`, value: text.audit, style: "section" },
      { at: `A${auditTop}`, formula: `=ALVH.COSTAUDIT(${tail})` },
      { at: `A${backtestTop - 1}`, value: text.backtest, style: "section" },
      { at: `A${backtestTop}`, formula: `=ALVH.BACKTEST(${tail})` },
    ],
    areas: [
      { range: `A${firstSetting}:B${lastSetting}`, style: "input" },
      { range: `B${firstSetting}:B${lastSetting}`, align: "Right" },
      { range: `B${yearsTop + 1}:D${lastYear}`, format: numberFormats.quote },
      ...tableAreas(auditTop, spilled.audit, "K", {
        "B:G": numberFormats.money,
        "H:H": numberFormats.dollars,
        "I:K": numberFormats.quote,
      }),
      ...tableAreas(backtestTop, spilled.backtest, "I", {
        "B:B": numberFormats.dollars,
        "C:C": numberFormats.points,
        "D:D": numberFormats.money,
        "E:H": numberFormats.points,
        "I:I": numberFormats.count,
      }),
    ],
    validations: [
      {
        range: `B${PRESET}`,
        list: PRESETS.map(({ name }) => name),
        message: text.presetMessage,
      },
      { range: `B${BASE}`, list: [...AUDIT_BASES], message: text.baseMessage(AUDIT_BASES.join(", ")) },
      { range: `B${LOW}:B${HIGH}`, decimal: { min: 0, max: 100 }, message: text.bandMessage },
      ...settings.flatMap(({ definition }, index) =>
        definition === undefined ? [] : settingValidation(`B${firstSetting + index}`, definition),
      ),
    ],
    charts: [
      {
        kind: "column",
        title: text.chart,
        data: `A${yearsTop}:D${lastYear}`,
        seriesBy: "Columns",
        lines: 2,
        at: `F${yearsTop}`,
        to: `H${yearsTop + CHART_ROWS}`,
        yTitle: text.percent,
      },
    ],
    names: [{ name: settingsName, refersTo: `A${SETTINGS_TOP}:B${lastSetting}` }],
  };
}

const PRESET = 4;
const BASE = 5;
const LOW = 6;
const HIGH = 7;
const SETTINGS_TOP = 10;
/** Free rows below the settings and below a table. */
const SPARE_ROWS = 6;
const CHART_ROWS = 20;

/** What may be typed over is blue, and explained beside it. */
function inputRow(row: number, [label, unit]: readonly string[], value: number | string): CellDefinition[] {
  return [
    { at: `A${row}`, value: label ?? "" },
    { at: `B${row}`, value, style: "input", align: "Right" },
    { at: `C${row}`, value: unit ?? "", style: "note", indent: true },
  ];
}

/** Words stand left in the first column and in those of `words`, figures right. */
function headerRow(row: number, titles: readonly string[], words: readonly number[]): CellDefinition[] {
  return titles.map((value, column): CellDefinition => {
    const isWords = column === 0 || words.includes(column);
    return {
      at: `${"ABCD"[column]}${row}`,
      value,
      style: "header",
      ...(isWords ? {} : { align: "Right" }),
      ...(words.includes(column) ? { indent: true } : {}),
    };
  });
}

/** The header of a spilled table up to a column, and the formats of its figures by columns such as B:G. */
function tableAreas(
  top: number,
  rows: number,
  last: string,
  formats: Readonly<Record<string, string>>,
): NonNullable<Block["areas"]> {
  return [
    { range: `A${top}`, style: "header" },
    { range: `B${top}:${last}${top}`, style: "header", align: "Right" },
    ...Object.entries(formats).map(([columns, format]) => {
      const [from = "B", to = from] = columns.split(":");
      return { range: `${from}${top + 1}:${to}${top + rows - 1}`, format };
    }),
  ];
}
