import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script, type Context } from "node:vm";
import { CellError } from "../../../scripts/cellError.mjs";

export { CellError };

/** What dist/functions.json says of a function. */
export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  helpUrl?: string;
  parameters: {
    name: string;
    description?: string;
    type: string;
    dimensionality?: "scalar" | "matrix";
    optional?: boolean;
  }[];
  result: { dimensionality?: "scalar" | "matrix" };
}

const dist = join(process.cwd(), "dist");

export function readDist(name: string): string {
  try {
    return readFileSync(join(dist, name), "utf8");
  } catch {
    throw new Error(`dist/${name} is missing: run "npm run build" first.`);
  }
}

/**
 * The functions of dist/functions.js, run where nothing exists but JavaScript itself and `CustomFunctions`.
 * @param withStacks without them an error costs a third, where millions are made.
 */
export function builtFunctions({ withStacks = true } = {}): {
  metadata: FunctionMetadata[];
  associated: Map<string, (...values: unknown[]) => unknown>;
} {
  const associated = new Map<string, (...values: unknown[]) => unknown>();
  const CustomFunctions = {
    Error: CellError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    associate(id: string, implementation: (...values: unknown[]) => unknown) {
      if (associated.has(id)) throw new Error(`${id} is associated twice.`);
      associated.set(id, implementation);
    },
  };
  const context = createContext({ CustomFunctions });
  if (!withStacks) {
    new Script("Error.stackTraceLimit = 0").runInContext(context);
    // Of the cell errors, which are made here.
    Error.stackTraceLimit = 0;
  }
  const functions = new Script(withNearGlobals(readDist("functions.js"), context), {
    filename: "functions.js",
  });
  functions.runInContext(context);
  return { metadata: JSON.parse(readDist("functions.json")).functions, associated };
}

/** A script in a function whose parameters are the globals: a context looks a global up some ten times slower. */
function withNearGlobals(script: string, context: Context): string {
  const names = (
    new Script("Object.getOwnPropertyNames(globalThis)").runInContext(context) as string[]
  ).filter(
    (name) =>
      /^[A-Z][A-Za-z\d]*$/.test(name) && name !== "NaN" && name !== "Infinity" && name !== "CustomFunctions",
  );
  return `(({ ${names.join(", ")} }) => {${script}\n})(globalThis);`;
}
