import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { readDist } from "./support/builtFunctions";

/**
 * The pane and the functions share src/core and src/alvh, and one page. functions.js must not carry what only the pane
 * uses: it is loaded with every workbook that has a formula of ours. A second bundler says what the functions need.
 */
const families = readdirSync("src/functions").filter((name) => name.endsWith(".ts"));

async function builtAlone() {
  const imports = families.map((name, index) => `export * as family${index} from "./${name}";`);
  const { outputFiles, metafile } = await build({
    stdin: { contents: imports.join("\n"), resolveDir: "src/functions", loader: "ts" },
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return { size: outputFiles[0]!.contents.length, files: Object.keys(metafile.inputs) };
}

test("the functions are made of core, alvh and two small packages", async () => {
  const { files } = await builtAlone();
  const origins = files
    .filter((file) => file !== "<stdin>")
    .map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file.replace(/^src\/(\w+)\/.*/, "src/$1")); // prettier-ignore
  expect([...new Set(origins)].sort()).toEqual([
    "fastest-levenshtein",
    "src/alvh",
    "src/core",
    "src/functions",
    "trading-signals",
  ]);
});

test("functions.js has no text of a file that only the pane uses", async () => {
  const { files } = await builtAlone();
  const used = files.filter((file) => file.startsWith("src/")).map((file) => readFileSync(file, "utf8"));
  const foreign = ["core", "alvh", "workbook", "taskpane"]
    .flatMap((layer) => sourcesOf(join("src", layer)))
    .filter((file) => !files.includes(file))
    .flatMap(textsIn)
    .filter((text) => !used.some((source) => source.includes(text)));
  expect(foreign.length).toBeGreaterThan(200); // The check has something to look for.
  const bundle = readDist("functions.js");
  expect(foreign.filter((text) => bundle.includes(text))).toEqual([]);
});

test("functions.js is at most a tenth larger than the functions bundled alone", async () => {
  // Webpack's own wrapping is some 8%; what the pane shared with them without a layer of their own made it 13%.
  const { size } = await builtAlone();
  expect(readDist("functions.js").length / size).toBeLessThan(1.1);
});

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name).replaceAll("\\", "/"));
}

/** Literal texts that are long enough to be found again in a minified bundle, and stand in no other by chance. */
function textsIn(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const isText = ts.isStringLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateTail(node);
    if (isText && node.text.length >= 20 && /^[\w ,.:;()-]+$/.test(node.text)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
  return texts;
}
