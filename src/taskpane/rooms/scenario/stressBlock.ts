import { VX_BETA_MODELS } from "../../../alvh/vxBeta";
import { STRESS_EVENTS } from "../../../alvh/stressEvents";
import type { Block } from "../../../workbook/putOnSheet";
import type { CellDefinition } from "../../../workbook/workbookDefinition";
import type { PayoffLines } from "./payoffLines";
import type { Scenario } from "./scenario";
import type { MapSteps } from "./stressMap";
import { strings } from "../../strings/scenario";

/** What the block stands on: ranges as they stand in a formula, the scenario, and the days of the payoff's lines. */
export interface StressBlockInput {
  readonly book: string;
  readonly market: string;
  readonly scenario: Scenario;
  /** A past event that is replayed in full, too. */
  readonly event: string | undefined;
  readonly steps: MapSteps;
  readonly dates: PayoffLines["dates"];
}

/**
 * The scenario as a sheet of live formulas: shocks in blue cells that may be typed over, the book's profit by PNL, the map
 * by STRESSGRID, and its payoff on several days with a chart of Excel's own.
 */
export function stressBlock(input: StressBlockInput): Block {
  const { book, market, scenario, event, steps, dates } = input;
  const text = strings.sheet;
  const model = { spot: "$B$5", vix: "$B$6", days: "$B$7", curve: "$B$8" };
  const lastMapColumn = columnName(steps.vixes.length);
  const payoffTop = MAP_TOP + steps.spots.length + 4;
  const payoffLast = payoffTop + PAYOFF_SHOCKS.length;
  const lastDateColumn = columnName(dates.length);
  const replayTop = payoffLast + 2;
  const shocks = `$A$${payoffTop + 1}:$A$${payoffLast}`;
  return {
    sheetName: text.name,
    columnWidths: [250, 120, ...Array.from({ length: 11 }, () => 78)],
    cells: [
      { at: "A1", value: text.title, style: "title" },
      { at: "A2", value: text.live(book, market), style: "note" },
      { at: "A3", value: text.modelled, style: "note" },
      { at: "A5", value: text.spotShock },
      { at: "B5", value: scenario.spotShock, style: "input", format: PERCENT },
      { at: "C5", value: text.spotUnit, style: "note", indent: true },
      { at: "A6", value: text.vixShock },
      { at: "B6", value: scenario.vixShock, style: "input", format: POINTS },
      { at: "C6", value: text.vixUnit, style: "note", indent: true },
      { at: "A7", value: text.days },
      { at: "B7", value: scenario.days, style: "input", format: "0" },
      { at: "C7", value: text.daysUnit, style: "note", indent: true },
      { at: "A8", value: text.curveModel },
      { at: "B8", value: scenario.curveModel, style: "input", align: "Right" },
      { at: "A9", value: text.profit, style: "result" },
      {
        at: "B9",
        formula: `=ALVH.PNL(${book}, ${market}, ${model.spot}, ${model.vix}, ${model.days}, ${model.curve})`,
        style: "answer",
        format: DOLLARS,
      },

      { at: "A11", value: text.map, style: "section" },
      { at: "A12", value: text.spotShocks },
      ...inputRow(12, steps.spots, PERCENT),
      { at: "A13", value: text.vixShocks },
      ...inputRow(13, steps.vixes, POINTS),
      {
        at: `A${MAP_TOP}`,
        formula: `=ALVH.STRESSGRID(${book}, ${market}, $B$12:$${columnName(steps.spots.length)}$12, $B$13:$${lastMapColumn}$13, ${model.days}, ${model.curve})`,
      },

      { at: `A${payoffTop - 1}`, value: text.payoff, style: "section" },
      { at: `A${payoffTop}`, value: text.spotChange, style: "header" },
      ...dates.map(({ days }, index): CellDefinition => ({
        at: `${columnName(index + 1)}${payoffTop}`,
        value: Number(days.toFixed(2)),
        style: "input",
        format: text.daysFormat,
        align: "Right",
      })),
      ...PAYOFF_SHOCKS.map((shock, index): CellDefinition => ({
        at: `A${payoffTop + 1 + index}`,
        value: shock,
        style: "input",
        format: PERCENT,
      })),
      ...dates.map((_, index): CellDefinition => {
        const column = columnName(index + 1);
        const grid = `ALVH.STRESSGRID(${book}, ${market}, ${shocks}, ${model.vix}, ${column}$${payoffTop}, ${model.curve})`;
        return { at: `${column}${payoffTop + 1}`, formula: `=DROP(${grid}, 1, 1)` };
      }),
      ...(event === undefined
        ? []
        : [
            { at: `A${replayTop}`, value: text.replay, style: "section" as const },
            { at: `A${replayTop + 1}`, formula: `=ALVH.REPLAY(${book}, ${market}, "${event}")` },
            { at: `A${replayTop + 3}`, value: text.replayNote, style: "note" as const },
          ]),
    ],
    areas: [
      { range: `A${MAP_TOP}:${lastMapColumn}${MAP_TOP}`, style: "header", format: POINTS },
      { range: `A${MAP_TOP + 1}:A${MAP_TOP + steps.spots.length}`, format: PERCENT },
      { range: `B${MAP_TOP + 1}:${lastMapColumn}${MAP_TOP + steps.spots.length}`, format: DOLLARS },
      { range: `B${payoffTop + 1}:${lastDateColumn}${payoffLast}`, format: DOLLARS },
      ...(event === undefined
        ? []
        : [
            { range: `A${replayTop + 1}:M${replayTop + 1}`, style: "header" as const },
            { range: `D${replayTop + 2}:M${replayTop + 2}`, format: "#,##0.00" },
          ]),
    ],
    validations: [
      { range: "B5", decimal: { min: -0.99, max: 1 }, message: text.spotMessage },
      { range: "B7", decimal: { min: 0, max: 3660 }, message: text.daysMessage },
      { range: "B8", list: CURVE_MODELS, message: text.curveMessage },
    ],
    conditionalFormats: [
      {
        range: `B${MAP_TOP + 1}:${lastMapColumn}${MAP_TOP + steps.spots.length}`,
        kind: "colorScale",
      },
    ],
    charts: [
      {
        kind: "scatterLines",
        title: text.payoff,
        data: `A${payoffTop}:${lastDateColumn}${payoffLast}`,
        seriesBy: "Columns",
        at: `${columnName(dates.length + 2)}${payoffTop}`,
        to: `${columnName(dates.length + 9)}${payoffTop + 18}`,
        xTitle: text.spotChange,
        yTitle: text.profit,
      },
    ],
  };
}

/** What a cell for the curve model takes. */
export const CURVE_MODELS: string[] = [
  ...VX_BETA_MODELS,
  ...STRESS_EVENTS.map(({ name }) => `REPLAY ${name}`),
];

const MAP_TOP = 15;

const PERCENT = "+0.0%;-0.0%;0.0%";
const POINTS = "+0.0;-0.0;0.0";
/** What rounding leaves of nothing is 0, not -0. */
const DOLLARS = '[<=-0.5]-#,##0;[<0.5]"0";#,##0';

/** SPX from -20% to +10% by 1%. */
const PAYOFF_SHOCKS: readonly number[] = Array.from({ length: 31 }, (_, step) => (step - 20) / 100);

function inputRow(row: number, values: readonly number[], format: string): CellDefinition[] {
  return values.map((value, index) => ({
    at: `${columnName(index + 1)}${row}`,
    value,
    style: "input",
    format,
  }));
}

/** A is 0; blocks stay within Z. */
function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}
