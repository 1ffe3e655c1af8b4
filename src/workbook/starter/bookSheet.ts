import type { CellDefinition, SheetDefinition } from "../workbookDefinition";
import { headerRow } from "./headerRow";
import { numberFormats } from "./numberFormats";

const CONDOR_EXPIRATION = 44638; // 2022-03-18

const LAST_LEG = 11;
const LAST_ROW = 60;

/** Of the columns with figures, in the rows of the legs and in the free rows below. */
const FORMATS = {
  D: numberFormats.quantity,
  E: numberFormats.strike,
  F: numberFormats.date,
  G: numberFormats.vol,
  H: numberFormats.quote,
  I: numberFormats.quote,
};

/** Ten iron condors and the VIX calls beside them: columns A to I are the range Book. */
export const bookSheet: SheetDefinition = {
  name: "Book",
  columnWidths: [80, 100, 70, 70, 80, 110, 80, 80, 80, 300],
  frozenRows: 4,
  cells: [
    { at: "A1", value: "The book: ten iron condors and their VIX calls", style: "title" },
    {
      at: "A2",
      value:
        "The functions read rows 4 to 60 by the name Book: to add a leg, type it into the next free row. Negative Qty is short.",
      style: "note",
    },
    { at: "A3", value: "Quotes of 4 February 2022, 16:15 New York.", style: "note" },
    ...headerRow(4, [
      { title: "Layer", align: "Left" },
      { title: "Underlying", align: "Left" },
      { title: "Kind", align: "Left" },
      { title: "Qty", align: "Right" },
      { title: "Strike", align: "Right" },
      { title: "Expiry", align: "Right" },
      { title: "Vol", align: "Right" },
      { title: "Bid", align: "Right" },
      { title: "Ask", align: "Right" },
      { title: "Source", align: "Left", indent: true },
    ]),
    ...condorLeg(5, "put", 10, 4050, 32.8, 33.3),
    ...condorLeg(6, "put", -10, 4100, 38.1, 38.7),
    ...condorLeg(7, "call", -10, 4725, 21.3, 21.8),
    ...condorLeg(8, "call", 10, 4775, 12.7, 13.2),
    ...vixCall(9, "short", 4, 44608, 1.255),
    ...vixCall(10, "medium", 4, 44635, 1.157),
    ...vixCall(11, "long", 2, 44699, 0.956),
  ],
  areas: [
    { range: `A${LAST_LEG + 1}:I${LAST_ROW}`, style: "input" },
    ...Object.entries(FORMATS).map(([column, format]) => ({
      range: `${column}${LAST_LEG + 1}:${column}${LAST_ROW}`,
      format,
    })),
  ],
};

function condorLeg(
  row: number,
  kind: string,
  quantity: number,
  strike: number,
  bid: number,
  ask: number,
): CellDefinition[] {
  return [
    ...contract(row, "IC", "SPXW", kind, quantity, strike, CONDOR_EXPIRATION),
    { at: `H${row}`, value: bid, format: FORMATS.H, style: "input" },
    { at: `I${row}`, value: ask, format: FORMATS.I, style: "input" },
    {
      at: `J${row}`,
      value: "Cboe quote, vol implied from mid",
      style: "note",
      indent: true,
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
    ...contract(row, layer, "VIX", "call", quantity, 30, expiration),
    { at: `G${row}`, value: vol, format: FORMATS.G, style: "input" },
    {
      at: `J${row}`,
      value: "no quote, vol of its future assumed",
      style: "note",
      indent: true,
    },
  ];
}

function contract(
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
    { at: `D${row}`, value: quantity, format: FORMATS.D, style: "input" },
    { at: `E${row}`, value: strike, format: FORMATS.E, style: "input" },
    { at: `F${row}`, value: expiration, format: FORMATS.F, style: "input" },
  ];
}
