import type { IRange } from "@univerjs/core";
import type { FRange, FWorksheet } from "@univerjs/sheets/facade";
import type { CellsPlace, ChartKind, ChartModel } from "./charts/chartModel";
import type { Spreadsheet } from "./spreadsheet";

/** What charts need of the host's context. */
interface Context {
  readonly spreadsheet: Spreadsheet;
  note(action: () => unknown): void;
  /** Done once, after all else of this `sync`, however often it is asked for. */
  noteLast(action: () => unknown): void;
}

interface RangeLike {
  resolve(): FRange;
}

/** The charts of a sheet, as Office.js has them: what is set of a chart shows after the next `sync`. */
export class ChartCollection {
  constructor(
    private readonly context: Context,
    private readonly sheet: () => FWorksheet,
  ) {}

  /** Over figures without their titles: each column (or row) of the range is a series. */
  add(type: string, data: RangeLike, seriesBy = "Columns"): Chart {
    const chart = new Chart(this.context, this.sheet);
    this.context.note(() => chart.begin(kindOf(type), lines(data.resolve(), seriesBy)));
    return chart;
  }
}

const KINDS: Record<string, ChartKind> = {
  Line: "line",
  ColumnClustered: "column",
  Area: "area",
  XYScatterLinesNoMarkers: "scatterLines",
};

function kindOf(type: string): ChartKind {
  const kind = KINDS[type];
  if (!kind) throw new Error(`The browser workbook has no chart of the type ${type}.`);
  return kind;
}

class Chart {
  readonly series: ChartSeriesCollection;
  readonly title: Title;
  readonly legend: Legend;
  readonly axes: { categoryAxis: { title: Title }; valueAxis: { title: Title } };
  /** Excel's name of the chart; here its title names it. */
  name = "";

  private readonly model: ChartModel = {
    kind: "line",
    title: "",
    xTitle: "",
    yTitle: "",
    hasLegend: true,
    series: [],
  };
  private place: IRange = { startRow: 0, startColumn: 0, endRow: 14, endColumn: 7 };
  private drawn: string | undefined;

  constructor(
    private readonly context: Context,
    private readonly sheet: () => FWorksheet,
  ) {
    const change = (edit: (model: ChartModel) => void) => this.change(edit);
    this.series = new ChartSeriesCollection(change);
    this.title = new Title((text) => change((model) => (model.title = text)));
    this.legend = new Legend((visible) => change((model) => (model.hasLegend = visible)));
    this.axes = {
      categoryAxis: { title: new Title((text) => change((model) => (model.xTitle = text))) },
      valueAxis: { title: new Title((text) => change((model) => (model.yTitle = text))) },
    };
  }

  /** From the first cell to the last, both within the chart's place. */
  setPosition(from: string, to = from): void {
    this.change(() => (this.place = this.sheet().getRange(`${from}:${to}`).getRange()));
  }

  delete(): void {
    this.context.note(() => this.undraw());
  }

  /** Of a chart that is just being added. */
  begin(kind: ChartKind, series: CellsPlace[]): void {
    this.model.kind = kind;
    this.model.series = series.map((values, index) => ({ name: `Series${index + 1}`, values }));
    this.context.noteLast(this.draw);
  }

  private change(edit: (model: ChartModel) => void): void {
    this.context.note(() => {
      edit(this.model);
      this.context.noteLast(this.draw);
    });
  }

  private readonly draw = (): void => {
    this.undraw();
    this.drawn = this.context.spreadsheet.charts.add(this.sheet(), this.place, structuredClone(this.model));
  };

  private undraw(): void {
    if (this.drawn !== undefined) this.context.spreadsheet.charts.remove(this.sheet(), this.drawn);
    this.drawn = undefined;
  }
}

type Change = (edit: (model: ChartModel) => void) => void;

class ChartSeriesCollection {
  constructor(private readonly change: Change) {}

  getItemAt(index: number): ChartSeries {
    return new ChartSeries(this.change, (model) => model.series[index]);
  }

  add(name = ""): ChartSeries {
    let own: ChartModel["series"][number] | undefined;
    this.change((model) => {
      own = { name, values: NO_CELLS };
      model.series.push(own);
    });
    return new ChartSeries(this.change, () => own);
  }
}

const NO_CELLS: CellsPlace = {
  sheetId: "",
  range: { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 },
};

class ChartSeries {
  constructor(
    private readonly change: Change,
    private readonly find: (model: ChartModel) => ChartModel["series"][number] | undefined,
  ) {}

  set name(name: string) {
    this.edit((series) => (series.name = name));
  }

  set chartType(type: string) {
    this.edit((series) => (series.isLine = kindOf(type) === "line"));
  }

  setValues(range: RangeLike): void {
    this.edit((series) => (series.values = placeOf(range.resolve())));
  }

  setXAxisValues(range: RangeLike): void {
    this.edit((series) => (series.x = placeOf(range.resolve())));
  }

  private edit(action: (series: ChartModel["series"][number]) => void): void {
    this.change((model) => {
      const series = this.find(model);
      if (!series) throw new Error("The chart has no such series.");
      action(series);
    });
  }
}

class Title {
  constructor(private readonly change: (text: string) => void) {}

  set text(text: string) {
    this.change(text);
  }
}

class Legend {
  /** The browser workbook has it below the chart. */
  position = "Bottom";

  constructor(private readonly change: (visible: boolean) => void) {}

  set visible(visible: boolean) {
    this.change(visible);
  }
}

function placeOf(range: FRange): CellsPlace {
  return { sheetId: range.getSheetId(), range: range.getRange() };
}

/** The columns of a range, or its rows. */
function lines(range: FRange, seriesBy: string): CellsPlace[] {
  const whole = placeOf(range);
  const { startRow, endRow, startColumn, endColumn } = whole.range;
  return seriesBy === "Rows"
    ? indexes(startRow, endRow).map((row) => ({
        ...whole,
        range: { ...whole.range, startRow: row, endRow: row },
      }))
    : indexes(startColumn, endColumn).map((column) => ({
        ...whole,
        range: { ...whole.range, startColumn: column, endColumn: column },
      }));
}

function indexes(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
