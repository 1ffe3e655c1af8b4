import { DEFAULT_CURVE_MODEL } from "../../src/alvh/curveShift";
import { readBookInMarket } from "../../src/alvh/netGreeks";
import {
  checkSpotShock,
  checkVixShock,
  profitAndLossFromNow,
  profitAndLossOf,
  proposedVixShock,
} from "../../src/alvh/profitAndLoss";
import { workedBook, workedCondor, workedMarket } from "./workedCase";

const book = readBookInMarket(workedBook, workedMarket);

test("no shock and no time is no profit", () => {
  expect(profitAndLossOf(book.positions, book.market)(0, 0)).toBe(0);
});

test("legs add up to the book", () => {
  const whole = profitAndLossOf(book.positions, book.market)(-0.07, 15);
  const legs = book.positions.map((position) => profitAndLossOf([position], book.market)(-0.07, 15));
  expect(legs.reduce((sum, leg) => sum + leg, 0)).toBeCloseTo(whole, 8);
});

test("it starts from Entry where the book gives one, and from now where it is told so", () => {
  const withEntry = workedCondor.map((row, index) => [...row, index === 0 ? "Entry" : index === 2 ? 40 : ""]);
  const { positions, market } = readBookInMarket(withEntry, workedMarket);
  // The put sold at 40 is now at 38.40.
  expect(profitAndLossOf(positions, market)(0, 0)).toBeCloseTo(160, 8);
  const now = { days: 0, model: DEFAULT_CURVE_MODEL };
  expect(profitAndLossFromNow(positions, market, now)(0, 0)).toBe(0);
});

test("a day of standing still earns about a day's theta and roll-down", () => {
  const day = profitAndLossOf(book.positions, book.market, { days: 1, model: DEFAULT_CURVE_MODEL })(0, 0);
  // 204.73 - 13.19 by the Greeks; the vols of VIX options rise as they near expiry, and theta with them.
  expect(day).toBeGreaterThan(150);
  expect(day).toBeLessThan(230);
});

test("the regression proposes -1.28 VIX points for +1% of SPX, or what the market says", () => {
  expect(proposedVixShock(book.market, -0.05)).toBeCloseTo(6.4, 12);
  const own = readBookInMarket(workedCondor, [...workedMarket, ["SpotVixBeta", -5]]).market;
  expect(proposedVixShock(own, -0.05)).toBeCloseTo(25, 12);
});

test("the proposed shock does not take VIX below 9, its lowest being 9.14", () => {
  expect(proposedVixShock(book.market, 0.15)).toBeCloseTo(9 - 23.22, 12);
});

test("a shock that no market can have is refused with a sentence", () => {
  expect(() => {
    checkSpotShock(NaN);
  }).toThrow("spotShock (NaN) must lie between -1 and 1");
  expect(() => {
    checkSpotShock(-5);
  }).toThrow("must lie between -1 and 1: use -0.05 for -5%");
  // A hundredth of it would be refused as well.
  expect(() => {
    checkSpotShock(-44596);
  }).toThrow(/must lie between -1 and 1$/);
  expect(() => {
    checkVixShock(book.market, -22.5);
  }).toThrow("vixShock (-22.5) takes VIX from 23.22 to 0.72: it must stay at 1 or more");
});
