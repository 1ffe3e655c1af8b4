import { DOMParser } from "@xmldom/xmldom";
import { contentOf, NAMESPACES, ROOT, VALUES } from "./manifestElements.mjs";

/** What saved workbooks and installed add-ins know us by: it never changes. */
const ID = "569566c4-af28-4970-9324-9fca5215ca26";
const NAMESPACE = "ALVH";
const REQUIREMENT_SETS = ["CustomFunctionsRuntime 1.3", "SharedRuntime 1.1"];
/** Office draws a button at one of these sizes, whatever else it is offered. */
const BUTTON_SIZES = [16, 32, 80];
const MARKETPLACE_ICON = "/assets/icon-128.png";

/**
 * What is wrong with a manifest, in sentences: what Office refuses without saying why, what the Marketplace refuses, and
 * what this add-in needs.
 * @param {string} text
 * @param {object} around
 * @param {string} around.version of the package
 * @param {(path: string) => Buffer | undefined} around.read the file at a path of the add-in, such as /assets/icon-16.png
 * @param {boolean} around.isBuilt whether every address can be read, or pictures alone
 * @returns {string[]}
 */
export function manifestProblems(text, { version, read, isBuilt }) {
  const faults = [];
  const onError = (_level, fault, { locator }) => {
    faults.push(`line ${locator?.lineNumber || 1}: ${fault}`);
    throw new Error(fault);
  };
  let document;
  try {
    document = new DOMParser({ onError }).parseFromString(text.replace(/^\uFEFF/, ""), "text/xml");
  } catch {
    return faults.slice(0, 1);
  }
  const root = document.documentElement;
  if (root.localName !== ROOT.name || root.namespaceURI !== ROOT.namespace) {
    return [`the manifest is <${root.nodeName}> and not <${ROOT.name}> of ${ROOT.namespace}`];
  }
  const manifest = readElements(root);
  return [
    ...manifest.problems,
    ...identityProblems(manifest, version),
    ...resourceProblems(manifest),
    ...addressProblems(manifest, isBuilt ? read : undefined),
    ...iconProblems(manifest, read),
    ...runtimeProblems(manifest),
    ...commandProblems(manifest),
  ];
}

/**
 * Holds every element against the table, and keeps what its attributes and texts say by their kind.
 * @typedef {{ element: import("@xmldom/xmldom").Element, name: string, kind: string, value: string }} Value
 * @returns {{ problems: string[], values: Value[], root: import("@xmldom/xmldom").Element }}
 */
function readElements(root) {
  const problems = [];
  const values = [];
  const tell = (node, words) => problems.push(`line ${node.lineNumber}: ${words}`);

  walk(root, ROOT.type);
  return { problems, values, root };

  function walk(element, type) {
    const variant = element.getAttributeNS(NAMESPACES.xsi, "type");
    const content = contentOf(type, variant);
    if (content.variants?.includes(variant) === false) {
      tell(
        element,
        `<${element.nodeName}> has xsi:type ${quoted(variant)} and not ${content.variants.join(" or ")}`,
      );
      return;
    }
    readAttributes(element, content);
    readChildren(element, content);
    if (content.text !== undefined) readValue(element, element.nodeName, content.text, element.textContent);
    else if (ownText(element) !== "")
      tell(
        element,
        `<${element.nodeName}> holds the text ${quoted(ownText(element))}, where only elements may stand`,
      );
  }

  function readAttributes(element, { attributes, variants }) {
    for (const { name, kind, isRequired } of attributes) {
      const value = element.getAttributeNS(null, name);
      if (value !== null) readValue(element, name, kind, value);
      else if (isRequired) tell(element, `<${element.nodeName}> has no ${name}`);
    }
    for (const { name, localName, namespaceURI } of element.attributes) {
      const isKnown =
        namespaceURI === "http://www.w3.org/2000/xmlns/" ||
        (namespaceURI === NAMESPACES.xsi
          ? variants !== undefined && localName === "type"
          : namespaceURI === null && attributes.some((one) => one.name === localName));
      if (!isKnown) tell(element, `<${element.nodeName}> has the attribute ${name}, which it may not have`);
    }
  }

  function readValue(element, name, kind, value) {
    const [pattern, words] = VALUES[kind];
    values.push({ element, name, kind, value });
    if (pattern.test(value)) return;
    const [shown, length] = [[...value].slice(0, 40).join(""), [...value].length];
    tell(
      element,
      length > 40
        ? `${name} ${quoted(`${shown}…`)} has ${length} characters: it must be ${words}`
        : `${name} ${quoted(value)} must be ${words}`,
    );
  }

  function readChildren(element, { children }) {
    let last = 0;
    const count = children.map(() => 0);
    for (const one of element.children) {
      const at = children.findIndex(
        ({ name, namespace }) => one.localName === name && one.namespaceURI === namespace,
      );
      if (at < 0) {
        tell(one, `<${one.nodeName}> is no element of <${element.nodeName}>`);
        continue;
      }
      count[at] += 1;
      if (count[at] > children[at].max) tell(one, `<${element.nodeName}> has a second <${one.nodeName}>`);
      else if (at < last) tell(one, `<${one.nodeName}> must stand before <${children[last].name}>`);
      last = Math.max(last, at);
      walk(one, children[at].type);
    }
    children.forEach(({ name, min }, at) => {
      if (count[at] < min) tell(element, `<${element.nodeName}> has no <${name}>`);
    });
  }
}

function identityProblems({ root, values }, version) {
  const problems = [];
  const expect = (name, is, wanted, why) => {
    if (is !== wanted) problems.push(`${name} is ${quoted(is)} and not ${quoted(wanted)}: ${why}`);
  };
  expect("Id", textOf(root, "Id"), ID, "installed add-ins are known by it");
  expect("Version", textOf(root, "Version"), `${version}.0`, "it follows package.json");
  const named = elementsOf(root, "vo", "Namespace").map((element) => resource(values, element));
  expect("the namespace of the functions", named.join(), NAMESPACE, "saved workbooks call them by it");
  const sets = elementsOf(root, "app", "Set").map(
    (set) => `${set.getAttribute("Name")} ${set.getAttribute("MinVersion")}`,
  );
  expect(
    "Requirements",
    sets.sort().join(", "),
    REQUIREMENT_SETS.join(", "),
    "what the functions and the pane call",
  );
  return problems;
}

function resourceProblems({ values }) {
  const defined = values.filter(({ kind }) => kind === "id");
  const used = values.filter(({ name }) => name === "resid");
  const group = ({ element }) => element.parentNode.localName;
  return [
    ...defined
      .filter((one, index) => defined.findIndex(({ value }) => value === one.value) < index)
      .map(({ element, value }) => at(element, `the resource ${value} is defined twice`)),
    ...defined
      .filter(({ value }) => !used.some((one) => one.value === value))
      .map(({ element, value }) => at(element, `the resource ${value} is defined and not used`)),
    ...used.flatMap(({ element, value, kind }) => {
      const found = defined.find((one) => one.value === value);
      if (found === undefined) return [at(element, `resid ${value} is used and not defined`)];
      if (group(found) === kind) return [];
      return [
        at(
          element,
          `resid ${value} of <${element.nodeName}> stands among ${group(found)} and not among ${kind}`,
        ),
      ];
    }),
  ];
}

/** Pages, scripts and metadata on one origin, as the Marketplace asks of custom functions; the rest keeps to it too. */
function addressProblems({ root, values }, read) {
  const origin = originOf(elementsOf(root, "app", "SourceLocation")[0]?.getAttribute("DefaultValue"));
  return values
    .filter(({ kind }) => kind === "url")
    .flatMap(({ element, value }) => {
      if (!URL.canParse(value)) return [at(element, `${quoted(value)} is no address`)];
      const url = new URL(value);
      if (url.protocol !== "https:") return [at(element, `${value} is not https`)];
      if (url.origin !== origin) return [at(element, `${value} is not at ${origin}, where the pane is`)];
      return read === undefined || read(url.pathname)
        ? []
        : [at(element, `${value} is no file of the add-in`)];
    });
}

function iconProblems({ root, values }, read) {
  const images = [...elementsOf(root, "vo", "Icon")].flatMap((icon) => [...icon.children]);
  const wanted = [
    { size: 32, name: "IconUrl", url: settingOf(root, "IconUrl") },
    { size: 64, name: "HighResolutionIconUrl", url: settingOf(root, "HighResolutionIconUrl") },
    ...images.map((image) => ({
      size: Number(image.getAttribute("size")),
      name: image.getAttribute("resid"),
      url: resource(values, image),
    })),
    { size: 128, name: "the Marketplace's icon", url: new URL(MARKETPLACE_ICON, "https://localhost").href },
  ];
  const missing = elementsOf(root, "vo", "Icon").flatMap((icon) => {
    const sizes = [...icon.children].map((image) => Number(image.getAttribute("size")));
    return BUTTON_SIZES.filter((size) => !sizes.includes(size)).map((size) =>
      at(icon, `<Icon> has no image of ${size} pixels`),
    );
  });
  return [
    ...missing,
    ...wanted.flatMap(({ size, name, url }) => {
      if (url === undefined || !URL.canParse(url))
        return [`${name}, an icon of ${size} pixels, has no address`];
      const { pathname } = new URL(url);
      const file = read(pathname);
      if (file === undefined) return [`${pathname} is no file of the add-in`];
      if (file.subarray(1, 4).toString() !== "PNG") return [`${pathname} is no PNG`];
      // Width and height as the header of a PNG states them.
      const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
      return width === size && height === size
        ? []
        : [`${pathname} has ${width} x ${height} pixels and not ${size}`];
    }),
  ];
}

/** Functions, button and pane share one page that lives as long as the workbook is open. */
function runtimeProblems({ root, values }) {
  const pane = settingOf(root, "SourceLocation");
  const runtimes = elementsOf(root, "vo", "Runtime");
  const pages = ["Page", "Action"]
    .flatMap((name) => elementsOf(root, "vo", name))
    .flatMap((one) => elementsOf(one, "vo", "SourceLocation"));
  return [
    ...(runtimes.length === 0 ? ["<Runtimes> is missing: functions and pane would not share a page"] : []),
    ...runtimes
      .filter((runtime) => runtime.getAttribute("lifetime") !== "long")
      .map((runtime) =>
        at(runtime, "the shared page must have the lifetime long, or functions stop when the pane closes"),
      ),
    ...[...runtimes, ...pages]
      .filter((element) => resource(values, element) !== pane)
      .map((element) =>
        at(
          element,
          `<${element.nodeName}> leads to ${resource(values, element)} and not to the pane, ${pane}`,
        ),
      ),
  ];
}

/** What Excel and the Marketplace ask of an add-in with a button. */
function commandProblems({ root }) {
  const hosts = elementsOf(root, "app", "Host").map((host) => host.getAttribute("Name"));
  const needed = [
    ["app", "SupportUrl", "the Marketplace asks for a page of support"],
    ["vo", "Control", "the Marketplace asks for a button that opens the pane"],
    ["vo", "CustomFunctions", "there would be no cell functions"],
  ];
  const points = elementsOf(root, "vo", "ExtensionPoint").map((point) =>
    point.getAttributeNS(NAMESPACES.xsi, "type"),
  );
  const ids = ["Group", "Control"].flatMap((name) => elementsOf(root, "vo", name));
  const first = new Set();
  return [
    ...(hosts.join() === "Workbook"
      ? []
      : [`Hosts are ${quoted(hosts.join())} and not "Workbook": the add-in is Excel's`]),
    ...needed
      .filter(([prefix, name]) => elementsOf(root, prefix, name).length === 0 && !points.includes(name))
      .map(([, name, why]) => `${name} is missing: ${why}`),
    ...ids
      .filter((element) => first.size === first.add(element.getAttribute("id")).size)
      .map((element) => at(element, `the id ${element.getAttribute("id")} is given twice`)),
  ];
}

function at(element, words) {
  return `line ${element.lineNumber}: ${words}`;
}

/** @returns {import("@xmldom/xmldom").Element[]} */
function elementsOf(from, prefix, name) {
  return [...from.getElementsByTagNameNS(NAMESPACES[prefix], name)];
}

function textOf(root, name) {
  return elementsOf(root, "app", name)[0]?.textContent ?? "";
}

function settingOf(root, name) {
  return elementsOf(root, "app", name)[0]?.getAttribute("DefaultValue") ?? undefined;
}

/** What the resource says that an element refers to. */
function resource(values, element) {
  const id = element.getAttribute("resid");
  return (
    values.find(({ kind, value }) => kind === "id" && value === id)?.element.getAttribute("DefaultValue") ??
    undefined
  );
}

function ownText(element) {
  return [...element.childNodes]
    .filter(({ nodeType }) => nodeType === 3 || nodeType === 4)
    .map(({ data }) => data)
    .join("")
    .trim();
}

function originOf(address) {
  return URL.canParse(address) ? new URL(address).origin : address;
}

function quoted(text) {
  return JSON.stringify(text ?? "");
}
