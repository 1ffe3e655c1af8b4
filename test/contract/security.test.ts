import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shippedPackages } from "../../scripts/shippedPackages.mjs";

/** Text that becomes a program: a page of Office could be made to run what stands in a cell. */
const TEXT_AS_PROGRAM = /\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/g;

test("no script of the add-in turns text into a program", () => {
  const scripts = readdirSync("dist").filter((name) => name.endsWith(".js"));
  expect(scripts).toContain("functions.js");
  expect(scripts.flatMap((name) => findsIn(join("dist", name)))).toEqual([]);
});

// Three places of the spreadsheet engine and its libraries, none of them ours: a fallback for the global object, and two
// ways to register functions given as text, which this page does not use.
const browserWorkbook = existsSync("dist/workbook/page.js") ? test : test.skip;
browserWorkbook(
  "the browser workbook has such text at three places of its spreadsheet engine, and nowhere else",
  () => {
    const finds = readdirSync("dist/workbook", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js"))
      .flatMap((name) => findsIn(join("dist/workbook", name)));
    expect(finds.length).toBeLessThanOrEqual(3);
  },
);

test("the search finds what it looks for", () => {
  const samples = ['eval("1")', 'new Function("return 1")', "Function('x')", "setTimeout('run()', 1)"];
  expect(samples.filter((text) => (text.match(TEXT_AS_PROGRAM) ?? []).length === 1)).toEqual(samples);
  expect("retrieval(x); class Functional {}; setTimeout(run, 1)".match(TEXT_AS_PROGRAM)).toBeNull();
});

test("the pages load scripts from here and from Office.js alone", () => {
  const sources = ["taskpane.html", "support.html"].flatMap((name) =>
    [...readFileSync(join("dist", name), "utf8").matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(
      ([, url]) => url!,
    ),
  );
  const foreign = sources.filter((url) => /^(?:\w+:)?\/\//.test(url));
  expect(foreign).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js"]);
});

test("what ships is under permissive licences", () => {
  const permissive = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"];
  const packages = shippedPackages();
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(["react", "mathjs", "papaparse"]));
  expect(packages.filter(({ license }) => !permissive.includes(license))).toEqual([]);
});

test("docs/licences.md follows package-lock.json", () => {
  expect(() => execFileSync(process.execPath, ["scripts/licences.mjs", "--check"])).not.toThrow();
});

test("the bill of materials lists every package that ships once, with the digest of the lockfile", () => {
  const bill = JSON.parse(execFileSync(process.execPath, ["scripts/sbom.mjs"], { encoding: "utf8" }));
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5" });
  const references: string[] = bill.components.map((entry: { purl: string }) => entry.purl);
  expect(new Set(references).size).toBe(shippedPackages().length);
  const react = bill.components.find((entry: { name: string }) => entry.name === "react");
  const locked = JSON.parse(readFileSync("package-lock.json", "utf8")).packages["node_modules/react"];
  expect(`sha512-${Buffer.from(react.hashes[0].content, "hex").toString("base64")}`).toBe(locked.integrity);
  expect(react.hashes[0].alg).toBe("SHA-512");
});

function findsIn(file: string): string[] {
  return (readFileSync(file, "utf8").match(TEXT_AS_PROGRAM) ?? []).map((text) => `${file}: ${text}`);
}
