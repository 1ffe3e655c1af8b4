import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../src/functions");

/**
 * The files of cell functions: every src/functions/*.ts, one per family, in the alphabet's order.
 * The bundle, functions.json, the pane's catalogue and the reference all start from this one listing.
 */
export function functionFiles() {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => join(folder, name));
}
