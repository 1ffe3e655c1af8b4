export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** A well-formed document without CDATA and entities, as a tree: enough for a manifest. */
export function readXml(document: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [, closing, name, attributes, selfClosing, text] of document
    .replaceAll(/<\?.*?\?>|<!--[^]*?-->/g, "")
    .matchAll(/<(\/?)([\w:.-]+)([^>]*?)(\/?)>([^<]*)/g)) {
    const parent = open.at(-1)!;
    if (closing) {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>.`);
      open.pop();
      continue;
    }
    const element = {
      name: name!,
      attributes: readAttributes(attributes!),
      children: [],
      text: text!.trim(),
    };
    parent.children.push(element);
    if (!selfClosing) open.push(element);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is never closed.`);
  return root.children[0]!;
}

/** An element and everything within it, in the order of the document. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

/** The only element at the end of a path of names; a failure says where the path ends. */
export function elementAt(from: XmlElement, ...path: string[]): XmlElement {
  return path.reduce((element, name) => {
    const found = element.children.filter((child) => child.name === name);
    if (found.length !== 1) throw new Error(`<${element.name}> has ${found.length} <${name}>.`);
    return found[0]!;
  }, from);
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}
