// @ts-expect-error The published types bring in Node's and the browser's, which this layer must not see: `parse` has its own.
import Papa from "papaparse";
import { InputError } from "../core/errors";
import { formatIsoDate } from "./dates";
import type { Table } from "./netTables";
import { normaliseName } from "./names";
import { rootOfSymbol } from "./optionChainRoot";
import { readQuoteTableBanner, type QuoteTableBanner } from "./quoteTableBanner";
import { parseQuoteTableDate } from "./quoteTableDate";
import { parseQuoteTableNumber, type QuoteTableNotation } from "./quoteTableNumber";
import { showCell } from "./readNumber";

/** A quote table as a chain range, with what its banner says. */
export interface QuoteTableChain extends QuoteTableBanner {
  /** A header, then one strike a row; expirations as ISO text, vols and deltas as decimals, "" where the file has a blank. */
  readonly table: Table;
}

/**
 * Turns the CSV file of Cboe's quote table (Download CSV on the delayed quotes page) into a chain range. All or nothing:
 * the first thing that is not as it should be throws, with its line and column. A file that a German or French Excel
 * saved again, with semicolons and decimal commas, is the same file.
 */
export function quoteTableToChain(text: string): QuoteTableChain {
  const delimiter = delimiterOf(text);
  const lines = readLines(text, delimiter);
  const header = lines.findIndex(isHeader);
  if (header < 0) throw notAQuoteTable(lines);
  const columns = findColumns(lines[header]!, header + 1);
  const notation = notationOf(delimiter, lines.slice(header + 1));
  const banner = readQuoteTableBanner(lines.slice(0, header), notation);
  const firstLine = new Map<string, number>();
  const rows = lines.slice(header + 1).flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const line = header + index + 2;
    checkWidth(cells, lines[header]!.length, line);
    const row = readRow(cells, columns, line, notation);
    const key = `${row[1]} ${row[0]} strike ${row[2]}`;
    const earlier = firstLine.get(key);
    if (earlier !== undefined) {
      throw problem(line, columns.strike.position, `${key} stands on line ${earlier} already`);
    }
    firstLine.set(key, line);
    return [row];
  });
  if (rows.length === 0) throw problem(header + 2, 0, "the header is there, but no quote follows it");
  return { ...banner, table: [HEADER, ...rows] };
}

const SIDE = ["bid", "ask", "last", "iv", "delta", "gamma", "vol", "oi"] as const;
const HEADER = [
  "expd",
  "root",
  "strike",
  ...SIDE.map((name) => `c${name}`),
  ...SIDE.map((name) => `p${name}`),
];

/** How the file names the columns of each side, today's name first. */
const FILE_NAMES: Readonly<Record<(typeof SIDE)[number], readonly string[]>> = {
  bid: ["Bid"],
  ask: ["Ask"],
  last: ["Last Sale", "Last"],
  iv: ["IV"],
  delta: ["Delta"],
  gamma: ["Gamma"],
  vol: ["Volume", "Vol"],
  oi: ["Open Interest", "Open Int"],
};

/** A column of the file: its place from 0, and its name for messages. */
interface FileColumn {
  readonly position: number;
  readonly name: string;
}

interface FileColumns {
  readonly expiry: FileColumn;
  readonly calls: FileColumn;
  readonly strike: FileColumn;
  readonly puts: FileColumn;
  readonly callSide: readonly FileColumn[];
  readonly putSide: readonly FileColumn[];
}

/** A whole SPX chain has about 25,000 lines of 22 columns. */
const MOST_LINES = 100_000;
const MOST_COLUMNS = 100;

/** The one call of papaparse that is used. */
const parse: (
  text: string,
  options: { delimiter: string; newline: string; preview: number },
) => { data: string[][]; errors: readonly { row?: number }[] } = Papa.parse;

/** A semicolon where the header's names stand between semicolons, as Excel saves where the comma is the decimal sign. */
function delimiterOf(text: string): "," | ";" {
  return text.split(/\r\n?|\n/).some((line) => isHeader(line.split(";"))) ? ";" : ",";
}

/** Cboe's own files may have thousands between commas; what Excel saved with semicolons has none. */
function notationOf(delimiter: "," | ";", lines: readonly (readonly string[])[]): QuoteTableNotation {
  if (delimiter === ",") return "Cboe";
  const hasCommas = lines.some((cells) => cells.some((cell) => /^[+-]?\d*,\d+$/.test(cell.trim())));
  return hasCommas ? "decimal comma" : "decimal point";
}

function readLines(text: string, delimiter: string): string[][] {
  const { data, errors } = parse(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), {
    delimiter,
    newline: "\n",
    preview: MOST_LINES + 1,
  });
  if (data.length > MOST_LINES) {
    throw problem(
      MOST_LINES + 1,
      0,
      `a quote table has at most ${MOST_LINES} lines: choose fewer expirations`,
    );
  }
  const wide = data.findIndex((cells) => cells.length > MOST_COLUMNS);
  if (wide >= 0) {
    throw problem(
      wide + 1,
      MOST_COLUMNS,
      `a quote table has at most ${MOST_COLUMNS} columns, not ${data[wide]!.length}`,
    );
  }
  const [error] = errors;
  // A quoted field that runs on over lines is a quote left open, and would shift every line after it.
  const broken = data.findIndex((cells) => cells.some((cell) => cell.includes("\n")));
  if (broken >= 0) {
    const column = data[broken]!.findIndex((cell) => cell.includes("\n"));
    throw problem(broken + 1, column, "a quotation mark is opened and not closed on its line");
  }
  if (error !== undefined) {
    const row = error.row ?? 0;
    const column = (data[row] ?? []).findIndex((cell) => cell.includes('"'));
    throw problem(row + 1, Math.max(column, 0), "a quotation mark is out of place");
  }
  return data;
}

function isHeader(cells: readonly string[]): boolean {
  const names = cells.map(normaliseName);
  return ["calls", "strike", "puts"].every((name) => names.includes(name));
}

function findColumns(header: readonly string[], line: number): FileColumns {
  const names = header.map(normaliseName);
  const find = (wanted: readonly string[], from: number, to: number, side: string): FileColumn => {
    const known = wanted.map(normaliseName);
    const position = names.findIndex((name, index) => index >= from && index < to && known.includes(name));
    if (position < 0) throw problem(line, to, `the header has no column ${wanted[0]}${side}`);
    return { position, name: `${header[position]!.trim()}${side}` };
  };
  const all = [0, names.length] as const;
  const calls = find(["Calls"], ...all, "");
  const strike = find(["Strike"], ...all, "");
  const puts = find(["Puts"], ...all, "");
  return {
    expiry: find(["Expiration Date", "Expiration"], ...all, ""),
    calls,
    strike,
    puts,
    callSide: SIDE.map((name) => find(FILE_NAMES[name], calls.position, strike.position, " of the call")),
    putSide: SIDE.map((name) => find(FILE_NAMES[name], puts.position, names.length, " of the put")),
  };
}

function readRow(
  cells: readonly string[],
  columns: FileColumns,
  line: number,
  notation: QuoteTableNotation,
): (string | number)[] {
  const { expiry, calls, puts, strike, callSide, putSide } = columns;
  const date = cells[expiry.position]!;
  // 03/04/2022 is the fourth of March to Cboe, and the third of April where an Excel of Europe wrote it.
  const isAmbiguous = notation !== "Cboe" && date.includes("/");
  const expd = isAmbiguous ? NaN : parseQuoteTableDate(date);
  if (Number.isNaN(expd)) {
    throw wrong(cells, line, expiry, 'is not a date like "Fri Mar 04 2022" or "2022-03-04"');
  }
  const root = rootOfSymbol(cells[calls.position]!);
  if (root === "") throw wrong(cells, line, calls, "is not the symbol of an option");
  if (rootOfSymbol(cells[puts.position]!) !== root) {
    throw wrong(cells, line, puts, `is not the put beside ${cells[calls.position]!.trim()}`);
  }
  const strikeValue = readFigure(cells, line, strike, notation);
  if (!(Number(strikeValue) > 0)) throw wrong(cells, line, strike, "is not a strike: it must be positive");
  return [
    formatIsoDate(expd),
    root,
    strikeValue,
    ...[...callSide, ...putSide].map((column) => readFigure(cells, line, column, notation)),
  ];
}

/** A number of the file; "" where it has a blank. Only a delta may be negative. */
function readFigure(
  cells: readonly string[],
  line: number,
  column: FileColumn,
  notation: QuoteTableNotation,
): number | "" {
  const text = cells[column.position]!.trim();
  if (text === "") return "";
  const value = parseQuoteTableNumber(text, notation);
  if (!Number.isFinite(value)) throw wrong(cells, line, column, "is not a number");
  if (value < 0 && !column.name.startsWith("Delta")) throw wrong(cells, line, column, "must not be negative");
  return value;
}

function checkWidth(cells: readonly string[], width: number, line: number): void {
  if (cells.length < width) {
    throw problem(line, cells.length, `the line ends after ${cells.length} of the header's ${width} columns`);
  }
  const beyond = cells.findIndex((cell, index) => index >= width && cell.trim() !== "");
  if (beyond >= 0) {
    throw problem(line, beyond, `${showCell(cells[beyond])} stands beyond the header's ${width} columns`);
  }
}

function notAQuoteTable(lines: readonly (readonly string[])[]): InputError {
  if (lines.every((cells) => cells.every((cell) => cell.trim() === ""))) {
    return problem(1, 0, "the file is empty");
  }
  return problem(
    lines.length,
    0,
    "the file ends without a header (Expiration Date, Calls, …, Strike, Puts, …): it is not a Cboe quote table",
  );
}

function wrong(cells: readonly string[], line: number, column: FileColumn, reason: string): InputError {
  return problem(line, column.position, `${column.name}: ${showCell(cells[column.position])} ${reason}`);
}

/** An error at a place of the file, whose position counts from 0. */
function problem(line: number, position: number, reason: string): InputError {
  return new InputError("file", `line ${line}, column ${position + 1}: ${reason}`);
}
