import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Spreadsheet programs that open our files in tests. */
export type Program = "soffice" | "ssconvert";

export function hasProgram(program: Program): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** What a program shows in each sheet of a file, as rows of texts by the sheet's place from 0; formatted as on screen. */
export function shownBy(program: Program, file: Uint8Array, sheets: number): string[][][] {
  const folder = mkdtempSync(join(tmpdir(), "alvh-office-"));
  try {
    const input = join(folder, "copy.xlsx");
    writeFileSync(input, file);
    if (program === "ssconvert") {
      execFileSync("ssconvert", ["-S", input, join(folder, "out-%n.csv")], { stdio: "ignore" });
      return Array.from({ length: sheets }, (_, index) =>
        csvRows(readFileSync(join(folder, `out-${index}.csv`), "utf8")),
      );
    }
    // The last token writes every sheet to a file of its own, named after it.
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        filter,
        "--outdir",
        folder,
        input,
      ],
      { stdio: "ignore", timeout: 120_000 },
    );
    const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    const order = sheetOrder(files);
    return order.map((name) => csvRows(readFileSync(join(folder, name), "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** LibreOffice names the files copy-<sheet>.csv, so that they come in the order of the names of the sheets. */
function sheetOrder(files: string[]): string[] {
  return [...files].sort();
}

function csvRows(text: string): string[][] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) =>
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
      ),
    );
}
