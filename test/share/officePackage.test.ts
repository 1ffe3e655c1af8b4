import { strToU8, zipSync } from "fflate";
import { OfficePackage } from "../../src/share/officePackage";
import { testWorkbook } from "./testWorkbook";
import { tradersWorkbook } from "./tradersWorkbook";

const plain = { sheets: [{ name: "One", cells: [{ at: "A1", value: 1 }] }] };

describe("a file that is not opened says why", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["nothing", new Uint8Array(), /is empty/],
    ["a text", strToU8("Date,SPX\n"), /no \.xlsx workbook/],
    [
      "an encrypted or old file (OLE)",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      /encrypted or an old \.xls/,
    ],
    ["half a file", tradersWorkbook().slice(0, 3000), /damaged/],
    ["another zip", zipSync({ "a.txt": strToU8("a") }), /no \.xlsx workbook/],
    ["macros", testWorkbook({ ...plain, parts: { "xl/vbaProject.bin": "x" } }), /carries macros/],
    [
      "macros of Excel 4",
      testWorkbook({ ...plain, parts: { "xl/macrosheets/sheet1.xml": "<x/>" } }),
      /carries macros/,
    ],
    [
      "macros by its type",
      testWorkbook({
        ...plain,
        types: [["xl/x.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"]],
      }),
      /carries macros/,
    ],
    ["an .xlsb", testWorkbook({ ...plain, parts: { "xl/workbook.bin": "x" } }), /\.xlsb/],
    [
      "places outside itself",
      testWorkbook({ ...plain, parts: { "xl/../../evil.xml": "<x/>" } }),
      /outside itself/,
    ],
    [
      "entities of its own",
      testWorkbook({ ...plain, parts: { "xl/x.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x/>' } }),
      /XML entities/,
    ],
    ["a bomb", zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(60_000_000) }), /unpacks to more/],
    ["a great many parts", manyParts(), /unpacks to more/],
    ["a part that lies about its size", lying(), /damaged|no \.xlsx/],
  ])("%s", (_, bytes, sentence) => {
    expect(() => OfficePackage.open(bytes)).toThrow(sentence);
    expect(() => OfficePackage.open(bytes)).toThrow(expect.objectContaining({ name: "FileRefusal" }));
  });
});

test("a plain workbook opens, and comes out as it was", () => {
  const file = OfficePackage.open(tradersWorkbook());
  const again = OfficePackage.open(file.bytes());
  expect(again.paths.sort()).toEqual(file.paths.sort());
  for (const path of file.paths) expect(again.text(path)).toBe(file.text(path));
});

function manyParts(): Uint8Array {
  return zipSync(
    Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`xl/${index}.xml`, strToU8("<x/>")])),
    { level: 0 },
  );
}

/** The directory at the end of the zip says 10 bytes for 5 million. */
function lying(): Uint8Array {
  const bytes = zipSync({ "xl/workbook.xml": new Uint8Array(5_000_000).fill(65) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 4 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return bytes;
}
