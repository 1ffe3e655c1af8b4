import { readFileSync } from "node:fs";
import { literal } from "../../scripts/evaluateFormula.mjs";
import { starterWorkbook } from "../../src/workbook/starterWorkbook";
import { builtFormulas } from "./support/builtFormulas";

/** docs/tutorial.md, formula by formula: what the text says is what the functions give on the starter workbook. */
const page = readFileSync("docs/tutorial.md", "utf8").replaceAll("\r\n", "\n");
const { valueOf } = builtFormulas(starterWorkbook);

/** Each formula with what follows it: a table, or the value in bold at the start of the next paragraph. */
const steps = [...page.matchAll(/```excel\n(.*)\n```\n\n((?:\|.*\n)+|\*\*.*?\*\*)/g)].map(
  ([, formula = "", said = ""]) => ({ formula, said }),
);

test("no formula of the tutorial is left without its result", () => {
  expect(steps.map(({ formula }) => formula)).toEqual(
    [...page.matchAll(/^=ALVH.*$/gm)].map(([formula]) => formula),
  );
  expect(steps.length).toBeGreaterThan(8);
});

test.each(steps.filter(({ said }) => said.startsWith("**")))("$formula gives $said", ({ formula, said }) => {
  const text = said.replaceAll("*", "");
  // One value comes alone, or as a range of one cell.
  const [value] = [valueOf(formula)].flat(2);
  expect(toDigitsOf(text, value)).toBe(text);
});

test.each(steps.filter(({ said }) => said.startsWith("|")))(
  "$formula gives its table",
  ({ formula, said }) => {
    const [titles, ...rows] = said.trim().split("\n").filter((line) => !line.startsWith("| --")).map(cellsOf); // prettier-ignore
    const [header, ...results] = valueOf(formula) as unknown[][];
    // The tables leave columns and rows out; the first column says which row is meant.
    const columns = titles!.slice(1).map((title) => header!.findIndex((name) => String(name) === title));
    expect(columns).not.toContain(-1);
    const found = rows.map(([name = "", ...cells]) => {
      const result = results.find(([first]) => String(first) === name);
      return [name, ...cells.map((text, index) => toDigitsOf(text, result?.[columns[index] ?? -1]))];
    });
    expect(found).toEqual(rows);
  },
);

test("figures told in passing are those of the functions", () => {
  const [, condors = "", calls = ""] = /The condors earn ([\d.]+), their ten VIX calls pay ([\d.]+) of it/.exec(page) ?? []; // prettier-ignore
  const theta = new Map((valueOf('=ALVH.NETTHETA(Book, Market, "layer")') as [string, number][]).slice(1));
  expect(condors).toBe(theta.get("IC")?.toFixed(2));
  expect(calls).toBe((theta.get("IC")! - theta.get("Total")!).toFixed(2));
  const [, following = ""] = /with VIX following SPX, which brings ([\d,]+) dollars/.exec(page) ?? [];
  const [pnl] = [valueOf("=ALVH.PNL(Book, Market, -0.05)")]
    .flat(2)
    .filter((value) => typeof value === "number");
  expect(following).toBe(Math.round(pnl as number).toLocaleString("en-US"));
  const [, timeValue = ""] = /buy back ([\d,]+) dollars of time value/.exec(page) ?? [];
  const costs = new Map(
    (valueOf("=ALVH.ROLLCOST(Book, Market, ALVH.CONDOR.BOOK(Market, 70, 10))") as [string, number][]).map(
      ([name, value]) => [name, value],
    ),
  );
  expect(timeValue).toBe(Math.round(costs.get("E16 extrinsic given up")!).toLocaleString("en-US"));
  // "a seventh": of the VIX01 that the condors are short.
  const vix01 = new Map((valueOf('=ALVH.NETVIX(Book, Market, "layer")') as [string, number][]).slice(1));
  const [plan] = [valueOf('=ALVH.NETVIX(ALVH.LAYER(10, "442", Market), Market)')].flat(2) as number[];
  expect(page).toContain("The plan covers a seventh");
  expect(Math.round(-vix01.get("IC")! / plan!)).toBe(7);
});

function cellsOf(line: string): string[] {
  return line.split("|").slice(1, -1).map((text) => text.trim()); // prettier-ignore
}

/** A value with the digits and separators that a text has, so that the two can be compared as written. */
function toDigitsOf(text: string, value: unknown): string {
  if (typeof value !== "number") return String(value);
  if (typeof literalOf(text) !== "number") return String(value);
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  // Adding 0 turns -0 into 0.
  const rounded = Number(value.toFixed(decimals)) + 0;
  return rounded.toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: text.includes(","),
  });
}

function literalOf(text: string): unknown {
  try {
    return literal(text.replaceAll(",", ""));
  } catch {
    return text;
  }
}
