import type { CellValue } from "../../../alvh/cellValue";
import type { AuditBase } from "./auditForm";

/** What COSTAUDIT says for one base, found in its table by the names of rows and columns. */
export interface AuditFigures {
  readonly years: readonly AuditSpan[];
  readonly total: AuditSpan;
  readonly perYear: AuditSpan;
  /** Of whole years; undefined in a history that has none. */
  readonly worst: AuditSpan | undefined;
  readonly best: AuditSpan | undefined;
  /** "above: 2.48% a year over the whole history; 2 of 15 whole years inside". */
  readonly verdict: string;
  /** How large the base must be for the band to hold. */
  readonly fittingBase: string;
  /** The hedge bought only from a level of VIX up, with its header. */
  readonly thresholds: readonly CellValue[][];
  readonly notes: readonly string[];
}

export interface AuditSpan {
  readonly name: string;
  readonly days: number;
  /** Dollars; below 0 the hedge cost more than it paid. */
  readonly net: number;
  /** Percent of the base; below 0 the hedge earned. */
  readonly cost: number;
}

export function auditFigures([header = [], ...rows]: readonly CellValue[][], base: AuditBase): AuditFigures {
  const places = {
    days: at(header, "Days"),
    net: at(header, "Net $"),
    cost: at(header, `Cost % of ${base}`),
  };
  const span = (row: readonly CellValue[]): AuditSpan => ({
    name: String(row[0]),
    days: Number(row[places.days]),
    net: Number(row[places.net]),
    cost: Number(row[places.cost]),
  });
  const find = (name: RegExp): CellValue[] | undefined => rows.find(([first]) => name.test(String(first)));
  const needed = (name: RegExp): CellValue[] => {
    const found = find(name);
    if (found === undefined) throw new Error(`the audit has no row ${name.source}`);
    return found;
  };
  const total = needed(/^Total$/);
  const [worst, best] = [find(/^Worst year/), find(/^Best year/)];
  return {
    years: rows.slice(0, rows.indexOf(total)).map(span),
    total: span(total),
    perYear: span(needed(/^Per year/)),
    worst: worst && span(worst),
    best: best && span(best),
    verdict: String(needed(new RegExp(`of ${base}\\?$`))[1]),
    fittingBase: String(needed(/holds for a base of$/)[1]),
    thresholds: thresholdsIn(rows),
    notes: auditNotesIn(rows),
  };
}

/** The notes of COSTAUDIT or BACKTEST. */
export function auditNotesIn(rows: readonly CellValue[][]): string[] {
  return rows.filter(([first]) => first === "Note").map((row) => String(row[1]));
}

function at(header: readonly CellValue[], name: string): number {
  const column = header.indexOf(name);
  if (column < 0) throw new Error(`the audit has no column ${name}`);
  return column;
}

/** The table within the table: its header, and the rows below it that begin with a number. */
function thresholdsIn(rows: readonly CellValue[][]): CellValue[][] {
  const top = rows.findIndex(([first]) => String(first).startsWith("VIX threshold"));
  if (top < 0) return [];
  const below = rows.slice(top + 1);
  const end = below.findIndex(([first]) => typeof first !== "number");
  const table = [rows[top] ?? [], ...below.slice(0, end < 0 ? below.length : end)];
  const columns = (table[0] ?? []).filter((title) => title !== "").length;
  return table.map((row) => row.slice(0, columns));
}
