import type { CellValue } from "../alvh/cellValue";
import { FileRefusal } from "./fileRefusal";
import type { OfficePackage } from "./officePackage";
import { relationshipsOf } from "./relationships";
import { itemText, mapCells, valueOf } from "./sheetCells";
import { attribute, plainText } from "./xmlText";

export const WORKBOOK = "xl/workbook.xml";

/** A worksheet of the file. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly relationship: string;
  /** Its place among all sheets, which names of its own refer to. */
  readonly index: number;
  /** Charts of their own and other sheets without cells. */
  readonly hasCells: boolean;
}

/** A defined name. */
export interface NamePart {
  readonly name: string;
  readonly formula: string;
  /** The index of the sheet that it belongs to; undefined for a name of the workbook. */
  readonly sheetIndex: number | undefined;
  /** Its XML as it stands in the workbook. */
  readonly xml: string;
}

export function sheetParts(file: OfficePackage): SheetPart[] {
  const xml = file.text(WORKBOOK);
  if (/<\w+:workbook\b/.test(xml)) {
    throw new FileRefusal(
      "The file is written in a way of its own (prefixed XML): open it in Excel, save it anew, then try again.",
    );
  }
  const targets = new Map(relationshipsOf(file, WORKBOOK).map((one) => [one.id, one]));
  const sheets = /<sheets\b[^>]*(?<!\/)>([\s\S]*?)<\/sheets>/.exec(xml)?.[1] ?? "";
  return [...sheets.matchAll(/<sheet\b([^>]*)>/g)].map(([, tag = ""], index) => {
    const relationship = attribute(tag, "r:id") ?? attribute(tag, "\\w+:id") ?? "";
    const target = targets.get(relationship);
    if (target === undefined || !file.has(target.target)) {
      throw new FileRefusal(
        "The file is damaged (a sheet is missing): open it in Excel, save it anew, then try again.",
      );
    }
    const state = attribute(tag, "state");
    return {
      name: attribute(tag, "name") ?? `Sheet${index + 1}`,
      path: target.target,
      state: state === "hidden" || state === "veryHidden" ? state : "visible",
      relationship,
      index,
      hasCells: target.type === "worksheet",
    };
  });
}

export function nameParts(file: OfficePackage): NamePart[] {
  const names = /<definedNames\b[^>]*(?<!\/)>([\s\S]*?)<\/definedNames>/.exec(file.text(WORKBOOK))?.[1] ?? "";
  return [...names.matchAll(/<definedName\b([^>]*)(?<!\/)>([\s\S]*?)<\/definedName>/g)].map(
    ([xml, tag = "", formula = ""]) => {
      const sheetIndex = attribute(tag, "localSheetId");
      return {
        name: attribute(tag, "name") ?? "",
        formula: plainText(formula),
        sheetIndex: sheetIndex === undefined ? undefined : Number(sheetIndex),
        xml,
      };
    },
  );
}

/** The texts that cells refer to by number. */
export function sharedTexts(file: OfficePackage): string[] {
  const path = relationshipsOf(file, WORKBOOK).find(({ type }) => type === "sharedStrings")?.target;
  const xml = path === undefined ? undefined : file.find(path);
  if (xml === undefined) return [];
  return [...xml.matchAll(/<si(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, item = ""]) =>
    itemText(item),
  );
}

/** The cached values of a sheet by row and column; made when first asked for, since few sheets are. */
export class SheetValues {
  private readonly sheets = new Map<string, Map<number, Map<number, CellValue>>>();

  constructor(
    private readonly file: OfficePackage,
    private readonly texts: readonly string[],
  ) {}

  at(path: string, row: number, column: number): CellValue {
    return this.rows(path).get(row)?.get(column);
  }

  rows(path: string): Map<number, Map<number, CellValue>> {
    const known = this.sheets.get(path);
    if (known !== undefined) return known;
    const rows = new Map<number, Map<number, CellValue>>();
    mapCells(this.file.text(path), (cell) => {
      const value = valueOf(cell, this.texts);
      if (value === undefined) return undefined;
      const cells = rows.get(cell.row) ?? new Map<number, CellValue>();
      rows.set(cell.row, cells);
      cells.set(cell.column, value);
      return undefined;
    });
    this.sheets.set(path, rows);
    return rows;
  }
}

/** Whether a sheet is protected: nobody's protection is written through. */
export function isProtected(sheetXml: string): boolean {
  return /<sheetProtection\b[^>]*\bsheet="(?:1|true)"/.test(sheetXml);
}
