import { chainMarketRows } from "../../../alvh/chainMarketRows";
import type { CellValue } from "../../../alvh/cellValue";
import { InputError } from "../../../core/errors";
import type { Block } from "../../../workbook/putOnSheet";
import { numberFormats } from "../../../workbook/starter/numberFormats";
import { sourceNote, type QuoteSource } from "./chainBlock";
import { tableCells } from "./tableCells";
import { strings } from "../../strings/book";

/**
 * Rows for a market range from a quote file: AsOf, the index, and the forward of each expiration by put-call parity.
 * @param rate continuously compounded, decimal per year.
 */
export function marketRowsBlock(source: QuoteSource, rate: number): Block {
  const { asOf, spot, table } = source.chain;
  if (asOf === undefined) {
    throw new InputError("file", strings.file.undated);
  }
  const text = strings.file.sheets;
  const indexRow = indexName(table);
  const forwards = chainMarketRows(table, asOf, rate).map(([name = "", value = ""]) => ({ name, value }));
  const rows: MarketRow[] = [
    { name: "AsOf", value: asOf, format: numberFormats.dateTime },
    ...(spot === undefined || indexRow === undefined
      ? []
      : [{ name: indexRow, value: spot, format: numberFormats.points }]),
    { name: "Rate", value: rate, format: numberFormats.rate },
    ...forwards.map((row) => ({ ...row, format: numberFormats.settlement })),
  ];
  // Names of forwards stay text; the name of a VIX expiration is its date.
  const { cells, areas } = tableCells(
    [["Name", "Value"], ...rows.map(({ name, value }) => [name, value])],
    FIRST_ROW,
  );
  return {
    sheetName: text.market,
    columnWidths: [160, 140],
    cells: [
      { at: "A1", value: text.marketTitle, style: "title" },
      { at: "A2", value: sourceNote(source), style: "note" },
      {
        at: "A3",
        value: text.marketNote(rate),
        style: "note",
      },
      ...cells,
    ],
    areas: [...areas, ...rows.map(({ format }, index) => ({ range: `B${FIRST_ROW + 1 + index}`, format }))],
  };
}

const FIRST_ROW = 5;

interface MarketRow {
  name: CellValue;
  value: CellValue;
  format: string;
}

/** The market row that the file's index fills. */
function indexName(table: readonly (readonly CellValue[])[]): "SPX" | "VIX" | undefined {
  const root = String(table[1]?.[1] ?? "");
  if (root.startsWith("SPX")) return "SPX";
  return root.startsWith("VIX") ? "VIX" : undefined;
}
