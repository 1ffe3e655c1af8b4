import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run check:manifest` reads manifest.xml as Excel does, without a network: what Excel refuses without a word is
 * told here. `npm run validate` asks Microsoft's service about the rest.
 */
const root = join(import.meta.dirname, "..");
/** The order in which Microsoft's schema has the elements of a task-pane add-in. */
const ORDER = [
  ...[
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
  ],
  ...["HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings"],
  ...["Permissions", "VersionOverrides"],
];

const SETS = ["CustomFunctionsRuntime 1.3", "SharedRuntime 1.1"];

if (process.argv[1] === import.meta.filename) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const problems = manifestProblems(readFileSync(join(root, "manifest.xml"), "utf8"), version, readIcon);
  for (const problem of problems) console.error(`manifest.xml: ${problem}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

/**
 * What is wrong with a manifest, in sentences.
 * @param {string} text
 * @param {string} version of the package
 * @param {(path: string) => Buffer | undefined} icon the file at a path of the add-in
 */
export function manifestProblems(text, version, icon) {
  const document = text.replaceAll(/<!--[^]*?-->/g, "");
  return [
    ...orderProblems(document),
    ...identityProblems(document, version),
    ...resourceProblems(document),
    ...addressProblems(document),
    ...iconProblems(document, icon),
    ...lengthProblems(document),
  ];
}

function orderProblems(document) {
  // Direct children stand at the first indentation once what is nested is gone.
  const names = [];
  let depth = 0;
  for (const [, closing, name, selfClosing] of document.matchAll(/<(\/?)([A-Za-z][\w:]*)[^>]*?(\/?)>/g)) {
    if (closing) depth -= 1;
    else {
      if (depth === 1) names.push(name);
      if (!selfClosing) depth += 1;
    }
  }
  if (depth !== 0) return ["an element is not closed"];
  const unknown = names.filter((name) => !ORDER.includes(name));
  if (unknown.length > 0) return [`${unknown.join(", ")}: not an element of a task-pane add-in`];
  const sorted = [...names].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const at = names.findIndex((name, index) => name !== sorted[index]);
  return at < 0 ? [] : [`${names[at]} stands where the schema has ${sorted[at]}`];
}

function identityProblems(document, version) {
  const problems = [];
  const id = textOf(document, "Id");
  if (!/^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(id)) {
    problems.push(`Id ${id} is no GUID`);
  }
  const stated = textOf(document, "Version");
  if (stated !== `${version}.0`) problems.push(`Version is ${stated}, where package.json says ${version}`);
  const sets = [...document.matchAll(/<Set Name="([^"]+)" MinVersion="([^"]+)"/g)].map(
    ([, a, b]) => `${a} ${b}`,
  );
  if (sets.sort().join() !== SETS.join())
    problems.push(`requires ${sets.join(", ")} and not ${SETS.join(", ")}`);
  return problems;
}

function resourceProblems(document) {
  const used = [...document.matchAll(/\bresid="([^"]+)"/g)].map(([, id]) => id);
  const defined = [...document.matchAll(/<bt:\w+ id="([^"]+)"/g)].map(([, id]) => id);
  return [
    ...new Set([
      ...used.filter((id) => !defined.includes(id)).map((id) => `resid ${id} is used and not defined`),
      ...defined.filter((id) => !used.includes(id)).map((id) => `resource ${id} is defined and not used`),
      ...defined
        .filter((id, index) => defined.indexOf(id) !== index)
        .map((id) => `resource ${id} is defined twice`),
      ...defined.filter((id) => id.length > 32).map((id) => `resource ${id} has more than 32 characters`),
    ]),
  ];
}

function addressProblems(document) {
  return [...document.matchAll(/DefaultValue="(\w+):\/\/([^"]*)"/g)]
    .filter(([, scheme]) => scheme !== "https")
    .map(([, scheme, rest]) => `${scheme}://${rest} is not https`);
}

function iconProblems(document, icon) {
  const resources = new Map(
    [...document.matchAll(/<bt:Image id="([^"]+)" DefaultValue="([^"]+)"/g)].map(([, id, url]) => [id, url]),
  );
  const wanted = [
    [32, /<IconUrl DefaultValue="([^"]+)"/.exec(document)?.[1]],
    [64, /<HighResolutionIconUrl DefaultValue="([^"]+)"/.exec(document)?.[1]],
    ...[...document.matchAll(/<bt:Image size="(\d+)" resid="([^"]+)"/g)].map(([, size, id]) => [
      Number(size),
      resources.get(id),
    ]),
  ];
  return wanted.flatMap(([size, url]) => {
    if (url === undefined) return [`an icon of ${size} pixels has no address`];
    const file = icon(new URL(url).pathname);
    if (file === undefined) return [`${url} is no file of the add-in`];
    if (file.subarray(1, 4).toString() !== "PNG") return [`${url} is no PNG`];
    // Width and height as the header of a PNG states them.
    const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
    return width === size && height === size
      ? []
      : [`${url} has ${width} x ${height} pixels and not ${size}`];
  });
}

function lengthProblems(document) {
  const limits = [
    [/<DisplayName DefaultValue="([^"]*)"/g, 125, "DisplayName"],
    [/<Description DefaultValue="([^"]*)"/g, 250, "Description"],
  ];
  for (const [group, most] of [
    ["ShortStrings", 125],
    ["LongStrings", 250],
  ]) {
    // prettier-ignore
    const inner = new RegExp(`<bt:${group}>([^]*?)</bt:${group}>`).exec(document)?.[1] ?? "";
    for (const [, id, text] of inner.matchAll(/<bt:String id="([^"]+)" DefaultValue="([^"]*)"/g)) {
      if (text.length > most) return [`${id} has ${text.length} characters: at most ${most}`];
    }
  }
  return limits.flatMap(([pattern, most, name]) =>
    [...document.matchAll(pattern)]
      .filter(([, text]) => text.length > most)
      .map(([, text]) => `${name} has ${text.length} characters: at most ${most}`),
  );
}

function textOf(document, name) {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(document)?.[1] ?? "";
}

function readIcon(path) {
  try {
    return readFileSync(join(root, path));
  } catch {
    return undefined;
  }
}
