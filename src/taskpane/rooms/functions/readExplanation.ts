import type { CellValue } from "../../../alvh/cellValue";
import { readRange } from "../../../workbook/readRange";
import { explainCall, type ReadArgument } from "./explainCall";
import { formulaCalls, type FormulaArgument } from "./formulaCalls";
import type { FunctionEntry } from "./searchFunctions";
import { strings } from "../../strings/functions";

/** A cell that holds an ALVH formula, and what it shows. */
export interface FormulaCell {
  address: string;
  formula: string;
  value: CellValue;
}

export interface CellExplanation extends FormulaCell {
  isError: boolean;
  calls: {
    id: string;
    entry: FunctionEntry | undefined;
    arguments: ReadArgument[];
  }[];
  /** Of an error: what is wrong, or what its code means. Never empty then. */
  reasons: string[];
  /** The ranges that were read, as they can be watched. */
  references: string[];
}

/** Reads the arguments of every ALVH call in a cell as they stand now, and finds the reason of its error. */
export async function readExplanation(
  cell: FormulaCell,
  catalogue: readonly FunctionEntry[],
): Promise<CellExplanation> {
  const references = new Set<string>();
  const read = (argument: FormulaArgument): Promise<ReadArgument> => {
    if (argument.kind !== "range") return Promise.resolve(argument);
    const reference = onSheetOf(cell.address, argument.reference);
    references.add(reference);
    return readRange(reference).then(
      ({ address, values }) => ({ ...argument, address, values }),
      (error: unknown) => ({ ...argument, problem: error instanceof Error ? error.message : String(error) }),
    );
  };
  const calls = await Promise.all(
    formulaCalls(cell.formula).map(async (call) => ({
      id: call.id,
      entry: catalogue.find(({ id }) => id === call.id),
      arguments: await Promise.all(call.arguments.map(read)),
    })),
  );
  const isError = isErrorCode(cell.value);
  const problems = isError ? calls.flatMap((call) => explainCall(call, call.arguments, catalogue)) : [];
  return {
    ...cell,
    isError,
    calls,
    reasons: isError ? reasonsOf(String(cell.value), problems) : [],
    references: [...references],
  };
}

function reasonsOf(code: string, problems: string[]): string[] {
  // A spill or a lost cell has one cause, whatever else may be odd about the arguments.
  if (code === "#SPILL!" || code === "#BUSY!" || code === "#CONNECT!")
    return [strings.explain.codes[code] ?? ""];
  if (problems.length > 0) return [...new Set(problems)];
  return [strings.explain.codes[code] ?? strings.explain.unknownReason];
}

function isErrorCode(value: CellValue): boolean {
  return typeof value === "string" && /^#(?:N\/A|[A-Z]+(?:\/0)?[!?])$/.test(value);
}

/** A place without a sheet is on the formula's own. */
function onSheetOf(address: string, reference: string): string {
  const isPlace = /^\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?$/i.test(reference) && /\d|:/.test(reference);
  return isPlace ? address.slice(0, address.lastIndexOf("!") + 1) + reference : reference;
}
