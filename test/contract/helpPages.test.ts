import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { addinOrigin } from "../../scripts/addinOrigin.mjs";
import catalogue from "../../src/taskpane/functionCatalogue.json";
import { builtFunctions, readDist } from "./support/builtFunctions";

/** The documents as they are served beside the add-in, and Excel's links into them. */
const { metadata } = builtFunctions();
const origin = addinOrigin(process.env["ADDIN_ORIGIN"]);
const NAMES = [
  "functions",
  "tutorial",
  "ranges",
  "settings",
  "sharing",
  "methodology",
  "glossary",
  "rulebook",
  "claims",
  "accuracy",
];
const pages = new Map(NAMES.map((name) => [`${name}.html`, readDist(`${name}.html`)]));
const anchors = new Map(
  [...pages].map(([name, html]) => [name, [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)]),
);

test("every function's help in Excel leads to its own heading, at the add-in's https origin", () => {
  expect(metadata.length).toBeGreaterThan(80);
  for (const { id, helpUrl } of metadata) {
    const url = new URL(helpUrl ?? "");
    expect([id, url.protocol, url.origin, url.pathname]).toEqual([id, "https:", origin, "/functions.html"]);
    const heading = new RegExp(`<h3 id="${url.hash.slice(1)}">ALVH\\.${id.replaceAll(".", "\\.")}</h3>`);
    expect([id, heading.test(pages.get("functions.html") ?? "")]).toEqual([id, true]);
  }
});

test("with another origin the help is there", () => {
  const script = `
    const { helpOfFunctions } = await import("./scripts/helpOfFunctions.mjs");
    process.stdout.write(helpOfFunctions(JSON.stringify({ functions: [{ id: "BSM.PRICE" }] }), "https://addin.example.com"));`;
  const written = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  expect(JSON.parse(written)).toEqual({
    functions: [{ id: "BSM.PRICE", helpUrl: "https://addin.example.com/functions.html#alvhbsmprice" }],
  });
});

test("the pane's full help leads to the same heading", () => {
  const inExcel = new Map(metadata.map(({ id, helpUrl }) => [id, helpUrl]));
  expect(catalogue.filter(({ id, help }) => `${origin}/${help}` !== inExcel.get(id))).toEqual([]);
});

test.each(NAMES)("%s.html is in English, and runs no script", (name) => {
  const html = pages.get(`${name}.html`) ?? "";
  expect(html).toContain('<html lang="en">');
  expect(html).toMatch(/<title>\S.*: ALVH for Excel<\/title>/);
  expect(html).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none';`);
  expect(html).not.toMatch(/<script|\son\w+="|javascript:/);
});

test("every link leads to a page that is served, and to an anchor of it", () => {
  const broken = [...pages].flatMap(([name, html]) =>
    [...html.matchAll(/<a href="([^"]+)"/g)]
      .map(([, href]) => href ?? "")
      .filter((href) => !href.startsWith("https:") && !leads(href, name)),
  );
  expect(broken).toEqual([]);
});

test("every picture is served", () => {
  const pictures = [...pages.values()].flatMap((html) =>
    [...html.matchAll(/<img src="([^"]+)"/g)].map(([, source]) => source ?? ""),
  );
  expect(pictures.length).toBeGreaterThan(3);
  expect(pictures.filter((source) => !existsSync(`dist/${source}`))).toEqual([]);
});

function leads(href: string, from: string): boolean {
  const [target = "", anchor] = href.split("#");
  const known = anchors.get(target === "" ? from : target);
  return known !== undefined && (anchor === undefined || known.includes(anchor));
}
