import { strToU8, zipSync } from "fflate";
import { repairFile } from "../src/share/repairFile";
import { shareCopy } from "../src/share/shareCopy";
import { thawFile } from "../src/share/thawFile";

/** A workbook of rows with one option price each, as Excel would store it. */
function workbookOf(rows: number): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const data = Array.from({ length: rows }, (_, index) => {
    const row = index + 1;
    const strike = 3800 + (index % 1500);
    const formula = `_xldudf_ALVH_BSM_PRICE("put",$B$1,A${row},42,0.2,0.003,0.0294)`;
    return `<row r="${row}"><c r="A${row}"><v>${strike}</v></c><c r="C${row}"><f>${formula}</f><v>${strike / 100}</v></c></row>`;
  }).join("");
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="Prices" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

const CELLS = 50_000;
const file = workbookOf(CELLS);
console.log(`${CELLS} ALVH cells, a file of ${megabytes(file.length)} MB`);

let copy = file;
await timed("share copy", async () => (copy = (await shareCopy(file)).bytes));
await timed("native copy", async () => (await shareCopy(file, { native: true })).bytes);
await timed("native copy with LET", async () => (await shareCopy(file, { native: true, let: true })).bytes);
await timed("thaw", () => thawFile(copy).bytes);
await timed("repair", () => repairFile(file).bytes);

async function timed(what: string, work: () => Uint8Array | Promise<Uint8Array>): Promise<void> {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const cpu = process.cpuUsage();
  const bytes = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const grown = Math.max(process.memoryUsage().rss - before, 0);
  console.log(
    `${what.padEnd(22)}${seconds.toFixed(2).padStart(7)} s (${((user + system) / 1e6).toFixed(2)} s of processor), ${megabytes(bytes.length)} MB written, memory grew by ${megabytes(grown)} MB`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
