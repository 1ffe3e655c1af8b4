import type { CellValue } from "../../src/alvh/cellValue";
import { DEFAULT_CURVE_MODEL } from "../../src/alvh/curveShift";
import { readBookInMarket, type BookInMarket } from "../../src/alvh/netGreeks";
import { entryValue, revaluationOf, type ShockWindow } from "../../src/alvh/revaluation";
import { workedCondor, workedHedge, workedMarket } from "./workedCase";

const NOW: ShockWindow = { days: 0, model: DEFAULT_CURVE_MODEL };

function values(
  book: CellValue[][],
  market: CellValue[][],
  window: ShockWindow,
  spx: number,
  vix: number,
): number[] {
  const inMarket: BookInMarket = readBookInMarket(book, market);
  return inMarket.positions.map((position) => revaluationOf(position, inMarket.market, window)(spx, vix));
}

test("without a shock every leg is worth what it is worth", () => {
  for (const book of [workedCondor, workedHedge]) {
    const { positions } = readBookInMarket(book, workedMarket);
    values(book, workedMarket, NOW, 4500.53, 0).forEach((value, index) => {
      expect(value).toBeCloseTo(positions[index]?.value ?? NaN, 8);
    });
  }
});

test("small shocks agree with the Greeks: delta, vega by tenor, VIX01", () => {
  const step = 1e-4;
  for (const book of [workedCondor, workedHedge]) {
    const flat = [...workedMarket, ["Skew", 0]];
    const { positions } = readBookInMarket(book, flat);
    const up = values(book, flat, NOW, 4500.53 + step, 0);
    const down = values(book, flat, NOW, 4500.53 - step, 0);
    up.forEach((value, index) => {
      const isSpx = book === workedCondor;
      expect((value - (down[index] ?? NaN)) / (2 * step)).toBeCloseTo(
        isSpx ? (positions[index]?.delta ?? NaN) : 0,
        4,
      );
    });
  }
  const up = values(workedCondor, workedMarket, NOW, 4500.53, step);
  const down = values(workedCondor, workedMarket, NOW, 4500.53, -step);
  const { positions } = readBookInMarket(workedCondor, workedMarket);
  up.forEach((value, index) => {
    expect((value - (down[index] ?? NaN)) / (2 * step)).toBeCloseTo(positions[index]?.vix01 ?? NaN, 3);
  });
});

test("E12 a point of VIX revalues a VIX call by more than its linear VIX01, since VVIX rises with VIX", () => {
  const { positions } = readBookInMarket(workedHedge, workedMarket);
  const now = values(workedHedge, workedMarket, NOW, 4500.53, 0);
  values(workedHedge, workedMarket, NOW, 4500.53, 1).forEach((value, index) => {
    expect(value - (now[index] ?? NaN)).toBeGreaterThan(positions[index]?.vix01 ?? NaN);
  });
});

test("a VIX option that settles inside the window is paid at the shocked VIX, not marked", () => {
  const window = { days: 20, model: DEFAULT_CURVE_MODEL };
  const [short] = values(workedHedge, workedMarket, window, 4500.53, 20);
  // 4 calls struck at 30, VIX 23.22 + 20.
  expect(short).toBeCloseTo(4 * 100 * (43.22 - 30), 9);
  const [atOpen] = values(workedHedge, workedMarket, { ...window, settlementShock: () => 30 }, 4500.53, 20);
  expect(atOpen).toBeCloseTo(4 * 100 * (53.22 - 30), 9);
});

test("an SPX option that expires inside the window is worth its intrinsic value", () => {
  const window = { days: 50, model: DEFAULT_CURVE_MODEL };
  const [put4050, put4100] = values(workedCondor, workedMarket, window, 4000, 20);
  expect([put4050, put4100]).toEqual([5000, -10000]);
});

test("a VX future follows the curve to its later place and moves by its beta there", () => {
  const book = [["Underlying", "Kind", "Qty", "Expiry"], ["VX", "future", 1, "2022-04-20"]]; // prettier-ignore
  const days = 75 - 6.75 / 24;
  const left = days - 30;
  const near = 39 - 6.75 / 24;
  const rolled = 25.1484 + ((left - near) / (days - near)) * (25.7037 - 25.1484);
  const beta = 0.55 * Math.exp((-7.5 * left) / 365) + 0.18;
  const [value] = values(book, workedMarket, { days: 30, model: DEFAULT_CURVE_MODEL }, 4500, 10);
  expect(value).toBeCloseTo(1000 * (rolled + beta * 10 - 25.7037), 6);
});

test("a fund loses the roll-down of its index in contango while the curve stands still", () => {
  const book = [["Underlying", "Kind", "Qty", "Price"], ["UVXY", "share", 100, 14]]; // prettier-ignore
  const [now] = values(book, workedMarket, NOW, 4500, 0);
  const [later] = values(book, workedMarket, { days: 10, model: DEFAULT_CURVE_MODEL }, 4500, 0);
  const slope = (25.1484 - 24.2613) / 27;
  const future30 = 24.2613 + (30 - (12 - 6.75 / 24)) * slope;
  expect(now).toBeCloseTo(1400, 9);
  expect(later).toBeCloseTo(1400 * (1 - (1.5 * slope) / future30) ** 10, 8);
});

describe("SPX vols after a shock", () => {
  // Black-Scholes by hand in Python with the vols of each rule (worked condor, SPX -10%, VIX +20).
  test("stay with their moneyness by default: the condor loses 996", () => {
    const before = values(workedCondor, workedMarket, NOW, 4500.53, 0).reduce((sum, value) => sum + value, 0);
    const after = values(workedCondor, workedMarket, NOW, 4500.53 * 0.9, 20).reduce(
      (sum, value) => sum + value,
      0,
    );
    expect(after - before).toBeCloseTo(-996.03, 1);
  });

  test("stay with their strike where the market says STICKYSTRIKE: 1,303, the skew counted twice", () => {
    const sticky = [...workedMarket, ["SPXVolRule", "StickyStrike"]];
    const before = values(workedCondor, sticky, NOW, 4500.53, 0).reduce((sum, value) => sum + value, 0);
    const after = values(workedCondor, sticky, NOW, 4500.53 * 0.9, 20).reduce((sum, value) => sum + value, 0);
    expect(after - before).toBeCloseTo(-1303, 0);
  });
});

test("the entry is what was paid, with its fees; a future costs its fees alone", () => {
  const book = [
    ["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol", "Entry", "Fees"],
    ["SPX", "put", -2, 4000, 30, 0.3, 12.5, 2.6],
    ["VX", "future", 1, "", 30, "", 24, 1.5],
    ["SPX", "put", -2, 4000, 30, 0.3, "", 2.6],
  ];
  const { positions } = readBookInMarket(book, workedMarket);
  expect(positions.map(entryValue)).toEqual([-2497.4, 1.5, undefined]);
});

test("a fund is worth nothing rather than less where a curve would roll it away", () => {
  const market = [["AsOf", 44578.8], ["SPX", 4500], ["VIX", 10], [44608, 10], [44609, 1000], ["UVXY", 20]]; // prettier-ignore
  const book = [["Underlying", "Kind", "Qty"], ["UVXY", "share", 1]]; // prettier-ignore
  expect(values(book, market, { days: 0.5, model: DEFAULT_CURVE_MODEL }, 4500, 0)).toEqual([0]);
});
