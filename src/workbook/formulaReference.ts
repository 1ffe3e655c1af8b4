import type { NamedRange } from "./listRanges";

/** A reference as it stands in a formula: of a table the header too, which its bare name leaves out there. */
export function formulaReference(reference: string, ranges: readonly NamedRange[]): string {
  const isTable = ranges.some(
    (range) => range.kind === "table" && range.reference.toLowerCase() === reference.toLowerCase(),
  );
  return isTable ? `${reference}[#All]` : reference;
}
