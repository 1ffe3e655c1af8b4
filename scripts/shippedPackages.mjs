import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Whose package.json names no licence, and whose LICENSE file is one. */
const LICENCE_FILES = { "@univerjs/telemetry": "Apache-2.0" };

/**
 * The packages that src imports and all that these depend on, from the lockfile: what can be in dist/, and somewhat more,
 * since a bundler drops what is not used.
 * @returns {{ name: string, version: string, license: string, integrity: string, folder: string }[]}
 */
export function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const found = new Map();
  const waiting = importedPackages().map((name) => ({ name, from: "" }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const place = placeOf(packages, next.name, next.from);
    if (place === undefined) {
      if (next.optional) continue;
      throw new Error(`${next.name}, which ${next.from || "src"} needs, is not in package-lock.json.`);
    }
    if (found.has(place)) continue;
    const { version, license, integrity, dependencies = {}, peerDependencies = {} } = packages[place];
    found.set(place, {
      name: next.name,
      version,
      license: license ?? LICENCE_FILES[next.name] ?? "unknown",
      integrity,
      folder: join(root, place),
    });
    for (const name of Object.keys(dependencies)) waiting.push({ name, from: place });
    for (const name of Object.keys(peerDependencies)) waiting.push({ name, from: place, optional: true });
  }
  const unique = new Map([...found.values()].map((entry) => [`${entry.name}@${entry.version}`, entry]));
  return [...unique.keys()].sort().map((key) => unique.get(key));
}

/**
 * Fails a build that takes in a package which is not among those listed.
 * @param {Iterable<string>} files of the build, by their paths
 */
export function mustBeListed(files) {
  const listed = new Set(shippedPackages().map(({ name }) => name));
  for (const file of files) {
    const [, name] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file) ?? [];
    if (name !== undefined && !listed.has(name.replace("\\", "/"))) {
      throw new Error(
        `${name} is in the build and not in the list of what ships: scripts/shippedPackages.mjs misses it.`,
      );
    }
  }
}

/** What the sources import for more than its types, by package. */
function importedPackages() {
  const names = new Set();
  for (const file of readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(file)) continue;
    const source = readFileSync(join(root, "src", file), "utf8");
    for (const [, name] of source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"((?:@[\w-]+\/)?[\w-]+)[^"]*"/g)) {
      if (!isBuiltin(name)) names.add(name);
    }
  }
  return [...names];
}

/** Where Node would find a package that is needed by the one at `from`. */
function placeOf(packages, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const place = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === "") return undefined;
  }
}
