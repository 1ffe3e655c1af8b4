import type { IRange } from "@univerjs/core";

/** A chart as the workbook keeps it: what it shows is read from the cells whenever it is drawn. */
export interface ChartModel {
  kind: ChartKind;
  title: string;
  xTitle: string;
  yTitle: string;
  hasLegend: boolean;
  series: {
    name: string;
    x?: CellsPlace;
    values: CellsPlace;
    /** Across the columns of the others. */
    isLine?: boolean;
  }[];
}

export type ChartKind = "line" | "column" | "area" | "scatterLines";

export interface CellsPlace {
  sheetId: string;
  range: IRange;
}

/** What is drawn: the figures behind a chart at one moment. */
export interface ChartFigures extends Omit<ChartModel, "series"> {
  series: { name: string; points: ChartPoint[]; isLine: boolean }[];
}

export interface ChartPoint {
  /** A number where x is a number. */
  x: number | string;
  /** x as its cell shows it. */
  label: string;
  y: number;
}
