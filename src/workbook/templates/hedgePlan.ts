import { headerRow } from "../starter/headerRow";
import { numberFormats } from "../starter/numberFormats";
import type { SheetDefinition } from "../workbookDefinition";
import { inputRows } from "./inputRows";
import { presetNames } from "./presetNames";
import { section } from "./section";
import { spilledTable } from "./spilledTable";

const SETTINGS = 7;
const PLAN = 16;
const CHECK = 26;
const HELD = 48;
const IN_FORCE = 66;

const SETTINGS_ROWS = { first: SETTINGS + 2, last: SETTINGS + 6 };
const SETTINGS_RANGE = `A${SETTINGS_ROWS.first}:B${SETTINGS_ROWS.last}`;

const inputs = inputRows(4, [
  {
    label: "Preset",
    value: "S1_442",
    unit: "sets layers, windows and weights",
    rule: { list: presetNames, message: `Choose one of ${presetNames.join(", ")}.` },
  },
]);

/** Which VIX hedge the preset asks for beside the book, what it costs, and how the hedge held measures up. */
export const hedgePlan: SheetDefinition = {
  name: "Hedge plan",
  columnWidths: [210, 128, 92, 80, 64, 80, 86, 92, 106, 88],
  frozenRows: 0,
  cells: [
    { at: "A1", value: "Hedge plan: the VIX hedge that the rules ask for", style: "title" },
    {
      at: "A2",
      value:
        "Live: type over the blue cells. The condors and the hedge held are the range Book, prices the range Market.",
      style: "note",
    },
    ...inputs.cells,
    ...section(
      SETTINGS,
      "Settings over the preset",
      "Names as in the list of settings in force below; empty rows count as none.",
    ),
    ...headerRow(SETTINGS + 1, [
      { title: "Setting", align: "Left" },
      { title: "Value", align: "Right" },
    ]),

    ...section(
      PLAN,
      "To hold by the preset",
      "At modelled prices, vols from VVIX; real VIX calls far out usually cost more.",
    ),
    {
      at: `A${PLAN + 1}`,
      formula: `=CHOOSECOLS(ALVH.LAYER(Book, B4, Market, ${SETTINGS_RANGE}), 1, 2, 3, 7, 8, 11, 13, 14, 15, 16)`,
    },

    ...section(CHECK, "The hedge held, against the rules", "Of the book as it stands."),
    { at: `A${CHECK + 1}`, formula: `=ALVH.HEDGECHECK(Book, Market, ${SETTINGS_RANGE})` },

    ...section(
      HELD,
      "Dollars for a point of VIX, by layer held",
      "Condors lose what is below 0; the hedge covers what is above.",
    ),
    { at: `A${HELD + 1}`, formula: '=ALVH.NETVIX(Book, Market, "layer")' },

    ...section(IN_FORCE, "Settings in force", "The preset's values; blank is none."),
    { at: `A${IN_FORCE + 1}`, formula: "=ALVH.PRESET(B4)" },
  ],
  areas: [
    { range: SETTINGS_RANGE, style: "input" },
    { range: `B${SETTINGS_ROWS.first}:B${SETTINGS_ROWS.last}`, align: "Right" },
    ...spilledTable(`A${PLAN + 1}`, 7, [
      "words",
      "words",
      "dates",
      { format: numberFormats.strike },
      { format: numberFormats.delta },
      { format: numberFormats.count },
      { format: numberFormats.money },
      { format: numberFormats.dollarsADay },
      { format: numberFormats.dollars },
      { format: numberFormats.money },
    ]),
    ...spilledTable(`A${CHECK + 1}`, 19, ["words", "values", "values", "note", "note"], "I"),
    ...spilledTable(`A${HELD + 1}`, 9, ["words", { format: numberFormats.dollars }]),
    ...spilledTable(`A${IN_FORCE + 1}`, 120, ["words", "values"]),
  ],
  validations: inputs.validations,
  charts: [
    {
      kind: "column",
      title: "Dollars for a point of VIX, by layer held",
      data: `A${HELD + 1}:B${HELD + 6}`,
      seriesBy: "Columns",
      at: `D${HELD + 1}`,
      to: `H${HELD + 15}`,
      yTitle: "$ per VIX point",
    },
  ],
};
