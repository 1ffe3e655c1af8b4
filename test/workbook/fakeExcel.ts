/**
 * A small Excel for tests: the part of Office.js that the add-in uses, with its discipline. Requests wait for
 * `context.sync()`, run in order and stop at the first that fails; a property can only be read after it was
 * loaded and synced. It computes nothing: `evaluate` stands for the calculation.
 */
export class FakeExcel {
  readonly sheets: FakeSheet[] = [];
  readonly names = new Map<string, string>();
  /** Where each table stands, such as Sheet1!A1:B3. */
  readonly tables = new Map<string, string>();
  readonly settings = new Map<string, unknown>();
  /** Where several panes are open over one file: what it keeps, of which `settings` is this pane's copy. */
  file: { read(): Promise<[string, unknown][]>; write(kept: [string, unknown][]): Promise<void> } | undefined;
  /** Why the settings of the document cannot be saved. */
  settingsRefused: string | undefined;
  /** How the user writes numbers; without it Excel is too old to tell. */
  separators: { decimal: string; group: string; culture: string } | undefined;
  activeSheet = "";
  selection = "A1";
  /** The codes Excel would answer with while a cell is being edited, or under protection. */
  refuses: { code: string; message: string; when: (request: string) => boolean } | undefined;
  syncs = 0;
  runOptions: unknown[] = [];
  evaluate: (formula: string) => unknown = () => 0;
  readonly listeners = new Map<string, Set<() => unknown>>();

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
      context: {
        host: "Excel",
        requirements: { isSetSupported: (_set: string, version: string) => this.knows(version) },
        document: { settings: this.documentSettings() },
      },
      onReady: () => Promise.resolve({ host: "Excel", platform: "PC" }),
    };
  }

  /** Something happened of which Excel tells: "changed", "calculated", "deleted" or "selected". */
  happen(event: string): void {
    for (const listener of this.listeners.get(event) ?? []) listener();
  }

  /** Selects as the user does. */
  select(sheet: string, address: string): void {
    this.activeSheet = sheet;
    this.selection = address;
    this.happen("selected");
  }

  private knows(version: string): boolean {
    return version === "1.11" && this.separators !== undefined;
  }

  private documentSettings() {
    return {
      get: (name: string) => this.settings.get(name) ?? null,
      set: (name: string, value: unknown) => void this.settings.set(name, value),
      remove: (name: string) => void this.settings.delete(name),
      saveAsync: (done: (result: unknown) => void) => {
        const error = { message: this.settingsRefused };
        if (this.settingsRefused !== undefined) done({ status: "failed", error });
        else if (this.file === undefined) done({ status: "succeeded" });
        // The whole copy, whatever the file holds by now.
        else void this.file.write([...this.settings]).then(() => done({ status: "succeeded" }));
      },
      ...(this.file === undefined
        ? {}
        : { refreshAsync: (done: (result: unknown) => void) => void this.refreshSettings().then(done) }),
    };
  }

  private async refreshSettings(): Promise<{ status: string }> {
    const kept = (await this.file?.read()) ?? [];
    this.settings.clear();
    for (const [name, value] of kept) this.settings.set(name, value);
    return { status: "succeeded" };
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
  readonly charts: FakeChart[] = [];
  readonly validations: { range: string; rule?: unknown; errorAlert?: unknown }[] = [];
  readonly conditionalFormats: { range: string; type: string; settings: Record<string, unknown> }[] = [];
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

/** A chart with what was set of it, ranges as their addresses. */
export class FakeChart {
  title = "";
  name = "";
  hasLegend = true;
  categoryTitle = "";
  valueTitle = "";
  position: [string, string] | undefined;
  readonly series: { name?: string; values?: string; x?: string; type?: string }[] = [];

  constructor(readonly type: string) {}
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

  readonly application = new FakeApplication(this);

  readonly workbook = {
    getSelectedRange: () =>
      new FakeRange(this, () => ({ sheet: this.excel.activeSheet, ...parseRange(this.excel.selection) })),
    onSelectionChanged: new FakeEvent(this, "selected"),
    worksheets: {
      onChanged: new FakeEvent(this, "changed"),
      onCalculated: new FakeEvent(this, "calculated"),
      onDeleted: new FakeEvent(this, "deleted"),
      items: [] as { name: string }[],
      load: () => {
        this.enqueue("load worksheets", () => {
          this.workbook.worksheets.items = this.excel.sheets.map(({ name }) => ({ name }));
        });
      },
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
    tables: new FakeTables(this),
    names: {
      items: [] as (FakeName & { visible: boolean })[],
      load: () => {
        this.enqueue("load names", () => {
          this.workbook.names.items = [...this.excel.names.keys()].map((name) =>
            Object.assign(new FakeName(this, name, name), { visible: !name.startsWith("_") }),
          );
        });
        return this.workbook.names;
      },
      getItem: (name: string) => new FakeName(this, name),
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

class FakeWorksheet extends FakeItem {
  constructor(
    context: FakeContext,
    private readonly which: string | (() => string),
    private readonly presence: "must exist" | "may exist",
  ) {
    super(context);
  }

  private get wanted(): string {
    return typeof this.which === "string" ? this.which : this.which();
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

  readonly charts = {
    add: (type: string, range: FakeRange, seriesBy: string) => {
      const chart = new FakeChart(type);
      this.context.enqueue(`charts.add ${type}`, () => {
        this.sheet().charts.push(chart);
        if (seriesBy !== "Columns" && seriesBy !== "Rows")
          throw new FakeOfficeError("InvalidArgument", seriesBy);
        chart.series.push({ values: range.shortAddress() });
      });
      return new FakeChartProxy(this.context, chart, () => this.sheet());
    },
  };

  activate(): void {
    this.context.enqueue("activate", () => {
      this.context.excel.activeSheet = this.sheet().name;
    });
  }

  delete(): void {
    this.context.enqueue("worksheet.delete", () => {
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
    readonly name = wanted,
  ) {
    super(context);
  }

  getRange(): FakeRange {
    return this.getRangeOrNullObject();
  }

  getRangeOrNullObject(): FakeRange {
    const reference = () => this.context.excel.names.get(this.key() ?? "") ?? "";
    return new FakeRange(
      this.context,
      () => placeOf(reference()),
      () => /!.*\d/.test(reference()),
    );
  }

  delete(): void {
    this.context.enqueue(`name.delete ${this.wanted}`, () =>
      this.context.excel.names.delete(this.key() ?? ""),
    );
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

class FakeRange extends FakeItem {
  constructor(
    context: FakeContext,
    private readonly place: () => Place,
    private readonly isThere: () => boolean = () => true,
  ) {
    super(context);
  }

  readonly format = this.makeFormat();
  readonly dataValidation = this.makeValidation();
  readonly conditionalFormats = { add: (type: string) => this.addConditionalFormat(type) };

  get worksheet(): FakeWorksheet {
    return new FakeWorksheet(this.context, () => this.place().sheet, "must exist");
  }

  get text(): string[][] {
    return this.value("text") as string[][];
  }

  get valueTypes(): string[][] {
    return this.value("valueTypes") as string[][];
  }

  get rowIndex(): number {
    return this.value("rowIndex") as number;
  }

  get columnIndex(): number {
    return this.value("columnIndex") as number;
  }

  select(): void {
    this.context.enqueue("select", () => this.context.excel.select(this.place().sheet, this.shortAddress()));
  }

  clear(): void {
    this.context.enqueue("clear", () => {
      const { rowCount, columnCount } = this.place();
      for (let row = 0; row < rowCount; row++) {
        for (let column = 0; column < columnCount; column++) {
          Object.assign(this.cellAt(row, column), { value: "", formula: undefined });
        }
      }
    });
  }

  getUsedRangeOrNullObject(): FakeRange {
    const used = () => usedPart(this.context.excel, this.place());
    return new FakeRange(
      this.context,
      () => used() ?? this.place(),
      () => used() !== undefined,
    );
  }

  protected exists(): boolean {
    return this.isThere();
  }

  /** Without the sheet, such as B2:B9. */
  shortAddress(): string {
    const { row, column, rowCount, columnCount } = this.place();
    const first = `${columnName(column)}${row + 1}`;
    const last = `${columnName(column + columnCount - 1)}${row + rowCount}`;
    return first === last ? first : `${first}:${last}`;
  }

  getCell(row: number, column: number): FakeRange {
    return new FakeRange(this.context, () => {
      const place = this.place();
      return { ...place, row: place.row + row, column: place.column + column, rowCount: 1, columnCount: 1 };
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

  protected readExisting(property: string): unknown {
    switch (property) {
      case "address":
        return `${this.place().sheet}!${this.shortAddress()}`;
      case "rowIndex":
        return this.place().row;
      case "columnIndex":
        return this.place().column;
      case "text":
        return this.table((cell) => String(cell.value));
      case "valueTypes":
        return this.table((cell) => valueType(cell.value));
      case "values":
        return this.table((cell) => cell.value);
      case "formulas":
        return this.table((cell) => cell.formula ?? cell.value);
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

  private makeValidation() {
    const set = (part: object) => {
      this.context.enqueue("set dataValidation", () => {
        const sheet = this.context.excel.sheet(this.place().sheet);
        const range = this.shortAddress();
        const known = sheet?.validations.find((one) => one.range === range);
        if (known) Object.assign(known, part);
        else sheet?.validations.push({ range, ...part });
      });
    };
    return {
      set rule(rule: unknown) {
        set({ rule });
      },
      set errorAlert(errorAlert: unknown) {
        set({ errorAlert });
      },
    };
  }

  private addConditionalFormat(type: string) {
    const settings: Record<string, unknown> = {};
    this.context.enqueue("add conditionalFormat", () => {
      const sheet = this.context.excel.sheet(this.place().sheet);
      sheet?.conditionalFormats.push({ range: this.shortAddress(), type, settings });
    });
    const setter = (name: string) => (value: unknown) => {
      this.context.enqueue(`set ${name}`, () => {
        settings[name] = value;
      });
    };
    const [setColor, setRule, setCriteria] = [setter("color"), setter("rule"), setter("criteria")];
    return {
      cellValue: {
        format: {
          font: {
            set color(value: string) {
              setColor?.(value);
            },
          },
        },
        set rule(value: unknown) {
          setRule?.(value);
        },
      },
      colorScale: {
        set criteria(value: unknown) {
          setCriteria?.(value);
        },
      },
    };
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

/** A table's names and places; none is ever written. */
class FakeTables extends FakeProxy {
  get items(): FakeTable[] {
    return this.value("items/name") as FakeTable[];
  }

  getItemOrNullObject(name: string): FakeTable {
    return new FakeTable(this.context, name);
  }

  protected read(): FakeTable[] {
    return [...this.context.excel.tables.keys()].map((name) => new FakeTable(this.context, name));
  }
}

class FakeTable extends FakeItem {
  constructor(
    context: FakeContext,
    readonly name: string,
  ) {
    super(context);
  }

  getRange(): FakeRange {
    return new FakeRange(this.context, () => {
      const place = this.context.excel.tables.get(this.name);
      if (place === undefined) throw new FakeOfficeError("ItemNotFound", "The table doesn't exist.");
      return placeOf(place);
    });
  }

  protected exists(): boolean {
    return this.context.excel.tables.has(this.name);
  }

  protected readExisting(): string {
    return this.name;
  }
}

class FakeApplication extends FakeProxy {
  readonly cultureInfo = new FakeCulture(this.context);

  get decimalSeparator(): string {
    return this.value("decimalSeparator") as string;
  }

  get thousandsSeparator(): string {
    return this.value("thousandsSeparator") as string;
  }

  protected read(property: string): unknown {
    const { separators } = this.context.excel;
    return property === "decimalSeparator" ? separators?.decimal : separators?.group;
  }
}

class FakeCulture extends FakeProxy {
  get name(): string {
    return this.value("name") as string;
  }

  protected read(): unknown {
    return this.context.excel.separators?.culture;
  }
}

class FakeEvent {
  constructor(
    private readonly context: FakeContext,
    private readonly event: string,
  ) {}

  add(listener: () => unknown) {
    const { context, event } = this;
    const { listeners } = context.excel;
    context.enqueue(`${event}.add`, () => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    });
    return {
      context,
      remove: () => context.enqueue(`${event}.remove`, () => listeners.get(event)?.delete(listener)),
    };
  }
}

class FakeChartProxy {
  constructor(
    private readonly context: FakeContext,
    private readonly chart: FakeChart,
    private readonly sheet: () => FakeSheet,
  ) {}

  readonly title = this.textOf((text) => (this.chart.title = text));
  readonly axes = {
    categoryAxis: { title: this.textOf((text) => (this.chart.categoryTitle = text)) },
    valueAxis: { title: this.textOf((text) => (this.chart.valueTitle = text)) },
  };
  readonly legend = this.makeLegend();
  readonly series = {
    getItemAt: (index: number) => this.seriesProxy(() => this.chart.series[index]),
    add: (name: string) => {
      const own = { name };
      this.set(() => this.chart.series.push(own));
      return this.seriesProxy(() => own);
    },
  };

  set name(name: string) {
    this.set(() => (this.chart.name = name));
  }

  setPosition(from: string, to: string): void {
    this.set(() => (this.chart.position = [from, to]));
  }

  delete(): void {
    this.set(() => this.sheet().charts.splice(this.sheet().charts.indexOf(this.chart), 1));
  }

  private set(action: () => unknown): void {
    this.context.enqueue("set chart", () => void action());
  }

  private textOf(put: (text: string) => void) {
    const set = (text: string) => this.set(() => put(text));
    return {
      set text(text: string) {
        set(text);
      },
    };
  }

  private makeLegend() {
    const set = (visible: boolean) => this.set(() => (this.chart.hasLegend = visible));
    return {
      position: "",
      set visible(visible: boolean) {
        set(visible);
      },
    };
  }

  private seriesProxy(find: () => FakeChart["series"][number] | undefined) {
    const set = (part: () => FakeChart["series"][number]) =>
      this.set(() => {
        const series = find();
        if (series === undefined) throw new FakeOfficeError("InvalidArgument", "There is no such series.");
        Object.assign(series, part());
      });
    return {
      set name(name: string) {
        set(() => ({ name }));
      },
      set chartType(type: string) {
        set(() => ({ type }));
      },
      setValues: (range: FakeRange) => set(() => ({ values: range.shortAddress() })),
      setXAxisValues: (range: FakeRange) => set(() => ({ x: range.shortAddress() })),
    };
  }
}

function valueType(value: unknown): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return String(value).startsWith("#") ? "Error" : "String";
}

/** Such as Market!$A$5:$B$18. */
function placeOf(reference: string): Place {
  const mark = reference.lastIndexOf("!");
  return { sheet: reference.slice(0, mark), ...parseRange(reference.slice(mark + 1)) };
}

function usedPart(excel: FakeExcel, place: Place): Place | undefined {
  const used = [...(excel.sheet(place.sheet)?.cells ?? [])]
    .filter(([, { value }]) => value !== "")
    .map(([key]) => key.split(",").map(Number) as [number, number])
    .filter(
      ([row, column]) =>
        row >= place.row &&
        row < place.row + place.rowCount &&
        column >= place.column &&
        column < place.column + place.columnCount,
    );
  if (used.length === 0) return undefined;
  const [rows, columns] = [used.map(([row]) => row), used.map(([, column]) => column)];
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return {
    sheet: place.sheet,
    row,
    column,
    rowCount: Math.max(...rows) - row + 1,
    columnCount: Math.max(...columns) - column + 1,
  };
}

/** Rows and columns from 0. */
function parseRange(address: string): Omit<Place, "sheet"> {
  const whole = /^([A-Z]+):([A-Z]+)$/.exec(address.replaceAll("$", ""));
  if (whole) return parseRange(`${whole[1]}1:${whole[2]}1048576`);
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
