import {
  CellValueType,
  type ICellData,
  InterceptorEffectEnum,
  type IUndoRedoItem,
  IUndoRedoService,
  type Injector,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  CellAlertManagerService,
  FormulaCalculationSessionService,
  FormulaDataModel,
  IActiveDirtyManagerService,
  IDescriptionService,
  IFunctionService,
  INTERCEPTOR_POINT,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetInterceptorService,
  SheetSkeletonManagerService,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import formattingTexts from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationTexts from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import drawingTexts from "@univerjs/preset-sheets-drawing/locales/en-US";
import type { FRange, FWorkbook } from "@univerjs/sheets/facade";
import { sheetCharts, type SheetCharts } from "./charts/sheetCharts";
import type { FunctionHost } from "./functionHost";
import { generalText } from "./generalText";
import { GroupedUndo } from "./groupedUndo";
import { recalculateVacatedCells } from "./vacatedCells";

export type Cell = string | number | boolean;

/** The spreadsheet in the page, and what its own interface does not offer. */
export interface Spreadsheet {
  api: FUniver;
  workbook: FWorkbook;
  charts: SheetCharts;
  /** The values of a range as Excel gives them: "" for a blank, an error as its code, spilled cells too. */
  read(range: FRange): Cell[][];
  /** How many rows and columns the formula of a cell fills; undefined for a single value. */
  spill(cell: FRange): { rows: number; columns: number } | undefined;
  /** Writes cells as typing them would: "=…" is a formula, digits are a number, null leaves a cell alone. */
  write(range: FRange, cells: (Cell | null)[][]): void;
  /** Resolves when every pending recalculation is done. */
  calculated(): Promise<void>;
  /** Calls back after each recalculation, until the returned function is called; so do the next three. */
  onCalculated(callback: () => void): () => void;
  /** After each change of cells, names or sheets that is not a mere result. */
  onChanged(callback: () => void): () => void;
  /** After a sheet was deleted. */
  onDeleted(callback: () => void): () => void;
  /** After other cells were selected, or another sheet came to the front. */
  onSelected(callback: () => void): () => void;
  /** Puts a sentence of ours into the box that appears beside an error when the mouse is over it. */
  explainErrors(explain: (cell: FRange) => string): void;
  /** Makes everything written until the returned function is called one step of Undo. */
  groupUndo(): () => void;
  forgetUndo(): void;
}

/** A spreadsheet with one empty sheet in an element of the page, its formulas backed by the given functions. */
export function createSpreadsheet(container: HTMLElement, host: FunctionHost | undefined): Spreadsheet {
  const plugins = [
    UniverSheetsCorePreset({ container, ribbonType: "simple" }),
    UniverSheetsDataValidationPreset(),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDrawingPreset(),
  ].flatMap((preset) => preset.plugins as Plugin[]);
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(coreTexts, validationTexts, formattingTexts, drawingTexts),
    },
    logLevel: LogLevel.ERROR,
    override: [[IUndoRedoService, { useClass: GroupedUndo, lazy: true }]],
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: UNIT,
    name: "ALVH",
    sheetOrder: ["first"],
    sheets: { first: { id: "first", name: "Sheet1" } },
  });

  if (host) {
    injector.get(IFunctionService).registerExecutors(...host.functions);
    injector.get(IDescriptionService).registerDescriptions(host.descriptions);
    api.getFormula().calculationStart(() => host.beginCalculation());
  }

  fitResults(injector);
  const undo = injector.get(IUndoRedoService) as GroupedUndo;
  const calculation = watchCalculation(api, injector);
  const commands = watchCommands(api);
  calculation.onCalculated(recalculateVacatedCells(api, injector));
  const workbook = api.getActiveWorkbook();
  if (!workbook) throw new Error("The spreadsheet did not open.");
  keepLayout(workbook);
  const spreadsheet: Spreadsheet = {
    api,
    workbook,
    charts: sheetCharts(api, injector, UNIT, () => spreadsheet),
    read: (range) => readCells(range, injector.get(FormulaDataModel)),
    spill: (cell) => spillOf(cell, injector.get(FormulaDataModel)),
    write: writeCells,
    ...calculation,
    onDeleted: (callback) => commands([RemoveSheetMutation.id], callback),
    onSelected: (callback) => commands([SetSelectionsOperation.id, SetWorksheetActiveOperation.id], callback),
    explainErrors(explain) {
      const alerts = injector.get(CellAlertManagerService);
      const showAlert = alerts.showAlert.bind(alerts);
      alerts.showAlert = (alert) => {
        const sheet = workbook.getSheetBySheetId(alert.location.subUnitId);
        const cell = sheet?.getRange(alert.location.row, alert.location.col);
        showAlert({ ...alert, message: (cell && explain(cell)) || alert.message });
      };
    },
    groupUndo: () => undo.group(UNIT, sheetChange(workbook)),
    forgetUndo: () => undo.clearUndoRedo(UNIT),
  };
  return spreadsheet;
}

/**
 * While a sheet is taken back, Univer's renderer still asks for the layout of the sheet that is gone, and fails at
 * each of its formulas. It is given the layout of the sheet in front instead.
 */
function keepLayout(workbook: FWorkbook): void {
  const layouts = SheetSkeletonManagerService.prototype;
  const current = layouts.getCurrentParam;
  layouts.getCurrentParam = function (this: SheetSkeletonManagerService) {
    return current.call(this) ?? this.getSkeletonParam(workbook.getActiveSheet().getSheetId());
  };
}

/**
 * Taken back, a new sheet goes while it is in front, which Univer does not bear: the one that was in front before has
 * to come first.
 */
function sheetChange(workbook: FWorkbook): () => IUndoRedoItem | undefined {
  const before = workbook.getActiveSheet().getSheetId();
  return () => {
    const now = workbook.getActiveSheet().getSheetId();
    if (now === before || !workbook.getSheetBySheetId(before)) return undefined;
    const toFront = (subUnitId: string) => [
      { id: SetWorksheetActiveOperation.id, params: { unitId: UNIT, subUnitId } },
    ];
    return { unitID: UNIT, undoMutations: toFront(before), redoMutations: toFront(now) };
  };
}

type Plugin = Parameters<Univer["registerPlugin"]>[0] | Parameters<Univer["registerPlugin"]>;

const UNIT = "alvh-workbook";

/**
 * Univer writes a result without a number format with all its digits, across the neighbouring cells. Excel fits it
 * to the column, and so does this. What is typed stays as it is typed.
 */
function fitResults(injector: Injector): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    // After the spilled values are filled in, which has priority 100.
    priority: 1,
    effect: InterceptorEffectEnum.Value,
    handler(cell, { rawData, workbook, worksheet, col }, next) {
      const padding = workbook.getStyles().getStyleByCell(cell)?.pd?.l ?? 0;
      if (typeof cell?.v === "string" && padding > UNINDENTED) return next({ ...cell, v: cell.v + ROOM });
      const isTyped = rawData?.v !== undefined && rawData.v !== null && !rawData.f && !rawData.si;
      if (isTyped || typeof cell?.v !== "number" || cell.t === CellValueType.BOOLEAN) return next(cell);
      const style = workbook.getStyles().getStyleByCell(cell);
      const pattern = style?.n?.pattern ?? GENERAL;
      if (pattern !== GENERAL && pattern !== "") return next(cell);
      const room =
        (worksheet.getColumnWidth(col) - PADDING) / ((style?.fs ?? DEFAULT_POINTS) * DIGIT_PER_POINT);
      return next({ ...cell, v: generalText(cell.v, Math.floor(room)), t: CellValueType.NUMBER });
    },
  });
}

// Univer leaves an indent out of account when it sees how far a text may run on, and cuts the text's end off.
const ROOM = "\u00a0".repeat(4);
const UNINDENTED = 2;
const GENERAL = "General";
const PADDING = 6;
const DEFAULT_POINTS = 11;
// Pixels per point of a digit's width in Arial: 0.556 em, 96 pixels for 72 points.
const DIGIT_PER_POINT = (0.556 * 96) / 72;

/** Univer keeps spilled values apart from the cells, and its own `getValues` gives numbers as formatted text. */
function readCells(range: FRange, formulas: FormulaDataModel): Cell[][] {
  const spilled = formulas.getArrayFormulaCellData()[range.getUnitId()]?.[range.getSheetId()];
  return range.getCellDataGrid().map((row, r) =>
    row.map((cell, c) => {
      const own = cell?.v ?? null;
      const source = own === null ? spilled?.[range.getRow() + r]?.[range.getColumn() + c] : cell;
      const value = source?.v ?? null;
      if (value === null) return "";
      return source?.t === CellValueType.BOOLEAN ? Boolean(Number(value)) : value;
    }),
  );
}

function spillOf(cell: FRange, formulas: FormulaDataModel): { rows: number; columns: number } | undefined {
  const filled = formulas.getArrayFormulaRange()[cell.getUnitId()]?.[cell.getSheetId()];
  const range = filled?.[cell.getRow()]?.[cell.getColumn()];
  if (!range) return undefined;
  return { rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 };
}

function writeCells(range: FRange, cells: (Cell | null)[][]): void {
  if (cells.every((row) => !row.includes(null))) {
    range.setValues(cells.map((row) => row.map((cell) => cellData(cell ?? ""))));
    return;
  }
  cells.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell !== null) writeCells(area(range, r, c, 1, 1), [[cell]]);
    }),
  );
}

/** A cell's content in Univer's terms. What is not named would be kept from before, hence the nulls. */
function cellData(cell: Cell): ICellData {
  const nothing = { p: null, f: null, si: null };
  if (cell === "") return { ...nothing, v: null, t: null };
  if (typeof cell === "number") return { ...nothing, v: cell, t: CellValueType.NUMBER };
  if (typeof cell === "boolean") return { ...nothing, v: cell ? 1 : 0, t: CellValueType.BOOLEAN };
  // As in Excel, an apostrophe in front says that the rest is text, whatever it looks like.
  if (cell.startsWith("'")) return { ...nothing, v: cell.slice(1), t: CellValueType.STRING };
  if (cell.startsWith("=")) return { ...nothing, f: cell, v: null, t: null };
  const number = Number(cell);
  if (cell.trim() !== "" && Number.isFinite(number))
    return { ...nothing, v: number, t: CellValueType.NUMBER };
  return { ...nothing, v: cell, t: CellValueType.STRING };
}

/** The cells at some distance from a range's first cell. Univer's types leave out the last parameter of `offset`. */
export function area(range: FRange, row: number, column: number, rows: number, columns: number): FRange {
  const offset = range.offset as (row: number, column: number, rows: number, columns: number) => FRange;
  return offset.call(range, row, column, rows, columns);
}

/**
 * Univer gathers changes for a tenth of a second before it recalculates, so "nothing is running" does not mean
 * "nothing is due". Hence the changes are numbered, and each calculation is known by the last change it covers.
 */
function watchCalculation(
  api: FUniver,
  injector: Injector,
): Pick<Spreadsheet, "calculated" | "onCalculated" | "onChanged"> {
  const session = injector.get(FormulaCalculationSessionService);
  const triggers = injector.get(IActiveDirtyManagerService);
  let changed = 0;
  let changedAt = 0;
  let started = 0;
  let applied = 0;
  let waiting: (() => void)[] = [];
  const afterCalculation = new Set<() => void>();
  const afterChange = new Set<() => void>();

  api.onCommandExecuted((command, options) => {
    // Results are written as local cell values; they are no change of the user's.
    if (!triggers.get(command.id) || (command.id === SetRangeValuesMutation.id && options?.onlyLocal)) return;
    changed += 1;
    changedAt = performance.now();
    for (const callback of afterChange) callback();
  });
  api.getFormula().calculationStart(() => (started = changed));
  session.state$.subscribe((state) => {
    if (!state.started || state.stopped || !state.resultApplied) return;
    applied = started;
    for (const wake of waiting) wake();
    waiting = [];
    for (const callback of afterCalculation) callback();
  });

  return {
    onCalculated: (callback) => kept(afterCalculation, callback),
    onChanged: (callback) => kept(afterChange, callback),
    async calculated() {
      while (applied < changed) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          setTimeout(resolve, START_LIMIT_MS);
        });
        // A change of style alone starts no calculation.
        if (started < changed && performance.now() - changedAt > START_LIMIT_MS) applied = started = changed;
      }
    },
  };
}

const START_LIMIT_MS = 500;

/** Keeps a callback until the returned function is called. */
function kept(callbacks: Set<() => void>, callback: () => void): () => void {
  callbacks.add(callback);
  return () => callbacks.delete(callback);
}

/** Calls back after each of some of Univer's commands, until the returned function is called. */
function watchCommands(api: FUniver): (ids: string[], callback: () => void) => () => void {
  return (ids, callback) => {
    const watching = api.onCommandExecuted((command) => {
      if (ids.includes(command.id)) callback();
    });
    return () => watching.dispose();
  };
}
