import type { CellValue } from "../../src/alvh/cellValue";
import { goldenTable } from "../data/readTable";

/** Cboe's worked example of 2022-09-27 10:45:15 as a chain range (the source is in the table's own first lines). */
export const methodologyChain: CellValue[][] = chainRange(goldenTable("vix-methodology-example.csv"));

/** The rows of a comma-separated chain as a range: numbers where the columns hold numbers. */
export function chainRange(rows: readonly Record<string, string>[]): CellValue[][] {
  const names = Object.keys(rows[0] ?? {});
  const cell = (name: string, text: string): CellValue =>
    name === "expd" || name === "root" || text === "" ? text : Number(text);
  return [names, ...rows.map((row) => names.map((name) => cell(name, row[name] ?? "")))];
}
