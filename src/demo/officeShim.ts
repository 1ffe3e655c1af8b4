import { generateRandomId } from "@univerjs/core";
import {
  InsertDefinedNameCommand,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  ScrollToRangeOperation,
  SetStyleCommand,
} from "@univerjs/preset-sheets-core";
import type { FRange, FWorksheet } from "@univerjs/sheets/facade";
import { DocumentSettings } from "./documentSettings";
import { ChartCollection } from "./officeCharts";
import { ConditionalFormats, DataValidation } from "./officeRules";
import { area, type Cell, type Spreadsheet } from "./spreadsheet";

/**
 * The part of Office.js that the pane and `src/workbook` use, over the browser workbook's spreadsheet. It keeps
 * Excel's ways: calls are only noted until `sync`, and a property can be read only after `load` and `sync`.
 */
export function officeShim(spreadsheet: Spreadsheet): { Office: object; Excel: object } {
  const info = { host: "Excel", platform: "OfficeOnline" };
  const Office = {
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    context: {
      ...info,
      requirements: { isSetSupported: (set: string) => set === "ExcelApi" },
      document: { settings: new DocumentSettings() },
    },
    onReady: async (callback?: (ready: typeof info) => void) => {
      callback?.(info);
      return info;
    },
  };
  const Excel = {
    async run<Result>(
      ...given: [Batch<Result>] | [{ mergeUndoGroup?: boolean }, Batch<Result>]
    ): Promise<Result> {
      const [options, batch] = given.length === 2 ? given : [{}, given[0]];
      const endGroup = options.mergeUndoGroup ? spreadsheet.groupUndo() : undefined;
      try {
        const context = new RequestContext(spreadsheet);
        const result = await batch(context);
        await context.sync();
        return result;
      } finally {
        endGroup?.();
      }
    },
  };
  return { Office, Excel };
}

type Batch<Result> = (context: RequestContext) => Promise<Result>;

/** An error as Office.js throws it: a code for programs and a sentence for people. */
class HostError extends Error {
  constructor(
    readonly code: "ItemNotFound" | "ItemAlreadyExists" | "PropertyNotLoaded" | "InvalidArgument",
    message: string,
  ) {
    super(message);
    this.name = "RichApi.Error";
  }
}

class RequestContext {
  readonly application: Application;
  readonly workbook: Workbook;
  private queue: (() => unknown)[] = [];
  private readonly last = new Set<() => unknown>();

  constructor(readonly spreadsheet: Spreadsheet) {
    this.application = new Application(this);
    this.workbook = new Workbook(this);
  }

  note(action: () => unknown): void {
    this.queue.push(action);
  }

  /** Does something once when everything else of this `sync` is done, however often it is asked for. */
  noteLast(action: () => unknown): void {
    this.last.add(action);
  }

  async sync(): Promise<void> {
    const actions = this.queue;
    this.queue = [];
    try {
      for (const action of actions) await action();
      for (const action of this.last) action();
    } finally {
      this.last.clear();
    }
  }
}

/** What all objects of the host have in common: properties that are read by `load` and `sync`. */
abstract class HostObject {
  private readonly loaded = new Map<string, unknown>();

  constructor(readonly context: RequestContext) {}

  load(properties: string | string[] = Object.keys(this.readers())): this {
    const names =
      typeof properties === "string" ? properties.split(",").map((name) => name.trim()) : properties;
    this.context.note(async () => {
      await this.context.spreadsheet.calculated();
      if (!this.exists()) return;
      const readers = this.readers();
      for (const name of names) {
        const read = readers[name];
        if (!read) throw new HostError("InvalidArgument", `The browser workbook cannot load "${name}".`);
        this.loaded.set(name, read());
      }
    });
    return this;
  }

  protected exists(): boolean {
    return true;
  }

  protected abstract readers(): Record<string, () => unknown>;

  protected loadedValue(name: string): unknown {
    if (this.loaded.has(name)) return this.loaded.get(name);
    throw new HostError(
      "PropertyNotLoaded",
      `The property "${name}" is not available: load it and call sync first.`,
    );
  }
}

/** Something that happens in the workbook, for callbacks of others: `add`, and `remove` on what it returns. */
class HostEvent {
  constructor(
    private readonly context: RequestContext,
    private readonly listen: (callback: () => void) => () => void,
  ) {}

  add(handler: (args: object) => unknown): { context: RequestContext; remove(): void } {
    const { context } = this;
    let stop = () => {};
    context.note(() => {
      stop = this.listen(() => void handler({}));
    });
    return { context, remove: () => context.note(() => stop()) };
  }
}

class Workbook {
  readonly worksheets: WorksheetCollection;
  readonly names: NameCollection;
  readonly tables: TableCollection;
  readonly onSelectionChanged: HostEvent;

  constructor(private readonly context: RequestContext) {
    this.worksheets = new WorksheetCollection(context);
    this.names = new NameCollection(context);
    this.tables = new TableCollection(context);
    this.onSelectionChanged = new HostEvent(context, context.spreadsheet.onSelected);
  }

  getSelectedRange(): Range {
    const { workbook } = this.context.spreadsheet;
    return new Range(
      this.context,
      () => workbook.getActiveRange() ?? workbook.getActiveSheet().getRange("A1"),
    );
  }
}

/** Cells and formulas are typed in English notation here, whatever the language of the browser. */
class Application extends HostObject {
  readonly cultureInfo = new CultureInfo(this.context);

  get decimalSeparator() {
    return this.loadedValue("decimalSeparator") as string;
  }

  get thousandsSeparator() {
    return this.loadedValue("thousandsSeparator") as string;
  }

  protected readers() {
    return { decimalSeparator: () => ".", thousandsSeparator: () => "," };
  }
}

class CultureInfo extends HostObject {
  get name() {
    return this.loadedValue("name") as string;
  }

  protected readers() {
    return { name: () => "en-US" };
  }
}

class WorksheetCollection extends HostObject {
  readonly onChanged = new HostEvent(this.context, this.context.spreadsheet.onChanged);
  readonly onCalculated = new HostEvent(this.context, this.context.spreadsheet.onCalculated);
  readonly onDeleted = new HostEvent(this.context, this.context.spreadsheet.onDeleted);

  get items(): Worksheet[] {
    return this.loadedValue("items/name") as Worksheet[];
  }

  getItem(name: string): Worksheet {
    return new Worksheet(this.context, () => {
      const sheet = this.find(name);
      if (!sheet) throw new HostError("ItemNotFound", `There is no sheet named "${name}".`);
      return sheet;
    });
  }

  getItemOrNullObject(name: string): Worksheet {
    return new Worksheet(this.context, () => this.find(name));
  }

  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.context, () => this.context.spreadsheet.workbook.getActiveSheet());
  }

  add(name?: string): Worksheet {
    let added: FWorksheet | undefined;
    this.context.note(() => {
      if (name !== undefined && this.find(name)) {
        throw new HostError("ItemAlreadyExists", `There is already a sheet named "${name}".`);
      }
      const { workbook } = this.context.spreadsheet;
      const front = workbook.getActiveSheet();
      added = workbook.insertSheet(name, {
        index: workbook.getNumSheets(),
        sheet: { columnCount: COLUMNS },
      });
      workbook.setActiveSheet(front); // Excel adds a sheet behind the one in front
    });
    return new Worksheet(this.context, () => added);
  }

  protected readers() {
    const { workbook } = this.context.spreadsheet;
    return {
      "items/name": () =>
        workbook.getSheets().map((sheet) => new Worksheet(this.context, () => sheet, sheet.getSheetName())),
    };
  }

  private find(name: string): FWorksheet | undefined {
    const sheets = this.context.spreadsheet.workbook.getSheets();
    return sheets.find((sheet) => sheet.getSheetName().toLowerCase() === name.toLowerCase());
  }
}

// Excel has 16,384; what our sheets need is far less, and each costs the spreadsheet time.
const COLUMNS = 60;

class Worksheet extends HostObject {
  isNullObject = false;
  readonly protection: { load(properties: string): void; protected: boolean } = {
    load: () => {},
    protected: false,
  };

  constructor(
    context: RequestContext,
    private readonly find: () => FWorksheet | undefined,
    private readonly knownName?: string,
  ) {
    super(context);
    context.note(() => (this.isNullObject = find() === undefined));
  }

  get name(): string {
    return this.knownName ?? (this.loadedValue("name") as string);
  }

  readonly charts = new ChartCollection(this.context, () => this.sheet());

  readonly freezePanes = {
    freezeRows: (count: number) => this.context.note(() => this.sheet().setFrozenRows(count)),
  };

  getRange(address: string): Range {
    return new Range(this.context, () => rangeIn(this.sheet(), address));
  }

  getUsedRangeOrNullObject(): Range {
    return new Range(this.context, () => {
      const sheet = this.sheet();
      return sheet.getRange(0, 0, sheet.getMaxRows(), sheet.getMaxColumns());
    }).getUsedRangeOrNullObject();
  }

  activate(): void {
    this.context.note(() => this.sheet().activate());
  }

  delete(): void {
    this.context.note(() => {
      const { workbook } = this.context.spreadsheet;
      if (workbook.getNumSheets() === 1) {
        throw new HostError("InvalidArgument", "A workbook must keep at least one sheet.");
      }
      const sheet = this.sheet();
      // Before it goes, not after, which Univer's drawings and rules do not bear.
      if (workbook.getActiveSheet().getSheetId() === sheet.getSheetId()) {
        const neighbours = workbook.getSheets().filter((one) => one.getSheetId() !== sheet.getSheetId());
        const before = neighbours.filter((one) => one.getIndex() < sheet.getIndex()).at(-1);
        (before ?? neighbours[0])?.activate();
      }
      workbook.deleteSheet(sheet);
    });
  }

  protected override exists(): boolean {
    return this.find() !== undefined;
  }

  protected readers() {
    return { name: () => this.sheet().getSheetName(), "protection/protected": () => false };
  }

  private sheet(): FWorksheet {
    const sheet = this.find();
    if (!sheet) throw new HostError("ItemNotFound", "The sheet does not exist.");
    return sheet;
  }
}

/** Univer's open packages have no tables, so that none is ever found. */
class TableCollection extends HostObject {
  get items(): Table[] {
    return this.loadedValue("items/name") as Table[];
  }

  getItemOrNullObject(name: string): Table {
    return new Table(this.context, name);
  }

  protected readers() {
    return { "items/name": () => [] };
  }
}

class Table extends HostObject {
  readonly isNullObject = true;

  constructor(
    context: RequestContext,
    readonly name: string,
  ) {
    super(context);
  }

  getRange(): Range {
    return new Range(this.context, () => {
      throw new HostError("ItemNotFound", `There is no table named "${this.name}".`);
    });
  }

  protected override exists(): boolean {
    return false;
  }

  protected readers() {
    return {};
  }
}

class NameCollection extends HostObject {
  get items(): NamedItem[] {
    return this.loadedValue("items/name") as NamedItem[];
  }

  protected readers() {
    const items = () =>
      this.context.spreadsheet.workbook
        .getDefinedNames()
        .map((one) => new NamedItem(this.context, one.getName(), true));
    return { "items/name": items, "items/visible": items };
  }

  getItem(name: string): NamedItem {
    return new NamedItem(this.context, name);
  }

  getItemOrNullObject(name: string): NamedItem {
    return new NamedItem(this.context, name);
  }

  add(name: string, range: Range): NamedItem {
    const { api, workbook } = this.context.spreadsheet;
    this.context.note(() => {
      if (hasName(workbook, name)) {
        throw new HostError("ItemAlreadyExists", `There is already a name "${name}".`);
      }
      // By the command, since `workbook.insertDefinedName` refuses a name that a sheet has too; Excel does not.
      const named = {
        unitId: workbook.getId(),
        id: generateRandomId(),
        name,
        formulaOrRefString: range.reference(),
        localSheetId: SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
      };
      api.syncExecuteCommand(InsertDefinedNameCommand.id, named);
    });
    return new NamedItem(this.context, name);
  }
}

class NamedItem extends HostObject {
  isNullObject = false;

  constructor(
    context: RequestContext,
    readonly name: string,
    readonly visible?: boolean,
  ) {
    super(context);
    context.note(() => (this.isNullObject = !this.exists()));
  }

  getRange(): Range {
    return this.getRangeOrNullObject();
  }

  /** Null for a name of a constant or formula, and for one whose cells were deleted. */
  getRangeOrNullObject(): Range {
    const { workbook } = this.context.spreadsheet;
    return Range.orNull(this.context, () =>
      rangeOf(workbook, findName(workbook, this.name)?.getFormulaOrRefString() ?? ""),
    );
  }

  delete(): void {
    this.context.note(() => findName(this.context.spreadsheet.workbook, this.name)?.delete());
  }

  protected override exists(): boolean {
    return hasName(this.context.spreadsheet.workbook, this.name);
  }

  protected readers() {
    return { name: () => this.name };
  }
}

function hasName(workbook: Spreadsheet["workbook"], name: string): boolean {
  return findName(workbook, name) !== undefined;
}

function findName(workbook: Spreadsheet["workbook"], name: string) {
  return workbook.getDefinedNames().find((one) => one.getName().toLowerCase() === name.toLowerCase());
}

/** The cells behind a reference such as Market!$A$4:$B$18. */
function rangeOf(workbook: Spreadsheet["workbook"], reference: string): FRange | undefined {
  const [, sheet, address] = /^=?(.+)!([$A-Z\d:]+)$/.exec(reference) ?? [];
  if (sheet === undefined || address === undefined) return undefined;
  const name = sheet.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
  const found = workbook.getSheetByName(name);
  return found ? rangeIn(found, address) : undefined;
}

/** Univer takes whole columns and rows for endless ones: here they end where the sheet ends. */
function rangeIn(sheet: FWorksheet, address: string): FRange {
  const [first = "", last = first] = address.replaceAll("$", "").split(":");
  if (/^[A-Z]+$/i.test(first)) return sheet.getRange(`${first}1:${last}${sheet.getMaxRows()}`);
  if (/^\d+$/.test(first)) {
    return sheet.getRange(Number(first) - 1, 0, Number(last) - Number(first) + 1, sheet.getMaxColumns());
  }
  return sheet.getRange(`${first}:${last}`);
}

class Range extends HostObject {
  isNullObject = false;
  readonly format: RangeFormat;
  readonly dataValidation: DataValidation;
  readonly conditionalFormats: ConditionalFormats;

  /** A range that may turn out not to be there. */
  static orNull(context: RequestContext, find: () => FRange | undefined): Range {
    const range: Range = new Range(context, () => {
      const found = find();
      if (!found) throw new HostError("ItemNotFound", "The range does not exist.");
      return found;
    });
    context.note(async () => {
      await context.spreadsheet.calculated();
      range.isNullObject = find() === undefined;
    });
    return range;
  }

  constructor(
    context: RequestContext,
    /** The range itself: only known when the calls before it have been carried out. */
    readonly resolve: () => FRange,
  ) {
    super(context);
    this.format = new RangeFormat(context, resolve);
    this.dataValidation = new DataValidation(context, resolve);
    this.conditionalFormats = new ConditionalFormats(context, resolve);
  }

  get address() {
    return this.loadedValue("address") as string;
  }

  get rowIndex() {
    return this.loadedValue("rowIndex") as number;
  }

  get columnIndex() {
    return this.loadedValue("columnIndex") as number;
  }

  get rowCount() {
    return this.loadedValue("rowCount") as number;
  }

  get columnCount() {
    return this.loadedValue("columnCount") as number;
  }

  get values() {
    return this.loadedValue("values") as Cell[][];
  }

  set values(values: (Cell | null)[][]) {
    this.write(values);
  }

  get formulas() {
    return this.loadedValue("formulas") as Cell[][];
  }

  set formulas(formulas: (Cell | null)[][]) {
    this.write(formulas);
  }

  get text() {
    return this.loadedValue("text") as string[][];
  }

  get valueTypes() {
    return this.loadedValue("valueTypes") as string[][];
  }

  get numberFormat() {
    return this.loadedValue("numberFormat") as string[][];
  }

  /** A single text is meant for every cell of the range, as in Excel. */
  set numberFormat(formats: string[][] | string) {
    this.context.note(() => {
      const range = this.resolve();
      if (typeof formats === "string") range.setNumberFormat(patternOf(formats));
      else range.setNumberFormats(formats.map((row) => row.map(patternOf)));
    });
  }

  getCell(row: number, column: number): Range {
    return new Range(this.context, () => area(this.resolve(), row, column, 1, 1));
  }

  get worksheet(): Worksheet {
    const { workbook } = this.context.spreadsheet;
    return new Worksheet(
      this.context,
      () => workbook.getSheetBySheetId(this.resolve().getSheetId()) ?? undefined,
    );
  }

  /** The smallest range that holds every cell with content, spilled ones too. */
  getUsedRangeOrNullObject(): Range {
    return Range.orNull(this.context, () => {
      const range = this.resolve();
      const values = this.context.spreadsheet.read(range);
      const rows = indexesWhere(values, (row) => row.some((cell) => cell !== ""));
      const columns = indexesWhere(values[0] ?? [], (_, column) => values.some((row) => row[column] !== ""));
      const [top, left] = [rows[0], columns[0]];
      if (top === undefined || left === undefined) return undefined;
      return area(range, top, left, (rows.at(-1) ?? top) - top + 1, (columns.at(-1) ?? left) - left + 1);
    });
  }

  /** The range that the formula of this cell fills; null for a single value. */
  getSpillingToRangeOrNullObject(): Range {
    return Range.orNull(this.context, () => {
      const cell = this.resolve();
      const size = this.context.spreadsheet.spill(cell);
      return size && area(cell, 0, 0, size.rows, size.columns);
    });
  }

  getResizedRange(deltaRows: number, deltaColumns: number): Range {
    return new Range(this.context, () => {
      const range = this.resolve();
      return area(range, 0, 0, range.getHeight() + deltaRows, range.getWidth() + deltaColumns);
    });
  }

  select(): void {
    this.context.note(() => {
      const range = this.resolve();
      this.context.spreadsheet.workbook.setActiveSheet(range.getSheetId());
      range.activate();
      this.context.spreadsheet.api.syncExecuteCommand(ScrollToRangeOperation.id, { range: range.getRange() });
    });
  }

  clear(): void {
    this.context.note(() => this.resolve().clear());
  }

  /** Such as Market!$A$4:$B$18. */
  reference(): string {
    const range = this.resolve();
    const [first = "", last = first] = range
      .getA1Notation()
      .split(":")
      .map((cell) => cell.replace(/([A-Z]+)(\d+)/, "$$$1$$$2"));
    return `${quoted(range.getSheetName())}!${first === last ? first : `${first}:${last}`}`;
  }

  protected override exists(): boolean {
    return !this.isNullObject;
  }

  protected readers() {
    return {
      address: () => `${quoted(this.resolve().getSheetName())}!${this.resolve().getA1Notation()}`,
      rowIndex: () => this.resolve().getRow(),
      columnIndex: () => this.resolve().getColumn(),
      rowCount: () => this.resolve().getHeight(),
      columnCount: () => this.resolve().getWidth(),
      values: () => this.context.spreadsheet.read(this.resolve()),
      text: () => {
        const shown = this.resolve().getDisplayValues();
        const values = this.context.spreadsheet.read(this.resolve());
        return values.map((row, r) => row.map((value, c) => shown[r]?.[c] || String(value)));
      },
      valueTypes: () => this.context.spreadsheet.read(this.resolve()).map((row) => row.map(valueType)),
      formulas: () => {
        const values = this.context.spreadsheet.read(this.resolve());
        return this.resolve()
          .getFormulas()
          .map((row, r) => row.map((formula, c) => formula || (values[r]?.[c] ?? "")));
      },
      numberFormat: () =>
        this.resolve()
          .getNumberFormats()
          .map((row) => row.map((pattern) => pattern || "General")),
    };
  }

  private write(cells: (Cell | null)[][]): void {
    this.context.note(() => {
      const range = this.resolve();
      if (cells.length !== range.getHeight() || cells.some((row) => row.length !== range.getWidth())) {
        throw new HostError(
          "InvalidArgument",
          "The rows or columns given do not match the size of the range.",
        );
      }
      this.context.spreadsheet.write(range, cells);
    });
  }
}

/** Excel's names for what a cell holds. */
function valueType(value: Cell): string {
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  if (value === "") return "Empty";
  return ERROR_TEXT.test(value) ? "Error" : "String";
}

const ERROR_TEXT = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|CYCLE!|ERROR!)$/;

function indexesWhere<Item>(items: Item[], holds: (item: Item, index: number) => boolean): number[] {
  return items.flatMap((item, index) => (holds(item, index) ? [index] : []));
}

function patternOf(format: string): string {
  return format === "General" ? "" : format;
}

function quoted(sheetName: string): string {
  return /^[A-Za-z_][\w.]*$/.test(sheetName) ? sheetName : `'${sheetName.replaceAll("'", "''")}'`;
}

class RangeFormat {
  readonly font: RangeFont;
  readonly fill: RangeFill;

  constructor(
    private readonly context: RequestContext,
    private readonly resolve: () => FRange,
  ) {
    this.font = new RangeFont(context, resolve);
    this.fill = new RangeFill(context, resolve);
  }

  /** In points, 72 to the inch; the spreadsheet counts pixels, 96 to the inch. */
  set columnWidth(points: number) {
    this.note((range, sheet) =>
      sheet.setColumnWidths(range.getColumn(), range.getWidth(), (points * 96) / 72),
    );
  }

  set wrapText(wraps: boolean) {
    this.note((range) => range.setWrap(wraps));
  }

  set horizontalAlignment(alignment: string) {
    const name = alignment.toLowerCase();
    this.note((range) =>
      range.setHorizontalAlignment(name === "left" || name === "center" ? name : "normal"),
    );
  }

  /** Excel indents by about three characters a level, on the side where the text begins. */
  set indentLevel(levels: number) {
    this.note((range, sheet) =>
      this.context.spreadsheet.api.syncExecuteCommand(SetStyleCommand.id, {
        unitId: range.getUnitId(),
        subUnitId: sheet.getSheetId(),
        range: range.getRange(),
        style: { type: "pd", value: { t: 0, b: 2, l: 2 + 9 * levels, r: 2 + 9 * levels } },
      }),
    );
  }

  autofitColumns(): void {
    this.note((range, sheet) => sheet.autoResizeColumns(range.getColumn(), range.getWidth()));
  }

  private note(action: (range: FRange, sheet: FWorksheet) => unknown): void {
    this.context.note(() => {
      const range = this.resolve();
      const sheet = this.context.spreadsheet.workbook.getSheetBySheetId(range.getSheetId());
      if (sheet) action(range, sheet);
    });
  }
}

class RangeFont {
  constructor(
    private readonly context: RequestContext,
    private readonly resolve: () => FRange,
  ) {}

  set bold(isBold: boolean) {
    this.context.note(() => this.resolve().setFontWeight(isBold ? "bold" : "normal"));
  }

  set italic(isItalic: boolean) {
    this.context.note(() => this.resolve().setFontStyle(isItalic ? "italic" : "normal"));
  }

  set color(color: string) {
    this.context.note(() => this.resolve().setFontColor(color));
  }

  set size(points: number) {
    this.context.note(() => this.resolve().setFontSize(points));
  }
}

class RangeFill {
  constructor(
    private readonly context: RequestContext,
    private readonly resolve: () => FRange,
  ) {}

  set color(color: string) {
    this.context.note(() => this.resolve().setBackground(color));
  }
}
