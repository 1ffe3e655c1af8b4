import type { CellStyle, Looks } from "./workbookDefinition";

/** Gives cells their number format, style and alignment; what is not named stays as it is. */
export function applyLooks(
  range: Excel.Range,
  { format, style, align, indent }: { [Look in keyof Looks]: Looks[Look] | undefined },
): void {
  // A single value, not a table, goes to every cell of a range.
  if (format !== undefined) range.numberFormat = format as unknown as string[][];
  if (style !== undefined) applyStyle(range, style);
  if (align !== undefined) range.format.horizontalAlignment = align;
  // An indent needs a side to be counted from.
  if (indent && align === undefined) range.format.horizontalAlignment = "Left";
  if (indent) range.format.indentLevel = 1;
}

const INK = "#1F3A4D";

function applyStyle(range: Excel.Range, style: CellStyle): void {
  const { font, fill } = range.format;
  switch (style) {
    case "title":
      font.bold = true;
      font.size = 15;
      font.color = INK;
      break;
    case "section":
      font.bold = true;
      font.size = 12;
      font.color = INK;
      break;
    case "header":
      font.bold = true;
      font.color = "#FFFFFF";
      fill.color = INK;
      break;
    case "input":
      font.color = "#0B4FB3";
      break;
    case "note":
      font.italic = true;
      font.color = "#595959";
      break;
    case "answer":
      font.bold = true;
      break;
    case "result":
      font.bold = true;
      fill.color = "#E8F0F4";
      break;
  }
}
