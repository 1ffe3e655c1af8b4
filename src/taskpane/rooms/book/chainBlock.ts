import type { QuoteTableChain } from "../../../alvh/quoteTableToChain";
import { formatIsoDateTime, parseIsoDate } from "../../../alvh/dates";
import type { Block } from "../../../workbook/putOnSheet";
import { numberFormats } from "../../../workbook/starter/numberFormats";
import type { ChainExpiry } from "./chainExpiries";
import { tableCells } from "./tableCells";
import { strings } from "../../strings/book";

/** Where the chain came from, for the notes on the sheets. */
export interface QuoteSource {
  readonly chain: QuoteTableChain;
  readonly fileName: string;
}

/** One expiration of a quote file as a chain range on a sheet of its own. */
export function chainBlock(source: QuoteSource, { name, term }: ChainExpiry): Block {
  const [header = [], ...rows] = source.chain.table;
  const places = COLUMNS.map((column) => header.indexOf(column));
  const [expiry, root] = [header.indexOf("expd"), header.indexOf("root")];
  const wanted = rows.filter(
    (row) => parseIsoDate(String(row[expiry])) === term.expiry && row[root] === term.root,
  );
  const table = [[...COLUMNS], ...wanted.map((row) => places.map((place) => row[place]))];
  const { cells, areas } = tableCells(table, 4, FORMATS);
  return {
    sheetName: strings.file.sheets.chain(name),
    columnWidths: [96, 64, 76, ...COLUMNS.slice(3).map(() => 72)],
    frozenRows: 4,
    cells: [
      { at: "A1", value: strings.file.sheets.chainTitle(name), style: "title" },
      { at: "A2", value: sourceNote(source), style: "note" },
      ...cells,
    ],
    areas,
  };
}

/** What was read and when its quotes are of. */
export function sourceNote({ chain, fileName }: QuoteSource): string {
  const text = strings.file.sheets;
  const { title, spot, asOf } = chain;
  const parts = [
    text.readFrom(fileName),
    title,
    spot === undefined ? "" : text.last(spot),
    asOf === undefined ? text.noDate : text.quotesOf(formatIsoDateTime(asOf)),
  ];
  return `${parts.filter((part) => part !== "").join("; ")}.`;
}

// What VIXCALC and the book need, and what a trader chooses by.
const COLUMNS = [
  "expd",
  "root",
  "strike",
  "cbid",
  "cask",
  "civ",
  "cdelta",
  "coi",
  "pbid",
  "pask",
  "piv",
  "pdelta",
  "poi",
] as const;

const FORMATS = {
  strike: numberFormats.points,
  cbid: numberFormats.quote,
  cask: numberFormats.quote,
  civ: numberFormats.vol,
  cdelta: numberFormats.vol,
  coi: numberFormats.money,
  pbid: numberFormats.quote,
  pask: numberFormats.quote,
  piv: numberFormats.vol,
  pdelta: numberFormats.vol,
  poi: numberFormats.money,
};
