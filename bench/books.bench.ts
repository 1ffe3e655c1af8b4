import { blackScholes, blackScholesPrice } from "../src/core/black";
import { impliedVolatility } from "../src/core/impliedVolatility";
import type { CellValue } from "../src/alvh/cellValue";
import { netGreeksTable } from "../src/alvh/netTables";
import { stressGridTable } from "../src/alvh/stressTables";
import { interleaved, type Timing } from "./compare";
import { starterMarket } from "./starterMarket";

/** Leg number n of a book of condors and VIX calls over many strikes and expiries. */
function leg(n: number): { isVix: boolean; isCall: boolean; strike: number; days: number; vol: number } {
  const isVix = n % 4 === 3;
  const strike = isVix ? 20 + (n % 40) : 3800 + 5 * (n % 250);
  return { isVix, isCall: isVix || n % 2 === 0, strike, days: 20 + (n % 90), vol: isVix ? 1.1 : 0.2 };
}

function bookOf(legs: number): CellValue[][] {
  const rows = Array.from({ length: legs }, (_, n): CellValue[] => {
    const { isVix, isCall, strike, days, vol } = leg(n);
    const layer = isVix ? ["short", "medium", "long"][n % 3] : "IC";
    return [layer, isVix ? "VIX" : "SPXW", isCall ? "call" : "put", n % 3 === 0 ? -2 : 1, strike, days, vol];
  });
  return [["Layer", "Underlying", "Kind", "Qty", "Strike", "DTE", "Vol"], ...rows];
}

/** The same book with prices in place of vols. */
function quotedBookOf(legs: number): CellValue[][] {
  const [header = [], ...rows] = bookOf(legs);
  return [
    header.map((name) => (name === "Vol" ? "Price" : name)),
    ...rows.map((row, n) => [...row.slice(0, -1), priceOf(n)]),
  ];
}

function priceOf(n: number): number {
  const { isVix, isCall, strike, days, vol } = leg(n);
  const carry = isVix ? 0.003 : 0.0294;
  const price = blackScholesPrice(
    isCall ? 1 : -1,
    isVix ? 25 : 4500.53,
    strike,
    days / 365,
    vol,
    0.003,
    carry,
  );
  return Math.max(price, 0.05);
}

function bareImplied(legs: number): number {
  let sum = 0;
  for (let n = 0; n < legs; n++) {
    const { isVix, isCall, strike, days } = leg(n);
    const spot = isVix ? 25 : 4500.53;
    const carry = isVix ? 0.003 : 0.0294;
    sum += impliedVolatility(isCall ? 1 : -1, PRICES[n] ?? NaN, spot, strike, days / 365, 0.003, carry);
  }
  return sum;
}

/** The pricings alone that a grid needs, with their arguments at hand. */
function barePricings(legs: number, scenarios: number): number {
  let sum = 0;
  for (let n = 0; n < legs; n++) {
    const { isVix, isCall, strike, days, vol } = leg(n);
    for (let scenario = 0; scenario < scenarios; scenario++) {
      const spot = isVix ? 24 + (scenario % 41) / 2 : 3600 + Math.floor(scenario / 41) * 33;
      const shocked = vol + (scenario % 41) * 0.002;
      sum += blackScholesPrice(
        isCall ? 1 : -1,
        spot,
        strike,
        days / 365,
        shocked,
        0.003,
        isVix ? 0.003 : 0.0294,
      );
    }
  }
  return sum;
}

function bareGreeks(legs: number): number {
  let sum = 0;
  for (let n = 0; n < legs; n++) {
    const { isVix, isCall, strike, days, vol } = leg(n);
    sum += blackScholes(isCall ? 1 : -1, isVix ? 25 : 4500, strike, days / 365, vol, 0.003, 0.0294).theta;
  }
  return sum;
}

const PRICES = Array.from({ length: 1000 }, (_, n) => priceOf(n));

function steps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}

function report(name: string, whole: Timing, bare: Timing): void {
  const times = (whole.median / bare.median).toFixed(2);
  const spread = `${whole.low.toFixed(2)} to ${whole.high.toFixed(2)} ms`;
  console.log(
    `${name}: ${whole.median.toFixed(2)} ms (${spread}), ${times} times its bare pricings (goal: below 3)`,
  );
}

const SPOTS = [steps(-0.2, 0.1, 41)];
const VIXES = [steps(-5, 40, 41)];
const hundred = bookOf(100);
const grid = interleaved({
  whole: () => stressGridTable(hundred, starterMarket, SPOTS, VIXES, 5, null),
  bare: () => barePricings(100, 41 * 41),
});
report("STRESSGRID, 41 x 41 shocks of 100 legs", grid.whole, grid.bare);

const thousand = bookOf(1000);
const quoted = quotedBookOf(1000);
const greeks = interleaved(
  {
    quotes: () => netGreeksTable(quoted, starterMarket, "layer"),
    bareQuotes: () => bareImplied(1000) + bareGreeks(1000),
    vols: () => netGreeksTable(thousand, starterMarket, "layer"),
    bareVols: () => bareGreeks(1000),
  },
  41,
);
report("NETGREEKS, 1,000 legs with their prices (vols implied)", greeks.quotes, greeks.bareQuotes);
report("NETGREEKS, 1,000 legs with their vols", greeks.vols, greeks.bareVols);

console.log("\nMicroseconds per leg: linear in legs where the column stays level");
console.log("legs    NETGREEKS   STRESSGRID 5 x 5");
for (const legs of [10, 100, 1000, 10000]) {
  const book = bookOf(legs);
  const timing = interleaved(
    {
      net: () => netGreeksTable(book, starterMarket, "layer"),
      stress: () =>
        stressGridTable(book, starterMarket, [SPOTS[0]?.slice(0, 5) ?? []], [[0, 5, 10, 15, 20]], 5, null),
    },
    legs >= 10000 ? 5 : 25,
  );
  const perLeg = (milliseconds: number): string => ((1000 * milliseconds) / legs).toFixed(2);
  console.log(
    `${String(legs).padEnd(8)}${perLeg(timing.net.median).padStart(9)}${perLeg(timing.stress.median).padStart(19)}`,
  );
}
