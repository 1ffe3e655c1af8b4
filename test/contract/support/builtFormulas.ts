import { formulasOnWorkbook } from "../../../scripts/formulasOnWorkbook.mjs";
import type { WorkbookDefinition } from "../../../src/workbook/workbookDefinition";
import { builtFunctions } from "./builtFunctions";

/** What ALVH formulas give on a workbook, by the very functions.js that Excel would load. */
export function builtFormulas(workbook: WorkbookDefinition): ReturnType<typeof formulasOnWorkbook> {
  const { metadata, associated } = builtFunctions();
  const functions = metadata.map(({ id, parameters }) => {
    const run = associated.get(id);
    if (run === undefined) throw new Error(`${id} is not associated.`);
    const passed = parameters.map(({ name, optional, dimensionality }) => ({
      name,
      optional: optional === true,
      isRange: dimensionality === "matrix",
    }));
    return [id, { parameters: passed, run }] as const;
  });
  return formulasOnWorkbook(workbook, new Map(functions));
}
