import { DrawingTypeEnum, generateRandomId, type Injector, type IRange } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  ComponentManager,
  IRenderManagerService,
  SheetSkeletonManagerService,
} from "@univerjs/preset-sheets-core";
import {
  drawingPositionToTransform,
  InsertSheetDrawingCommand,
  RemoveSheetDrawingCommand,
} from "@univerjs/preset-sheets-drawing";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { ChartModel } from "./chartModel";
import { type ChartSource, SheetChart } from "./SheetChart";

/** The charts that stand over the cells of a workbook; putting one there is a step of Undo. */
export interface SheetCharts {
  /** Over a range of cells; gives the chart's id. */
  add(sheet: FWorksheet, place: IRange, model: ChartModel): string;
  remove(sheet: FWorksheet, id: string): void;
}

/** Keeps charts among Univer's drawings, as pieces of the page that scroll with the cells. */
export function sheetCharts(
  api: FUniver,
  injector: Injector,
  unitId: string,
  spreadsheet: () => ChartSource,
): SheetCharts {
  injector
    .get(ComponentManager)
    .register(COMPONENT, ({ data }: { data: ChartModel }) => (
      <SheetChart model={data} spreadsheet={spreadsheet()} />
    ));
  const drawing = (sheet: FWorksheet, drawingId: string) => ({
    unitId,
    subUnitId: sheet.getSheetId(),
    drawingId,
    drawingType: DrawingTypeEnum.DRAWING_DOM,
  });
  return {
    add(sheet, { startRow, startColumn, endRow, endColumn }, model) {
      const id = generateRandomId();
      const position = {
        from: { row: startRow, rowOffset: 0, column: startColumn, columnOffset: 0 },
        to: {
          row: endRow,
          rowOffset: sheet.getRowHeight(endRow),
          column: endColumn,
          columnOffset: sheet.getColumnWidth(endColumn),
        },
      };
      const skeleton = injector
        .get(IRenderManagerService)
        .getRenderById(unitId)
        ?.with(SheetSkeletonManagerService)
        .getSkeletonParam(sheet.getSheetId());
      const transform = skeleton && drawingPositionToTransform(position, skeleton);
      api.syncExecuteCommand(InsertSheetDrawingCommand.id, {
        unitId,
        drawings: [
          {
            ...drawing(sheet, id),
            componentKey: COMPONENT,
            sheetTransform: position,
            axisAlignSheetTransform: position,
            transform,
            data: model,
            allowTransform: true,
          },
        ],
      });
      return id;
    },
    remove(sheet, id) {
      api.syncExecuteCommand(RemoveSheetDrawingCommand.id, { unitId, drawings: [drawing(sheet, id)] });
    },
  };
}

const COMPONENT = "alvh-chart";
