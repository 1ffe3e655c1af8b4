import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addinOrigin } from "../../scripts/addinOrigin.mjs";
import { manifestProblems } from "../../scripts/manifestProblems.mjs";
import { readDist } from "./support/builtFunctions";

/** The manifest that is installed; test/scripts/manifestProblems.test.ts shows what the check finds. */
const dist = join(process.cwd(), "dist");
const manifest = readDist("manifest.xml");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

test("the built manifest has no problem, and every address of it is a file of dist", () => {
  const read = (path: string) => (existsSync(join(dist, path)) ? readFileSync(join(dist, path)) : undefined);
  expect(manifestProblems(manifest, { version, read, isBuilt: true })).toEqual([]);
});

test("its addresses are at the origin that the build was told", () => {
  const origins = [...manifest.matchAll(/"(https:\/\/[^"]+)"/g)].map(
    ([, address]) => new URL(address!).origin,
  );
  expect(origins.length).toBeGreaterThan(8);
  expect(new Set(origins)).toEqual(new Set([addinOrigin(process.env["ADDIN_ORIGIN"])]));
});

test("Microsoft's own reader finds an add-in for Excel, whose version is that of the package", () => {
  expect(officeAddinManifest(join(dist, "manifest.xml"))).toMatchObject({
    id: "569566c4-af28-4970-9324-9fca5215ca26",
    manifestType: "xml",
    officeAppType: "TaskPaneApp",
    hosts: ["Workbook"],
    version: `${version}.0`,
    permissions: "ReadWriteDocument",
    defaultLocale: "en-US",
  });
});

/** What office-addin-manifest reads; in a process of its own, since Jest cannot load the packages beneath it. */
function officeAddinManifest(path: string): unknown {
  const read = `import manifest from "office-addin-manifest";
    console.log(JSON.stringify(await manifest.OfficeAddinManifest.readManifestFile(process.argv[1])));`;
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", read, path], { encoding: "utf8" }),
  );
}
