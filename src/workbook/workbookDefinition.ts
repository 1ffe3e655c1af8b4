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
  /** The looks of cells that formulas spill into: nothing is written there. */
  areas: ({ range: string } & Looks)[];
}

export interface CellDefinition extends Looks {
  at: string;
  value?: string | number;
  formula?: string;
}

export interface Looks {
  /** A number format. */
  format?: string;
  style?: CellStyle;
  align?: "Left" | "Right";
  /** Keeps words off the figures beside them. */
  indent?: true;
}

/** Inputs are blue, as is usual in financial models: what is blue may be typed over. */
export type CellStyle = "title" | "section" | "header" | "input" | "note" | "result" | "answer";
