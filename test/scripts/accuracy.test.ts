import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

interface Figure {
  zone: string;
  quantity: string;
  count: number;
  p99: number;
  target: number;
  failures?: number;
}

/** What the script measures, and the page it makes of it: a program of its own, as `node scripts/accuracy.mjs` is. */
function measured(): { figures: Figure[]; page: string } {
  const script =
    'const { accuracyFigures, accuracyReference } = await import("./scripts/accuracy.mjs");' +
    'process.stdout.write(JSON.stringify({ figures: await accuracyFigures("test/data/option-grid.csv"), page: await accuracyReference() }));'; // prettier-ignore
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" }),
  ) as { figures: Figure[]; page: string };
}

const { figures, page } = measured();

test.each(figures)("zone $zone, $quantity: 99 of 100 options are within $target", (figure) => {
  expect(figure.count).toBeGreaterThan(70);
  expect(figure.p99).toBeLessThan(figure.target);
});

test("no out-of-the-money price of any zone is without its volatility", () => {
  const implied = figures.filter(({ quantity }) => quantity === "implied volatility");
  expect(implied.map(({ failures }) => failures)).toEqual([0, 0, 0, 0]);
});

test("price, eight derivatives and implied volatility are measured in four zones", () => {
  expect(figures).toHaveLength(4 * 10);
});

test("the committed page states what is measured", () => {
  expect(readFileSync("docs/accuracy.md", "utf8").replaceAll("\r\n", "\n")).toBe(page);
});
