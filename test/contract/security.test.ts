import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { shippedPackages } from "../../scripts/shippedPackages.mjs";

/** Every file of dist/ but pictures: [path, text]. */
const FILES = readdirSync("dist", { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.(js|css|html|json|xml|txt|map)$/.test(name))
  .map((name): [string, string] => [name, readFileSync(join("dist", name), "utf8")]);
const PAGES = FILES.filter(([name]) => name.endsWith(".html"));
const SCRIPTS = FILES.filter(([name]) => name.endsWith(".js"));

/** Text that becomes a program: a page of Office could be made to run what stands in a cell. */
const TEXT_AS_PROGRAM =
  /\beval\s*\)?\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]|\.constructor\s*\(\s*["'`]|\bdocument\.write(?:ln)?\s*\(/g;

/** Markup that runs: in a page none of it may stand, and no script is written in one. */
const RUNNING_MARKUP =
  /<[^>]*\s(on\w+)\s*=|(?:href|src|action)\s*=\s*["']?\s*(javascript:)|(<script(?![^>]*\ssrc=)[^>]*>)/gi;

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

function findsIn(pattern: RegExp, files: readonly [string, string][]): string[] {
  return files.flatMap(([name, text]) => (text.match(pattern) ?? []).map((found) => `${name}: ${found}`));
}

test("dist/ holds the add-in's scripts, and the browser workbook's where that is built", () => {
  const names = SCRIPTS.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(["functions.js", "taskpane.js"]));
  if (existsSync("dist/workbook")) expect(names).toContain("workbook/page.js");
});

test("no script turns text into a program", () => {
  expect(findsIn(TEXT_AS_PROGRAM, SCRIPTS)).toEqual([]);
});

test("no page has a script of its own, a handler in its markup or a link that runs", () => {
  expect(findsIn(RUNNING_MARKUP, PAGES)).toEqual([]);
});

test("the searches find what they look for", () => {
  const programs = [
    'eval("1")',
    '(0,eval)("1")',
    'new Function("return 1")',
    "Function('x')",
    "setTimeout('run()', 1)",
    'run.constructor("return 1")',
    "document.write(x)",
  ];
  expect(programs.filter((text) => (text.match(TEXT_AS_PROGRAM) ?? []).length === 1)).toEqual(programs);
  const others =
    "retrieval(x); class Functional {}; setTimeout(run, 1); new a.constructor(b); Function.prototype";
  expect(others.match(TEXT_AS_PROGRAM)).toBeNull();
  const markup = ['<p onclick="run()">', '<a href="javascript:run()">', "<script>run()</script>"];
  expect(markup.filter((text) => (text.match(RUNNING_MARKUP) ?? []).length === 1)).toEqual(markup);
  expect('<script defer src="a.js"></script><p class="once">on = 1</p>'.match(RUNNING_MARKUP)).toBeNull();
});

// That they work, and nothing is refused in use, is tested in the browser: test/e2e/policy.test.ts.
test.each(PAGES)(
  "%s has a policy before anything else, which allows nothing that it does not name",
  (_, page) => {
    const [policy = ""] =
      /(?<=<head>\s*<meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy" content=")[^"]+/.exec(
        page,
      ) ?? [];
    const directives = new Map(policy.split("; ").map((one) => [one.split(" ")[0], one.split(" ").slice(1)]));
    expect(directives.get("default-src")).toEqual(["'none'"]);
    expect(directives.get("base-uri")).toEqual(["'none'"]);
    expect(directives.get("form-action")).toEqual(["'none'"]);
    const scripts = directives.get("script-src") ?? [];
    expect(["'self'", "https://appsforoffice.microsoft.com"]).toEqual(expect.arrayContaining(scripts));
    expect(policy).not.toMatch(
      /unsafe-eval|unsafe-hashes|wasm|\*|https?:(?!\/\/(?:appsforoffice\.microsoft\.com|document\.localhost)\b)/,
    );
  },
);

test("the pane connects to the address alone by which Office.js reaches the workbook", () => {
  const page = PAGES.find(([name]) => name === "taskpane.html")?.[1] ?? "";
  expect(/connect-src ([^;"]*)/.exec(page)?.[1]).toBe("https://document.localhost");
});

// Office.js has no digest to be held to: Microsoft changes it under the same address, as it changes Excel.
test("pages take everything from here but Office.js", () => {
  const foreign = findsIn(/\s(?:src|href)="(?:\w+:)?\/\/[^"]*"/g, PAGES);
  expect(foreign).toEqual([`taskpane.html:  src="${OFFICE_JS}"`.replace(":  ", ":  ")]);
  const styles = findsIn(/@import\b[^;]*|url\(\s*["']?(?!data:|#)[^)]*\)/g, [
    ...PAGES,
    ...FILES.filter(([name]) => name.endsWith(".css")),
  ]);
  expect(styles).toEqual([]);
});

test("what is loaded later has its digest in its name, and what is loaded first in its address", () => {
  const later = SCRIPTS.map(([name]) => name).filter(
    (name) => !/^(functions|taskpane|workbook\/(page|paneHost))\.js$/.test(name),
  );
  for (const name of later)
    expect(name).toMatch(/^\d+\.[0-9a-f]{8}\.js$|^workbook\/chunks\/.*-[0-9A-Z]{8}\.js$/);
  const page = PAGES.find(([name]) => name === "taskpane.html")?.[1] ?? "";
  expect(page.match(/src="(?:functions|taskpane)\.js\?[0-9a-f]{20}"/g)).toHaveLength(2);
});

test("no file tells of the machine that built it", () => {
  const words = [process.cwd(), homedir(), "node_modules/", "//registry.", "sourceMappingURL", "file:///"];
  const told = FILES.flatMap(([name, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`),
  );
  expect(told).toEqual([]);
});

test("no file knows an address for usage reports", () => {
  const collectors =
    /applicationinsights|\bvisualstudio\.com|google-analytics|googletagmanager|sentry\.io|posthog|mixpanel|amplitude\.com|segment\.(?:io|com)|hotjar|datadoghq|newrelic|clarity\.ms|aria\.microsoft|sendBeacon/gi;
  expect(findsIn(collectors, FILES)).toEqual([]);
});

test("no tool of the scripts brings a package for usage reports", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: object };
  const reporters =
    /node_modules\/(?:applicationinsights|@microsoft\/(?:1ds|applicationinsights|dev-tunnels)[^/]*|@sentry\/.*|posthog[^/]*|mixpanel[^/]*|analytics-node|@segment\/.*|insight|universal-analytics|@amplitude\/.*|newrelic|dd-trace|update-notifier)$/;
  expect(Object.keys(packages).filter((place) => reporters.test(place))).toEqual([]);
});

// Microsoft's tools asked for consent and reported until this package of theirs became a shell that sends nothing.
test("what Microsoft's tools call to report their use sends nothing, in every version that is installed", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: object };
  const places = Object.keys(packages).filter((place) => place.endsWith("/office-addin-usage-data"));
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) {
    const sources = readdirSync(join(place, "lib")).filter((name) => name.endsWith(".js"));
    const needed = findsIn(
      /require\("[^"]+"\)/g,
      sources.map((name) => [name, readFileSync(join(place, "lib", name), "utf8")]),
    ).map((found) => /"(.*)"/.exec(found)?.[1] ?? "");
    expect(["commander", "os", "path"]).toEqual(
      expect.arrayContaining(needed.filter((name) => !name.startsWith("."))),
    );
    const { OfficeAddinUsageData } = jest.requireActual(join(process.cwd(), place));
    expect(new OfficeAddinUsageData({ usageDataLevel: "on" }).isUsageDataOn()).toBe(false);
  }
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

test("the licences go along word for word: every package, its text, and the notices that Apache asks for", () => {
  const texts = readFileSync("dist/licences.txt", "utf8");
  const blocks = texts.split(`\n\n${"=".repeat(80)}\n\n`).slice(1);
  for (const { name, version } of shippedPackages()) {
    const own = blocks.filter((block) => `\n${block}`.includes(`\n${name} ${version}\n`));
    const words = own.join("\n");
    expect([
      name,
      /Permission (?:is hereby granted|to use, copy)|Apache License|Redistribution and use/.test(words),
    ]).toEqual([name, true]);
  }
  const notice = readFileSync("node_modules/mathjs/NOTICE", "utf8").replaceAll("\r\n", "\n").trim();
  expect(blocks.some((block) => block.startsWith("mathjs ") && block.endsWith(notice))).toBe(true);
});

test("the bill of materials lists every package that ships once, with the digest of the lockfile", () => {
  const bill = JSON.parse(execFileSync(process.execPath, ["scripts/sbom.mjs"], { encoding: "utf8" }));
  // What CycloneDX 1.5 requires, and the forms it gives to what is there.
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1 });
  expect(bill.metadata.component).toMatchObject({ type: "application", name: "alvh-for-excel" });
  for (const component of bill.components) {
    expect(component).toEqual({
      type: "library",
      "bom-ref": component.purl,
      name: expect.stringMatching(/./),
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      purl: expect.stringMatching(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@[\w.+-]+$/),
      licenses: [{ license: { id: expect.stringMatching(/^[\w.-]+$/) } }],
      hashes: [{ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
    });
  }
  const references: string[] = bill.components.map((entry: { purl: string }) => entry.purl);
  expect(new Set(references).size).toBe(shippedPackages().length);
  const react = bill.components.find((entry: { name: string }) => entry.name === "react");
  const locked = JSON.parse(readFileSync("package-lock.json", "utf8")).packages["node_modules/react"];
  expect(`sha512-${Buffer.from(react.hashes[0].content, "hex").toString("base64")}`).toBe(locked.integrity);
});
