import { quoteTableToChain, type QuoteTableChain } from "../../../alvh/quoteTableToChain";
import { InputError } from "../../../core/errors";
import { strings } from "../../strings/book";

/** A whole SPX chain with every strike and expiration is about 6 MB. */
const MOST_BYTES = 20_000_000;

const CHUNK = 262_144;

/** What a browser tells of a chosen or dropped file. */
export type QuoteFile = Pick<File, "name" | "size" | "slice">;

export interface Reading {
  /** Called with the share that is read, 0 to 1. */
  onProgress?(share: number): void;
  readonly signal?: AbortSignal;
}

/**
 * Reads a Cboe quote table from a file of this computer. It goes nowhere else. What is no such table is refused with
 * what it seems to be; a cancelled reading throws the signal's reason.
 */
export async function readQuoteFile(
  file: QuoteFile,
  { onProgress, signal }: Reading = {},
): Promise<QuoteTableChain> {
  refuseBySize(file);
  const decoder = new TextDecoder("utf-8");
  let text = "";
  for (let start = 0; start < file.size; start += CHUNK) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await file.slice(start, start + CHUNK).arrayBuffer());
    if (start === 0) refuseByFirstBytes(file.name, bytes);
    text += decoder.decode(bytes, { stream: true });
    onProgress?.(Math.min((start + CHUNK) / file.size, 1));
  }
  text += decoder.decode();
  // Taking the text apart holds the page for up to a second: the full bar is drawn first, and Cancel still heard.
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
  return quoteTableToChain(text);
}

function refuseBySize({ name, size }: QuoteFile): void {
  if (size === 0) throw new InputError("file", strings.file.refused.empty(name));
  if (size > MOST_BYTES) {
    throw new InputError(
      "file",
      strings.file.refused.tooLarge(name, Math.round(size / 1e6), MOST_BYTES / 1e6),
    );
  }
}

function refuseByFirstBytes(name: string, bytes: Uint8Array): void {
  const { refused } = strings.file;
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) throw new InputError("file", refused.workbook(name));
  if (bytes.includes(0)) throw new InputError("file", refused.notText(name));
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  if (start.startsWith("<")) throw new InputError("file", refused.webPage(name));
}
