import { readFileSync } from "node:fs";

/** The functions of the built metadata, sorted. */
export function functionIds(): string[] {
  const { functions } = JSON.parse(readFileSync("dist/functions.json", "utf8")) as {
    functions: { id: string }[];
  };
  return functions.map(({ id }) => id).sort();
}

/** In the page: the functions that Office.js knows, sorted; `_association` is how its own Excel part reads them. */
export function associatedIds(): string[] {
  const { _association } = CustomFunctions as unknown as { _association: { mappings: object } };
  return Object.keys(_association.mappings).sort();
}
