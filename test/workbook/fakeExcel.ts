/**
 * A small Excel for tests: the part of Office.js that the add-in uses, with its discipline. Requests wait for
 * `context.sync()`, run in order and stop at the first that fails; a property can only be read after it was
 * loaded and synced. It computes nothing: `evaluate` stands for the calculation.
 */
export class FakeExcel {
  readonly sheets: FakeSheet[] = [];
  readonly names = new Map<string, string>();
  activeSheet = "";
  selection = "A1";
  /** The codes Excel would answer with while a cell is being edited, or under protection. */
  refuses: { code: string; message: string; when: (request: string) => boolean } | undefined;
  syncs = 0;
  runOptions: unknown[] = [];
  evaluate: (formula: string) => unknown = () => 0;
  /** What stands in the settings of the document, saved. */
  readonly settings = new Map<string, unknown>();
  private readonly selectionHandlers = new Set<() => void>();

  constructor(sheets: string[] = ["Sheet1"]) {
    for (const name of sheets) this.sheets.push(new FakeSheet(name));
    this.activeSheet = sheets[0] ?? "";
  }

  /** Puts `Excel` and `Office` into the global scope, as the host does for the page. */
  install(scope: Record<string, unknown> = globalThis as unknown as Record<string, unknown>): void {
    scope.Excel = {
      run: async (first: unknown, second?: unknown) => {
        this.runOptions.push(second === undefined ? undefined : first);
        const action = (second ?? first) as (context: unknown) => Promise<unknown>;
        return await action(new FakeContext(this));
      },
    };
    scope.Office = {
      HostType: { Excel: "Excel" },
      AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
      context: { host: "Excel", document: { settings: this.documentSettings() } },
      onReady: () => Promise.resolve({ host: "Excel", platform: "PC" }),
    };
  }

  /** Selects as the user does: handlers are told. */
  select(sheet: string, address: string): void {
    this.activeSheet = sheet;
    this.selection = address;
    for (const handler of this.selectionHandlers) handler();
  }

  /** An event of the host; that of another selection is the only one that ever comes. */
  event(name: "onSelectionChanged" | "other"): FakeEvent {
    const handlers = name === "onSelectionChanged" ? this.selectionHandlers : new Set<() => void>();
    return {
      add: (handler) => {
        handlers.add(handler);
        return { context: new FakeContext(this), remove: () => handlers.delete(handler) };
      },
    };
  }

  private documentSettings() {
    const pending = new Map(this.settings);
    return {
      get: (name: string) => pending.get(name) ?? null,
      set: (name: string, value: unknown) => {
        pending.set(name, value);
      },
      remove: (name: string) => {
        pending.delete(name);
      },
      saveAsync: (done: (result: { status: string }) => void) => {
        this.settings.clear();
        for (const [name, value] of pending) this.settings.set(name, value);
        done({ status: "succeeded" });
      },
    };
  }

  sheet(name: string): FakeSheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  /** The cell of a sheet that must be there, for expectations. */
  cell(sheet: string, address: string): FakeCell {
    const found = this.sheet(sheet);
    if (found === undefined) throw new Error(`no sheet ${sheet}`);
    const { row, column } = parseRange(address);
    return found.cell(row, column);
  }
}

interface FakeEvent {
  add(handler: () => void): { context: unknown; remove(): void };
}

export interface FakeCell {
  value: unknown;
  formula: string | undefined;
  numberFormat: string | undefined;
  bold: boolean | undefined;
  color: string | undefined;
}

export class FakeSheet {
  readonly cells = new Map<string, FakeCell>();
  readonly columnWidths = new Map<number, number>();
  frozenRows = 0;

  constructor(readonly name: string) {}

  cell(row: number, column: number): FakeCell {
    const key = `${row},${column}`;
    let cell = this.cells.get(key);
    if (cell === undefined) {
      cell = { value: "", formula: undefined, numberFormat: undefined, bold: undefined, color: undefined };
      this.cells.set(key, cell);
    }
    return cell;
  }
}

/** The error of Office.js: a code and a message. */
class FakeOfficeError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

class FakeContext {
  private queue: { request: string; perform: () => void }[] = [];

  constructor(readonly excel: FakeExcel) {}

  readonly workbook = {
    getSelectedRange: () =>
      new FakeRange(this, () => ({ sheet: this.excel.activeSheet, ...parseRange(this.excel.selection) })),
    onSelectionChanged: lazyEvent(() => this.excel.event("onSelectionChanged")),
    tables: { getItemOrNullObject: () => new FakeMissing(this) },
    worksheets: {
      onChanged: lazyEvent(() => this.excel.event("other")),
      onCalculated: lazyEvent(() => this.excel.event("other")),
      onDeleted: lazyEvent(() => this.excel.event("other")),
      getItem: (name: string) => new FakeWorksheet(this, name, "must exist"),
      getItemOrNullObject: (name: string) => new FakeWorksheet(this, name, "may exist"),
      add: (name: string) => {
        this.enqueue(`worksheets.add ${name}`, () => {
          if (this.excel.sheet(name) !== undefined) {
            throw new FakeOfficeError("ItemAlreadyExists", "A resource with the same name already exists.");
          }
          this.excel.sheets.push(new FakeSheet(name));
        });
        return new FakeWorksheet(this, name, "must exist");
      },
    },
    names: {
      getItemOrNullObject: (name: string) => new FakeName(this, name),
      add: (name: string, range: FakeRange) => {
        this.enqueue(`names.add ${name}`, () => {
          this.excel.names.set(name, range.reference());
        });
      },
    },
  };

  enqueue(request: string, perform: () => void): void {
    this.queue.push({ request, perform });
  }

  sync(): Promise<void> {
    this.excel.syncs += 1;
    const queue = this.queue;
    this.queue = [];
    try {
      for (const { request, perform } of queue) {
        const { refuses } = this.excel;
        if (refuses?.when(request)) throw new FakeOfficeError(refuses.code, refuses.message);
        perform();
      }
    } catch (error) {
      return Promise.reject(error as Error);
    }
    return Promise.resolve();
  }
}

/** What every proxy object of Office.js shares: values appear only when loaded and synced. */
abstract class FakeProxy {
  private readonly loaded = new Map<string, unknown>();

  constructor(protected readonly context: FakeContext) {}

  protected abstract read(property: string): unknown;

  load(properties: string): this {
    for (const property of properties.split(",").map((name) => name.trim())) {
      this.context.enqueue(`load ${property}`, () => this.loaded.set(property, this.read(property)));
    }
    return this;
  }

  protected value(property: string): unknown {
    if (!this.loaded.has(property)) {
      throw new FakeOfficeError(
        "PropertyNotLoaded",
        `The property '${property}' is not available: load and sync it.`,
      );
    }
    return this.loaded.get(property);
  }
}

/** An object that may be missing: `isNullObject` is known once anything of it was loaded. */
abstract class FakeItem extends FakeProxy {
  protected abstract exists(): boolean;

  override load(properties: string): this {
    return super.load(`${properties}, isNullObject`);
  }

  get isNullObject(): boolean {
    return this.value("isNullObject") as boolean;
  }

  protected read(property: string): unknown {
    if (property === "isNullObject") return !this.exists();
    return this.exists() ? this.readExisting(property) : undefined;
  }

  protected abstract readExisting(property: string): unknown;
}

/** What this Excel has none of: a table. */
class FakeMissing extends FakeItem {
  protected exists(): boolean {
    return false;
  }

  protected readExisting(): unknown {
    return undefined;
  }
}

class FakeWorksheet extends FakeItem {
  constructor(
    context: FakeContext,
    private readonly wanted: string,
    private readonly presence: "must exist" | "may exist",
  ) {
    super(context);
  }

  readonly freezePanes = {
    freezeRows: (count: number) => {
      this.context.enqueue("freezeRows", () => {
        this.sheet().frozenRows = count;
      });
    },
  };

  get name(): string {
    return this.value("name") as string;
  }

  getRange(address: string): FakeRange {
    return new FakeRange(this.context, () => ({ sheet: this.sheet().name, ...parseRange(address) }));
  }

  activate(): void {
    this.context.enqueue("activate", () => {
      this.context.excel.activeSheet = this.sheet().name;
    });
  }

  delete(): void {
    this.context.enqueue(`worksheet.delete ${this.wanted}`, () => {
      const { sheets } = this.context.excel;
      sheets.splice(sheets.indexOf(this.sheet()), 1);
    });
  }

  protected exists(): boolean {
    return this.presence === "must exist" || this.context.excel.sheet(this.wanted) !== undefined;
  }

  protected readExisting(property: string): unknown {
    if (property === "name") return this.sheet().name;
    throw new FakeOfficeError("InvalidArgument", `A worksheet has no ${property} here.`);
  }

  private sheet(): FakeSheet {
    const sheet = this.context.excel.sheet(this.wanted);
    if (sheet === undefined)
      throw new FakeOfficeError("ItemNotFound", "The requested resource doesn't exist.");
    return sheet;
  }
}

class FakeName extends FakeItem {
  constructor(
    context: FakeContext,
    private readonly wanted: string,
  ) {
    super(context);
  }

  delete(): void {
    this.context.enqueue(`name.delete ${this.wanted}`, () =>
      this.context.excel.names.delete(this.key() ?? ""),
    );
  }

  getRangeOrNullObject(): FakeRange {
    return new FakeRange(this.context, () => {
      const [sheet = "", address = ""] = (this.context.excel.names.get(this.key() ?? "") ?? "").split("!");
      return { sheet, ...parseRange(address) };
    });
  }

  protected exists(): boolean {
    return this.key() !== undefined;
  }

  protected readExisting(property: string): unknown {
    if (property === "name") return this.key();
    throw new FakeOfficeError("InvalidArgument", `A name has no ${property} here.`);
  }

  private key(): string | undefined {
    return [...this.context.excel.names.keys()].find(
      (name) => name.toLowerCase() === this.wanted.toLowerCase(),
    );
  }
}

interface Place {
  sheet: string;
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

class FakeRange extends FakeProxy {
  constructor(
    context: FakeContext,
    private readonly place: () => Place,
  ) {
    super(context);
  }

  readonly isNullObject = false;
  readonly format = this.makeFormat();

  getCell(row: number, column: number): FakeRange {
    return new FakeRange(this.context, () => {
      const place = this.place();
      return { ...place, row: place.row + row, column: place.column + column, rowCount: 1, columnCount: 1 };
    });
  }

  readonly worksheet = {
    activate: () => {
      this.context.enqueue("activate", () => {
        this.context.excel.activeSheet = this.place().sheet;
      });
    },
  };

  select(): void {
    this.context.enqueue("select", () => {
      const { sheet } = this.place();
      this.context.excel.select(sheet, this.reference().split("!")[1] ?? "");
    });
  }

  reference(): string {
    const { sheet, row, column, rowCount, columnCount } = this.place();
    const absolute = (r: number, c: number) => `$${columnName(c)}$${r + 1}`;
    return `${sheet}!${absolute(row, column)}:${absolute(row + rowCount - 1, column + columnCount - 1)}`;
  }

  get address(): string {
    return this.value("address") as string;
  }

  get values(): unknown[][] {
    return this.value("values") as unknown[][];
  }

  set values(values: unknown[][]) {
    this.write("values", values, (cell, value) => {
      cell.value = value;
      cell.formula = undefined;
    });
  }

  get valueTypes(): unknown[][] {
    return this.value("valueTypes") as unknown[][];
  }

  get formulas(): unknown[][] {
    return this.value("formulas") as unknown[][];
  }

  set formulas(formulas: unknown[][]) {
    this.write("formulas", formulas, (cell, formula) => {
      cell.formula = String(formula);
      cell.value = this.context.excel.evaluate(cell.formula);
    });
  }

  set numberFormat(formats: unknown[][] | string) {
    this.write("numberFormat", formats, (cell, format) => {
      cell.numberFormat = String(format);
    });
  }

  protected read(property: string): unknown {
    switch (property) {
      case "address": {
        const { sheet, row, column, rowCount, columnCount } = this.place();
        const first = `${columnName(column)}${row + 1}`;
        const last = `${columnName(column + columnCount - 1)}${row + rowCount}`;
        return `${sheet}!${first === last ? first : `${first}:${last}`}`;
      }
      case "values":
        return this.table((cell) => cell.value);
      case "formulas":
        return this.table((cell) => cell.formula ?? cell.value);
      case "valueTypes":
        return this.table(({ value }) => valueType(value));
      default:
        throw new FakeOfficeError("InvalidArgument", `A range has no ${property} here.`);
    }
  }

  private table(read: (cell: FakeCell) => unknown): unknown[][] {
    const { rowCount, columnCount } = this.place();
    return Array.from({ length: rowCount }, (_, row) =>
      Array.from({ length: columnCount }, (__, column) => read(this.cellAt(row, column))),
    );
  }

  /** One value goes to every cell; a table must have the range's shape. */
  private write(property: string, input: unknown, put: (cell: FakeCell, value: unknown) => void): void {
    this.context.enqueue(`set ${property}`, () => {
      const { rowCount, columnCount } = this.place();
      if (Array.isArray(input)) {
        const table = input as unknown[][];
        if (table.length !== rowCount || table.some((row) => row.length !== columnCount)) {
          throw new FakeOfficeError("InvalidArgument", `The ${property} do not have the shape of the range.`);
        }
      }
      for (let row = 0; row < rowCount; row++) {
        for (let column = 0; column < columnCount; column++) {
          put(this.cellAt(row, column), Array.isArray(input) ? (input as unknown[][])[row]?.[column] : input);
        }
      }
    });
  }

  private cellAt(row: number, column: number): FakeCell {
    const place = this.place();
    const sheet = this.context.excel.sheet(place.sheet);
    if (sheet === undefined)
      throw new FakeOfficeError("ItemNotFound", "The requested resource doesn't exist.");
    return sheet.cell(place.row + row, place.column + column);
  }

  private makeFormat() {
    const style = (name: string, put: (cell: FakeCell, value: unknown) => void) => (value: unknown) => {
      this.write(name, value, put);
    };
    const setBold = style("bold", (cell, value) => (cell.bold = value as boolean));
    const setColor = style("color", (cell, value) => (cell.color = value as string));
    const ignored = style("style", () => undefined);
    const setWidth = (points: number) => {
      this.context.enqueue("columnWidth", () => {
        const { sheet, column } = this.place();
        this.context.excel.sheet(sheet)?.columnWidths.set(column, points);
      });
    };
    return {
      set columnWidth(points: number) {
        setWidth(points);
      },
      set indentLevel(value: number) {
        ignored(value);
      },
      set horizontalAlignment(value: string) {
        ignored(value);
      },
      font: {
        set bold(value: boolean) {
          setBold(value);
        },
        set color(value: string) {
          setColor(value);
        },
        set italic(value: boolean) {
          ignored(value);
        },
        set size(value: number) {
          ignored(value);
        },
      },
      fill: {
        set color(value: string) {
          ignored(value);
        },
      },
    };
  }
}

/** Not asked for before there is an Excel to ask. */
function lazyEvent(event: () => FakeEvent): FakeEvent {
  return { add: (handler) => event().add(handler) };
}

/** As Excel.RangeValueType names it. */
function valueType(value: unknown): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return /^#.*[!?A]$/.test(String(value)) ? "Error" : "String";
}

/** Rows and columns from 0. */
function parseRange(address: string): Omit<Place, "sheet"> {
  const [first = "", last = first] = address.replaceAll("$", "").split(":");
  const from = parseCell(first);
  const to = parseCell(last);
  return { ...from, rowCount: to.row - from.row + 1, columnCount: to.column - from.column + 1 };
}

function parseCell(address: string): { row: number; column: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  if (match === null) throw new FakeOfficeError("InvalidArgument", `${address} is no cell.`);
  const [, letters = "", digits = ""] = match;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
