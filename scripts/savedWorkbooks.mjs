import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `node scripts/savedWorkbooks.mjs` writes down what a saved workbook relies on, from dist/functions.json, after functions
 * or parameters were added on purpose. The test beside the file says what would break before it is written anew.
 */
const root = join(import.meta.dirname, "..");
const { functions } = JSON.parse(readFileSync(join(root, "dist/functions.json"), "utf8"));
const path = join(root, "test/contract/savedWorkbooks.json");
writeFileSync(path, `${JSON.stringify(functions.map(signature), null, 2)}\n`);

function signature({ id, parameters, result }) {
  return {
    id,
    parameters: parameters.map(({ name, dimensionality, optional }) =>
      [name, dimensionality === "matrix" ? "range" : "value", ...(optional ? ["optional"] : [])].join(" "),
    ),
    result: result.dimensionality === "matrix" ? "range" : "value",
  };
}
