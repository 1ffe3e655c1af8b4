import type { CellDefinition, SheetDefinition } from "../workbookDefinition";
import { headerRow } from "./headerRow";
import { numberFormats } from "./numberFormats";

// The first row of each part. A spill has room for its header, its rows and a total: four layers to buy, eight held.
const HEDGE = 11;
const GREEKS = 19;
const READING = 32;
const WHOLE_PLAN = 44;
const CHECK = 57;

const HEDGE_ROWS = { first: HEDGE + 2, last: HEDGE + 6 };
const GREEKS_ROWS = { first: GREEKS + 2, last: GREEKS + 11 };
const WHOLE_PLAN_ROWS = { first: WHOLE_PLAN + 2, last: WHOLE_PLAN + 11 };

/** The two answers: what the condors earn per day net of their hedge, and which hedge the rule asks for. */
export const planSheet: SheetDefinition = {
  name: "Plan",
  columnWidths: [120, 110, 112, 100, 110, 112, 106, 134, 122, 196, 88, 76, 96, 100, 124, 100, 100, 300],
  frozenRows: 0,
  cells: [
    { at: "A1", value: "What the condors earn, and which VIX hedge to hold", style: "title" },
    ...notes(2, [
      "Live: type over blue cells on Market and Book. SPX and the legs' quotes move the condors (their vols are implied from the quotes); the VX rows",
      "move the hedge; VVIX the vols of the hedge to buy; VIX alone the spot end of the curve and the vols of SPX legs that have no quote.",
    ]),
    {
      at: "A4",
      formula: `=IF(A${CHECK + 1}="OK", "Checked: Book and Market were read as meant.", "Not read as meant (all of it under Check, row ${CHECK}): "&A${CHECK + 1})`,
      style: "note",
    },
    ...headerRow(5, [
      { title: "The book", align: "Left" },
      { title: "Theta $/day", align: "Right" },
      { title: "VIX01 $/VIX pt", align: "Right" },
      { title: "Value $", align: "Right" },
    ]),
    ...summaryRow(
      6,
      "Condors",
      [ofCondors("NETTHETA"), ofCondors("NETVIX"), ofCondors("NETVALUE")],
      "layer IC, alone",
    ),
    ...summaryRow(
      7,
      "VIX hedge",
      ["=B8-B6", "=C8-C6", "=D8-D6"],
      "all other layers: what the hedge costs, and what it covers",
    ),
    ...summaryRow(
      8,
      "Net",
      ["=ALVH.NETTHETA(Book, Market)", "=ALVH.NETVIX(Book, Market)", "=ALVH.NETVALUE(Book, Market)"],
      "what the whole book earns or pays",
      "result",
    ),
    { at: "A9", value: "Hedge / condors" },
    { at: "B9", formula: '=IFERROR(-B7/B6, "")', format: numberFormats.share },
    { at: "C9", formula: '=IFERROR(-C7/C6, "")', format: numberFormats.share },
    {
      at: "E9",
      value: "theta that the hedge costs, VIX01 that it covers; the rest of its help is convexity",
      style: "note",
      indent: true,
    },

    { at: `A${HEDGE}`, value: "Hedge by rule, to buy today", style: "section" },
    {
      at: `D${HEDGE}`,
      value: `4/4/2 VIX calls near delta .30 for the condors of Book, at modelled prices. Row ${WHOLE_PLAN} has every column.`,
      style: "note",
    },
    // Layer, Expiry, Strike, Delta, Contracts, Premium $, Theta $/day and VIX01 of the whole plan.
    {
      at: `A${HEDGE + 1}`,
      formula: '=CHOOSECOLS(ALVH.LAYER(Book, "442", Market), 1, 3, 7, 8, 11, 13, 14, 15)',
    },

    { at: `A${GREEKS}`, value: "Greeks by layer held", style: "section" },
    {
      at: `D${GREEKS}`,
      value: "Delta, gamma and vega do not add up across layers: each VIX call moves with its own VX future.",
      style: "note",
    },
    { at: `A${GREEKS + 1}`, formula: '=ALVH.NETGREEKS(Book, Market, "layer")' },

    { at: `A${READING}`, value: "How to read the figures, and what is modelled", style: "section" },
    ...notes(READING + 1, [
      "Theta: option decay per calendar day, with spot, vols and the VIX curve held.",
      "VIX01: dollars for +1 point of spot VIX, linear. Each VX expiry moves by its own beta, which is modelled (ALVH.VXBETA).",
      "Value: condors at the middle of bid and ask, VIX calls by the model at their assumed vol. Negative: closing would cost that much.",
      "Vols of the hedge to buy: from VVIX and falling with time to expiry, without a skew. Real out-of-the-money VIX calls usually cost more.",
      "Betas of the VX futures: averages of many days. In real shocks the front future moved .4 to .9 points per point of VIX.",
      "Cost $/year: today's option decay and roll-down of the VIX curve, times 365. It is not a forecast.",
      "Left out: fees, the bid-ask spread on the way out, margin.",
      "Computed figures, not advice.",
    ]),

    { at: `A${WHOLE_PLAN}`, value: "The 4/4/2 hedge in full", style: "section" },
    {
      at: `D${WHOLE_PLAN}`,
      value: "What the rule would buy today, and what it would cost. Compare with the layers held.",
      style: "note",
    },
    { at: `A${WHOLE_PLAN + 1}`, formula: '=ALVH.LAYER(Book, "442", Market)' },

    { at: `A${CHECK}`, value: "Check", style: "section" },
    { at: `D${CHECK}`, value: "Anything in Book or Market that could not be read as meant.", style: "note" },
    { at: `A${CHECK + 1}`, formula: "=ALVH.CHECK(Book, Market)" },
  ],
  areas: [
    { range: `A${HEDGE + 1}:B${HEDGE + 1}`, style: "header" },
    { range: `C${HEDGE + 1}:H${HEDGE + 1}`, style: "header", align: "Right" },
    ...columns(HEDGE_ROWS, {
      C: numberFormats.strike,
      D: numberFormats.delta,
      E: numberFormats.count,
      F: numberFormats.money,
      G: numberFormats.dollarsADay,
      H: numberFormats.dollars,
    }),
    // How many of what to buy is the answer.
    ...["A", "E"].map((column) => ({
      range: `${column}${HEDGE_ROWS.first}:${column}${HEDGE_ROWS.last}`,
      style: "answer" as const,
    })),
    { range: `A${GREEKS + 1}:B${GREEKS + 1}`, style: "header" },
    { range: `C${GREEKS + 1}:K${GREEKS + 1}`, style: "header", align: "Right" },
    // Words that stand beside figures, kept off them.
    { range: `K${GREEKS_ROWS.first}:K${GREEKS_ROWS.last}`, align: "Right" },
    ...columns(GREEKS_ROWS, {
      C: numberFormats.dollars,
      D: numberFormats.greek,
      E: numberFormats.greek,
      F: numberFormats.greek,
      G: numberFormats.dollarsADay,
      H: numberFormats.dollarsADay,
      I: numberFormats.dollars,
      J: numberFormats.greek,
    }),
    { range: `A${WHOLE_PLAN + 1}:C${WHOLE_PLAN + 1}`, style: "header" },
    { range: `D${WHOLE_PLAN + 1}:P${WHOLE_PLAN + 1}`, style: "header", align: "Right" },
    { range: `Q${WHOLE_PLAN + 1}:R${WHOLE_PLAN + 1}`, style: "header", indent: true },
    { range: `F${WHOLE_PLAN_ROWS.first}:F${WHOLE_PLAN_ROWS.last}`, align: "Right" },
    { range: `Q${WHOLE_PLAN_ROWS.first}:R${WHOLE_PLAN_ROWS.last}`, indent: true },
    ...columns(WHOLE_PLAN_ROWS, {
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
    }),
  ],
};

/** The row IC of a figure by layer, from the function itself; #N/A, never 0, where no layer is called that. */
function ofCondors(figure: string): string {
  return `=LET(t, ALVH.${figure}(Book, Market, "layer"), INDEX(t, XMATCH("IC", TAKE(t, , 1)), 2))`;
}

function summaryRow(
  row: number,
  label: string,
  [theta, vix01, value]: [string, string, string],
  meaning: string,
  style?: "result",
): CellDefinition[] {
  const looks = style === undefined ? {} : { style };
  return [
    { at: `A${row}`, value: label, ...looks },
    { at: `B${row}`, formula: theta, format: numberFormats.dollarsADay, ...looks },
    { at: `C${row}`, formula: vix01, format: numberFormats.dollars, ...looks },
    { at: `D${row}`, formula: value, format: numberFormats.dollars, ...looks },
    { at: `E${row}`, value: meaning, style: "note", indent: true },
  ];
}

function notes(firstRow: number, texts: string[]): CellDefinition[] {
  return texts.map((value, index) => ({ at: `A${firstRow + index}`, value, style: "note" }));
}

function columns(rows: { first: number; last: number }, formats: Record<string, string>) {
  return Object.entries(formats).map(([column, format]) => ({
    range: `${column}${rows.first}:${column}${rows.last}`,
    format,
  }));
}
