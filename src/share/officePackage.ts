import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { FileRefusal } from "./fileRefusal";
import { xmlFault, type XmlFault } from "./xmlFault";

/** Bytes of a file that is worth opening; a workbook of 50,000 ALVH cells has about 2 million. */
const MAXIMUM_FILE_BYTES = 100_000_000;

/** Bytes of all parts unpacked: what the memory of a web view bears. */
const MAXIMUM_UNPACKED_BYTES = 400_000_000;

const MAXIMUM_PARTS = 10_000;

/** Beyond this many bytes unpacked for one packed, above a size that hurts nobody, a file is a bomb. */
const MAXIMUM_RATIO = 400;
const RATIO_COUNTS_FROM = 50_000_000;

/** The parts of an .xlsx file. A part that nobody writes keeps its bytes. */
export class OfficePackage {
  private readonly texts = new Map<string, string>();

  private constructor(private readonly parts: Map<string, Uint8Array>) {}

  /** Unpacks a file after checking that it is a plain .xlsx of a size that can be handled. */
  static open(bytes: Uint8Array): OfficePackage {
    refuseOtherKinds(bytes);
    const parts = new Map(Object.entries(unpacked(bytes)));
    refuseUnsafe(parts);
    return new OfficePackage(parts);
  }

  /** The paths of all parts. */
  get paths(): string[] {
    return [...new Set([...this.parts.keys(), ...this.texts.keys()])];
  }

  has(path: string): boolean {
    return this.texts.has(path) || this.parts.has(path);
  }

  /** The text of a part; a part that is missing makes the file unreadable. */
  text(path: string): string {
    const found = this.find(path);
    if (found === undefined) {
      throw new FileRefusal(
        `The file is damaged (its part ${path} is missing): open it in Excel, save it anew, then try again.`,
      );
    }
    return found;
  }

  find(path: string): string | undefined {
    const known = this.texts.get(path);
    if (known !== undefined) return known;
    const bytes = this.parts.get(path);
    return bytes === undefined ? undefined : withoutMark(strFromU8(bytes));
  }

  write(path: string, text: string): void {
    this.texts.set(path, text);
  }

  remove(path: string): void {
    this.texts.delete(path);
    this.parts.delete(path);
  }

  /** The file. The same parts give the same bytes: no moment of the clock is in it. `level` is that of the packing. */
  bytes(level: 0 | typeof LEVEL = LEVEL): Uint8Array {
    const files: Record<string, Uint8Array> = {};
    for (const path of this.paths) {
      const text = this.texts.get(path);
      const part = text === undefined ? this.parts.get(path) : strToU8(text);
      if (part !== undefined) files[path] = part;
    }
    return zipSync(files, { level, mtime: EPOCH });
  }
}

/** Of compression: sheets repeat themselves so much that level 6 takes two thirds longer and saves 3%. */
const LEVEL = 2;

/** The first moment that a zip file can name. */
const EPOCH = "1980-01-01T00:00:00";

/** Also before a file is read at all. */
export function refuseLargeFile(size: number): void {
  if (size <= MAXIMUM_FILE_BYTES) return;
  throw new FileRefusal(
    `The file has ${megabytes(size)} MB, and at most ${megabytes(MAXIMUM_FILE_BYTES)} can be handled: share a smaller part of the workbook.`,
  );
}

function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FileRefusal("The file is empty: choose an .xlsx workbook.");
  refuseLargeFile(bytes.length);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new FileRefusal(
      "The file is encrypted or an old .xls: open it in Excel, take the password off, save it as .xlsx, then try again.",
    );
  }
  if (!startsWith(bytes, [0x50, 0x4b])) {
    throw new FileRefusal("The file is no .xlsx workbook: choose one that Excel saved as .xlsx.");
  }
}

/** Sizes are asked before anything is unpacked, and a part that is bigger than it says makes the unpacking fail. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let parts = 0;
  let total = 0;
  const seen = new Set<string>();
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        parts += 1;
        total += originalSize;
        if (parts > MAXIMUM_PARTS || total > MAXIMUM_UNPACKED_BYTES) throw tooBig();
        if (total > RATIO_COUNTS_FROM && total > MAXIMUM_RATIO * bytes.length) throw tooBig();
        if (seen.has(name)) throw new FileRefusal(`The file is damaged: it holds ${name} twice.`);
        if (/^[/\\]|(^|[/\\])\.\.([/\\]|$)/.test(name)) {
          throw new FileRefusal("The file names places outside itself and was not opened.");
        }
        seen.add(name);
        return !name.endsWith("/");
      },
    });
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal(
      "The file is damaged and cannot be unpacked: open it in Excel, save it anew, then try again.",
    );
  }
}

function tooBig(): FileRefusal {
  return new FileRefusal(
    `The file unpacks to more than can be handled safely (${megabytes(MAXIMUM_UNPACKED_BYTES)} MB), so it was not opened.`,
  );
}

function refuseUnsafe(parts: Map<string, Uint8Array>): void {
  const paths = [...parts.keys()];
  const types = parts.get(CONTENT_TYPES);
  const hasMacros =
    paths.some((path) => /(^|\/)vbaProject\.bin$|^xl\/macrosheets\//i.test(path)) ||
    (types !== undefined && /macroEnabled|vbaProject|macrosheet/i.test(strFromU8(types)));
  if (hasMacros) {
    throw new FileRefusal(
      "The file carries macros and was not opened: save it as .xlsx without them (File, Save As), then try again.",
    );
  }
  if (paths.includes("EncryptedPackage")) {
    throw new FileRefusal("The file is encrypted: take the password off in Excel, then try again.");
  }
  if (paths.includes("xl/workbook.bin")) {
    throw new FileRefusal("The file is an .xlsb workbook: save it as .xlsx, then try again.");
  }
  if (types === undefined || !paths.includes("xl/workbook.xml")) {
    throw new FileRefusal("The file is no .xlsx workbook: choose one that Excel saved as .xlsx.");
  }
  for (const [path, bytes] of parts) {
    // Nobody here reads what other programs keep in a workbook.
    if (!/\.(xml|rels|vml)$/i.test(path) || path.startsWith("customXml/")) continue;
    const fault = xmlFault(bytes);
    // Excel itself writes drawings of the old kind with HTML in them, which does not close.
    if (fault === undefined || (fault === "tags" && /\.vml$/i.test(path))) continue;
    throw new FileRefusal(FAULTS[fault](path));
  }
}

const FAULTS: Readonly<Record<XmlFault, (path: string) => string>> = {
  entities: () => "The file declares its own XML entities and was not opened.",
  encoding: (path) =>
    `The file is not written in UTF-8 (its part ${path}): open it in Excel, save it anew, then try again.`,
  tags: (path) =>
    `The file is damaged (the tags of its part ${path} do not fit together): open it in Excel, save it anew, then try again.`,
};

export const CONTENT_TYPES = "[Content_Types].xml";

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
