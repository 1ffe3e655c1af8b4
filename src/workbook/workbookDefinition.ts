/** Sheets, names and formulas as data: what `writeWorkbook` writes into a workbook. */
export interface WorkbookDefinition {
  /** In the order of the tabs. */
  sheets: SheetDefinition[];
  /** Defined names of the workbook. */
  names: { name: string; refersTo: string }[];
  /** The sheet that is in front at the end. */
  opensOn: string;
}

export interface SheetDefinition extends SheetContent {
  name: string;
}

/** What stands on a sheet, in addresses of that sheet. */
export interface SheetContent {
  /** Pixels, from column A on. */
  columnWidths?: number[];
  /** How many rows stay in sight while the rest scrolls. */
  frozenRows?: number;
  cells: CellDefinition[];
  /** The looks of cells that formulas spill into: nothing is written there. */
  areas?: ({ range: string } & Looks)[];
  charts?: ChartDefinition[];
  validations?: ValidationDefinition[];
  conditionalFormats?: ConditionalFormat[];
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

/** A chart of the host's own, which follows its cells. */
export interface ChartDefinition {
  kind: "line" | "column" | "area" | "scatterLines";
  title: string;
  /** With the header: the first column (or row) is x, every other one a series under its title. */
  data: string;
  seriesBy: "Columns" | "Rows";
  /** Top left and bottom right cell of the chart's place. */
  at: string;
  to: string;
  /** How many of the last series are lines across the columns of the others. */
  lines?: number;
  xTitle?: string;
  yTitle?: string;
}

/** What may be typed into cells: one of a list, or a number between two; and what to say of anything else. */
export interface ValidationDefinition {
  range: string;
  list?: string[];
  decimal?: { min: number; max: number };
  message: string;
}

/** Negative figures in red, or a scale of colours from loss through none at 0 to gain. */
export interface ConditionalFormat {
  range: string;
  kind: "negativeRed" | "colorScale";
}

/** Inputs are blue, as is usual in financial models: what is blue may be typed over. */
export type CellStyle = "title" | "section" | "header" | "input" | "note" | "result" | "answer";
