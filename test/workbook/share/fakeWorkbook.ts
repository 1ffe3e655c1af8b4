/**
 * Sheets of cells behind the calls of Office.js that sharing makes, with their discipline: writes wait for `sync`, and a
 * property is there when it was loaded and synced. `calculate` stands for Excel's calculation.
 */
export class FakeWorkbook {
  readonly sheets = new Map<string, FakeCells>();
  readonly runOptions: unknown[] = [];
  calculate: (formula: string) => unknown = () => 0;
  /** Which request Excel refuses, such as A1; what came before it stays. */
  refuses: string | undefined;

  constructor(sheets: Record<string, { cells: Record<string, unknown>; isProtected?: boolean }>) {
    for (const [name, { cells, isProtected = false }] of Object.entries(sheets)) {
      this.sheets.set(name, {
        cells: new Map(Object.entries(cells).map(([at, held]) => [at, cellOf(held)])),
        isProtected,
      });
    }
  }

  install(): void {
    const scope = globalThis as unknown as Record<string, unknown>;
    scope.Excel = {
      run: async (first: unknown, second?: (context: unknown) => Promise<unknown>) => {
        this.runOptions.push(second === undefined ? undefined : first);
        return await (second ?? (first as (context: unknown) => Promise<unknown>))(new Context(this));
      },
    };
    scope.Office = {
      AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
      context: { requirements: { isSetSupported: () => true } },
    };
  }

  /** "Plan!A1": what the cell holds, its formula or its value. */
  held(place: string): unknown {
    const [sheet = "", at = ""] = place.split("!");
    const cell = this.sheets.get(sheet)?.cells.get(at);
    return cell?.formula ?? cell?.value;
  }
}

interface Held {
  value: unknown;
  formula: string | undefined;
}

interface FakeCells {
  cells: Map<string, Held>;
  isProtected: boolean;
}

/** A value, or [formula, value]. */
function cellOf(held: unknown): Held {
  return Array.isArray(held)
    ? { formula: String(held[0]), value: held[1] }
    : { formula: undefined, value: held };
}

class Context {
  readonly queue: (() => void)[] = [];
  readonly workbook: object;

  constructor(readonly book: FakeWorkbook) {
    const worksheets = {
      items: [] as unknown[],
      load: () =>
        this.queue.push(
          () => (worksheets.items = [...book.sheets.keys()].map((name) => new Sheet(this, name))),
        ),
      getItem: (name: string) => new Sheet(this, name),
      getItemOrNullObject: (name: string) => new Sheet(this, name),
    };
    this.workbook = { worksheets };
  }

  sync(): Promise<void> {
    for (const action of this.queue.splice(0)) action();
    return Promise.resolve();
  }
}

class Sheet {
  isNullObject = false;
  readonly protection = {
    protected: undefined as boolean | undefined,
    load: () => this.context.queue.push(() => (this.protection.protected = this.cells().isProtected)),
  };

  constructor(
    private readonly context: Context,
    readonly name: string,
  ) {}

  load(): this {
    this.context.queue.push(() => (this.isNullObject = !this.context.book.sheets.has(this.name)));
    return this;
  }

  getRange(address: string): Area {
    return new Area(this.context, () => this.cells(), address);
  }

  getUsedRangeOrNullObject(): Area {
    return new Area(this.context, () => this.cells(), undefined);
  }

  private cells(): FakeCells {
    const cells = this.context.book.sheets.get(this.name);
    if (cells === undefined) throw new Error(`no sheet ${this.name}`);
    return cells;
  }
}

class Area {
  private loaded: { values: unknown[][]; formulas: unknown[][] } | undefined;
  isNullObject = false;
  rowIndex = 0;
  columnIndex = 0;

  constructor(
    private readonly context: Context,
    private readonly cells: () => FakeCells,
    /** One cell; undefined: all that are used, from A1 on. */
    private readonly address: string | undefined,
  ) {}

  load(): this {
    this.context.queue.push(() => {
      const { cells } = this.cells();
      const places = this.address === undefined ? undefined : [[this.address]];
      this.isNullObject = cells.size === 0;
      const grid = places ?? gridOf([...cells.keys()]);
      this.loaded = {
        values: grid.map((row) => row.map((at) => cells.get(at)?.value ?? "")),
        formulas: grid.map((row) => row.map((at) => cells.get(at)?.formula ?? cells.get(at)?.value ?? "")),
      };
    });
    return this;
  }

  get values(): unknown[][] {
    return this.known().values;
  }

  get formulas(): unknown[][] {
    return this.known().formulas;
  }

  get text(): string[][] {
    return this.known().values.map((row) => row.map(String));
  }

  set values(values: unknown[][]) {
    this.write({ value: values[0]?.[0], formula: undefined });
  }

  set formulas(formulas: unknown[][]) {
    const typed = formulas[0]?.[0];
    if (typeof typed === "string" && typed.startsWith("="))
      this.write({ formula: typed, value: this.context.book.calculate(typed) });
    // As one types: an apostrophe makes a text of what follows.
    else
      this.write({
        formula: undefined,
        value: typeof typed === "string" ? typed.replace(/^'/, "") : typed,
      });
  }

  private write(held: Held): void {
    this.context.queue.push(() => {
      if (this.context.book.refuses === this.address) {
        this.context.book.refuses = undefined;
        throw Object.assign(new Error("Refused."), { code: "HostIsBusy" });
      }
    });
    this.context.queue.push(() => {
      const { cells, isProtected } = this.cells();
      if (isProtected) throw new Error("AccessDenied");
      if (this.address !== undefined) cells.set(this.address, held);
    });
  }

  private known() {
    if (this.loaded === undefined) throw new Error("PropertyNotLoaded");
    return this.loaded;
  }
}

/** A to J, down to the last row that holds anything. */
function gridOf(addresses: string[]): string[][] {
  const last = Math.max(...addresses.map((at) => Number(/\d+$/.exec(at)?.[0])));
  return Array.from({ length: last }, (_, row) => [..."ABCDEFGHIJ"].map((column) => `${column}${row + 1}`));
}
