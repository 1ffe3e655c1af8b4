import { build } from "esbuild";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** `npm run bench [name]`: every bench of this folder, each bundled and run by itself. */
const wanted = process.argv[2] ?? "";
// Below node_modules, where what is not bundled is found.
const folder = mkdtempSync(join(import.meta.dirname, "../node_modules/.bench-"));
try {
  for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith(".bench.ts"))) {
    if (!name.includes(wanted)) continue;
    const outfile = join(folder, name.replace(/\.ts$/, ".mjs"));
    await build({
      entryPoints: [join(import.meta.dirname, name)],
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      outfile,
      logLevel: "error",
    });
    console.log(`\n${name}`);
    await import(pathToFileURL(outfile).href);
  }
} finally {
  rmSync(folder, { recursive: true });
}
