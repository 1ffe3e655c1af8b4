import {
  writeWorkbookFile,
  type ContentCell,
  type SheetCells,
  type WorkbookContent,
} from "../../share/workbookFile";
import { WorkbookError } from "../hostError";
import { readInExcel } from "../readInExcel";

/** The open workbook as an .xlsx file: Excel's own, or, where the host has none, its cells written out. */
export async function workbookBytes(): Promise<Uint8Array> {
  if (hostHasFiles()) return fileOf(Office.context.document);
  return writeWorkbookFile(await workbookContent());
}

/** Whether the host opens and saves files itself, as Excel does; the browser workbook does not. */
export function hostHasFiles(): boolean {
  const document = Office.context.document as Partial<Office.Document> | undefined;
  return typeof document?.getFileAsync === "function";
}

/** The cells of every sheet, and the names that stand for cells. */
function workbookContent(): Promise<WorkbookContent> {
  return readInExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load("items/name");
    names.load("items/name");
    await context.sync();
    const sheets: SheetCells[] = [];
    for (const sheet of worksheets.items) {
      const used = sheet
        .getUsedRangeOrNullObject(true)
        .load("values, formulas, numberFormat, rowIndex, columnIndex");
      await context.sync();
      const cells = used.isNullObject ? [] : await cellsOf(context, sheet, used);
      sheets.push({ name: sheet.name, isHidden: false, columnWidths: [], cells });
    }
    const ranges = names.items.map((item) => ({
      name: item.name,
      range: item.getRangeOrNullObject().load("address"),
    }));
    await context.sync();
    return {
      sheets,
      names: ranges
        .filter(({ range }) => !range.isNullObject)
        .map(({ name, range }) => ({ name, refersTo: absolute(range.address) })),
    };
  });
}

async function cellsOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Excel.Range,
): Promise<ContentCell[]> {
  const values = used.values as ContentCell["value"][][];
  const formulas = used.formulas as unknown[][];
  const formats = used.numberFormat as string[][];
  const anchors = formulas.flatMap((row, r) =>
    row.flatMap((formula, c) =>
      typeof formula === "string" && formula.startsWith("=")
        ? {
            key: `${r},${c}`,
            spill: sheet
              .getRange("A1")
              .getCell(used.rowIndex + r, used.columnIndex + c)
              .getSpillingToRangeOrNullObject()
              .load("rowCount, columnCount, address"),
            r,
            c,
          }
        : [],
    ),
  );
  await context.sync();
  const ranges = new Map<string, string>();
  const filled = new Set<string>();
  for (const { key, spill, r, c } of anchors) {
    if (spill.isNullObject || spill.rowCount * spill.columnCount === 1) continue;
    ranges.set(key, spill.address.split("!").at(-1)?.replaceAll("$", "") ?? "");
    for (let row = r; row < r + spill.rowCount; row++) {
      for (let column = c; column < c + spill.columnCount; column++) {
        if (row !== r || column !== c) filled.add(`${row},${column}`);
      }
    }
  }
  return values.flatMap((row, r) =>
    row.flatMap((value, c): ContentCell[] => {
      const key = `${r},${c}`;
      const format = formats[r]?.[c] ?? "General";
      const formula = formulas[r]?.[c];
      // A text that begins with "=" shows itself.
      const isFormula =
        typeof formula === "string" && formula.startsWith("=") && formula !== value && !filled.has(key);
      if (value === "" && !isFormula && format === "General") return [];
      const range = ranges.get(key);
      return [
        {
          row: used.rowIndex + r,
          column: used.columnIndex + c,
          value: value === "" ? undefined : value,
          ...(isFormula ? { formula } : {}),
          ...(range === undefined ? {} : { range }),
          ...(format === "General" ? {} : { format }),
        },
      ];
    }),
  );
}

/** Sheet!$A$1:$B$2 of Sheet!A1:B2. */
function absolute(address: string): string {
  const mark = address.lastIndexOf("!");
  const cells = address.slice(mark + 1).replace(/\$?([A-Z]+)\$?(\d+)/g, "$$$1$$$2");
  return `${address.slice(0, mark + 1)}${cells}`;
}

/** Excel hands its file out in slices, of which it keeps at most two files open. */
async function fileOf(document: Office.Document): Promise<Uint8Array> {
  const file = await answered<Office.File>((done) =>
    document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_BYTES }, done),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let position = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await answered<Office.Slice>((done) => file.getSliceAsync(index, done));
      const data = slice.data as number[];
      bytes.set(data, position);
      position += data.length;
    }
    return bytes.subarray(0, position);
  } finally {
    file.closeAsync();
  }
}

/** The largest slice that Excel on the web hands out. */
const SLICE_BYTES = 4_194_304;

function answered<Value>(ask: (done: (result: Office.AsyncResult<Value>) => void) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    ask((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else {
        const reason = result.error.message.replace(/\.$/, "");
        reject(
          new WorkbookError(`Excel did not hand out the workbook (${reason}): save it, then try again.`),
        );
      }
    });
  });
}
