import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * docs/accuracy.md: how far the option core is from 60-digit arithmetic, on the options of test/data/option-grid.csv.
 * `node scripts/accuracy.mjs` writes it; with the path of another table (made by test/data/option-grid.py with another
 * seed) the page is printed instead.
 */
const root = join(import.meta.dirname, "..");
const ZONES = {
  spx: "SPX: 3 hours to 2 years, vol 5-80%, within 6 standard deviations",
  vix76: "options on VIX futures (Black-76): 1 to 200 days, vol 30-250%",
  wide: "strike/spot 0.01 to 100, vol 0.1-500%, 5 minutes to 31 years",
  tinyvol: "total volatility v√T from 1e-6 to 0.1, within 8 standard deviations",
};
const DERIVATIVES = ["delta", "gamma", "vega", "theta", "rho", "vanna", "volga", "charm"];

/** The relative error that 99 of 100 options must stay below. */
const TARGETS = {
  price: { spx: 5e-14, vix76: 1e-13, wide: 3e-13, tinyvol: 5e-14 },
  derivatives: { spx: 2e-14, vix76: 1e-12, wide: 1e-12, tinyvol: 2e-14 },
  implied: { spx: 3e-14, vix76: 1e-15, wide: 1e-12, tinyvol: 1e-12 },
};

/**
 * @param {string} table path of a table as option-grid.py makes it
 * @returns {Promise<{ zone: string, quantity: string, count: number, p99: number, max: number, target: number }[]>}
 */
export async function accuracyFigures(table) {
  const { blackScholes, impliedVolatility } = await core();
  const rows = readRows(table);
  return Object.keys(ZONES).flatMap((zone) => {
    const options = rows.filter((row) => row.zone === zone);
    const results = options.map((row) => ({ row, greeks: blackScholes(...argumentsOf(row)) }));
    const figures = ["price", ...DERIVATIVES].map((quantity) => ({
      zone,
      quantity,
      target: (quantity === "price" ? TARGETS.price : TARGETS.derivatives)[zone],
      ...summary(
        results.flatMap(({ row, greeks }) => {
          // Below the smallest normal number a double has fewer digits than the error is asked for.
          const expected = Number(row[quantity]);
          if (expected !== 0 && Math.abs(expected) < 1e-290) return [];
          return Math.abs(greeks[quantity] - expected) / (Math.abs(expected) || 1);
        }),
      ),
    }));
    return [...figures, impliedFigure(zone, options, impliedVolatility)];
  });
}

/** Out of the money alone: in the money the price holds the time value to fewer digits. */
function impliedFigure(zone, options, impliedVolatility) {
  let undetermined = 0;
  let failures = 0;
  const errors = options.flatMap((row) => {
    const [kind, spot, strike, years, vol, rate, dividendYield] = argumentsOf(row);
    const price = Number(row.price);
    if (kind * (Math.log(spot / strike) + (rate - dividendYield) * years) > 0) return [];
    // What half a unit in the price's last digit is in the volatility.
    const determined = (price * Number.EPSILON) / 2 / (Number(row.vega) * vol);
    const isDetermined = determined < 2 ** -52;
    if (!isDetermined) undetermined += 1;
    const ceiling = kind === 1 ? spot * Math.exp(-dividendYield * years) : strike * Math.exp(-rate * years);
    if (price >= ceiling) return [];
    try {
      const implied = impliedVolatility(kind, price, spot, strike, years, rate, dividendYield);
      return isDetermined ? [Math.abs(implied / vol - 1)] : [];
    } catch {
      failures += 1;
      return [];
    }
  });
  const target = TARGETS.implied[zone];
  return { zone, quantity: "implied volatility", target, undetermined, failures, ...summary(errors) };
}

/** @param {string} [table] */
export async function accuracyReference(table = join(root, "test/data/option-grid.csv")) {
  const figures = await accuracyFigures(table);
  const inZone = (zone, quantity) =>
    figures.find((figure) => figure.zone === zone && figure.quantity === quantity);
  const zones = Object.keys(ZONES);
  const implied = zones.map((zone) => ({ zone, ...inZone(zone, "implied volatility") }));
  return [
    "# Accuracy of the option core",
    "",
    "<!-- Written by `node scripts/accuracy.mjs`, which measures: edit that. -->",
    "",
    "Relative errors against mpmath at 60 significant digits, rounded to double (`test/data/option-grid.py`). Each figure is",
    "what 99 of 100 options stay below, then the largest of all, then the target. The tests measure anew and fail where a",
    "target is missed. Beyond ten standard deviations most of the error is that of rounding T = dte/365 and d1 themselves,",
    "which the tail multiplies by d1².",
    "",
    ...zones.map((zone) => `- **${zone}**, ${inZone(zone, "price").count} options: ${ZONES[zone]}.`),
    "",
    `| | ${zones.join(" | ")} |`,
    `| --- |${" --- |".repeat(zones.length)}`,
    ...["price", ...DERIVATIVES].map(
      (quantity) => `| ${quantity} | ${zones.map((zone) => shown(inZone(zone, quantity))).join(" | ")} |`,
    ),
    "",
    "A derivative's largest error stands where it changes its sign, and its terms cancel.",
    "",
    "## Implied volatility",
    "",
    "Out-of-the-money options whose price determines the volatility to a unit in its last digit; the others are solved too, and",
    "come back as exactly as their price determines them (held by `test/core/impliedVolatility.test.ts`).",
    "",
    "| zone | options | 99 of 100 below | largest | target | less determined | no answer |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...implied.map(
      ({ zone, count, p99, max, target, undetermined, failures }) =>
        `| ${zone} | ${count} | ${digits(p99)} | ${digits(max)} | ${target} | ${undetermined} | ${failures} |`,
    ),
    "",
    ...EDGES,
  ].join("\n");
}

const EDGES = [
  "## Edges",
  "",
  "Each is held by a test of `test/core` or `test/functions/option.test.ts`.",
  "",
  "| where | answer |",
  "| --- | --- |",
  "| dte 0 or vol 0 | the discounted intrinsic value on the forward, and the derivatives of that line |",
  "| the same with the forward at the strike | price 0, delta half-way, probability one half; every other derivative `#N/A`: the price has a kink there |",
  "| spot or strike from 5e-324 to 1.8e308 | a finite number, or `#N/A` where the result is beyond the range of numbers; never NaN |",
  "| a worthless tail | 0 once the price is below the smallest number, never negative |",
  "| rate or yield negative, down to -1 | the same formulas; an option may then be worth less than its intrinsic value |",
  "| IMPVOL of a price at its lower bound, to the last digit | `#N/A` with the bound: every small volatility gives that price |",
  "| IMPVOL of a price below it, or at or above the discounted forward (call) or strike (put) | `#N/A` with the bound |",
  "| IMPVOL at dte 0 | `#N/A`: the price no longer depends on volatility |",
  "| STRIKE for a delta of 0, or not below that of the discounted forward | `#N/A` with the bound |",
  "| STRIKE at dte 0 or vol 0 | `#N/A`: delta jumps, and no strike has one in between |",
  "| PROB with touch from the strike itself | 1; without time 0, without volatility 1 if the forward gets there |",
  "| a result of more than 250,000 cells | `#VALUE!` with the limit, before anything is computed |",
  "",
  "Nothing loops without end: IMPVOL takes at most 60 steps, STRIKE and PROB are closed formulas.",
  "",
];

function shown({ p99, max, target }) {
  return `${digits(p99)} / ${digits(max)} / ${target}`;
}

/** Two digits, rounded up. */
function digits(value) {
  if (value === 0) return "0";
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return (Math.ceil(value / unit) * unit).toExponential(1);
}

function summary(errors) {
  const sorted = errors.sort((a, b) => a - b);
  const p99 = sorted[Math.min(sorted.length - 1, Math.floor(0.99 * sorted.length))];
  return { count: sorted.length, p99, max: sorted.at(-1) };
}

function argumentsOf({ kind, spot, strike, dte, vol, rate, yield: dividendYield }) {
  const [S, K, days, v, r, q] = [spot, strike, dte, vol, rate, dividendYield].map(Number);
  return [kind === "call" ? 1 : -1, S, K, days / 365, v, r, q];
}

function readRows(table) {
  const lines = readFileSync(table, "utf8").split(/\r?\n/);
  const [header, ...rows] = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const names = header.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, index) => [names[index], cell])));
}

async function core() {
  const { outputFiles } = await build({
    stdin: {
      contents: 'export * from "./black"; export * from "./impliedVolatility";',
      resolveDir: join(root, "src/core"),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

if (process.argv[1] === import.meta.filename) {
  const table = process.argv[2];
  if (table === undefined) writeFileSync(join(root, "docs/accuracy.md"), await accuracyReference());
  else console.log(await accuracyReference(table));
}
