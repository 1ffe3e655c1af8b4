import type { CellDefinition, SheetDefinition } from "../workbookDefinition";
import { headerRow } from "./headerRow";
import { numberFormats } from "./numberFormats";

// Rows of NETGREEKS below its header, with room for eight layers and the total; the summary adds them up.
const GREEKS_TOP = 14;
const GREEKS_ROWS = { first: GREEKS_TOP + 1, last: GREEKS_TOP + 10 };
const LAYER_TOP = 27;
const LAYER_ROWS = { first: LAYER_TOP + 1, last: LAYER_TOP + 10 };
const MODELLED_TOP = 39;
const CHECK_TOP = 46;

/** The two answers: what the condors earn per day net of their hedge, and which hedge the rule asks for. */
export const planSheet: SheetDefinition = {
  name: "Plan",
  columnWidths: [150, 100, 116, 92, 92, 100, 100, 116, 112, 186, 84, 72, 92, 96, 112, 96, 92, 300],
  frozenRows: 0,
  cells: [
    { at: "A1", value: "What the condors earn, and which VIX hedge to hold", style: "title" },
    {
      at: "A2",
      value: "Live: change a blue cell on Market or Book and everything here recalculates.",
      style: "note",
    },

    {
      at: "A3",
      formula: `=IF(A${CHECK_TOP + 1}="OK", "Checked: Book and Market were read as meant.", "Something in Book or Market was not read as meant: see Check below.")`,
      style: "note",
    },
    ...headerRow(4, [
      { title: "The book", align: "Left" },
      { title: "Theta $/day", align: "Right" },
      { title: "VIX01 $/VIX pt", align: "Right" },
      { title: "Value $", align: "Right" },
    ]),
    ...summaryRow(5, "Condors", [condors("G"), condors("I"), condors("C")], "layer IC, alone"),
    ...summaryRow(
      6,
      "VIX hedge",
      ["=B7-B5", "=C7-C5", "=D7-D5"],
      "all other layers: what the hedge costs, and what it covers",
    ),
    ...summaryRow(
      7,
      "Net",
      ["=ALVH.NETTHETA(Book, Market)", "=ALVH.NETVIX(Book, Market)", "=ALVH.NETVALUE(Book, Market)"],
      "what the whole book earns or pays",
      "result",
    ),
    { at: "A8", value: "Hedge / condors" },
    { at: "B8", formula: '=IFERROR(-B6/B5, "")', format: numberFormats.share },
    { at: "C8", formula: '=IFERROR(-C6/C5, "")', format: numberFormats.share },
    {
      at: "E8",
      value:
        "share of the condors' theta that the hedge costs, and of their VIX01 that it covers; the rest of its help is convexity",
      style: "note",
    },
    {
      at: "A9",
      value: "Theta: option decay per calendar day, with spot, vols and the VIX curve held.",
      style: "note",
    },
    {
      at: "A10",
      value:
        "VIX01: dollars for +1 point of spot VIX, linear. Each VX expiry moves by its own beta, which is modelled (ALVH.VXBETA).",
      style: "note",
    },
    {
      at: "A11",
      value: "Value: at the middle of bid and ask; negative means that closing would cost that much.",
      style: "note",
    },

    { at: "A13", value: "Greeks by layer", style: "section" },
    {
      at: "C13",
      value:
        "Value, theta, roll-down and VIX01 add up across layers. Delta, gamma and vega do not: a VIX call has those of its own VX future.",
      style: "note",
    },
    { at: `A${GREEKS_TOP}`, formula: '=ALVH.NETGREEKS(Book, Market, "layer")' },

    { at: "A26", value: "The 4/4/2 hedge", style: "section" },
    {
      at: "C26",
      value:
        "What the rule would buy today for the condors of Book: VIX calls near delta .30. Compare with the layers above.",
      style: "note",
    },
    { at: `A${LAYER_TOP}`, formula: '=ALVH.LAYER(Book, "442", Market)' },

    { at: `A${MODELLED_TOP}`, value: "Modelled, not quoted", style: "section" },
    ...notes(MODELLED_TOP + 1, [
      "Vols of the hedge to buy: from VVIX and falling with time to expiry, without a skew. Real out-of-the-money VIX calls usually cost more.",
      "Betas of the VX futures: averages of many days. In real shocks the front future moved .4 to .9 points per point of VIX.",
      "Cost $/year: today's option decay and roll-down of the VIX curve, times 365. It is not a forecast.",
      "Left out: fees, the bid-ask spread on the way out, margin.",
    ]),

    { at: `A${CHECK_TOP}`, value: "Check", style: "section" },
    {
      at: `C${CHECK_TOP}`,
      value: "Anything in Book or Market that could not be read as meant.",
      style: "note",
    },
    { at: `A${CHECK_TOP + 1}`, formula: "=ALVH.CHECK(Book, Market)" },
  ],
  areas: [
    { range: `A${GREEKS_TOP}:B${GREEKS_TOP}`, style: "header" },
    { range: `C${GREEKS_TOP}:K${GREEKS_TOP}`, style: "header", align: "Right" },
    // Words that stand beside figures, kept off them.
    { range: `K${GREEKS_ROWS.first}:K${GREEKS_ROWS.last}`, align: "Right" },
    { range: `F${LAYER_ROWS.first}:F${LAYER_ROWS.last}`, align: "Right" },
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
    { range: `A${LAYER_TOP}:C${LAYER_TOP}`, style: "header" },
    { range: `D${LAYER_TOP}:P${LAYER_TOP}`, style: "header", align: "Right" },
    { range: `Q${LAYER_TOP}:R${LAYER_TOP}`, style: "header" },
    ...columns(LAYER_ROWS, {
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

/** One column of NETGREEKS, its condor rows added up; #N/A, never 0, where no layer is called IC. */
function condors(column: string): string {
  const { first, last } = GREEKS_ROWS;
  const layers = `$A$${first}:$A$${last}`;
  return `=IF(ISNUMBER(MATCH("IC", ${layers}, 0)), SUMIF(${layers}, "IC", ${column}$${first}:${column}$${last}), NA())`;
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
    { at: `E${row}`, value: meaning, style: "note" },
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
