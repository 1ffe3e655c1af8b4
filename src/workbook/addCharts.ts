import { BUSY, calculatedTexts } from "./calculatedTexts";
import { columnIndex, columnName, type Shift, shiftedAddress } from "./shifted";
import type { ChartDefinition } from "./workbookDefinition";

/**
 * Adds charts of the host's own to a sheet whose cells are written. Each series is named range by range, since a
 * chart over a table has Excel guess which of its columns is x.
 */
export async function addCharts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  charts: ChartDefinition[] = [],
  shift: Shift = { rows: 0, columns: 0 },
): Promise<Excel.Chart[]> {
  const added: Excel.Chart[] = [];
  for (const chart of charts) added.push(await addChart(context, sheet, chart, shift));
  if (added.length > 0) await context.sync();
  return added;
}

async function addChart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  definition: ChartDefinition,
  shift: Shift,
): Promise<Excel.Chart> {
  const series = seriesOf(shiftedAddress(definition.data, shift), definition.seriesBy);
  const names = await calculatedTexts(
    context,
    series.map(({ title }) => sheet.getRange(title)),
    (text) => text === "" || text === BUSY,
  );

  const [first, ...others] = series;
  if (first === undefined) throw new RangeError(`The chart "${definition.title}" has no series.`);
  const chart = sheet.charts.add(KINDS[definition.kind], sheet.getRange(first.values), definition.seriesBy);
  chart.name = definition.title;
  chart.title.text = definition.title;
  setSeries(sheet, chart.series.getItemAt(0), first, names[0]);
  for (const [index, one] of others.entries()) {
    const name = names[index + 1];
    const line = chart.series.add(name);
    line.setValues(sheet.getRange(one.values));
    setSeries(sheet, line, one, name);
  }
  const columns = series.length - (definition.lines ?? 0);
  for (const index of series.keys()) {
    if (index >= columns) chart.series.getItemAt(index).chartType = "Line";
  }
  chart.legend.visible = others.length > 0;
  chart.legend.position = "Bottom";
  if (definition.xTitle !== undefined) chart.axes.categoryAxis.title.text = definition.xTitle;
  if (definition.yTitle !== undefined) chart.axes.valueAxis.title.text = definition.yTitle;
  chart.setPosition(shiftedAddress(definition.at, shift), shiftedAddress(definition.to, shift));
  return chart;
}

const KINDS = {
  line: "Line",
  column: "ColumnClustered",
  area: "Area",
  scatterLines: "XYScatterLinesNoMarkers",
} as const;

function setSeries(sheet: Excel.Worksheet, line: Excel.ChartSeries, { x }: Series, name = ""): void {
  if (name !== "") line.name = name;
  line.setXAxisValues(sheet.getRange(x));
}

/** The addresses of one series: its title's cell, its x and its figures. */
interface Series {
  title: string;
  x: string;
  values: string;
}

function seriesOf(data: string, seriesBy: ChartDefinition["seriesBy"]): Series[] {
  const [, left = "", top = "", right = "", bottom = ""] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(data) ?? [];
  const [firstColumn, lastColumn] = [columnIndex(left), columnIndex(right)];
  const [firstRow, lastRow] = [Number(top), Number(bottom)];
  if (seriesBy === "Columns") {
    const down = (column: string) => `${column}${firstRow + 1}:${column}${lastRow}`;
    return between(firstColumn + 1, lastColumn).map((index) => {
      const column = columnName(index);
      return { title: `${column}${firstRow}`, x: down(left), values: down(column) };
    });
  }
  const across = (row: number) => `${columnName(firstColumn + 1)}${row}:${right}${row}`;
  return between(firstRow + 1, lastRow).map((row) => ({
    title: `${left}${row}`,
    x: across(firstRow),
    values: across(row),
  }));
}

function between(first: number, last: number): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
}
