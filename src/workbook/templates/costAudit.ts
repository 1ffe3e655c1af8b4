import { numberFormats } from "../starter/numberFormats";
import type { SheetDefinition } from "../workbookDefinition";
import { headerRow } from "../starter/headerRow";
import { inputRows } from "./inputRows";
import { presetNames } from "./presetNames";
import { section } from "./section";
import { spilledTable } from "./spilledTable";

const YEARS = 12;
const AUDIT = 36;
const BACKTEST = 82;

// The built-in history begins in 2006 and ends in 2022.
const YEAR_COUNT = 17;
const AUDIT_ROWS = 42;

const inputs = inputRows(4, [
  {
    label: "Preset",
    value: "S1_442",
    unit: "held all through the history",
    rule: { list: presetNames, message: `Choose one of ${presetNames.join(", ")}.` },
  },
  {
    label: "Claimed, from",
    value: 1.2,
    unit: "% a year",
    format: "0.0",
    rule: { decimal: { min: 0, max: 100 }, message: "Give percent a year, 0 to 100." },
  },
  {
    label: "Claimed, to",
    value: 2.1,
    unit: "% a year",
    format: "0.0",
    rule: { decimal: { min: 0, max: 100 }, message: "Give percent a year, 0 to 100." },
  },
  {
    label: "B24.NAV",
    unit: "$, the account; empty: from the condors' margin",
    format: numberFormats.money,
    rule: { decimal: { min: 1, max: 1e12 }, message: "Give dollars, above 0." },
  },
  {
    label: "Audit.Condors",
    value: 10,
    unit: "condors held all through",
    format: numberFormats.count,
    rule: { decimal: { min: 1, max: 100000 }, message: "Give a number of condors, 1 or more." },
  },
]);

const SETTINGS_RANGE = "A7:B8";
const FIRST_COLUMN = `A${AUDIT + 1}:A${AUDIT + AUDIT_ROWS}`;
const ROWS_OF_YEARS = `XMATCH("Total", ${FIRST_COLUMN})-2`;

/** What the hedge cost and paid over the built-in history, year by year, beside what is claimed of it. */
export const costAudit: SheetDefinition = {
  name: "Cost audit",
  columnWidths: [268, 98, 102, 122, 146, 124, 168, 110, 120, 170, 210],
  frozenRows: 0,
  cells: [
    { at: "A1", value: "Cost audit: what the hedge really cost and paid", style: "title" },
    {
      at: "A2",
      value:
        "Live: type over the blue cells. Option prices are modelled from the history of VIX, VVIX and VX futures; the notes below say how.",
      style: "note",
    },
    ...inputs.cells,

    ...section(YEARS, "Cost by year, % of NAV", "Below 0 the hedge paid more than it cost.", "E"),
    ...headerRow(YEARS + 1, [
      { title: "Year", align: "Left" },
      { title: "Cost %", align: "Right" },
      { title: "Claimed, from", align: "Right" },
      { title: "Claimed, to", align: "Right" },
    ]),
    {
      at: `A${YEARS + 2}`,
      formula: `=CHOOSECOLS(TAKE(DROP(A${AUDIT + 1}:K${AUDIT + AUDIT_ROWS}, 1), ${ROWS_OF_YEARS}), 1, 9)`,
    },
    { at: `C${YEARS + 2}`, formula: `=SEQUENCE(${ROWS_OF_YEARS}, 1, B5, 0)` },
    { at: `D${YEARS + 2}`, formula: `=SEQUENCE(${ROWS_OF_YEARS}, 1, B6, 0)` },

    ...section(
      AUDIT,
      "The audit",
      "Dollars, and shares of each base; then verdicts, VIX thresholds and notes.",
      "C",
    ),
    { at: `A${AUDIT + 1}`, formula: `=ALVH.COSTAUDIT(, B4, ${SETTINGS_RANGE})` },

    ...section(BACKTEST, "Condors alone and with the hedge", "Through the same history; modelled.", "C"),
    ...headerRow(BACKTEST + 1, [
      { title: "Measure", align: "Left" },
      { title: "Alone", align: "Right" },
      { title: "With hedge", align: "Right" },
    ]),
    // Turned, since its titles are long, and without its notes, which are the audit's.
    {
      at: `A${BACKTEST + 2}`,
      formula: `=DROP(TRANSPOSE(TAKE(ALVH.BACKTEST(, B4, ${SETTINGS_RANGE}), 3)), 1)`,
    },
  ],
  areas: [
    { range: `A${YEARS + 2}:A${YEARS + 1 + YEAR_COUNT}`, align: "Left" },
    { range: `B${YEARS + 2}:D${YEARS + 1 + YEAR_COUNT}`, format: numberFormats.quote },
    ...spilledTable(`A${AUDIT + 1}`, AUDIT_ROWS, [
      "words",
      { format: numberFormats.money },
      { format: numberFormats.money },
      { format: numberFormats.money },
      { format: numberFormats.money },
      { format: numberFormats.money },
      { format: numberFormats.money },
      { format: numberFormats.dollars },
      { format: numberFormats.quote },
      { format: numberFormats.quote },
      { format: numberFormats.quote },
    ]),
    { range: `B${BACKTEST + 2}:C${BACKTEST + 9}`, format: numberFormats.points },
  ],
  validations: inputs.validations,
  charts: [
    {
      kind: "column",
      title: "Cost of the hedge by year, and the band claimed",
      data: `A${YEARS + 1}:D${YEARS + 1 + YEAR_COUNT}`,
      seriesBy: "Columns",
      lines: 2,
      at: `E${YEARS + 1}`,
      to: `G${YEARS + 21}`,
      yTitle: "% of NAV",
    },
  ],
};
