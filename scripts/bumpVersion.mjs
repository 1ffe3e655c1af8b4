import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs within `npm version patch` (or minor, or major), once npm has raised the version in package.json and
 * package-lock.json: every other place that states it follows, and goes into the commit that npm then makes.
 */
const NUMBER = String.raw`\d+\.\d+\.\d+`;

/** What states the version, and how. docs/functions.md repeats the example that src/functions/meta.ts has. */
export const VERSION_PLACES = {
  "manifest.xml": new RegExp(`(<Version>)(${NUMBER})(?=\\.0</Version>)`, "g"),
  "src/alvh/version.ts": new RegExp(`(VERSION = ")(${NUMBER})(?=")`, "g"),
  "src/functions/meta.ts": new RegExp(`(ALVH\\.VERSION\\(\\)[^\\d\\n]*)(${NUMBER})`, "g"),
  "docs/functions.md": new RegExp(`(ALVH\\.VERSION\\(\\)[^\\d\\n]*)(${NUMBER})`, "g"),
};

const root = join(import.meta.dirname, "..");
if (process.argv[1] === import.meta.filename) bumpVersion();

function bumpVersion() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (!new RegExp(`^${NUMBER}$`).test(version)) {
    throw new Error(`Version ${version} is not three numbers, such as 1.2.0: Office reads nothing else.`);
  }
  // All are read before one is written: what cannot be done is not half done.
  const texts = Object.entries(VERSION_PLACES).map(([name, pattern]) => {
    const text = readFileSync(join(root, name), "utf8");
    if (text.search(pattern) < 0) throw new Error(`${name} states no version as ${pattern} would find it.`);
    return [name, text.replaceAll(pattern, `$1${version}`)];
  });
  for (const [name, text] of texts) writeFileSync(join(root, name), text);
  const names = Object.keys(VERSION_PLACES);
  if (existsSync(join(root, ".git"))) execFileSync("git", ["add", ...names], { cwd: root });
  console.log(`Version ${version}: ${names.join(", ")}`);
}
