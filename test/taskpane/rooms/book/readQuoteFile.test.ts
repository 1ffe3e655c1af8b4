import { existsSync, readFileSync } from "node:fs";
import { readQuoteFile, type QuoteFile } from "../../../../src/taskpane/rooms/book/readQuoteFile";

/** A file as a browser gives it. */
function fileOf(name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]): QuoteFile {
  return new File(parts, name);
}

// Two lines of Cboe's own form.
const HEADER = "Expiration Date,Calls,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest,Strike,Puts,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest"; // prettier-ignore
const LINE = "Fri Mar 18 2022,SPXW220318C04725000,0,0,21.3,21.8,0,0.2,0.16,0,31,4725.00,SPXW220318P04725000,0,0,249,252,0,0.2,-0.84,0,32"; // prettier-ignore

test("a quote table is read, and the progress told up to the whole", async () => {
  const shares: number[] = [];
  const file = fileOf("quotes.csv", `S&P 500,Last: 4500.53\n\n${HEADER}\n${LINE}\n`);
  const chain = await readQuoteFile(file, { onProgress: (share) => shares.push(share) });
  expect(chain.spot).toBe(4500.53);
  expect(chain.table[1]?.slice(0, 5)).toEqual(["2022-03-18", "SPXW", 4725, 21.3, 21.8]);
  expect(shares).toEqual([1]);
});

test("a large file is read in pieces, a letter of several bytes across two of them included", async () => {
  // A piece ends at 262,144 bytes: the first byte of é is the last of the first piece.
  const title = `${"x".repeat(262_143)}é`;
  const shares: number[] = [];
  const file = fileOf("quotes.csv", `${title},Last: 1\n${HEADER}\n${LINE}\n`);
  const chain = await readQuoteFile(file, { onProgress: (share) => shares.push(share) });
  expect(chain.title.endsWith("é")).toBe(true);
  expect(shares).toHaveLength(2);
  expect(shares[0]).toBeCloseTo(262_144 / file.size, 9);
});

test.each([
  ["an empty file", fileOf("a.csv", ""), "a.csv is empty."],
  [
    "a workbook",
    fileOf("a.xlsx", new Uint8Array([0x50, 0x4b, 3, 4])),
    "a.xlsx is a workbook or a zip file: choose the CSV file that Cboe’s page downloads.",
  ],
  ["a picture", fileOf("a.png", new Uint8Array([0x89, 0x50, 0, 1])), "a.png is not text"],
  [
    "a saved page",
    fileOf("a.csv", "\n <!doctype html><html>"),
    "a.csv is a web page: use Download CSV on it.",
  ],
  ["another table", fileOf("a.csv", "Date,Close\n2022-02-04,4500\n"), "it is not a Cboe quote table"],
])("%s is refused", async (_what, file, message) => {
  await expect(readQuoteFile(file)).rejects.toThrow(message);
});

test("a huge file is refused before a byte of it is read", async () => {
  const slice = () => {
    throw new Error("read");
  };
  await expect(readQuoteFile({ name: "all.csv", size: 31e6, slice })).rejects.toThrow(
    "all.csv is too large (31 MB, at most 20 MB): choose fewer expirations or strikes on Cboe’s page.",
  );
});

test("a cancelled reading stops", async () => {
  const cancelled = new AbortController();
  const file = fileOf("quotes.csv", `${"x".repeat(600_000)}\n`);
  const reading = readQuoteFile(file, {
    onProgress: () => {
      cancelled.abort();
    },
    signal: cancelled.signal,
  });
  await expect(reading).rejects.toThrow("aborted");
});

const SAMPLE = "../shared/data/source/quotedata_raw_sample_2022-02-04.csv";
const orSkip = existsSync(SAMPLE) ? test : test.skip;

orSkip("Cboe's own file of 4 February 2022 is read whole (skipped where the file is absent)", async () => {
  const text = readFileSync(SAMPLE, "utf8");
  const chain = await readQuoteFile(fileOf("quotedata.csv", text));
  // Its lines after the banner and the header, of 2022-02-05 20:09 New York: quotes of Friday's close.
  expect(chain.table).toHaveLength(text.trim().split("\n").length - 3 + 1);
  expect(chain.spot).toBeCloseTo(4500.5298, 6);
});
