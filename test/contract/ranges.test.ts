import { readFileSync } from "node:fs";
import { starterWorkbook } from "../../src/workbook/starterWorkbook";
import { builtFormulas } from "./support/builtFormulas";
import { CellError } from "./support/builtFunctions";

/** docs/ranges.md names columns and rows: the functions know each of them. */
const page = readFileSync("docs/ranges.md", "utf8").replaceAll("\r\n", "\n");
const { valueOf } = builtFormulas(starterWorkbook);

/** The names in the first column of the table under a heading. */
function namesUnder(heading: string): string[] {
  const [, section = ""] = page.split(`## ${heading}\n`);
  const rows = section
    .split("\n## ")[0]!
    .split("\n")
    .filter((line) => line.startsWith("| `") || line.startsWith("| a date"));
  return rows.flatMap((row) => [...row.split("|")[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
}

test("every column of a book: given twice, it is known as twice the same", () => {
  const columns = namesUnder("Book");
  expect(columns.length).toBeGreaterThan(14);
  const needed = ["Underlying", "Kind", "Qty"];
  const unknown = columns.filter((column) => {
    const header = [...needed, column, ...(needed.includes(column) ? [] : [column])];
    const cells = (texts: string[]): string => texts.map((text) => `"${text}"`).join(",");
    const book = `{${cells(header)};${cells(header.map(() => "x"))}}`;
    return !sentence(`=ALVH.NETVALUE(${book}, Market)`).includes(`two columns for ${column}`);
  });
  expect(unknown).toEqual([]);
});

test("every row of a market is read, and none as an unknown name", () => {
  const rows = namesUnder("Market");
  expect(rows.length).toBeGreaterThan(16);
  const values: Record<string, string> = { AsOf: '"2022-02-04 16:15"', Today: '"2022-02-04"', SPXVolRule: '"STICKYSTRIKE"', SpotVixBeta: "-1.28", Skew: "-0.3", SPX: "4500" }; // prettier-ignore
  const value = (name: string): string => values[name] ?? (/^(?:Rate|Yield|SPXVol|VIXSkew|RV20)$/.test(name) ? "0.1" : "25"); // prettier-ignore
  const market = `{${rows.map((name) => `"${name}",${value(name)}`).join(";")}}`;
  const checked = valueOf(`=ALVH.CHECK(Book, ${market})`) as unknown[][] | string;
  expect(JSON.stringify(checked)).not.toMatch(/is not a name|could not|out of range/);
  const misspelt = market.replace('"VVIX"', '"VVX"');
  expect(JSON.stringify(valueOf(`=ALVH.CHECK(Book, ${misspelt})`))).toContain(
    "is not a name of a market row",
  );
});

function sentence(formula: string): string {
  try {
    valueOf(formula);
    return "";
  } catch (error) {
    if (error instanceof CellError) return error.message;
    throw error;
  }
}
