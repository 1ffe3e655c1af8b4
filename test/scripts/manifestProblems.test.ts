import { existsSync, readFileSync } from "node:fs";
import { manifestProblems } from "../../scripts/manifestProblems.mjs";
import { BROKEN_RULES, BROKEN_STRUCTURE, BROKEN_XML } from "./brokenManifests";

const manifest = readFileSync("manifest.xml", "utf8");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const read = (path: string): Buffer | undefined =>
  existsSync(`.${path}`) ? readFileSync(`.${path}`) : undefined;
const problems = (text: string, isBuilt = false): string[] =>
  manifestProblems(text, { version, read, isBuilt });

test("the manifest has no problem", () => {
  expect(problems(manifest)).toEqual([]);
});

// Written against version 0.1.0, whatever the package has by now.
const told = manifest.replace(`<Version>${version}.0`, "<Version>0.1.0.0");

describe.each([
  ["what the schema refuses", BROKEN_STRUCTURE],
  ["what is no XML", BROKEN_XML],
  ["what the schema lets pass", BROKEN_RULES],
])("%s", (_kind, faults) => {
  test.each(faults)("it tells of %s", (_fault, from, to, words) => {
    const broken = told.replace(from, to);
    expect(broken).not.toBe(told);
    const found = manifestProblems(broken, { version: "0.1.0", read, isBuilt: false });
    expect(found.join("\n")).toContain(words);
  });
});

test("a problem names its line", () => {
  const line = manifest.split("\n").findIndex((text) => text.includes("<Group ")) + 1;
  expect(problems(manifest.replace("<Group id=", '<Group colour="red" id='))).toEqual([
    `line ${line}: <Group> has the attribute colour, which it may not have`,
  ]);
});

test("of a built manifest every address must be a file", () => {
  const files = ["/taskpane.html", "/functions.js", "/functions.json"];
  const found = manifestProblems(manifest, {
    version,
    read: (path) => (files.includes(path) ? Buffer.alloc(0) : read(path)),
    isBuilt: true,
  });
  expect(found.map((text) => text.replace(/^line \d+: /, ""))).toEqual([
    "https://localhost:3000/support.html is no file of the add-in",
    "https://localhost:3000/support.html is no file of the add-in",
  ]);
});

test.each<[string, (text: string) => string]>([
  [
    "comments, with elements in them",
    (text) => text.replaceAll(/(<(?:Icon|Group|Id|bt:Urls)\b)/g, "<!-- <Rights></Icon> -->$1"),
  ],
  ["a text as CDATA", (text) => text.replace(/<Permissions>(.*)</, "<Permissions><![CDATA[$1]]><")],
  [
    "attributes in another order",
    (text) =>
      text
        .replaceAll(/(id="[^"]*") (DefaultValue="[^"]*")/g, "$2 $1")
        .replaceAll(/(size="\d+") (resid="[^"]*")/g, "$2 $1"),
  ],
  ["single quotes", (text) => text.replaceAll('"', "'")],
  ["another prefix", (text) => text.replaceAll("bt:", "basic:").replaceAll("xmlns:bt", "xmlns:basic")],
  [
    "characters by number",
    (text) => text.replaceAll('"ALVH"', '"&#65;LVH"').replaceAll("https://", "https:&#x2F;/"),
  ],
  ["Windows' line ends, and its mark at the start", (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`],
  ["all on one line", (text) => text.replaceAll(/\n\s*/g, " ")],
  [
    "closing tags instead of short ones",
    (text) => text.replaceAll(/<([\w:]+)( [^<>]*?)? ?\/>/g, "<$1$2></$1>"),
  ],
  [
    "the Marketplace's own id, and further domains",
    (text) =>
      text
        .replace("  <Version>", "  <AlternateId>AB123\\WA200001234</AlternateId>\n  <Version>")
        .replace(
          "  <Hosts>",
          "  <AppDomains><AppDomain>https://addin.example.com</AppDomain></AppDomains>\n  <Hosts>",
        ),
  ],
  [
    "a name in another language",
    (text) =>
      text.replace(
        /(<DisplayName .*?) \/>/,
        '$1><Override Locale="de-DE" Value="ALVH für Excel" /></DisplayName>',
      ),
  ],
])("%s change nothing", (_change, edit) => {
  const same = edit(manifest);
  expect(same).not.toBe(manifest);
  expect(problems(same)).toEqual([]);
});
