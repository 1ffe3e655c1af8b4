import { build } from "esbuild";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * `npm run share -- in.xlsx out.xlsx`: the share copy of a workbook. Options:
 * --native               plain Excel formulas where there are some
 * --let                  native formulas may use LET (Excel 2021 and 365)
 * --leave-out=kind,kind  hiddenSheets, notes, externalLinks, paneState, authorNames, printers, customParts
 * --thaw, --repair       the ways back: live formulas from a share copy; from #NAME? leftovers
 * --dry-run              says what would be done and writes nothing
 */
const words = process.argv.slice(2);
const files = words.filter((word) => !word.startsWith("--"));
const has = (option) => words.includes(`--${option}`);
const leaveOut =
  (words.find((word) => word.startsWith("--leave-out=")) ?? "").split("=")[1]?.split(",") ?? [];
const known = ["--native", "--let", "--thaw", "--repair", "--dry-run"];
const unknown = words.find(
  (word) => word.startsWith("--") && !known.includes(word) && !word.startsWith("--leave-out="),
);

const [input, output] = files;
if (unknown !== undefined || input === undefined || (output === undefined && !has("dry-run"))) {
  if (unknown !== undefined) console.error(`There is no option ${unknown}.`);
  console.error(
    "Usage: npm run share -- in.xlsx out.xlsx [--native] [--let] [--leave-out=notes,hiddenSheets] [--dry-run]",
  );
  console.error("       npm run share -- in.xlsx out.xlsx --thaw | --repair [--dry-run]");
  process.exit(2);
}
if (input === output) {
  console.error("The copy must have another name than the file it is made of.");
  process.exit(2);
}

const share = await bundled();
try {
  const bytes = new Uint8Array(readFileSync(input));
  const result = has("thaw")
    ? share.thawFile(bytes)
    : has("repair")
      ? share.repairFile(bytes)
      : await share.shareCopy(bytes, { native: has("native") || has("let"), let: has("let"), leaveOut });
  for (const line of share.reportLines(result)) console.log(line);
  if (has("dry-run")) console.log("Nothing was written.");
  else {
    writeFileSync(output, result.bytes);
    console.log(`Wrote ${output}.`);
  }
} catch (error) {
  if (error.name !== "FileRefusal" && error.code === undefined) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The sources are TypeScript, which Node reads bundled. */
async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), "alvh-share-"));
  try {
    const outfile = join(folder, "share.mjs");
    await build({
      stdin: {
        contents: ["repairFile", "reportLines", "shareCopy", "thawFile"]
          .map((name) => `export { ${name} } from "./${name}";`)
          .join("\n"),
        resolveDir: join(import.meta.dirname, "../src/share"),
        loader: "ts",
      },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile,
      logLevel: "error",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
