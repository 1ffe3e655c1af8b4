import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shippedPackages } from "./shippedPackages.mjs";

/**
 * `npm run sbom [-- file]` writes the bill of materials of what ships, as CycloneDX 1.5; without a file to the terminal.
 * It holds no moment and no serial number: the same lockfile gives the same bytes.
 */
const root = join(import.meta.dirname, "..");
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const bill = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  metadata: { component: { type: "application", "bom-ref": `${name}@${version}`, name, version } },
  components: shippedPackages().map(component),
};
const text = `${JSON.stringify(bill, null, 2)}\n`;
const file = process.argv[2];
if (file === undefined) process.stdout.write(text);
else writeFileSync(file, text);

function component({ name, version, license, integrity }) {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const [algorithm, digest] = integrity.split("-", 2);
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    licenses: [/ (AND|OR) /.test(license) ? { expression: license } : { license: { id: license } }],
    hashes: [
      {
        alg: algorithm.replace("sha", "SHA-"),
        content: Buffer.from(digest, "base64").toString("hex"),
      },
    ],
  };
}
