import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext, Script } from "node:vm";
import { starterMarket } from "./starterMarket";
import { netThetaTable } from "../src/alvh/netTables";
import { hedgeCheckTable } from "../src/alvh/hedgeCheck";
import { profitTable } from "../src/alvh/stressTables";
import { settingsInForce } from "../src/alvh/presets";

/**
 * A sheet of 20,000 cells recalculated through dist/functions.js: as a page just opened does it, again from memory, and
 * by the same formulas without any memory. Every cell receives ranges of its own, as from Excel; their making is apart.
 */
const CELLS = 20_000;

class CellError extends Error {}

type Call = readonly [id: string, ...given: unknown[]];

function openedPage(): (id: string, given: unknown[]) => unknown {
  const associated = new Map<string, (...given: unknown[]) => unknown>();
  const host = {
    Error: CellError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    associate: (id: string, one: (...given: unknown[]) => unknown) => associated.set(id, one),
  };
  const load = new Script(
    `(CustomFunctions) => {${readFileSync("dist/functions.js", "utf8")}}`,
  ).runInThisContext() as (host: object) => void;
  load(host);
  return (id, given) => associated.get(id)?.(...given);
}

const header = ["Layer", "Underlying", "Kind", "Qty", "Strike", "DTE", "Vol"];
const book: unknown[][] = [
  header,
  ...Array.from({ length: 40 }, (_, leg) =>
    leg % 4 === 3
      ? [["short", "medium", "long"][leg % 3], "VIX", "call", 2, 25 + leg / 2, 20 + leg, 1.1]
      : [
          "IC",
          "SPXW",
          leg % 2 === 0 ? "put" : "call",
          leg % 3 === 0 ? -2 : 1,
          4000 + 20 * leg,
          30 + leg,
          0.2,
        ],
  ),
];
const market = starterMarket as unknown[][];
const groups = [null, "leg", "layer", "underlying", "expiry", "carry"];

/** Sheets of one kind of formula. */
const SHEETS: Record<string, { call(cell: number): Call; plain(cell: number): unknown }> = {
  "PNL, a shock of its own in every cell": {
    call: (cell) => ["PNL", book, market, (cell % 200) / 1000 - 0.15, Math.floor(cell / 200) / 4],
    plain: (cell) =>
      profitTable(
        book as never,
        market as never,
        (cell % 200) / 1000 - 0.15,
        Math.floor(cell / 200) / 4,
        null,
        null,
      ),
  },
  "NETTHETA, six groupings": {
    call: (cell) => ["NETTHETA", book, market, groups[cell % 6]],
    plain: (cell) => netThetaTable(book as never, market as never, groups[cell % 6] as never),
  },
  "HEDGECHECK, one formula": {
    call: () => ["HEDGECHECK", book, market],
    plain: () => hedgeCheckTable(book as never, market as never, settingsInForce(null, undefined).settings),
  },
};

for (const [name, { call, plain }] of Object.entries(SHEETS)) {
  const page = openedPage();
  const recalculate = (): number =>
    timed(
      (cell) => {
        const [id, ...given] = call(cell);
        return [id, structuredClone(given)] as const;
      },
      ([id, given]) => page(id, given),
    );
  const cold = recalculate();
  const again = Math.min(recalculate(), recalculate());
  const cells = 2000;
  const without = (timed((cell) => cell, plain, cells) * CELLS) / cells;
  console.log(
    `${name}: without memory ${without.toFixed(0)} ms (from ${cells} cells), cold ${cold.toFixed(0)} ms (${(cold / without).toFixed(2)} of it), ` +
      `again ${again.toFixed(0)} ms (${(again / without).toFixed(2)})`,
  );
}

const flooded = openedPage();
const empty = heap();
for (let cell = 0; cell < CELLS; cell++) {
  flooded("NETGREEKS", [
    book.map((leg, row) => (row === 0 ? leg : [...leg.slice(0, 4), 4000 + cell + row, ...leg.slice(5)])),
    market,
    "leg",
  ]);
}
console.log(
  `${CELLS} books of 40 legs, each asked once: memory holds ${(heap() - empty).toFixed(1)} MB, and no more after any number`,
);

/** Milliseconds of all cells, without the making of what they receive. */
function timed<Given>(
  make: (cell: number) => Given,
  calculate: (given: Given) => unknown,
  cells = CELLS,
): number {
  let spent = 0;
  for (let from = 0; from < cells; from += 500) {
    const batch = Array.from({ length: Math.min(500, cells - from) }, (_, index) => make(from + index));
    const start = performance.now();
    for (const given of batch) calculate(given);
    spent += performance.now() - start;
  }
  return spent;
}

/** Megabytes in use once what nobody holds is gone. */
function heap(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
}
