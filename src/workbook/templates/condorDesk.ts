import { numberFormats } from "../starter/numberFormats";
import { headerRow } from "../starter/headerRow";
import type { SheetDefinition } from "../workbookDefinition";
import { inputRows } from "./inputRows";
import { section } from "./section";
import { spilledTable } from "./spilledTable";

// The first row of each part.
const INPUTS = 4;
const STRIKES = 12;
const LEGS = 24;
const PAYOFF = 32;
const SUMMARY = 60;
const SIZE = 97;

const LEVELS = 25;
const BOOK = `A${LEGS + 1}:G${LEGS + 5}`;
const SUMMARY_TABLE = `A${SUMMARY + 1}:B${SUMMARY + 34}`;

const inputs = inputRows(INPUTS, [
  {
    label: "Days to expiry",
    value: 42,
    unit: "calendar days",
    format: numberFormats.count,
    rule: { decimal: { min: 1, max: 3650 }, message: "Give calendar days, 1 to 3650." },
  },
  {
    label: "Condors",
    value: 10,
    unit: "contracts sold",
    format: numberFormats.money,
    rule: { decimal: { min: 1, max: 100000 }, message: "Give a number of condors, 1 or more." },
  },
  {
    label: "Short delta",
    value: 0.16,
    unit: "of each short option",
    format: numberFormats.delta,
    rule: { decimal: { min: 0.01, max: 0.5 }, message: "Give the size of a delta, .01 to .50." },
  },
  {
    label: "Width",
    value: 50,
    unit: "SPX points",
    format: numberFormats.strike,
    rule: { decimal: { min: 5, max: 1000 }, message: "Give SPX points, 5 to 1000." },
  },
  {
    label: "Risk capital",
    value: 1000000,
    unit: "$",
    format: numberFormats.money,
    rule: { decimal: { min: 1, max: 1e12 }, message: "Give dollars, above 0." },
  },
]);

const [DAYS, CONDORS, DELTA, WIDTH, CAPITAL] = [0, 1, 2, 3, 4].map((index) => `B${INPUTS + index}`);

/** A condor from its delta: strikes, legs, what it brings and risks, and how many the capital bears. */
export const condorDesk: SheetDefinition = {
  name: "Condor desk",
  columnWidths: [226, 160, 100, 88, 84, 88, 84, 130, 300],
  frozenRows: 0,
  cells: [
    { at: "A1", value: "Condor desk: an iron condor by delta", style: "title" },
    {
      at: "A2",
      value:
        "Live: type over the blue cells. The market is the range Market; vols are modelled from VIX and the skew.",
      style: "note",
    },
    ...inputs.cells,
    ...headline("E", 4, "Credit", "Credit at mid", numberFormats.quote, "points per condor"),
    ...headline("E", 5, "Max loss", "Max loss", numberFormats.quote, "points per condor, at expiry"),
    ...headline("E", 6, "Profit chance", "Probability of profit", numberFormats.share, "at expiry, modelled"),
    ...headline("E", 7, "Theta", "Theta", numberFormats.dollarsADay, "$ per calendar day, all condors"),
    { at: "E8", value: "To hold", style: "answer" },
    { at: "G8", formula: `=B${SIZE + 2}`, format: numberFormats.count, style: "result" },
    { at: "H8", value: "condors, by risk capital", style: "note", indent: true },

    ...section(STRIKES, "Strikes by rule", "Snapped to the listed grid; wings wider above VIX 16."),
    {
      at: `A${STRIKES + 1}`,
      formula: `=CHOOSECOLS(ALVH.CONDOR.STRIKES(Market, ${DAYS}, ${DELTA}, ${WIDTH}), 1, 2, 3, 4, 6, 7, 8, 9, 10)`,
    },

    ...section(
      LEGS,
      "The same as a book",
      "Paste its values into Book to hold it, or name it in other formulas.",
    ),
    { at: `A${LEGS + 1}`, formula: `=ALVH.CONDOR.BOOK(Market, ${DAYS}, ${CONDORS}, ${DELTA}, ${WIDTH})` },

    ...section(PAYOFF, "Profit and loss by SPX", "All condors, VIX held; today is by the model."),
    ...headerRow(PAYOFF + 1, [
      { title: "SPX", align: "Right" },
      { title: "At expiry $", align: "Right" },
      { title: "Today $", align: "Right" },
    ]),
    {
      at: `A${PAYOFF + 2}`,
      formula: `=MROUND(XLOOKUP("forward", A${STRIKES + 2}:A${STRIKES + 9}, C${STRIKES + 2}:C${STRIKES + 9}), 25)+SEQUENCE(${LEVELS}, 1, -600, 50)`,
    },
    ...["", ", 0"].map((days, index) => ({
      at: `${index === 0 ? "B" : "C"}${PAYOFF + 2}`,
      formula: `=CHOOSECOLS(DROP(ALVH.PAYOFF(${BOOK}, Market, A${PAYOFF + 2}:A${PAYOFF + 1 + LEVELS}${days}), 1), 2)`,
    })),

    ...section(SUMMARY, "What it brings and risks", "At model prices, until Book holds quotes or trades."),
    { at: `A${SUMMARY + 1}`, formula: `=ALVH.CONDOR.SUMMARY(${BOOK}, Market)` },

    ...section(
      SIZE,
      "How many the capital bears",
      "The hedge's premium counts once Book holds the hedge too.",
    ),
    { at: `A${SIZE + 1}`, formula: `=ALVH.CONDOR.SIZE(${BOOK}, Market, ${CAPITAL})` },
  ],
  areas: [
    ...spilledTable(`A${STRIKES + 1}`, 9, [
      "words",
      { format: numberFormats.quantity },
      { format: numberFormats.points },
      "dates",
      { format: numberFormats.delta },
      { format: numberFormats.vol },
      { format: numberFormats.quote },
      { format: numberFormats.quote },
      "note",
    ]),
    ...spilledTable(`A${LEGS + 1}`, 4, [
      "words",
      "words",
      "words",
      { format: numberFormats.quantity },
      { format: numberFormats.strike },
      "dates",
      { format: numberFormats.vol },
    ]),
    { range: `A${PAYOFF + 2}:A${PAYOFF + 1 + LEVELS}`, format: numberFormats.strike },
    { range: `B${PAYOFF + 2}:C${PAYOFF + 1 + LEVELS}`, format: numberFormats.dollars },
    ...spilledTable(`A${SUMMARY + 1}`, 34, ["words", "values", "note"], "H"),
    ...spilledTable(`A${SIZE + 1}`, 13, ["words", "values", "note"], "H"),
  ],
  validations: inputs.validations,
  conditionalFormats: [{ range: `B${PAYOFF + 2}:C${PAYOFF + 1 + LEVELS}`, kind: "negativeRed" }],
  charts: [
    {
      kind: "scatterLines",
      title: "Profit and loss by SPX",
      data: `A${PAYOFF + 1}:C${PAYOFF + 1 + LEVELS}`,
      seriesBy: "Columns",
      at: `D${PAYOFF + 1}`,
      to: `H${PAYOFF + 24}`,
      xTitle: "SPX",
      yTitle: "$",
    },
  ],
};

/** A figure of the summary at the top, with its unit. */
function headline(
  column: "E",
  row: number,
  label: string,
  figure: string,
  format: string,
  unit: string,
): SheetDefinition["cells"] {
  const table = SUMMARY_TABLE.split(":").map((corner) => corner.slice(1));
  return [
    { at: `${column}${row}`, value: label, style: "answer" },
    {
      at: `G${row}`,
      formula: `=XLOOKUP("${figure}", A${table[0]}:A${table[1]}, B${table[0]}:B${table[1]})`,
      format,
      style: "result",
    },
    { at: `H${row}`, value: unit, style: "note", indent: true },
  ];
}
