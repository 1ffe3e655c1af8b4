import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { withoutCodeFromText } from "./codeFromText.mjs";
import { WORKBOOK_PANE_POLICY, WORKBOOK_POLICY, withPolicy } from "./pagePolicies.mjs";
import { mustBeListed } from "./shippedPackages.mjs";

/** Builds the browser workbook into dist/workbook/. It needs the add-in in dist/, whose functions and pane it runs. */
const root = join(import.meta.dirname, "..");
const source = join(root, "src/demo");
const target = join(root, "dist/workbook");
const pane = join(root, "dist/taskpane.html");

if (!existsSync(pane)) {
  console.error(`${relative(root, pane)} is missing: run "npm run build", which builds the add-in first.`);
  process.exit(1);
}
const started = performance.now();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const { metafile } = await build({
  entryPoints: [join(source, "page.ts"), join(source, "paneHost.ts")],
  outdir: target,
  bundle: true,
  minify: true,
  // Modules can be split: Univer's hyphenation tables, nearly half of its text, then load only when asked for.
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  target: "es2022",
  legalComments: "linked",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [withoutCodeFromText()],
  metafile: true,
  logLevel: "warning",
});
mustBeListed(Object.keys(metafile.inputs));
const index = readFileSync(join(source, "index.html"), "utf8");
writeFileSync(join(target, "index.html"), withPolicy(index, WORKBOOK_POLICY));
writeFileSync(join(target, "pane.html"), paneOverHost(readFileSync(pane, "utf8")));

for (const name of ["page.js", "page.css", "paneHost.js"]) {
  const file = join(target, name);
  const gzip = gzipSync(readFileSync(file)).length;
  console.log(`dist/workbook/${name}  ${kilobytes(statSync(file).size)}, ${kilobytes(gzip)} gzip`);
}
console.log(`The browser workbook is built (${((performance.now() - started) / 1000).toFixed(1)} s).`);

/** The add-in's own page of the pane, with the browser workbook instead of Office.js as its host; its files are a folder up. */
function paneOverHost(page) {
  const office = /<script[^>]*\bsrc="?https:\/\/appsforoffice\.microsoft\.com[^>]*><\/script>/;
  if (!office.test(page))
    throw new Error("dist/taskpane.html loads no Office.js: its script tag is what is replaced.");
  return withPolicy(page, WORKBOOK_PANE_POLICY)
    .replace(/ (src|href)="(?!https:)/g, ' $1="../')
    .replace(office, '<script type="module" src="paneHost.js"></script>');
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
