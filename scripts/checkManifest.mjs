import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import microsoft from "office-addin-manifest";
import { manifestProblems } from "./manifestProblems.mjs";
import { microsoftsVerdict } from "./microsoftsVerdict.mjs";

/**
 * `npm run check:manifest`: manifest.xml and, where it is built, dist/manifest.xml with its files, as Excel and the
 * Marketplace read them, without a network; then Microsoft's own service is asked, where it can be reached.
 */
const root = join(import.meta.dirname, "..");
/** A service that keeps silent for this long is taken for one that cannot be reached. */
const PATIENCE = 20_000;

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const built = existsSync(join(root, "dist/manifest.xml"));
const sources = [
  { name: "manifest.xml", folder: root, isBuilt: false },
  ...(built ? [{ name: "dist/manifest.xml", folder: join(root, "dist"), isBuilt: true }] : []),
];
const problems = sources.flatMap(({ name, folder, isBuilt }) =>
  manifestProblems(readFileSync(join(root, name), "utf8"), { version, read: filesOf(folder), isBuilt }).map(
    (problem) => `${name}: ${problem}`,
  ),
);
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${sources.map(({ name }) => name).join(" and ")}: no problem found.`);

const asked = sources.at(-1).name;
const { words, isRefused } = await microsoftsVerdict(join(root, asked), microsoft.validateManifest, PATIENCE);
for (const line of words) console[isRefused ? "error" : "log"](`${asked}: ${line}`);
// Not left to run out: a connection that hangs would keep the process.
process.exit(problems.length > 0 || isRefused ? 1 : 0);

/** @returns {(path: string) => Buffer | undefined} */
function filesOf(folder) {
  return (path) => {
    try {
      return readFileSync(join(folder, path));
    } catch {
      return undefined;
    }
  };
}
