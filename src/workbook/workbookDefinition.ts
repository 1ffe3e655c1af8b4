/** Sheets, names and formulas as data: what `writeWorkbook` writes into a workbook. */
export interface WorkbookDefinition {
  /** In the order of the tabs. */
  sheets: SheetDefinition[];
  /** Defined names of the workbook. */
  names: { name: string; refersTo: string }[];
  /** The sheet that is in front at the end. */
  opensOn: string;
}

export interface SheetDefinition {
  name: string;
  /** Pixels, from column A on. */
  columnWidths: number[];
  /** How many rows stay in sight while the rest scrolls. */
  frozenRows: number;
  cells: CellDefinition[];
  /** Number formats of areas that formulas spill into; the cells there stay empty. */
  spillFormats: { range: string; format: string }[];
}

export interface CellDefinition {
  at: string;
  value?: string | number;
  formula?: string;
  format?: string;
  style?: CellStyle;
}

/** Inputs are blue, as is usual in financial models: what is blue may be typed over. */
export type CellStyle = "title" | "header" | "input" | "note" | "result";
