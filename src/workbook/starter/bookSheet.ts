import type { CellDefinition, SheetDefinition } from "../workbookDefinition";
import { headerRow } from "./headerRow";
import { numberFormats } from "./numberFormats";

const CONDOR_EXPIRATION = 44638; // 2022-03-18

/** Ten iron condors and the VIX calls beside them: columns A to I are the range Book. */
export const bookSheet: SheetDefinition = {
  name: "Book",
  columnWidths: [80, 100, 70, 70, 80, 110, 80, 80, 80, 560],
  frozenRows: 4,
  cells: [
    { at: "A1", value: "The book: ten iron condors and their VIX calls", style: "title" },
    {
      at: "A2",
      value:
        "The functions read the table by the name Book. To add a leg, insert a row inside the table. Negative Qty is short.",
      style: "note",
    },
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
      { title: "Source", align: "Left" },
    ]),
    ...condorLeg(5, "put", 10, 4050, 32.8, 33.3),
    ...condorLeg(6, "put", -10, 4100, 38.1, 38.7),
    ...condorLeg(7, "call", -10, 4725, 21.3, 21.8),
    ...condorLeg(8, "call", 10, 4775, 12.7, 13.2),
    ...vixCall(9, "short", 4, 44608, 1.255),
    ...vixCall(10, "medium", 4, 44635, 1.157),
    ...vixCall(11, "long", 2, 44699, 0.956),
  ],
  areas: [],
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
    { at: `H${row}`, value: bid, format: numberFormats.quote, style: "input" },
    { at: `I${row}`, value: ask, format: numberFormats.quote, style: "input" },
    {
      at: `J${row}`,
      value: "Cboe quotes of 2022-02-04, 16:15; the vol is implied from the middle of bid and ask",
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
    ...contract(row, layer, "VIX", "call", quantity, 30, expiration),
    { at: `G${row}`, value: vol, format: numberFormats.vol, style: "input" },
    {
      at: `J${row}`,
      value: "Vol assumed, not quoted: volatility of the VIX future of that expiry, decimal a year",
      style: "note",
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
    { at: `D${row}`, value: quantity, format: numberFormats.quantity, style: "input" },
    { at: `E${row}`, value: strike, format: numberFormats.strike, style: "input" },
    { at: `F${row}`, value: expiration, format: numberFormats.date, style: "input" },
  ];
}
