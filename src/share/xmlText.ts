/** A text as it stands inside XML, between tags or in an attribute. */
export function xmlText(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(FORBIDDEN, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** The text that a piece of XML stands for. */
export function plainText(xml: string): string {
  if (!xml.includes("&")) return xml;
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (typeof name === "string") return NAMED[name.toLowerCase()] ?? whole;
    const code = typeof hex === "string" ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute in the text of a tag; undefined where it has none. */
export function attribute(tag: string, name: string): string | undefined {
  const match = patternOf(name).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : plainText(value);
}

function patternOf(name: string): RegExp {
  let pattern = PATTERNS.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  return pattern;
}

/** Of attributes that were asked for before; a file has some dozen kinds and millions of each. */
const PATTERNS = new Map<string, RegExp>();

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Characters that XML cannot hold; spreadsheets write them as _x0007_. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
