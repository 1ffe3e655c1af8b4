import type { CellValue } from "../alvh/cellValue";
import { areaOf, cellAddress, type Area } from "./cellAddress";
import { FileRefusal } from "./fileRefusal";
import { unquotedSheet } from "./formulaText";
import type { NamePart, SheetPart, SheetValues } from "./workbookParts";

/** A rectangle on a sheet of the file. */
export interface FileRange {
  readonly sheet: SheetPart;
  readonly area: Area;
}

/** What references in formulas of a file mean, and the cached values there. */
export class WorkbookRanges {
  private readonly sheetByName: ReadonlyMap<string, SheetPart>;
  private readonly names: ReadonlyMap<string, NamePart>;

  constructor(
    sheets: readonly SheetPart[],
    names: readonly NamePart[],
    private readonly cells: SheetValues,
  ) {
    this.sheetByName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    this.names = new Map(names.map((name) => [nameKey(name.name, name.sheetIndex), name]));
  }

  /** The range that a reference or name means, read from a sheet; undefined where it is no single range. */
  resolve(reference: string, from: SheetPart): FileRange | undefined {
    return this.resolveTo(reference.trim(), from, 0);
  }

  /** Every range that a formula names, each once. */
  rangesIn(formula: string, from: SheetPart): FileRange[] {
    const found = new Map<string, FileRange>();
    const outsideTexts = formula.replace(/"(?:[^"]|"")*"/g, '""');
    for (const [reference] of outsideTexts.matchAll(REFERENCE)) {
      const range = this.resolve(reference, from);
      if (range !== undefined) found.set(rangeKey(range), range);
    }
    return [...found.values()];
  }

  /** The cached values of a range; of a large one cut off behind the last row and column that hold anything. */
  values({ sheet, area }: FileRange): CellValue[][] {
    const rows = this.cells.rows(sheet.path);
    let { bottom, right } = area;
    if ((bottom - area.top + 1) * (right - area.left + 1) > KEPT_WHOLE) {
      [bottom, right] = [area.top - 1, area.left - 1];
      for (const [row, cells] of rows) {
        if (row < area.top || row > area.bottom) continue;
        for (const column of cells.keys()) {
          if (column < area.left || column > area.right) continue;
          bottom = Math.max(bottom, row);
          right = Math.max(right, column);
        }
      }
    }
    const [height, width] = [bottom - area.top + 1, right - area.left + 1];
    if (height * width > MAXIMUM_RANGE_CELLS) {
      const address = `${cellAddress({ row: area.top, column: area.left })}:${cellAddress({ row: bottom, column: right })}`;
      throw new FileRefusal(
        `A formula reads ${sheet.name}!${address}, more than ${MAXIMUM_RANGE_CELLS} cells: give it the range that is filled.`,
      );
    }
    return Array.from({ length: height }, (_, r) =>
      Array.from({ length: width }, (_, c) => rows.get(area.top + r)?.get(area.left + c)),
    );
  }

  private resolveTo(reference: string, from: SheetPart, depth: number): FileRange | undefined {
    const match = /^(?:('(?:[^']|'')*'|[^\s'"!,;:()+\-*/^&=<>{}]+)!)?([^!'"]+)$/.exec(reference);
    if (match === null || depth > 5) return undefined;
    const [, sheetName, place = ""] = match;
    const sheet =
      sheetName === undefined ? from : this.sheetByName.get(unquotedSheet(sheetName).toLowerCase());
    if (sheet === undefined) return undefined;
    const area = areaOf(place) ?? wholeArea(place);
    if (area !== undefined) return { sheet, area };
    const named = this.names.get(nameKey(place, sheet.index)) ?? this.names.get(nameKey(place, undefined));
    return named === undefined ? undefined : this.resolveTo(named.formula.trim(), sheet, depth + 1);
  }
}

/** Cells of a range that is taken with its blanks. */
const KEPT_WHOLE = 50_000;

/** Beyond any book or market; a range of all cells has 17 thousand million. */
const MAXIMUM_RANGE_CELLS = 2_000_000;

export function rangeKey({ sheet, area }: FileRange): string {
  return `${sheet.index}!${area.top},${area.left},${area.bottom},${area.right}`;
}

const REFERENCE =
  /(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|[\p{L}_\\][\p{L}\p{N}_.\\]*)(?![\p{L}\p{N}_.(!])/giu;

/** Whole columns, $A:$B. */
function wholeArea(place: string): Area | undefined {
  if (!/^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$/i.test(place)) return undefined;
  const [first = "", last = ""] = place.replaceAll("$", "").split(":");
  return areaOf(`${first}1:${last}1048576`);
}

function nameKey(name: string, sheetIndex: number | undefined): string {
  return `${sheetIndex ?? ""}!${name.toLowerCase()}`;
}
