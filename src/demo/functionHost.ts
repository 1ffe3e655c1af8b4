import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type IFunctionInfo,
} from "@univerjs/engine-formula";

/** One function as functions.json describes it (the part of Excel's format that a host needs). */
export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  parameters: ParameterMetadata[];
  result?: { dimensionality?: "scalar" | "matrix" };
}

interface ParameterMetadata {
  name: string;
  description?: string;
  dimensionality?: "scalar" | "matrix";
  optional?: boolean;
  repeating?: boolean;
}

/** Why a cell shows an error: kept beside the sheet, since a cell itself holds only the error's code. */
export interface ErrorReason {
  code: string;
  reason: string;
}

type Primitive = string | number | boolean | null;
type Argument = Primitive | Primitive[][] | Argument[];
type CellFunction = (...args: unknown[]) => unknown;

/**
 * Excel's side of custom functions for the browser workbook: it loads the built functions.json and functions.js,
 * and calls each function as Excel on the web would. Ranges arrive as rows of cells, a scalar for a matrix
 * parameter as [[x]], blanks and omitted arguments as null, and `CustomFunctions.Error` becomes the cell's error.
 */
export class FunctionHost {
  readonly functions: BaseFunction[];
  readonly descriptions: IFunctionInfo[];
  private readonly reasons = new ErrorReasons();

  constructor(
    namespace: string,
    metadata: FunctionMetadata[],
    associated: ReadonlyMap<string, CellFunction>,
  ) {
    this.functions = metadata.map(
      (one) =>
        new HostedFunction(
          `${namespace}.${one.name}`,
          one,
          associated.get(one.id.toUpperCase()),
          this.reasons,
        ),
    );
    this.descriptions = metadata.map((one) => describe(`${namespace}.${one.name}`, one));
  }

  /** To be called when a recalculation starts: reasons of cells that it computes anew are forgotten. */
  beginCalculation(): void {
    this.reasons.beginCalculation();
  }

  /** The reason for the error of one cell, if a function of ours gave one. */
  reasonAt(sheetId: string, row: number, column: number): ErrorReason | undefined {
    return this.reasons.at(sheetId, row, column);
  }
}

/** Loads functions.json and functions.js from a folder. Rejects with a sentence that says what is missing. */
export async function loadFunctions(folder: string, namespace: string): Promise<FunctionHost> {
  const associated = new Map<string, CellFunction>();
  Object.assign(window, { CustomFunctions: customFunctions(associated) });
  const [metadata] = await Promise.all([
    loadMetadata(`${folder}functions.json`),
    loadScript(`${folder}functions.js`),
  ]);
  return new FunctionHost(namespace, metadata, associated);
}

/** The CustomFunctions object that functions.js expects: it collects functions instead of giving them to Excel. */
function customFunctions(associated: Map<string, CellFunction>) {
  return {
    associate(ids: string | Record<string, CellFunction>, cellFunction?: CellFunction) {
      const pairs = typeof ids === "string" ? { [ids]: cellFunction as CellFunction } : ids;
      for (const [id, one] of Object.entries(pairs)) associated.set(id.toUpperCase(), one);
    },
    Error: CellError,
    ErrorCode: ERROR_CODES,
  };
}

/** The codes that Excel's CustomFunctions.ErrorCode names. */
const ERROR_CODES = {
  invalidValue: ErrorType.VALUE,
  notAvailable: ErrorType.NA,
  divisionByZero: ErrorType.DIV_BY_ZERO,
  invalidNumber: ErrorType.NUM,
  nullReference: ErrorType.NULL,
  invalidName: ErrorType.NAME,
  invalidReference: ErrorType.REF,
};

class CellError extends Error {
  constructor(
    readonly code: ErrorType,
    message?: string,
  ) {
    super(message ?? "");
  }
}

async function loadMetadata(address: string): Promise<FunctionMetadata[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} did not load (${response.status}).`);
  const { functions } = (await response.json()) as { functions: FunctionMetadata[] };
  return functions;
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} did not load.`));
    document.head.append(script);
  });
}

/** One custom function in the spreadsheet's formula engine. */
class HostedFunction extends BaseFunction {
  constructor(
    name: string,
    private readonly metadata: FunctionMetadata,
    private readonly cellFunction: CellFunction | undefined,
    private readonly reasons: ErrorReasons,
  ) {
    super(name);
  }

  override calculate(...given: BaseValueObject[]): BaseValueObject {
    this.reasons.forget(this.subUnitId ?? "", this.row, this.column);
    try {
      const error = given.map(firstError).find((one) => one !== undefined);
      if (error) return error;
      return this.toValueObject(this.call(given), 0, 0);
    } catch (error) {
      return this.toErrorObject(error, 0, 0);
    }
  }

  /** Calls the function once, or once per cell where a range stands in for a single value, as Excel does. */
  private call(given: BaseValueObject[]): unknown {
    const { parameters, result } = this.metadata;
    const isRepeating = parameters.at(-1)?.repeating === true;
    if (given.length > parameters.length && !isRepeating) {
      throw new CellError(
        ErrorType.VALUE,
        `${this.name} takes at most ${parameters.length} arguments, ${given.length} were given`,
      );
    }
    const missing = parameters.slice(given.length).find((one) => !one.optional);
    if (missing) throw new CellError(ErrorType.VALUE, `${this.name} needs the argument ${missing.name}`);

    const slots = parameters.map((parameter, index) => slotFor(parameter, given.slice(index)));
    const ranges = slots.flatMap((slot) => ("each" in slot ? [slot.each] : []));
    const call = (row: number, column: number) =>
      this.invoke(slots.map((slot) => ("each" in slot ? cellOf(slot.each, row, column) : slot.same)));
    if (ranges.length === 0 || result?.dimensionality === "matrix") return call(0, 0);

    const rowCount = Math.max(...ranges.map((rows) => rows.length));
    const columnCount = Math.max(...ranges.map((rows) => rows[0]?.length ?? 0));
    return grid(rowCount, columnCount, (row, column) => {
      try {
        return call(row, column);
      } catch (error) {
        return error;
      }
    });
  }

  private invoke(args: Argument[]): unknown {
    if (!this.cellFunction) {
      throw new CellError(ErrorType.NAME, `functions.js does not associate ${this.metadata.id}`);
    }
    // Excel adds an invocation object after the declared arguments.
    return this.cellFunction(...args, { functionName: this.metadata.id });
  }

  private toValueObject(value: unknown, row: number, column: number): BaseValueObject {
    if (!Array.isArray(value)) return this.toCellObject(value, row, column);
    const rows = value as unknown[][];
    return ArrayValueObject.create({
      calculateValueList: rows.map((cells, r) => cells.map((one, c) => this.toCellObject(one, r, c))),
      rowCount: rows.length,
      columnCount: rows[0]?.length ?? 0,
      unitId: this.unitId ?? "",
      sheetId: this.subUnitId ?? "",
      row: this.row,
      column: this.column,
    });
  }

  private toCellObject(value: unknown, row: number, column: number): BaseValueObject {
    if (typeof value === "number") {
      if (Number.isFinite(value)) return NumberValueObject.create(value);
      return this.toErrorObject(new CellError(ErrorType.NUM, `${this.name} returned ${value}`), row, column);
    }
    if (typeof value === "string") return StringValueObject.create(value);
    if (typeof value === "boolean") return BooleanValueObject.create(value);
    if (value === null || value === undefined) return NumberValueObject.create(0); // as Excel shows it
    return this.toErrorObject(value, row, column);
  }

  private toErrorObject(error: unknown, row: number, column: number): ErrorValueObject {
    const code = error instanceof CellError ? error.code : ErrorType.VALUE;
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof CellError)) console.error(`${this.name} failed:`, error);
    this.reasons.keep(this.subUnitId ?? "", this.row + row, this.column + column, { code, reason });
    return ErrorValueObject.create(code, reason);
  }
}

/** Error reasons by cell. A formula may call several functions: the last failure of one calculation is kept. */
class ErrorReasons {
  private readonly reasons = new Map<string, ErrorReason>();
  private readonly calculated = new Set<string>();

  beginCalculation(): void {
    this.calculated.clear();
  }

  /** Forgets what an earlier calculation said of a formula's cell. */
  forget(sheetId: string, row: number, column: number): void {
    const cell = cellKey(sheetId, row, column);
    if (!this.calculated.has(cell)) this.reasons.delete(cell);
    this.calculated.add(cell);
  }

  keep(sheetId: string, row: number, column: number, reason: ErrorReason): void {
    this.reasons.set(cellKey(sheetId, row, column), reason);
  }

  at(sheetId: string, row: number, column: number): ErrorReason | undefined {
    return this.reasons.get(cellKey(sheetId, row, column));
  }
}

function cellKey(sheetId: string, row: number, column: number): string {
  return `${sheetId}!${row}!${column}`;
}

/** An error in any argument is the result, and the function is not called: Excel's rule. */
function firstError(value: BaseValueObject): ErrorValueObject | undefined {
  if (value.isError()) return value as ErrorValueObject;
  if (!value.isArray()) return undefined;
  for (const cells of value.getArrayValue()) {
    for (const one of cells) if (one?.isError()) return one as ErrorValueObject;
  }
  return undefined;
}

function toRows(value: BaseValueObject): Primitive[][] {
  if (!value.isArray()) return [[toPrimitive(value)]];
  const array = value as ArrayValueObject;
  const cells = array.getArrayValue();
  return grid(array.getRowCount(), array.getColumnCount(), (row, column) =>
    toPrimitive(cells[row]?.[column] ?? null),
  );
}

function toPrimitive(value: BaseValueObject | null | undefined): Primitive {
  return !value || value.isNull() ? null : value.getValue();
}

/** What one parameter gets: the same in every call, or a range of which each call gets one cell. */
type Slot = { same: Argument } | { each: Primitive[][] };

function slotFor(parameter: ParameterMetadata, given: BaseValueObject[]): Slot {
  const isRange = parameter.dimensionality === "matrix";
  if (parameter.repeating) {
    const ranges = given.map(toRows);
    return { same: isRange ? ranges : ranges.map((rows) => cellOf(rows, 0, 0)) };
  }
  const [first] = given;
  if (first === undefined || first instanceof NullValueObject) return { same: null };
  const rows = toRows(first);
  if (isRange) return { same: rows };
  return rows.length === 1 && rows[0]?.length === 1 ? { same: cellOf(rows, 0, 0) } : { each: rows };
}

/** The cell of a range that is stretched over a bigger one: a single row or column repeats. */
function cellOf(rows: Primitive[][], row: number, column: number): Primitive {
  const cells = rows.length === 1 ? rows[0] : rows[row];
  return (cells?.length === 1 ? cells[0] : cells?.[column]) ?? null;
}

function grid<Cell>(rows: number, columns: number, cell: (row: number, column: number) => Cell): Cell[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cell(row, column)),
  );
}

function describe(functionName: string, metadata: FunctionMetadata): IFunctionInfo {
  const description = metadata.description ?? "";
  return {
    functionName,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: metadata.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: "",
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  };
}
