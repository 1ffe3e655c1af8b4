import { evaluateFormula } from "../../../scripts/evaluateFormula.mjs";
import { formulasOnWorkbook } from "../../../scripts/formulasOnWorkbook.mjs";
import catalogue from "../../../src/taskpane/functionCatalogue.json";
import { starterWorkbook } from "../../../src/workbook/starterWorkbook";
import type { builtFunctions, FunctionMetadata } from "./builtFunctions";

/** The arguments of every example of every function, as Excel would pass them: where good values come from. */
export function exampleCalls({
  metadata,
  associated,
}: ReturnType<typeof builtFunctions>): Map<string, unknown[][]> {
  const described = new Map(metadata.map((entry) => [entry.id, entry]));
  return new Map(
    catalogue.map(({ id, examples }) => [
      id,
      examples.map((formula) => {
        let outermost: unknown[] = [];
        evaluateFormula(formula, {
          name: namedRange,
          call(name, values) {
            const inner = name.replace(/^ALVH\./i, "");
            const given = passed(described.get(inner)?.parameters ?? [], values);
            outermost = given;
            // Called where it stands in another call: the outermost is left to who asks.
            return () => associated.get(inner)?.(...given);
          },
        });
        return outermost;
      }),
    ]),
  );
}

/** A range for a range, a single value for a scalar, null for what is omitted. */
function passed(parameters: FunctionMetadata["parameters"], values: unknown[]): unknown[] {
  return parameters.map(({ dimensionality }, index) => {
    const stated = values[index] ?? null;
    const value: unknown = typeof stated === "function" ? (stated as () => unknown)() : stated;
    if (value === null) return null;
    if (dimensionality === "matrix") return Array.isArray(value) ? value : [[value]];
    return Array.isArray(value) ? (value as unknown[][])[0]?.[0] : value;
  });
}

const starter = formulasOnWorkbook(starterWorkbook, new Map());

/** The cells under a name of the starter workbook, its blank rows left out. */
function namedRange(name: string): unknown[][] {
  return starter.namedRange(name).filter((row) => row.some((value) => value !== ""));
}
