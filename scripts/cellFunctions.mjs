import { build } from "esbuild";
import { basename, join } from "node:path";
import { CellError } from "./cellError.mjs";
import { functionFiles } from "./functionFiles.mjs";

/**
 * The cell functions by the names they are exported under, and the starter workbook, compiled from the source: pages
 * that state figures follow the source, not an older build.
 */
export async function cellFunctions() {
  globalThis.CustomFunctions ??= {
    Error: CellError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  };
  const families = functionFiles().map((file) => `export * from "./functions/${basename(file, ".ts")}";`);
  const { outputFiles } = await build({
    stdin: {
      contents: [...families, 'export { starterWorkbook } from "./workbook/starterWorkbook";'].join("\n"),
      resolveDir: join(import.meta.dirname, "../src"),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  const source = outputFiles[0].text;
  const { starterWorkbook, ...functions } = await import(
    `data:text/javascript,${encodeURIComponent(source)}`
  );
  return { functions, starterWorkbook };
}
