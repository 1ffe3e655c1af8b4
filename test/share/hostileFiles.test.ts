import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import fc from "fast-check";
import { quoteTableToChain } from "../../src/alvh/quoteTableToChain";
import { carriedThings, CARRIED_KINDS } from "../../src/share/carriedThings";
import { repairFile } from "../../src/share/repairFile";
import { readScenario } from "../../src/share/scenarioFile";
import { shareCopy } from "../../src/share/shareCopy";
import { thawFile } from "../../src/share/thawFile";
import { readWorkbookFile } from "../../src/share/workbookFile";
import { readQuoteFile } from "../../src/taskpane/rooms/book/readQuoteFile";
import { testWorkbook } from "./testWorkbook";
import { tradersWorkbook } from "./tradersWorkbook";

/**
 * Files that somebody else has made or a disk has spoilt. Every way in ends in a result or in one sentence of ours. The
 * bounds in time and memory are those of the test runner: without the checks these files would run for hours.
 */
const SEED = Number(process.env["FUZZ_SEED"] ?? 20221104);
const RUNS = Number(process.env["FUZZ_FILES"] ?? 12);

const SCENARIO = {
  schema: "alvh-scenario",
  version: 1,
  addIn: "0.1.0",
  market: [
    ["AsOf", 44596.677083333336],
    ["SPX", 4500.53],
    ["VIX", 23.22],
  ],
  shocks: { spotShock: -0.05, vixShock: 10, days: 5, curveModel: "TWOFACTOR" },
  preset: "442",
  settings: {},
};

const SIDE = "Bid,Ask,Last Sale,IV,Delta,Gamma,Volume,Open Interest";
const HEADER = `Expiration Date,Calls,${SIDE},Strike,Puts,${SIDE}`;
const ROW = `Fri Mar 18 2022,SPX220318C04500000,${"1,".repeat(8)}4500,SPX220318P04500000,${Array(8).fill("1").join(",")}`;

/** What is put in place of an attribute's value or before a tag. */
const PIECES = [
  ...[
    "",
    "0",
    "-1",
    "1e999",
    "NaN",
    "__proto__",
    "constructor",
    "toString",
    "A1:XFD1048576",
    "XFD1048576",
    "A0",
  ],
  ...[
    "../../x",
    "/",
    "%zz",
    "&#x110000;",
    "&#xD800;",
    "&amp;",
    "shared",
    "array",
    "s",
    "str",
    "e",
    "External",
  ],
  ...[
    "<c/>",
    "<si/>",
    "<c r='A1'><f/></c>",
    "<row r='1048576'/>",
    "<v/>",
    "<!-- x -->",
    "<![CDATA[x]]>",
    "<",
  ],
];

/** Every use of a workbook's bytes; what it threw, where that was no sentence for the user. */
async function readEveryWay(bytes: Uint8Array): Promise<string[]> {
  const sentences: string[] = [];
  for (const use of [
    () => readWorkbookFile(bytes),
    () => shareCopy(bytes, { native: true, let: true, leaveOut: CARRIED_KINDS }),
    () => thawFile(bytes),
    () => repairFile(bytes),
    () => carriedThings(bytes),
  ]) {
    try {
      await use();
    } catch (error) {
      sentences.push(sentenceOf(error));
    }
  }
  return sentences;
}

/** The sentence of a refusal; any other error fails the test. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error) || !["FileRefusal", "InputError"].includes(error.name)) throw error;
  expect(error.message).toMatch(/\S.*/);
  expect(error.message.length).toBeLessThan(400);
  return error.message;
}

const cell = (xml: string) => testWorkbook({ sheets: [{ name: "One", cells: [{ at: "A1", xml }] }] });
const part = (path: string, text: string) =>
  testWorkbook({ sheets: [{ name: "One", cells: [{ at: "A1", value: 1 }] }], parts: { [path]: text } });

describe("a workbook made to harm is refused, and says why", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["a million laughs", part("xl/styles.xml", laughs()), /XML entities/],
    [
      "an external entity behind a long comment",
      part("xl/styles.xml", `<!--${" ".repeat(9000)}--><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>`),
      /XML entities/,
    ],
    ["UTF-16, big end first", part("xl/styles.xml", "\u00fe\u00ff\u0000<"), /not written in UTF-8|damaged/],
    ["elements that never close", cell("<c><v>".repeat(200_000)), /tags of its part/],
    ["elements of depth", cell(`${"<c>".repeat(300)}${"</c>".repeat(300)}`), /tags of its part/],
    ["tags that never end", part("xl/styles.xml", "<a ".repeat(200_000)), /tags of its part/],
    ["tags in a comment", part("xl/styles.xml", "<x><!-- <si><si> --></x>"), /tags of its part/],
    ["a row before the first", cell('<c r="A0"><v>1</v></c>'), /cell "A0" lies outside the sheet/],
    ["a column behind the last", cell('<c r="XFE1"><v>1</v></c>'), /cell "XFE1" lies outside the sheet/],
    ["a row that is no number", cell('</row><row r="-5"><c><v>1</v></c>'), /row "-5" lies outside/],
    ["an encrypted part", withFlag(tradersWorkbook(), 1), /./],
  ])("%s", async (_, bytes, sentence) => {
    for (const found of await readEveryWay(bytes)) expect(found).toMatch(/./);
    await expect(readWorkbookFile(bytes)).rejects.toThrow(sentence);
  });

  test("a cell in the last corner is too far for the browser workbook, and no hindrance to a copy", async () => {
    const bytes = cell('<c r="XFD1048576"><f>_xldudf_ALVH_NETTHETA(A:XFD,A1:XFD1048576)</f><v>1</v></c>');
    await expect(readWorkbookFile(bytes)).rejects.toThrow(
      "The sheet One reaches down to XFD1048576, too far for the browser workbook (20000000 cells)",
    );
    expect((await shareCopy(bytes)).frozen).toBe(1);
  });

  test("a hundred sheets that are each a little too wide are too large together", async () => {
    const sheets = Array.from({ length: 100 }, (_, index) => ({
      name: `S${index}`,
      cells: [{ at: "XFD900", value: 1 }],
    }));
    await expect(readWorkbookFile(testWorkbook({ sheets }))).rejects.toThrow(
      /The sheet S1 reaches down to XFD900/,
    );
  });

  test("more widths than columns", async () => {
    const before = `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(9)}</cols>`;
    const bytes = testWorkbook({ sheets: [{ name: "One", before, cells: [{ at: "A1", value: 1 }] }] });
    await expect(readWorkbookFile(bytes)).rejects.toThrow("gives widths to more than 16384 columns");
  });
});

describe("what looks like harm and is none", () => {
  test("elements that hold nothing, a hundred thousand times, take no longer than others", async () => {
    const many = (xml: string) => xml.repeat(100_000);
    const bytes = testWorkbook({
      sheets: [
        {
          name: "One",
          after: many("<conditionalFormatting/>") + many("<dataValidations/>"),
          cells: [
            {
              at: "A1",
              xml: `<c r="A1" t="inlineStr"><is>${many("<t />")}${many("<rPh/>")}<t>x</t></is></c>`,
            },
          ],
        },
      ],
      names: many("<definedName/>"),
      workbookXml: many("<definedNames/>") + many("<externalReferences/>"),
      parts: { "xl/sharedStrings.xml": `<sst>${many("<si />")}</sst>` },
      relationships: [["sharedStrings", "sharedStrings.xml", "rIdTexts"]],
    });
    const { sheets } = await readWorkbookFile(bytes);
    expect(sheets[0]?.cells).toEqual([{ row: 0, column: 0, value: "x" }]);
    await shareCopy(bytes, { leaveOut: CARRIED_KINDS });
  });

  test("names of prototypes are names, texts out of range are blank, and links of any kind stay texts", async () => {
    const bytes = testWorkbook({
      sheets: [
        {
          name: "__proto__",
          cells: [
            { at: "A1", xml: '<c r="A1" t="s"><v>-1</v></c><c r="B1" t="s"><v>99</v></c>' },
            { at: "A2", xml: '<c r="A2" __proto__="1" constructor="2"><v>7</v></c>' },
            { at: "A3", value: "javascript:alert(1)" },
            { at: "A4", formula: "cmd|' /C calc'!A0", value: 0 },
          ],
        },
        { name: "constructor", cells: [{ at: "A1", value: 8 }] },
      ],
      names: '<definedName name="__proto__">constructor!$A$1</definedName>',
    });
    const { sheets, names } = await readWorkbookFile(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(sheets[0]?.cells.find(({ row, column }) => row === 1 && column === 0)?.value).toBe(7);
    expect(sheets[0]?.cells.find(({ row }) => row === 2)?.value).toBe("javascript:alert(1)");
    expect(names).toEqual([{ name: "__proto__", refersTo: "constructor!$A$1" }]);
    expect(({} as Record<string, unknown>)["refersTo"]).toBeUndefined();
    expect(await readEveryWay(bytes)).toEqual([expect.stringMatching(/no share copy/)]);
  });

  test("a copy whose list of formulas names a range of all cells is thawed at once", async () => {
    const { bytes } = await shareCopy(tradersWorkbook());
    const parts = unzipSync(bytes);
    for (const [path, content] of Object.entries(parts)) {
      if (!path.startsWith("xl/worksheets/sheet")) continue;
      const text = strFromU8(content);
      parts[path] = strToU8(text.replace(/<t([^>]*)>[A-Z]+\d+:[A-Z]+\d+<\/t>/g, "<t$1>A1:XFD1048576</t>"));
    }
    expect(thawFile(zipSync(parts)).changed.length).toBeGreaterThan(0);
  });
});

describe("spoilt files end in a result or a sentence", () => {
  const original = tradersWorkbook();
  const options = { seed: SEED, numRuns: RUNS };
  const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test("bytes of a workbook changed, cut and put in", async () => {
    const change = fc.record({
      at: position,
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.nat({ max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        let bytes = Array.from(original);
        for (const { at, byte, cut } of changes) {
          const index = Math.floor(at * bytes.length);
          if (cut > 30) bytes = [...bytes.slice(0, index), ...bytes.slice(index + cut)];
          else bytes[index] = byte;
        }
        await readEveryWay(Uint8Array.from(bytes));
      }),
      options,
    );
  });

  test("the XML of a workbook changed before it is packed", async () => {
    const original = unzipSync(tradersWorkbook());
    const refusals: number[] = [];
    const paths = Object.keys(original);
    const piece = fc.constantFrom(...PIECES);
    const change = fc.record({
      path: fc.constantFrom(...paths),
      at: position,
      cut: fc.nat({ max: 60 }),
      piece,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const parts = { ...original };
        for (const { path, at, cut, piece } of changes) {
          const text = strFromU8(parts[path] ?? new Uint8Array());
          // Where an attribute's value begins or a tag does, so that most files stay well-formed and get further in.
          const places = [...text.matchAll(piece.startsWith("<") ? /(?=<)/g : /="/g)];
          const place = places[Math.floor(at * places.length)];
          const index = place === undefined ? 0 : place.index + place[0].length;
          const end = piece.startsWith("<") ? index : text.indexOf('"', index);
          parts[path] = strToU8(
            text.slice(0, index) + piece + text.slice(Math.max(end, index) + (cut > 55 ? cut : 0)),
          );
        }
        refusals.push((await readEveryWay(zipSync(parts, { level: 0 }))).length);
      }),
      { ...options, numRuns: RUNS * 4 },
    );
    // Of the five ways one refuses all of them, since they are no share copies: some get further, some do not.
    expect(refusals.filter((count) => count === 1).length).toBeGreaterThan(RUNS);
    expect(refusals.filter((count) => count === 5).length).toBeGreaterThan(0);
  });

  test("quote tables", async () => {
    const table = ["Date,,", "S&P 500,Last: 4500.53,", HEADER, ROW, ROW].join("\n");
    const piece = fc.constantFrom(
      ...PIECES,
      ",",
      '"',
      "\n",
      "\r",
      "\t",
      "\ufeff",
      "-",
      "e999",
      "=cmd|' /C calc'!A0",
    );
    const change = fc.record({ at: position, cut: fc.nat({ max: 30 }), piece });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
        let text = table;
        for (const { at, cut, piece } of changes) {
          const index = Math.floor(at * text.length);
          text = text.slice(0, index) + piece + text.slice(index + cut);
        }
        try {
          quoteTableToChain(text);
          await readQuoteFile(new File([text], "quotes.csv"));
        } catch (error) {
          sentenceOf(error);
        }
      }),
      { ...options, numRuns: RUNS * 40 },
    );
  });

  test("scenarios of any JSON", () => {
    const keys = ["schema", "version", "addIn", "market", "shocks", "preset", "settings"];
    const value = fc.oneof(
      fc.constantFrom<unknown>("alvh-scenario", 1, "442", "TWOFACTOR", -0.05, null, [], {}, [
        ["SPX", 4500],
        ["VIX", 20],
      ]),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const file = fc.dictionary(fc.constantFrom(...keys, "__proto__", "constructor"), value);
    fc.assert(
      fc.property(file, (content) => {
        for (const base of [{}, SCENARIO]) {
          try {
            readScenario(JSON.stringify({ ...base, ...content }));
          } catch (error) {
            sentenceOf(error);
          }
        }
      }),
      { ...options, numRuns: RUNS * 100 },
    );
  });
});

describe("a scenario made to harm is refused, and says why", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const text = JSON.stringify(SCENARIO);
  test.each<[string, string, RegExp]>([
    ["a prototype as a part", text.replace("{", '{"__proto__":{"schema":"x"},'), /__proto__/],
    ["a prototype as a setting", text.replace('"settings":{', '"settings":{"__proto__":1'), /__proto__/],
    ["a version of great depth", text.replace('"version":1', `"version":${nested(50_000)}`), /version/],
    ["a market of great depth", text.replace('"market":[', `"market":[${nested(50_000)},`), /Row 1/],
    ["a shock of great depth", text.replace("-0.05", nested(50_000)), /spotShock/],
    [
      "a setting of great depth",
      text.replace('"settings":{', `"settings":{"B15.WingExtra":${nested(50_000)}`),
      /WingExtra/,
    ],
    ["NaN", text.replace("-0.05", "NaN"), /not JSON/],
    ["a number beyond all", text.replace("-0.05", "1e999"), /spotShock/],
    ["a part with an endless name", text.replace("{", `{"${"x".repeat(100_000)}":1,`), /not known/],
  ])("%s", (_, content, sentence) => {
    let message = "accepted";
    try {
      readScenario(content);
    } catch (error) {
      message = sentenceOf(error);
    }
    expect(message).toMatch(sentence);
  });
});

function laughs(): string {
  const entities = Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  );
  return `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${entities.join("")}]><x>&l9;</x>`;
}

/** The file with a bit set in what every part's entry of the directory says of it: 1 is encrypted. */
function withFlag(file: Uint8Array, bit: number): Uint8Array {
  const bytes = file.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint16(at + 8, view.getUint16(at + 8, true) | bit, true);
    // What is encrypted is noise to whoever has no password.
    bytes[view.getUint32(at + 42, true) + 60] = 0xff;
  }
  return bytes;
}
