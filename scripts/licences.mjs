import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shippedPackages } from "./shippedPackages.mjs";

/** `npm run licences` writes docs/licences.md: what may ship, under which licence. With --check it only compares. */
const path = join(import.meta.dirname, "../docs/licences.md");
const text = licencesPage();
if (!process.argv.includes("--check")) writeFileSync(path, text);
else if (readFileSync(path, "utf8").replaceAll("\r\n", "\n") !== text) {
  console.error('docs/licences.md does not follow package-lock.json: run "npm run licences" and commit it.');
  process.exitCode = 1;
}

function licencesPage() {
  const packages = shippedPackages();
  const count = new Map();
  for (const { license } of packages) count.set(license, (count.get(license) ?? 0) + 1);
  return [
    "# Licences of what ships",
    "",
    "<!-- Written by `npm run licences` from package-lock.json: not to be edited. -->",
    "",
    "The packages that the sources import and all that these depend on. A bundler leaves out what is not used, so this is more",
    "than is in `dist/`. Tools for building and testing do not ship and are not listed.",
    "",
    ...[...count].sort().map(([license, number]) => `- ${license}: ${number}`),
    "",
    "| package | version | licence |",
    "| --- | --- | --- |",
    ...packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`),
    "",
  ].join("\n");
}
