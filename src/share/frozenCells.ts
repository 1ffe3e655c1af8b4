import type { CellValue } from "../alvh/cellValue";
import { cellAddress, type CellPlace } from "./cellAddress";
import { callsAlvh, filledFormula, namesSheet, readsOtherWorkbook, usesName } from "./formulaText";
import type { OfficePackage } from "./officePackage";
import { errorOf, formulaOf, mapCells, valueOf, type CellFormula } from "./sheetCells";
import type { SheetPart } from "./workbookParts";

/** A cell whose formula a copy does without. */
export interface FrozenCell extends CellPlace {
  /** As the file stores it, without "=". */
  readonly stored: string;
  readonly value: CellValue;
  /** The range that its array result fills; undefined for a formula of one cell. */
  readonly range: string | undefined;
  /** Because it calls the add-in, or because what it reads is left out. */
  readonly reason: "alvh" | "leftOut";
}

/** What makes a formula go: names that call the add-in, and what the copy leaves out; all in lower case. */
export interface FreezeRules {
  readonly alvhNames: ReadonlySet<string>;
  readonly goneSheets: ReadonlySet<string>;
  readonly goneNames: ReadonlySet<string>;
  readonly leavesOutOtherWorkbooks: boolean;
}

/** What a look through a sheet found. */
export interface SheetFindings {
  readonly frozen: FrozenCell[];
  /** Addresses of frozen cells without a value to show: none was cached, or #NAME?. */
  readonly withoutValue: string[];
  /** Formulas that many cells share, by their index, with the cell that holds the text. */
  readonly shared: ReadonlyMap<string, SharedFormula>;
}

export interface SharedFormula extends CellPlace {
  readonly text: string;
}

/** Finds the cells of a sheet whose formulas a copy does without. */
export function frozenCells(
  file: OfficePackage,
  sheet: SheetPart,
  texts: readonly string[],
  rules: FreezeRules,
): SheetFindings {
  const frozen: FrozenCell[] = [];
  const withoutValue: string[] = [];
  const shared = new Map<string, SharedFormula>();
  mapCells(file.text(sheet.path), (cell) => {
    const formula = formulaOf(cell);
    if (formula === undefined || formula.kind === "dataTable") return undefined;
    const stored = textOf(formula, cell, shared);
    const reason = freezeReason(stored, rules);
    if (reason === undefined) return undefined;
    const value = valueOf(cell, texts);
    const error = errorOf(cell);
    if (value === undefined || error === "#NAME?") withoutValue.push(cellAddress(cell));
    frozen.push({
      row: cell.row,
      column: cell.column,
      stored,
      value,
      range: formula.kind === "array" && formula.range?.includes(":") ? formula.range : undefined,
      reason,
    });
    return undefined;
  });
  return { frozen, withoutValue, shared };
}

/** The formula of a cell in full; one that shares another's is filled from there. */
export function textOf(formula: CellFormula, place: CellPlace, shared: Map<string, SharedFormula>): string {
  if (formula.kind !== "shared" || formula.sharedIndex === undefined) return formula.text;
  const master = shared.get(formula.sharedIndex);
  if (formula.text !== "") {
    // The first cell of a group holds its text.
    if (master === undefined) {
      shared.set(formula.sharedIndex, { row: place.row, column: place.column, text: formula.text });
    }
    return formula.text;
  }
  return master === undefined
    ? ""
    : filledFormula(master.text, place.row - master.row, place.column - master.column);
}

/** Why a formula goes, or undefined where it stays. */
export function freezeReason(stored: string, rules: FreezeRules): FrozenCell["reason"] | undefined {
  if (callsAlvh(stored) || usesName(stored, rules.alvhNames)) return "alvh";
  const isLeftOut =
    namesSheet(stored, rules.goneSheets) ||
    usesName(stored, rules.goneNames) ||
    (rules.leavesOutOtherWorkbooks && readsOtherWorkbook(stored));
  return isLeftOut ? "leftOut" : undefined;
}
