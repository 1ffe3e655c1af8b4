import { WorkbookError } from "./hostError";
import type { NamedRange } from "./listRanges";

/**
 * A reference as it stands in a formula: of a table the header too, which its bare name leaves out there. A name that
 * the workbook does not have any more is refused: Excel tells nobody of its deletion, and the formula would be #NAME?.
 */
export function formulaReference(reference: string, ranges: readonly NamedRange[]): string {
  const wanted = reference.trim();
  if (wanted.includes("!")) return wanted;
  const found = ranges.find((range) => range.reference.toLowerCase() === wanted.toLowerCase());
  if (found === undefined) {
    throw new WorkbookError(
      `The workbook has no range or table named ${wanted}, so nothing was written: choose another range, or give yours that name.`,
    );
  }
  return found.kind === "table" ? `${wanted}[#All]` : wanted;
}
