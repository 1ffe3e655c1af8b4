import { readXlsx, writeXlsx, type Cell as LibraryCell } from "hucre/xlsx";
import type { CellValue } from "../alvh/cellValue";
import { areaOf, cellAddress, isInside, type CellPlace } from "./cellAddress";
import { FileRefusal } from "./fileRefusal";
import { filledFormula, readableFormula, storedFormula, withFixedSpills } from "./formulaText";
import { OfficePackage } from "./officePackage";
import { sharedTexts, sheetParts, SheetValues, WORKBOOK } from "./workbookParts";

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

/** Reads a file into cells. The library is used here alone; files are checked before it sees them. */
export async function readWorkbookFile(bytes: Uint8Array): Promise<WorkbookContent> {
  const file = OfficePackage.open(bytes);
  const parts = sheetParts(file);
  // The library turns numbers in a date format into moments, a millisecond rough: the file's own numbers count.
  const values = new SheetValues(file, sharedTexts(file));
  const book = await readXlsx(bytes, { readStyles: true }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw new FileRefusal(`The file is damaged (${reason}): open it in Excel, save it anew, then try again.`);
  });
  let count = 0;
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
    count += found.size;
    if (count > MAXIMUM_CONTENT_CELLS) {
      throw new FileRefusal(
        `The workbook has more than ${MAXIMUM_CONTENT_CELLS} cells, too many for the browser workbook: open it in Excel.`,
      );
    }
    const spills = new Map<string, string>();
    const filled: { area: ReturnType<typeof areaOf>; anchor: string }[] = [];
    for (const [key, cell] of found) {
      if (cell.formula === undefined || cell.formulaRef === undefined || cell.formulaType === "shared")
        continue;
      const anchor = cellAddress(placeOfKey(key));
      spills.set(anchor, cell.formulaRef);
      filled.push({ area: areaOf(cell.formulaRef), anchor });
    }
    const inOrder = [...found].map(([key, cell]) => ({ place: placeOfKey(key), cell }));
    inOrder.sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
    const cells = inOrder.flatMap(({ place, cell }): ContentCell[] => {
      const address = cellAddress(place);
      const format = cell.style?.numFmt;
      const looks = format === undefined || format === "General" ? {} : { format };
      // What a spill fills is no content: it would stand in the way of the spill.
      const isFilled = filled.some(({ area, anchor }) => anchor !== address && area && isInside(place, area));
      if (isFilled) return format === undefined ? [] : [{ ...place, value: undefined, ...looks }];
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
