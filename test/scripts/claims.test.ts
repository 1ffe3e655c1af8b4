import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { goldenTable } from "../data/readTable";

const page = readFileSync("docs/claims.md", "utf8").replaceAll("\r\n", "\n");

/** The cells of the first table row of the page that starts with a text. */
function cellsOf(start: string): string[] {
  const line = page.split("\n").find((row) => row.startsWith(`| ${start} |`));
  if (line === undefined) throw new Error(`docs/claims.md has no row ${start}`);
  return line.split("|").slice(2, -1).map((text) => text.trim()); // prettier-ignore
}

const percent = (value: number): string => `${value.toFixed(2)}%`;
const dollars = (value: number): string => Math.round(value).toLocaleString("en-US");

/** Net gain of a preset in all years, by cost-audit.py, as a cost a year: 5,599 days. */
function costPerYear(preset: string): number {
  const years = goldenTable("cost-audit.csv").filter((row) => row["preset"] === preset);
  return (-years.reduce((sum, row) => sum + Number(row["net"]), 0) * 365) / 5599;
}

const daily = new Map(goldenTable("daily-audit.csv").map(({ figure, value }) => [figure, Number(value)]));
const dailyFigure = (name: string): number => daily.get(name) ?? NaN;

test("the committed claims are what the functions give", () => {
  const script = 'const { claimsReference } = await import("./scripts/claims.mjs"); process.stdout.write(await claimsReference());'; // prettier-ignore
  const now = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  expect(now).toBe(page);
});

// Expected: test/data/cost-audit.py and daily-audit.py, written apart from the code; NAV 100,000 dollars.
test("C10 C11 the cost of 442 and VXTH, and the base for which the band would hold, are those of a second calculation", () => {
  expect(cellsOf("442")[0]).toBe(percent(costPerYear("442") / 1000));
  expect(cellsOf("VXTH")[0]).toBe(percent(costPerYear("VXTH") / 1000));
  const verdict = cellsOf("C10, C11")[1];
  const range = [0.021, 0.012].map((share) => `${dollars(costPerYear("442") / share)} $`).join(" to ");
  expect(verdict).toContain(`holds only if ten condors stand on a base of ${range}`);
  const byDay = (-dailyFigure("hedge net") * 365) / dailyFigure("days") / 1000;
  expect(page).toContain(`from 2015-10-08 | ${percent(byDay)} |`);
});

test("E14 the rolls told are those of a second calculation", () => {
  expect(cellsOf("E14")[1]).toContain(
    `${dailyFigure("adaptive rolls")} against ${dailyFigure("fixed rolls")}`,
  );
});

// The quotes of 4 February 2022: 13.95 at the middle, 12.90 to sell at once.
test("C19 four legs cost what their quotes lie apart", () => {
  expect(cellsOf("from middle to natural price of four legs, $ (a condor at the quotes)")).toEqual(["105"]);
});

// Expected: test/data/condor-case.py.
test("B25 theta of the condor with wider wings is that of a second calculation", () => {
  const golden = new Map(goldenTable("condor-case.csv").map((row) => [row["figure"], Number(row["value"])]));
  expect(cellsOf("of one condor").slice(0, 2)).toEqual(
    [golden.get("theta at 50")!, golden.get("theta at 70")!].map((theta) => theta.toFixed(2)),
  );
});

// Three quarters of every leg have three quarters of the theta.
test("B11 a cut of a quarter leaves three quarters of a negative theta", () => {
  const [before, after] = [cellsOf("As it is")[0], cellsOf("B11 alone")[0]].map(Number);
  expect(before).toBeLessThan(0);
  expect(after).toBeCloseTo(0.75 * before!, 1);
  expect(cellsOf("B11")[1]).toMatch(/^does not hold/);
});

test.each(["C10, C11", "C12", "D17", "B18", "B25", "E14", "C19", "B11", "F05", "D21", "F06"])(
  "%s has one of the four verdicts",
  (rules) => {
    expect(cellsOf(rules)[1]).toMatch(/^(holds|does not hold|not decided)/);
  },
);
