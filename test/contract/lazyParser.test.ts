import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";

// mathjs parses scenario expressions in the pane, and only there: see docs/decisions/0007-scenario-expressions.md.
const SCENARIO = "src/alvh/scenarioExpression.ts";

/** Every file that esbuild reaches from some files, with what each imports and how; types alone are no import. */
async function reachedFrom(entryPoints: string[]): Promise<Metafile["inputs"]> {
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    metafile: true,
    write: false,
    outdir: "never-written",
    packages: "external",
    format: "esm",
    loader: { ".css": "empty" },
    logLevel: "silent",
  });
  return metafile.inputs;
}

function importsOf(inputs: Metafile["inputs"]): { from: string; path: string; kind: string }[] {
  return Object.entries(inputs).flatMap(([from, { imports }]) =>
    imports.map(({ path, kind }) => ({ from, path, kind })),
  );
}

test("no cell function reaches mathjs, by an import of any kind", async () => {
  const families = readdirSync("src/functions").filter((name) => name.endsWith(".ts"));
  const inputs = await reachedFrom(families.map((name) => join("src/functions", name)));
  expect(Object.keys(inputs)).toContain("src/alvh/market.ts");
  expect(Object.keys(inputs)).not.toContain(SCENARIO);
  expect(importsOf(inputs).filter(({ path }) => path.startsWith("mathjs"))).toEqual([]);
});

test("the pane and the browser workbook reach scenario expressions by import() alone", async () => {
  const inputs = await reachedFrom(["src/taskpane/taskpane.ts", "src/demo/page.ts", SCENARIO]);
  const imports = importsOf(inputs);
  const importers = imports.filter(({ path }) => path.startsWith("mathjs")).map(({ from }) => from);
  expect(importers).toEqual([SCENARIO]);
  expect(imports.filter(({ path, kind }) => path === SCENARIO && kind !== "dynamic-import")).toEqual([]);
});

test("what loads for the first scenario is at most 45 kB compressed and builds no code from text", async () => {
  const { outputFiles } = await build({
    entryPoints: [SCENARIO],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  const [{ contents, text }] = outputFiles as [(typeof outputFiles)[0]];
  expect(gzipSync(contents).length).toBeLessThan(45_000);
  // The pane's policy forbids both.
  expect(text).not.toMatch(/\bnew Function\b|\bFunction\(|\beval\(/);
});
