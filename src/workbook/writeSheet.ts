import { applyLooks } from "./applyLooks";
import { type Shift, shiftedAddress, shiftedFormula } from "./shifted";
import type {
  CellDefinition,
  ConditionalFormat,
  SheetContent,
  ValidationDefinition,
} from "./workbookDefinition";

/** Writes what a sheet holds except formulas and charts; shifted, it begins elsewhere than in A1. */
export function writeValues(sheet: Excel.Worksheet, content: SheetContent, shift: Shift = NO_SHIFT): void {
  const rangeAt = (address: string) => sheet.getRange(shiftedAddress(address, shift));
  for (const [index, pixels] of (content.columnWidths ?? []).entries()) {
    sheet.getRange("A1").getCell(0, index).format.columnWidth = pixels * POINTS_PER_PIXEL;
  }
  for (const { range, ...looks } of content.areas ?? []) applyLooks(rangeAt(range), looks);
  for (const { at, value, format, style, align, indent } of content.cells) {
    const range = rangeAt(at);
    // The looks first: the format decides how a value is understood.
    applyLooks(range, { format, style, align, indent });
    if (value !== undefined) range.values = [[value]];
  }
  for (const validation of content.validations ?? []) validate(rangeAt(validation.range), validation);
  for (const { range, kind } of content.conditionalFormats ?? []) CONDITIONAL_FORMATS[kind](rangeAt(range));
  if (content.frozenRows) sheet.freezePanes.freezeRows(content.frozenRows);
}

export function writeFormulas(sheet: Excel.Worksheet, content: SheetContent, shift: Shift = NO_SHIFT): void {
  for (const { at, formula } of content.cells.filter(hasFormula)) {
    sheet.getRange(shiftedAddress(at, shift)).formulas = [[shiftedFormula(formula, shift)]];
  }
}

const NO_SHIFT: Shift = { rows: 0, columns: 0 };

// Office.js counts widths in points, 72 to the inch; a pixel is 1/96 inch.
const POINTS_PER_PIXEL = 0.75;

function hasFormula(cell: CellDefinition): cell is CellDefinition & { formula: string } {
  return cell.formula !== undefined;
}

function validate(range: Excel.Range, { list, decimal, message }: ValidationDefinition): void {
  if (list) range.dataValidation.rule = { list: { inCellDropDown: true, source: list.join(",") } };
  if (decimal) {
    range.dataValidation.rule = {
      decimal: { formula1: decimal.min, formula2: decimal.max, operator: "Between" },
    };
  }
  range.dataValidation.errorAlert = { message, showAlert: true, style: "Stop", title: "Not possible here" };
}

const CONDITIONAL_FORMATS: Record<ConditionalFormat["kind"], (range: Excel.Range) => void> = {
  negativeRed(range) {
    const { cellValue } = range.conditionalFormats.add("CellValue");
    cellValue.format.font.color = "#A4262C";
    cellValue.rule = { formula1: "0", operator: "LessThan" };
  },
  // Orange to blue, which those can tell apart too who do not tell red from green.
  colorScale(range) {
    range.conditionalFormats.add("ColorScale").colorScale.criteria = {
      minimum: { type: "LowestValue", color: "#F4B183" },
      midpoint: { type: "Number", formula: "0", color: "#FFFFFF" },
      maximum: { type: "HighestValue", color: "#9DC3E6" },
    };
  },
};
