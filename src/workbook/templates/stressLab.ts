import { headerRow } from "../starter/headerRow";
import { numberFormats } from "../starter/numberFormats";
import type { CellDefinition, SheetDefinition } from "../workbookDefinition";
import { inputRows } from "./inputRows";
import { section } from "./section";
import { spilledTable } from "./spilledTable";

const SHOCKS = 8;
const GRID = 13;
const PAYOFF = 47;
const PAST = 76;

const SPOT_SHOCKS = [-0.15, -0.1, -0.07, -0.05, -0.03, 0, 0.03, 0.05, 0.07];
const VIX_SHOCKS = [-5, 0, 5, 10, 20, 40];
const LEVELS = 25;

const CURVES = ["TWOFACTOR", "GL1", "SCALED", "TABLE", "LOG"];

const inputs = inputRows(4, [
  {
    label: "Days that pass",
    value: 0,
    unit: "calendar days after the shock",
    format: numberFormats.count,
    rule: { decimal: { min: 0, max: 1000 }, message: "Give calendar days, 0 to 1000." },
  },
  {
    label: "Curve model",
    value: "TWOFACTOR",
    unit: "how VX futures follow VIX",
    rule: { list: CURVES, message: `Choose one of ${CURVES.join(", ")}.` },
  },
]);

const SPOT_RANGE = `B${SHOCKS + 1}:${column(SPOT_SHOCKS.length)}${SHOCKS + 1}`;
const VIX_RANGE = `B${SHOCKS + 2}:${column(VIX_SHOCKS.length)}${SHOCKS + 2}`;
const FIGURES = `B${GRID + 2}:${column(VIX_SHOCKS.length)}${GRID + 1 + SPOT_SHOCKS.length}`;

/** What shocks of SPX and VIX do to the book, at once and as days pass, and what past shocks would do. */
export const stressLab: SheetDefinition = {
  name: "Stress lab",
  columnWidths: [184, 124, 98, 96, 92, 104, 104, 112, 106, 110, 120],
  frozenRows: 0,
  cells: [
    { at: "A1", value: "Stress lab: the book under shocks", style: "title" },
    {
      at: "A2",
      value:
        "Live: type over the blue cells. Full revaluation of the range Book; vols after a shock are modelled.",
      style: "note",
    },
    ...inputs.cells,
    ...section(SHOCKS, "Shocks", "At once; those of SPX as fractions, those of VIX in points."),
    { at: `A${SHOCKS + 1}`, value: "SPX shocks" },
    ...inputCells(SHOCKS + 1, SPOT_SHOCKS, numberFormats.share),
    { at: `A${SHOCKS + 2}`, value: "VIX shocks, points" },
    ...inputCells(SHOCKS + 2, VIX_SHOCKS, "+0;-0;0"),

    ...section(
      GRID,
      "Profit and loss, $",
      "Rows: SPX shock; columns: VIX shock in points. Orange loses, blue gains.",
    ),
    { at: `A${GRID + 1}`, value: "SPX shock; VIX points:" },
    { at: `B${GRID + 1}`, formula: `=${VIX_RANGE}` },
    {
      at: `A${GRID + 2}`,
      // Without the header, whose corner is long; and without noise where nothing changes.
      formula: `=ROUND(DROP(ALVH.STRESSGRID(Book, Market, TRANSPOSE(${SPOT_RANGE}), ${VIX_RANGE}, B4, B5), 1), 4)`,
    },

    ...section(PAYOFF, "Profit and loss by SPX", "Dollars, VIX held."),
    ...headerRow(PAYOFF + 1, [
      { title: "SPX", align: "Right" },
      { title: "Today", align: "Right" },
      { title: "In 14 days", align: "Right" },
      { title: "At expiry", align: "Right" },
    ]),
    {
      at: `A${PAYOFF + 2}`,
      formula: `=LET(m, Market, s, INDEX(m, XMATCH("SPX", TAKE(m, , 1)), 2), MROUND(s, 25)+SEQUENCE(${LEVELS}, 1, -600, 50))`,
    },
    ...[", 0", ", 14", ""].map((days, index) => ({
      at: `${column(index + 1)}${PAYOFF + 2}`,
      formula: `=CHOOSECOLS(DROP(ALVH.PAYOFF(Book, Market, A${PAYOFF + 2}:A${PAYOFF + 1 + LEVELS}${days}), 1), 2)`,
    })),

    ...section(
      PAST,
      "If a past shock came again, $",
      "By layer and in total; cover is the hedge's gain over the condors' loss.",
    ),
    { at: `A${PAST + 1}`, formula: "=ALVH.REPLAY(Book, Market)" },
  ],
  areas: [
    { range: `A${GRID + 1}:${column(VIX_SHOCKS.length)}${GRID + 1}`, style: "header", align: "Right" },
    { range: `B${GRID + 1}:${column(VIX_SHOCKS.length)}${GRID + 1}`, format: "+0;-0;0" },
    { range: `A${GRID + 2}:A${GRID + 1 + SPOT_SHOCKS.length}`, format: "+0%;-0%;0%", style: "answer" },
    { range: FIGURES, format: numberFormats.dollars },
    { range: `A${PAYOFF + 2}:A${PAYOFF + 1 + LEVELS}`, format: numberFormats.strike },
    { range: `B${PAYOFF + 2}:D${PAYOFF + 1 + LEVELS}`, format: numberFormats.dollars },
    ...spilledTable(`A${PAST + 1}`, 11, [
      "words",
      "dates",
      "dates",
      { format: "0.0" },
      { format: "0.0" },
      { format: numberFormats.dollars },
      { format: numberFormats.dollars },
      { format: numberFormats.dollars },
      { format: numberFormats.dollars },
      { format: numberFormats.dollars },
      { format: numberFormats.quote },
    ]),
  ],
  validations: [
    ...inputs.validations,
    {
      range: SPOT_RANGE,
      decimal: { min: -0.99, max: 1 },
      message: "Give a fraction: -0.05 is 5% down.",
    },
    { range: VIX_RANGE, decimal: { min: -80, max: 200 }, message: "Give points of VIX, -80 to 200." },
  ],
  conditionalFormats: [
    { range: FIGURES, kind: "colorScale" },
    { range: `B${PAYOFF + 2}:D${PAYOFF + 1 + LEVELS}`, kind: "negativeRed" },
    { range: `F${PAST + 2}:J${PAST + 12}`, kind: "negativeRed" },
  ],
  charts: [
    {
      kind: "line",
      title: "Profit and loss by SPX shock, one line for each VIX shock in points",
      data: `A${GRID + 1}:${column(VIX_SHOCKS.length)}${GRID + 1 + SPOT_SHOCKS.length}`,
      seriesBy: "Columns",
      at: `A${GRID + 12}`,
      to: `H${GRID + 32}`,
      xTitle: "SPX shock",
      yTitle: "$",
    },
    {
      kind: "scatterLines",
      title: "Profit and loss by SPX, as days pass",
      data: `A${PAYOFF + 1}:D${PAYOFF + 1 + LEVELS}`,
      seriesBy: "Columns",
      at: `E${PAYOFF + 1}`,
      to: `I${PAYOFF + 22}`,
      xTitle: "SPX",
      yTitle: "$",
    },
  ],
};

function inputCells(row: number, values: number[], format: string): CellDefinition[] {
  return values.map((value, index) => ({
    at: `${column(index + 1)}${row}`,
    value,
    format,
    style: "input",
    align: "Right",
  }));
}

/** A is 0. */
function column(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}
