import { headerRow } from "../starter/headerRow";
import { numberFormats } from "../starter/numberFormats";
import type { SheetDefinition } from "../workbookDefinition";
import { inputRows } from "./inputRows";
import { section } from "./section";
import { spilledTable } from "./spilledTable";

const SETTINGS = 10;
const CANDIDATE = 20;
const COST = 28;
const PAYOFF = 48;
const REASONS = 77;
const REBALANCE = 134;

const LEVELS = 25;

const SETTING_NOTES = [
  { name: "E18.Liquid", note: "$, what is liquid: cash and what is as good" },
  { name: "E07.VixBefore", note: "VIX of the day before, points" },
  { name: "B20.NextEvent", note: "date of the next event, such as 2022-02-10" },
  { name: "E09.MacdScore", note: "-1, 0 or 1: what MACD of VIX says" },
  { name: "E09.BreadthScore", note: "-1, 0 or 1: what the A/D line says" },
  { name: "E05.RealisedVol", note: "realised vol of SPX, decimal per year" },
];

const CANDIDATE_BOOK = `A${CANDIDATE + 1}:G${CANDIDATE + 5}`;
const SETTINGS_RANGE = `A${SETTINGS + 2}:B${SETTINGS + 7}`;

const inputs = inputRows(4, [
  {
    label: "Candidate, days",
    value: 70,
    unit: "calendar days to expiry",
    format: numberFormats.count,
    rule: { decimal: { min: 1, max: 3650 }, message: "Give calendar days, 1 to 3650." },
  },
  {
    label: "Candidate, condors",
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
    unit: "SPX points, before widening",
    format: numberFormats.strike,
    rule: { decimal: { min: 5, max: 1000 }, message: "Give SPX points, 5 to 1000." },
  },
  {
    label: "RSI of SPX",
    value: 50,
    unit: "0 to 100; type today's",
    format: numberFormats.count,
    rule: { decimal: { min: 0, max: 100 }, message: "Give an RSI, 0 to 100." },
  },
]);

/** Whether to roll the condors held into a candidate, why, at what cost, and what a fixed rule would say. */
export const rollDesk: SheetDefinition = {
  name: "Roll desk",
  columnWidths: [410, 100, 116, 90, 100, 120, 90, 90, 90],
  frozenRows: 0,
  cells: [
    { at: "A1", value: "Roll desk: roll, defer, hedge or close", style: "title" },
    {
      at: "A2",
      value:
        "Live: type over the blue cells. The position is the range Book (column Entry tells the trade prices), prices the range Market.",
      style: "note",
    },
    ...inputs.cells,
    { at: "F4", value: "Verdict", style: "answer" },
    { at: "G4", formula: `=B${REASONS + 2}`, style: "result" },
    { at: "F5", value: "Fixed R:R rule", style: "answer" },
    { at: "G5", formula: `=B${REASONS + 3}`, style: "result" },
    { at: "F6", value: "Rebalance", style: "answer" },
    { at: "G6", formula: `=B${REBALANCE + 2}`, style: "result" },
    {
      at: "F7",
      value: "The first yes decides; see below.",
      style: "note",
    },

    ...section(SETTINGS, "What the rules ask you", "Empty: the rule that needs it is not asked.", "C"),
    ...headerRow(SETTINGS + 1, [
      { title: "Setting", align: "Left" },
      { title: "Value", align: "Right" },
    ]),
    ...SETTING_NOTES.flatMap(({ name, note }, index) => [
      { at: `A${SETTINGS + 2 + index}`, value: name, style: "input" as const },
      { at: `C${SETTINGS + 2 + index}`, value: note, style: "note" as const, indent: true as const },
    ]),

    ...section(CANDIDATE, "The candidate", "By delta on today's market; its vols are modelled."),
    {
      at: `A${CANDIDATE + 1}`,
      formula: "=ALVH.CONDOR.BOOK(Market, B4, B5, B6, B7)",
    },

    ...section(COST, "What the roll costs", "Closing what is held and opening the candidate, $."),
    { at: `A${COST + 1}`, formula: `=ALVH.ROLLCOST(Book, Market, ${CANDIDATE_BOOK}, ${SETTINGS_RANGE})` },

    ...section(PAYOFF, "Held and candidate by SPX, $", "Each at its own expiry, VIX held."),
    ...headerRow(PAYOFF + 1, [
      { title: "SPX", align: "Right" },
      { title: "Held", align: "Right" },
      { title: "Candidate", align: "Right" },
    ]),
    {
      at: `A${PAYOFF + 2}`,
      formula: `=LET(m, Market, s, INDEX(m, XMATCH("SPX", TAKE(m, , 1)), 2), MROUND(s, 25)+SEQUENCE(${LEVELS}, 1, -600, 50))`,
    },
    ...["Book", CANDIDATE_BOOK].map((book, index) => ({
      at: `${index === 0 ? "B" : "C"}${PAYOFF + 2}`,
      formula: `=CHOOSECOLS(DROP(ALVH.PAYOFF(${book}, Market, A${PAYOFF + 2}:A${PAYOFF + 1 + LEVELS}), 1), 2)`,
    })),

    ...section(REASONS, "Every rule with its number", "In the order asked; notes at the end."),
    { at: `A${REASONS + 1}`, formula: `=ALVH.ROLL(Book, Market, ${CANDIDATE_BOOK}, ${SETTINGS_RANGE})` },

    ...section(REBALANCE, "Rebalance or hold", "Net delta of the condors, and RSI."),
    { at: `A${REBALANCE + 1}`, formula: "=ALVH.REBALANCE(Book, Market, B8)" },
  ],
  areas: [
    { range: `B${SETTINGS + 2}:B${SETTINGS + 7}`, style: "input", align: "Right" },
    ...spilledTable(`A${CANDIDATE + 1}`, 4, [
      "words",
      "words",
      "words",
      { format: numberFormats.quantity },
      { format: numberFormats.strike },
      "dates",
      { format: numberFormats.vol },
    ]),
    ...spilledTable(`A${COST + 1}`, 17, ["words", "values", "note"], "H"),
    { range: `A${PAYOFF + 2}:A${PAYOFF + 1 + LEVELS}`, format: numberFormats.strike },
    { range: `B${PAYOFF + 2}:C${PAYOFF + 1 + LEVELS}`, format: numberFormats.dollars },
    ...spilledTable(`A${REASONS + 1}`, 54, ["words", "values", "values", "note", "note"], "I"),
    ...spilledTable(`A${REBALANCE + 1}`, 12, ["words", "values", "values", "note", "note"], "I"),
  ],
  validations: inputs.validations,
  conditionalFormats: [{ range: `B${PAYOFF + 2}:C${PAYOFF + 1 + LEVELS}`, kind: "negativeRed" }],
  charts: [
    {
      kind: "scatterLines",
      title: "Held and candidate by SPX, each at its expiry",
      data: `A${PAYOFF + 1}:C${PAYOFF + 1 + LEVELS}`,
      seriesBy: "Columns",
      at: `D${PAYOFF + 1}`,
      to: `G${PAYOFF + 22}`,
      xTitle: "SPX",
      yTitle: "$",
    },
  ],
};
