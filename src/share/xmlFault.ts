/** What keeps a part from being read: it declares entities of its own, is no UTF-8, or its tags do not fit together. */
export type XmlFault = "entities" | "encoding" | "tags";

/**
 * The first fault of a part, in one pass over its bytes. What is without fault can be searched by patterns in time that
 * grows with its length alone: every tag ends before another begins, and every element closes.
 */
export function xmlFault(bytes: Uint8Array): XmlFault | undefined {
  if (isMarked(bytes, [0xff, 0xfe]) || isMarked(bytes, [0xfe, 0xff]) || bytes.indexOf(0) >= 0)
    return "encoding";
  const open = new Int32Array(MAXIMUM_DEPTH);
  let depth = 0;
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at)) {
    const sign = bytes[at + 1];
    if (sign === QUESTION || sign === EXCLAMATION) {
      const [opening, closing] = ASIDES.find(([start]) => isAt(bytes, at, start)) ?? [];
      // Spreadsheets never declare entities; whoever does means harm.
      if (opening === undefined || closing === undefined) return "entities";
      const end = indexAfter(bytes, closing, at + opening.length);
      // A tag in there is none, and would be taken for one by a pattern.
      if (end < 0 || bytes.subarray(at + 1, end).includes(LESS)) return "tags";
      at = end;
      continue;
    }
    const end = endOfTag(bytes, at + 1);
    if (end < 0) return "tags";
    if (sign === SLASH) {
      depth -= 1;
      if (depth < 0 || !sameName(bytes, open[depth] ?? 0, at + 2)) return "tags";
    } else if (bytes[end - 1] !== SLASH) {
      if (depth === MAXIMUM_DEPTH) return "tags";
      open[depth] = at + 1;
      depth += 1;
    }
    at = end;
  }
  return depth === 0 ? undefined : "tags";
}

/** Elements inside elements; those of spreadsheets and drawings have about twenty. */
const MAXIMUM_DEPTH = 200;

const [LESS, GREATER, SLASH, QUESTION, EXCLAMATION, QUOTE, APOSTROPHE] = [60, 62, 47, 63, 33, 34, 39];

/** What may stand between elements, by how it begins and ends. */
const ASIDES = [
  ["<?", "?>"],
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
].map((pair) => pair.map((text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))));

function isMarked(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function isAt(bytes: Uint8Array, at: number, text: Uint8Array | undefined): boolean {
  return text !== undefined && text.every((byte, index) => bytes[at + index] === byte);
}

function indexAfter(bytes: Uint8Array, text: Uint8Array, from: number): number {
  const [first = 0] = text;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (isAt(bytes, at, text)) return at + text.length;
  }
  return -1;
}

/** Where the tag ends, which may hold ">" between quotes but no other tag; -1 where it does not. */
function endOfTag(bytes: Uint8Array, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === LESS) return -1;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === GREATER) return at;
  }
  return -1;
}

/** Whether two tags have one name, which is of letters, digits, low lines and colons in every spreadsheet. */
function sameName(bytes: Uint8Array, first: number, second: number): boolean {
  let length = 0;
  while (isNameSign(bytes[first + length])) {
    if (bytes[first + length] !== bytes[second + length]) return false;
    length += 1;
  }
  return length > 0 && !isNameSign(bytes[second + length]);
}

function isNameSign(byte: number | undefined): boolean {
  return byte !== undefined && byte > 32 && byte !== GREATER && byte !== SLASH;
}
