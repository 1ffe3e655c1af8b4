import { readXlsx, writeXlsx, type Cell as LibraryCell } from "hucre/xlsx";
import type { CellValue } from "../alvh/cellValue";
import { areaOf, cellAddress, COLUMNS, type Area, type CellPlace } from "./cellAddress";
import { FileRefusal } from "./fileRefusal";
import { FilledCells } from "./filledCells";
import { filledFormula, readableFormula, storedFormula, withFixedSpills } from "./formulaText";
import { OfficePackage } from "./officePackage";
import { mapCells } from "./sheetCells";
import { sharedTexts, sheetParts, SheetValues, WORKBOOK, type SheetPart } from "./workbookParts";
import { attribute } from "./xmlText";

/** A workbook as cells: what passes between files and the browser workbook. */
export interface WorkbookContent {
  readonly sheets: readonly SheetCells[];
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

export interface SheetCells {
  readonly name: string;
  readonly isHidden: boolean;
  /** Pixels by column from A on; undefined: the default. */
  readonly columnWidths: readonly (number | undefined)[];
  readonly cells: readonly ContentCell[];
}

export interface ContentCell extends CellPlace {
  /** What it holds or shows; an error as its code. */
  readonly value: CellValue;
  /** As typed, with "="; without the prefixes of files. */
  readonly formula?: string;
  /** The range that the formula fills, where that is more than its cell. */
  readonly range?: string;
  /** A number format; undefined is General. */
  readonly format?: string;
}

/** Cells that the browser workbook can hold without becoming slow. */
const MAXIMUM_CONTENT_CELLS = 500_000;

/** Cells of the rectangles that reach from A1 to the last cell of each sheet: the library fills them with blanks. */
const MAXIMUM_SPANNED_CELLS = 20_000_000;

/** Reads a file into cells. The library is used here alone; files are checked before it sees them. */
export async function readWorkbookFile(bytes: Uint8Array): Promise<WorkbookContent> {
  const file = OfficePackage.open(bytes);
  const parts = sheetParts(file);
  refuseTooLarge(file, parts);
  // The library turns numbers in a date format into moments, a millisecond rough: the file's own numbers count.
  const values = new SheetValues(file, sharedTexts(file));
  const book = await readXlsx(file.bytes(0), { readStyles: true }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw new FileRefusal(`The file is damaged (${reason}): open it in Excel, save it anew, then try again.`);
  });
  const sheets = book.sheets.map((sheet): SheetCells => {
    const path = parts.find(({ name }) => name === sheet.name)?.path;
    const shared = new Map<number, { place: CellPlace; formula: string }>();
    // The library keeps cells with a formula or a format; plain ones are taken from the file.
    const found = new Map<string, Partial<LibraryCell>>(sheet.cells ?? []);
    for (const [row, cells] of path === undefined ? [] : values.rows(path)) {
      for (const column of cells.keys()) {
        const key = `${row},${column}`;
        if (!found.has(key)) found.set(key, {});
      }
    }
    const spills = new Map<string, string>();
    const areas: Area[] = [];
    for (const [key, cell] of found) {
      if (cell.formula === undefined || cell.formulaRef === undefined || cell.formulaType === "shared")
        continue;
      spills.set(cellAddress(placeOfKey(key)), cell.formulaRef);
      const area = areaOf(cell.formulaRef);
      if (area !== undefined) areas.push(area);
    }
    const filled = new FilledCells(areas);
    const inOrder = [...found].map(([key, cell]) => ({ place: placeOfKey(key), cell }));
    inOrder.sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
    const cells = inOrder.flatMap(({ place, cell }): ContentCell[] => {
      const address = cellAddress(place);
      const format = cell.style?.numFmt;
      const looks = format === undefined || format === "General" ? {} : { format };
      // What a spill fills is no content: it would stand in the way of the spill.
      if (filled.has(place) && !spills.has(address))
        return format === undefined ? [] : [{ ...place, value: undefined, ...looks }];
      const given: CellValue = path === undefined ? undefined : values.at(path, place.row, place.column);
      let formula = cell.formula;
      if (cell.formulaSharedIndex !== undefined) {
        const master = shared.get(cell.formulaSharedIndex);
        if (formula) shared.set(cell.formulaSharedIndex, { place, formula });
        else if (master) {
          formula = filledFormula(
            master.formula,
            place.row - master.place.row,
            place.column - master.place.column,
          );
        }
      }
      if (!formula)
        return given === undefined && format === undefined ? [] : [{ ...place, value: given, ...looks }];
      const fixed = withFixedSpills(formula, (name, cellOfSpill) =>
        name === undefined || name === sheet.name ? spills.get(cellOfSpill.toUpperCase()) : undefined,
      );
      const range = spills.get(address);
      return [
        {
          ...place,
          value: given,
          formula: readableFormula(fixed),
          ...(range === undefined || range === address ? {} : { range }),
          ...looks,
        },
      ];
    });
    return {
      name: sheet.name,
      isHidden: sheet.hidden === true || sheet.veryHidden === true,
      columnWidths: (sheet.columns ?? []).map(({ width }) =>
        width === undefined ? undefined : Math.round(width * PIXELS_PER_CHARACTER + PADDING_PIXELS),
      ),
      cells,
    };
  });
  const names = (book.namedRanges ?? [])
    .filter(({ name, scope }) => scope === undefined && !name.startsWith("_xlnm."))
    .map(({ name, range }) => ({ name, refersTo: readableFormula(range).slice(1) }));
  return { sheets, names };
}

/** Before the library takes memory for it. */
function refuseTooLarge(file: OfficePackage, sheets: readonly SheetPart[]): void {
  let count = 0;
  let spanned = 0;
  for (const { name, path, hasCells } of sheets) {
    if (!hasCells) continue;
    const xml = file.text(path);
    let [rows, columns] = [0, 0];
    mapCells(xml, ({ row, column }) => {
      count += 1;
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
      return undefined;
    });
    spanned += rows * columns;
    if (count > MAXIMUM_CONTENT_CELLS) {
      throw new FileRefusal(
        `The workbook has more than ${MAXIMUM_CONTENT_CELLS} cells, too many for the browser workbook: open it in Excel.`,
      );
    }
    if (spanned > MAXIMUM_SPANNED_CELLS) {
      throw new FileRefusal(
        `The sheet ${name} reaches down to ${cellAddress({ row: rows - 1, column: columns - 1 })}, too far for the browser workbook (${MAXIMUM_SPANNED_CELLS} cells): delete its empty rows and columns in Excel.`,
      );
    }
    if (widthsIn(xml) > COLUMNS) {
      throw new FileRefusal(
        `The file is damaged (the sheet ${name} gives widths to more than ${COLUMNS} columns): open it in Excel, save it anew, then try again.`,
      );
    }
  }
}

/** How many columns the sheet gives a width to; those that are given two count twice. */
function widthsIn(xml: string): number {
  let count = 0;
  for (const [, tag = ""] of xml.matchAll(/<col\b([^>]*)>/g)) {
    const [first, last] = [Number(attribute(tag, "min")), Number(attribute(tag, "max"))];
    count += Math.max(Math.min(last, COLUMNS) - Math.max(first, 1) + 1, 1);
  }
  return count;
}

/** Writes cells into a file that Excel opens live, its cached values in sight until it calculates. */
export async function writeWorkbookFile({ sheets, names }: WorkbookContent): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.isHidden,
      columns: Array.from(sheet.columnWidths, (pixels) =>
        pixels === undefined ? {} : { width: Math.max((pixels - PADDING_PIXELS) / PIXELS_PER_CHARACTER, 1) },
      ),
      cells: new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, fileCell(cell)])),
    })),
    namedRanges: names.map(({ name, refersTo }) => ({ name, range: storedFormula(refersTo) })),
  });
  // The library asks for a full calculation on opening, which throws the figures away where the add-in is missing.
  const file = OfficePackage.open(bytes);
  file.write(WORKBOOK, file.text(WORKBOOK).replace(/\sfullCalcOnLoad="[^"]*"/, ""));
  return file.bytes();
}

function fileCell({ value, formula, range, format }: ContentCell): Record<string, unknown> {
  const result = value ?? null;
  const style = format === undefined ? {} : { style: { numFmt: format } };
  const isError = typeof result === "string" && ERROR.test(result);
  const type = isError ? { type: "error" } : {};
  if (formula === undefined) return { value: result, ...type, ...style };
  const fills = range === undefined ? {} : { formulaType: "array", formulaRef: range, formulaDynamic: true };
  return {
    value: result,
    formula: storedFormula(formula),
    formulaResult: result,
    ...type,
    ...fills,
    ...style,
  };
}

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

/** Of Calibri 11, in which widths are counted. */
const PIXELS_PER_CHARACTER = 7;
const PADDING_PIXELS = 5;

/** "0,2" of the library. */
function placeOfKey(key: string): CellPlace {
  const [row = 0, column = 0] = key.split(",").map(Number);
  return { row, column };
}
