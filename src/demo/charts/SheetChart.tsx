import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FRange, FWorkbook } from "@univerjs/sheets/facade";
import type { CellsPlace, ChartFigures, ChartModel, ChartPoint } from "./chartModel";
import { ChartPicture } from "./ChartPicture";

/** What a chart reads: of the spreadsheet, the cells and when they change. */
export interface ChartSource {
  workbook: FWorkbook;
  read(range: FRange): (string | number | boolean)[][];
  onCalculated(callback: () => void): () => void;
}

/** A chart over the grid: read from its cells, and drawn anew when they change. */
export function SheetChart({
  model,
  spreadsheet,
}: {
  model: ChartModel;
  spreadsheet: ChartSource;
}): ReactElement {
  const figures = useFigures(model, spreadsheet);
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className="chart-box">
      {size.width > 0 && <ChartPicture figures={figures} {...size} />}
    </div>
  );
}

function useFigures(model: ChartModel, spreadsheet: ChartSource): ChartFigures {
  const [figures, setFigures] = useState(() => read(model, spreadsheet));
  useEffect(() => {
    const update = () =>
      setFigures((before) => {
        const now = read(model, spreadsheet);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    update();
    return spreadsheet.onCalculated(update);
  }, [model, spreadsheet]);
  return figures;
}

function read(model: ChartModel, spreadsheet: ChartSource): ChartFigures {
  return {
    ...model,
    series: model.series.map(({ name, x, values, isLine = false }) => {
      const ys = cells(values, spreadsheet).map(({ value }) => value);
      const xs = x ? cells(x, spreadsheet) : [];
      const points = ys.map((y, index): Partial<ChartPoint> => {
        const { value = index + 1, label = String(index + 1) } = xs[index] ?? {};
        return {
          x: typeof value === "number" ? value : label,
          label,
          ...(typeof y === "number" ? { y } : {}),
        };
      });
      return { name, isLine, points: points.filter((point): point is ChartPoint => point.y !== undefined) };
    }),
  };
}

function cells({ sheetId, range }: CellsPlace, { workbook, read: valuesOf }: ChartSource) {
  const place = workbook.getSheetBySheetId(sheetId)?.getRange(range);
  if (!place) return [];
  const labels = place.getDisplayValues().flat();
  return valuesOf(place)
    .flat()
    .map((value, index) => ({ value, label: labels[index] || String(value) }));
}
