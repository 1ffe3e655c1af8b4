import { blackScholesPrice } from "../src/core/black";
import type { CellValue } from "../src/alvh/cellValue";
import { layerProfits } from "../src/taskpane/rooms/scenario/layerProfits";
import { prepareBook } from "../src/taskpane/rooms/scenario/prepareBook";
import { computePictures } from "../src/taskpane/rooms/scenario/computePictures";
import type { Scenario } from "../src/taskpane/rooms/scenario/scenario";
import { interleaved, type Timing } from "./compare";
import { starterMarket } from "./starterMarket";

/** What a slider of the scenario room costs with a book of 100 legs: it has 16.7 ms for a frame, drawing included. */
const LEGS = 100;
const UPDATES = 200;
const FRAME = 1000 / 60;

/** Condors and VIX calls over many strikes and expiries. */
function leg(n: number): { isVix: boolean; isCall: boolean; strike: number; days: number; vol: number } {
  const isVix = n % 4 === 3;
  const strike = isVix ? 20 + (n % 40) : 3800 + 5 * (n % 250);
  return { isVix, isCall: isVix || n % 2 === 0, strike, days: 20 + (n % 90), vol: isVix ? 1.1 : 0.2 };
}

const book: CellValue[][] = [
  ["Layer", "Underlying", "Kind", "Qty", "Strike", "DTE", "Vol"],
  ...Array.from({ length: LEGS }, (_, n): CellValue[] => {
    const { isVix, isCall, strike, days, vol } = leg(n);
    const layer = isVix ? (["short", "medium", "long"][n % 3] ?? "") : "IC";
    return [layer, isVix ? "VIX" : "SPXW", isCall ? "call" : "put", n % 3 === 0 ? -2 : 1, strike, days, vol];
  }),
];

/** The scenario of the n-th movement of a slider. */
function moved(n: number): Scenario {
  return {
    spotShock: -0.2 + (0.3 * n) / UPDATES,
    vixShock: (40 * n) / UPDATES,
    days: 5,
    curveModel: "TWOFACTOR",
  };
}

const prepared = prepareBook(book, starterMarket);
const profitOf = layerProfits(prepared);

function bySpotAndVix(): number {
  let sum = 0;
  for (let n = 0; n < UPDATES; n++) sum += profitOf(moved(n)).total;
  return sum;
}

function byDays(): number {
  let sum = 0;
  for (let n = 0; n < UPDATES; n++) sum += profitOf({ ...moved(n), days: n / 10 }).total;
  return sum;
}

/** The pricings alone, with their arguments at hand. */
function barePricings(): number {
  let sum = 0;
  for (let n = 0; n < UPDATES; n++) {
    for (let index = 0; index < LEGS; index++) {
      const { isVix, isCall, strike, days, vol } = leg(index);
      const spot = isVix ? 24 + (10 * n) / UPDATES : 3600 + n * 7;
      const rate = isVix ? 0.003 : 0.0294;
      sum += blackScholesPrice(isCall ? 1 : -1, spot, strike, days / 365, vol + n * 0.0004, 0.003, rate);
    }
  }
  return sum;
}

const steps = {
  spots: Array.from({ length: 21 }, (_, n) => -0.2 + n * 0.015),
  vixes: Array.from({ length: 21 }, (_, n) => -10 + n * 2.5),
};

function pictures(): unknown {
  const work = computePictures({ book, market: starterMarket, scenario: moved(50), steps });
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

const { spotAndVix, days, bare } = interleaved({
  spotAndVix: bySpotAndVix,
  days: byDays,
  bare: barePricings,
});
const { once, all } = interleaved({ once: () => prepareBook(book, starterMarket), all: pictures }, 15);
const perUpdate = ({ median }: Timing): number => median / UPDATES;
const frames = (milliseconds: number): string => `${((100 * milliseconds) / FRAME).toFixed(1)}% of a frame`;

console.log(
  `P&L by layer of ${LEGS} legs, SPX or VIX moved: ${perUpdate(spotAndVix).toFixed(3)} ms an update (${frames(perUpdate(spotAndVix))}), ` +
    `${(spotAndVix.median / bare.median).toFixed(2)} times its bare pricings`,
);
console.log(
  `P&L by layer of ${LEGS} legs, days moved: ${perUpdate(days).toFixed(3)} ms an update (${frames(perUpdate(days))})`,
);
console.log(`Reading the book and the market once: ${once.median.toFixed(2)} ms`);
console.log(
  `All pictures (map 21 x 21, payoff on 3 days with break-evens, curve): ${all.median.toFixed(1)} ms ` +
    `(${all.low.toFixed(1)} to ${all.high.toFixed(1)}), in a worker`,
);
