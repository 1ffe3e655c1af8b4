import type { CellValue } from "../alvh/cellValue";
import { showCell } from "../alvh/readNumber";
import { cellPlace, COLUMNS, ROWS, type CellPlace } from "./cellAddress";
import { FileRefusal } from "./fileRefusal";
import { attribute, plainText } from "./xmlText";

/** A cell as its sheet's XML has it. */
export interface SheetCell extends CellPlace {
  /** The text between <c and >. */
  readonly tag: string;
  /** What stands between <c …> and </c>. */
  readonly content: string;
}

/** The formula of a cell, where it has one of its own. */
export interface CellFormula {
  /** Without "="; "" in a cell that shares the formula of another. */
  readonly text: string;
  readonly kind: "normal" | "shared" | "array" | "dataTable";
  /** The range of an array formula, or of all cells that share this one. */
  readonly range: string | undefined;
  readonly sharedIndex: string | undefined;
}

/**
 * Goes through the cells of a sheet; where `change` gives XML, that takes the place of the cell. What is not a cell stays
 * byte for byte.
 */
export function mapCells(xml: string, change: (cell: SheetCell) => string | undefined): string {
  const start = xml.indexOf("<sheetData");
  const end = xml.indexOf("</sheetData>");
  if (start < 0 || end < 0) return xml;
  const data = xml.slice(start, end);
  const kept: string[] = [xml.slice(0, start)];
  let copied = 0;
  let row = -1;
  let column = -1;
  CELL_OR_ROW.lastIndex = 0;
  for (let match = CELL_OR_ROW.exec(data); match !== null; match = CELL_OR_ROW.exec(data)) {
    const [whole, rowTag, cellTag = "", content = ""] = match;
    if (rowTag !== undefined) {
      const number = attribute(rowTag, "r");
      row = number === undefined ? row + 1 : rowOf(number);
      column = -1;
      continue;
    }
    const place = placeIn(cellTag);
    row = place?.row ?? row;
    column = place?.column ?? column + 1;
    if (row < 0 || row >= ROWS || column >= COLUMNS) throw outside("a cell");
    const changed = change({ row, column, tag: cellTag, content });
    if (changed === undefined) continue;
    kept.push(data.slice(copied, match.index), changed);
    copied = match.index + whole.length;
  }
  kept.push(data.slice(copied), xml.slice(end));
  return kept.join("");
}

const CELL_OR_ROW = /<row\b([^>]*)>|<c(?=[\s>/])((?:[^>/]|\/(?!>))*)(?:\/>|>([\s\S]*?)<\/c>)/g;

/** Nearly every cell has its address first, for which a look is enough. */
function placeIn(tag: string): CellPlace | undefined {
  const quick = /^ r="([A-Z]+\d+)"/.exec(tag);
  const address = quick?.[1] ?? attribute(tag, "r");
  if (address === undefined) return undefined;
  const place = cellPlace(address);
  if (place === undefined) throw outside(`the cell ${showCell(address)}`);
  return place;
}

function rowOf(number: string): number {
  if (!/^\d{1,7}$/.test(number)) throw outside(`the row ${showCell(number)}`);
  return Number(number) - 1;
}

function outside(what: string): FileRefusal {
  return new FileRefusal(
    `The file is damaged (${what} lies outside the sheet): open it in Excel, save it anew, then try again.`,
  );
}

export function formulaOf({ content }: SheetCell): CellFormula | undefined {
  if (!content.includes("<f")) return undefined;
  const match = /<f(?=[\s>/])((?:[^>/]|\/(?!>))*)(?:\/>|>([\s\S]*?)<\/f>)/.exec(content);
  if (match === null) return undefined;
  const [, tag = "", text = ""] = match;
  const kind = attribute(tag, "t");
  return {
    text: plainText(text),
    kind: kind === "shared" || kind === "array" || kind === "dataTable" ? kind : "normal",
    range: attribute(tag, "ref"),
    sharedIndex: attribute(tag, "si"),
  };
}

/** The cached value, with the texts of the workbook at hand; undefined where there is none. */
export function valueOf({ tag, content }: SheetCell, texts: readonly string[]): CellValue {
  const kind = attribute(tag, "t");
  if (kind === "inlineStr") return itemText(content);
  const value = /<v(?:\s[^>]*)?(?<!\/)>([\s\S]*?)<\/v>/.exec(content)?.[1];
  if (value === undefined) return undefined;
  switch (kind) {
    case "s":
      return texts[Number(value)] ?? "";
    case "str":
    case "e":
    case "d":
      return plainText(value);
    case "b":
      return value === "1";
    default:
      return value === "" ? undefined : Number(value);
  }
}

/** Whether the cached value is an error, and which. */
export function errorOf({ tag, content }: SheetCell): string | undefined {
  if (attribute(tag, "t") !== "e") return undefined;
  return plainText(/<v>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? "");
}

/** The same cell without its formula, the value in its place. */
export function frozenCell(cell: SheetCell): string {
  const content = cell.content.replace(FORMULA, "");
  return `<c${withoutMetadata(cell)}${content === "" ? "/>" : `>${content}</c>`}`;
}

/** The same cell with another formula and the value that was cached; `range` makes it an array formula. */
export function cellWithFormula(cell: SheetCell, formulaXml: string, range?: string, metadata = ""): string {
  const attributes = range === undefined ? "" : ` t="array" ref="${range}"`;
  const content = cell.content.replace(FORMULA, "");
  return `<c${withoutMetadata(cell)}${metadata}><f${attributes}>${formulaXml}</f>${content}</c>`;
}

/** The same cell without its cached value. */
export function withoutResult(cell: SheetCell): SheetCell {
  return {
    ...cell,
    tag: cell.tag.replace(/\st="[^"]*"/, ""),
    content: cell.content.replace(/<v>[\s\S]*?<\/v>/, ""),
  };
}

const FORMULA = /<f(?=[\s>/])(?:[^>/]|\/(?!>))*(?:\/>|>[\s\S]*?<\/f>)/;

/** cm and vm say what kind of formula and rich value a cell holds, which a plain value has none of. */
function withoutMetadata({ tag }: SheetCell): string {
  return tag.replace(/\s(?:cm|vm)="[^"]*"/g, "").trimEnd();
}

/** The text of a string item, plain or in runs; what is written above kanji is left out. */
export function itemText(item: string): string {
  const withoutPhonetics = item.replace(/<rPh\b[^>]*(?<!\/)>[\s\S]*?<\/rPh>/g, "");
  return [...withoutPhonetics.matchAll(/<t(?:\s[^>]*)?(?<!\/)>([\s\S]*?)<\/t>/g)]
    .map(([, text = ""]) => plainText(text))
    .join("");
}
