import type { CellDefinition, WorkbookDefinition } from "./workbookDefinition";

const DATE = "yyyy-mm-dd";
const DATE_TIME = "yyyy-mm-dd hh:mm";
const POINTS = "#,##0.00";
const SETTLEMENT = "#,##0.0000";
const DECIMAL = "0.0000";
const STRIKE = "#,##0";
const QUOTE = "0.00";
const VOL = "0.000";
const SIGNED = "+#,##0;-#,##0;0";
const DOLLARS = "+#,##0.00;-#,##0.00;0.00";

/**
 * The first workbook of a trader: a real day's market, a book of ten iron condors with a 4/4/2 hedge of VIX
 * calls, and a plan that answers what the book earns per day and which hedge the rule asks for.
 */
export const starterWorkbook: WorkbookDefinition = {
  sheets: [
    {
      name: "Market",
      columnWidths: [130, 130, 210, 430],
      frozenRows: 4,
      cells: [
        { at: "A1", value: "Market on 4 February 2022, at the close", style: "title" },
        {
          at: "A2",
          value:
            "The functions read columns A and B by the name Market. Blue cells are inputs: type over them.",
          style: "note",
        },
        ...header(4, ["Name", "Value", "Unit", "Source"]),
        ...marketRow(
          5,
          "AsOf",
          44596.677083333336,
          DATE_TIME,
          "date and time, New York",
          "Cboe close, 16:15",
        ),
        ...marketRow(6, "SPX", 4500.53, POINTS, "index points", "S&P 500, official close"),
        ...marketRow(7, "VIX", 23.22, POINTS, "index points", "Cboe, official close"),
        ...marketRow(8, "VVIX", 124.89, POINTS, "index points", "Cboe, official close"),
        ...marketRow(
          9,
          "Rate",
          0.003,
          DECIMAL,
          "decimal a year, continuous",
          "assumed: bills stood near 0.3%",
        ),
        ...marketRow(
          10,
          "Yield",
          0.0294,
          DECIMAL,
          "decimal a year, continuous",
          "implied: put-call parity of SPXW 2022-03-18, forward 4486.90",
        ),
        ...futureRow(11, 44608, 24.2613),
        ...futureRow(12, 44635, 25.1484),
        ...futureRow(13, 44671, 25.7037),
        ...futureRow(14, 44699, 25.9505),
        ...futureRow(15, 44727, 26.0004),
        ...futureRow(16, 44762, 26.4004),
        ...futureRow(17, 44790, 26.2975),
        ...futureRow(18, 44825, 26.55),
      ],
      spillFormats: [],
    },
    {
      name: "Book",
      columnWidths: [80, 100, 70, 70, 80, 110, 80, 80, 80, 520],
      frozenRows: 4,
      cells: [
        { at: "A1", value: "The book: ten iron condors and their VIX calls", style: "title" },
        {
          at: "A2",
          value:
            "The functions read the table by the name Book. To add a leg, insert a row inside the table. Negative Qty is short.",
          style: "note",
        },
        ...header(4, [
          "Layer",
          "Underlying",
          "Kind",
          "Qty",
          "Strike",
          "Expiry",
          "Vol",
          "Bid",
          "Ask",
          "Source",
        ]),
        ...condorLeg(5, "put", 10, 4050, 32.8, 33.3),
        ...condorLeg(6, "put", -10, 4100, 38.1, 38.7),
        ...condorLeg(7, "call", -10, 4725, 21.3, 21.8),
        ...condorLeg(8, "call", 10, 4775, 12.7, 13.2),
        ...vixCall(9, "short", 4, 44608, 1.255),
        ...vixCall(10, "medium", 4, 44635, 1.157),
        ...vixCall(11, "long", 2, 44699, 0.956),
      ],
      spillFormats: [],
    },
    {
      name: "Plan",
      columnWidths: [150, ...Array.from({ length: 17 }, () => 92)],
      frozenRows: 0,
      cells: [
        { at: "A1", value: "What the condors earn, and which VIX hedge to hold", style: "title" },
        {
          at: "A2",
          value:
            "Live: change a blue cell on Market or Book and everything here recalculates. Money is in dollars.",
          style: "note",
        },
        ...header(4, ["The whole book", "Dollars", "What it is"]),
        ...answerRow(
          5,
          "Net theta",
          "=ALVH.NETTHETA(Book, Market)",
          "per calendar day: option decay of condors and hedge together, with spot, vols and the VIX curve held",
        ),
        ...answerRow(
          6,
          "VIX01",
          "=ALVH.NETVIX(Book, Market)",
          "for +1 point of spot VIX, linear; modelled: each VX expiry moves by its own beta (ALVH.VXBETA)",
        ),
        ...answerRow(
          7,
          "Value",
          "=ALVH.NETVALUE(Book, Market)",
          "at the middle of bid and ask; negative: closing the book would cost that much",
        ),
        { at: "A9", value: "Greeks by layer", style: "header" },
        {
          at: "B9",
          value:
            "IC = the iron condors. Delta, gamma and vega add up within one underlying only: see the column.",
          style: "note",
        },
        { at: "A10", formula: '=ALVH.NETGREEKS(Book, Market, "layer")' },
        { at: "A22", value: "The 4/4/2 hedge", style: "header" },
        {
          at: "B22",
          value:
            "What the rule would hold for the condors of the book: VIX calls near delta .30. Vols are modelled from VVIX, so prices are estimates.",
          style: "note",
        },
        { at: "A23", formula: '=ALVH.LAYER(Book, "442", Market)' },
        { at: "A34", value: "Check", style: "header" },
        { at: "B34", value: "Anything in Book or Market that could not be read as meant.", style: "note" },
        { at: "A35", formula: "=ALVH.CHECK(Book, Market)" },
      ],
      spillFormats: [],
    },
  ],
  names: [
    { name: "Market", refersTo: "Market!$A$5:$B$18" },
    { name: "Book", refersTo: "Book!$A$4:$I$11" },
  ],
  opensOn: "Plan",
};

function header(row: number, titles: string[]): CellDefinition[] {
  return titles.map((title, index) => ({
    at: `${columnLetter(index)}${row}`,
    value: title,
    style: "header",
  }));
}

function marketRow(
  row: number,
  name: string,
  value: number,
  format: string,
  unit: string,
  source: string,
): CellDefinition[] {
  return [
    { at: `A${row}`, value: name },
    { at: `B${row}`, value, format, style: "input" },
    { at: `C${row}`, value: unit },
    { at: `D${row}`, value: source, style: "note" },
  ];
}

/** A VX future: a market row whose name is its expiration, as an Excel date. */
function futureRow(row: number, expiration: number, settlement: number): CellDefinition[] {
  return [
    { at: `A${row}`, value: expiration, format: DATE },
    { at: `B${row}`, value: settlement, format: SETTLEMENT, style: "input" },
    { at: `C${row}`, value: "VX future, index points" },
    { at: `D${row}`, value: "Cboe Futures Exchange, daily settlement", style: "note" },
  ];
}

function condorLeg(
  row: number,
  kind: string,
  quantity: number,
  strike: number,
  bid: number,
  ask: number,
): CellDefinition[] {
  return [
    ...legStart(row, "IC", "SPXW", kind, quantity, strike, 44638),
    { at: `H${row}`, value: bid, format: QUOTE, style: "input" },
    { at: `I${row}`, value: ask, format: QUOTE, style: "input" },
    {
      at: `J${row}`,
      value: "Quotes of the SPXW chain, 2022-02-04; the vol is implied from their middle",
      style: "note",
    },
  ];
}

function vixCall(
  row: number,
  layer: string,
  quantity: number,
  expiration: number,
  vol: number,
): CellDefinition[] {
  return [
    ...legStart(row, layer, "VIX", "call", quantity, 30, expiration),
    { at: `G${row}`, value: vol, format: VOL, style: "input" },
    {
      at: `J${row}`,
      value: "Vol assumed, not quoted: the volatility of VIX over this expiry, decimal a year",
      style: "note",
    },
  ];
}

function legStart(
  row: number,
  layer: string,
  underlying: string,
  kind: string,
  quantity: number,
  strike: number,
  expiration: number,
): CellDefinition[] {
  return [
    { at: `A${row}`, value: layer, style: "input" },
    { at: `B${row}`, value: underlying, style: "input" },
    { at: `C${row}`, value: kind, style: "input" },
    { at: `D${row}`, value: quantity, format: SIGNED, style: "input" },
    { at: `E${row}`, value: strike, format: STRIKE, style: "input" },
    { at: `F${row}`, value: expiration, format: DATE, style: "input" },
  ];
}

function answerRow(row: number, label: string, formula: string, meaning: string): CellDefinition[] {
  return [
    { at: `A${row}`, value: label },
    { at: `B${row}`, formula, format: DOLLARS, style: "result" },
    { at: `C${row}`, value: meaning, style: "note" },
  ];
}

function columnLetter(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}
