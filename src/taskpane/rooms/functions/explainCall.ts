import { isBlank, type CellValue } from "../../../alvh/cellValue";
import { checkBook } from "../../../alvh/checkBook";
import { readHistory } from "../../../alvh/history";
import { readMarket } from "../../../alvh/market";
import { nearestNames } from "../../../alvh/names";
import { readOptionChain } from "../../../alvh/optionChain";
import { readPreset } from "../../../alvh/presets";
import { attempt, ProblemList } from "../../../alvh/problems";
import { showCell } from "../../../alvh/readNumber";
import { readSettings, Settings } from "../../../alvh/settings";
import { OPTION_LIMITS, optionLimitProblem, type OptionLimit } from "../../../core/optionLimits";
import { shiftedAddress } from "../../../workbook/shifted";
import type { FormulaCall } from "./formulaCalls";
import type { FunctionEntry } from "./searchFunctions";
import { strings } from "../../strings/functions";

/** An argument of a call with the cells that it stood for when it was read. */
export interface ReadArgument {
  text: string;
  kind: FormulaCall["arguments"][number]["kind"];
  /** Where the cells are, of a range. */
  address?: string;
  values?: CellValue[][];
  /** Why the range could not be read. */
  problem?: string;
}

/**
 * What is wrong with the arguments of a call, in sentences, as far as it can be told without calculating: every reader
 * that the function itself uses is asked. Empty where each argument is in order by itself.
 */
export function explainCall(
  call: Pick<FormulaCall, "id">,
  given: readonly ReadArgument[],
  catalogue: readonly FunctionEntry[],
): string[] {
  const entry = catalogue.find(({ id }) => id === call.id);
  if (entry === undefined) {
    const [nearest] = nearestNames(
      call.id,
      catalogue.map(({ id }) => id),
      1,
    );
    return [strings.explain.unknownFunction(call.id, nearest)];
  }
  const shape = shapeProblems(entry, given);
  if (shape.length > 0) return shape;
  const unreadable = given.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  if (unreadable.length > 0) return unreadable;
  const errors = given.flatMap((argument, index) => errorCell(entry.parameters[index]?.name ?? "", argument));
  return errors.length > 0 ? errors : readerProblems(entry, given);
}

function shapeProblems({ id, parameters }: FunctionEntry, given: readonly ReadArgument[]): string[] {
  const missing = parameters.filter(
    ({ optional }, index) => !optional && (given[index] === undefined || given[index].kind === "omitted"),
  );
  if (missing.length > 0) return missing.map(({ name }) => strings.explain.missing(id, name));
  if (given.length > parameters.length) return [strings.explain.tooMany(id, parameters.length, given.length)];
  return [];
}

/** An error in one of the cells makes the result one. */
function errorCell(name: string, { values, address, text }: ReadArgument): string[] {
  for (const [row, cells] of (values ?? []).entries()) {
    const column = cells.findIndex((value) => typeof value === "string" && ERROR_CODE.test(value));
    if (column < 0) continue;
    const code = String(cells[column]);
    return [
      strings.explain.errorCell(name, address === undefined ? text : cellAt(address, row, column), code),
    ];
  }
  return [];
}

const ERROR_CODE = /^#(?:N\/A|[A-Z]+[/A-Z0]*[!?])$/;

function readerProblems(entry: FunctionEntry, given: readonly ReadArgument[]): string[] {
  const valuesOf = (name: string) => given[entry.parameters.findIndex((one) => one.name === name)]?.values;
  const problems = new ProblemList();
  const [book, market, settings] = [valuesOf("book"), valuesOf("market"), valuesOf("settings")];
  if (book !== undefined && market !== undefined) {
    for (const line of checkBook(book, market)) problems.lines.push(line);
  } else if (market !== undefined) {
    attempt(problems, () => readMarket(market, problems));
  }
  if (settings !== undefined) attempt(problems, () => readSettings(settings));
  const preset = valuesOf("preset")?.[0]?.[0];
  if (preset !== undefined) attempt(problems, () => readPreset(preset));
  const history = valuesOf("history");
  if (history !== undefined) attempt(problems, () => readHistory(history, Settings.initial()));
  const chain = valuesOf("chain");
  if (chain !== undefined) attempt(problems, () => readOptionChain(chain));
  if (entry.family === "option") {
    for (const [index, { name }] of entry.parameters.entries()) {
      problems.lines.push(...optionProblems(name, given[index]?.values ?? []));
    }
  }
  return problems.lines.filter((line) => line !== "OK" && !line.startsWith("Note: "));
}

/** The arguments of the option functions, cell by cell; the first bad one of each. */
function optionProblems(name: string, values: CellValue[][]): string[] {
  const cells = values.flat();
  if (name === "kind") {
    const bad = cells.find((value) => !/^\s*(?:c|call|p|put)\s*$/i.test(String(value ?? "")));
    return bad === undefined && cells.length > 0
      ? []
      : cells.slice(0, 1).map(() => strings.explain.kind(showCell(bad)));
  }
  const limits: Readonly<Record<string, OptionLimit>> = {
    ...OPTION_LIMITS,
    dividendYield: OPTION_LIMITS.yield,
  };
  const limit = limits[name];
  if (limit === undefined) return [];
  for (const value of cells) {
    if (isBlank(value)) return [strings.explain.blank(name)];
    if (typeof value !== "number") return [strings.explain.notANumber(name, showCell(value))];
    const problem = optionLimitProblem(limit, value);
    if (problem !== undefined) return [problem];
  }
  return [];
}

/** The place of a cell by its row and column within a range such as Book!A4:I60. */
function cellAt(address: string, row: number, column: number): string {
  const mark = address.lastIndexOf("!") + 1;
  const [first = ""] = address.slice(mark).split(":");
  return address.slice(0, mark) + shiftedAddress(first, { rows: row, columns: column });
}
