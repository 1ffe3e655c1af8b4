import type { CellDefinition, ValidationDefinition } from "../workbookDefinition";

interface Input {
  label: string;
  /** Empty where the user need not give one. */
  value?: string | number;
  unit: string;
  format?: string;
  rule?: Omit<ValidationDefinition, "range">;
}

/** What the user types over: a name, a blue value and its unit in each row, columns A to C. */
export function inputRows(
  firstRow: number,
  inputs: Input[],
): { cells: CellDefinition[]; validations: ValidationDefinition[] } {
  return {
    cells: inputs.flatMap(({ label, value, unit, format }, index) => {
      const row = firstRow + index;
      return [
        { at: `A${row}`, value: label },
        {
          at: `B${row}`,
          ...(value === undefined ? {} : { value }),
          ...(format === undefined ? {} : { format }),
          style: "input" as const,
          align: "Right" as const,
        },
        { at: `C${row}`, value: unit, style: "note" as const, indent: true as const },
      ];
    }),
    validations: inputs.flatMap(({ rule }, index) =>
      rule ? [{ range: `B${firstRow + index}`, ...rule }] : [],
    ),
  };
}
