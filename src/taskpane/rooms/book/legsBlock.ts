import { chainToBookLegs, type ChainPick } from "../../../alvh/chainToBookLegs";
import type { Block } from "../../../workbook/putOnSheet";
import { numberFormats } from "../../../workbook/starter/numberFormats";
import { sourceNote, type QuoteSource } from "./chainBlock";
import { tableCells } from "./tableCells";
import { strings } from "../../strings/book";

/** Where a block goes: a new sheet with a title, or bare at the selected cell. */
export type Place = "sheet" | "selection";

/**
 * The options picked from a quote file as a book range, at the file's bid and ask.
 * @param name for the range on its new sheet, free in the workbook.
 */
export function legsBlock(
  source: QuoteSource,
  picks: readonly ChainPick[],
  place: Place,
  name: string,
): Block {
  const table = chainToBookLegs(source.chain.table, picks);
  if (place === "selection") return tableCells(table, 1, FORMATS);
  const text = strings.file.sheets;
  const { cells, areas } = tableCells(table, 5, FORMATS);
  return {
    sheetName: text.legs,
    columnWidths: [90, 96, 70, 70, 86, 100, 80, 80, 110],
    cells: [
      { at: "A1", value: text.legsTitle, style: "title" },
      { at: "A2", value: sourceNote(source), style: "note" },
      {
        at: "A3",
        value: text.legsNote(name),
        style: "note",
      },
      ...cells,
    ],
    areas,
    names: [{ name, refersTo: `A5:I${5 + picks.length}` }],
  };
}

const FORMATS = {
  Qty: numberFormats.quantity,
  Strike: numberFormats.strike,
  Bid: numberFormats.quote,
  Ask: numberFormats.quote,
  OpenInterest: numberFormats.money,
};
