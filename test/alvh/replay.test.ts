import { readBookInMarket } from "../../src/alvh/netGreeks";
import { replay, replayTable } from "../../src/alvh/replay";
import { readStressEvents, STRESS_EVENTS } from "../../src/alvh/stressEvents";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

const book = readBookInMarket(workedBook, workedMarket);

test("F06 layers add up to the total, and cover is the hedge's gain over the condors' loss", () => {
  for (const event of STRESS_EVENTS) {
    const { byLayer, total, cover } = replay(book, event);
    const condors = byLayer.get("IC") ?? NaN;
    const hedge = total - condors;
    expect([...byLayer.values()].reduce((sum, layer) => sum + layer, 0)).toBeCloseTo(total, 7);
    expect(cover).toBeCloseTo(-hedge / condors, 9);
  }
});

test("F06 SPX falls by what it fell: a call held and a put sold move with it, point for point", () => {
  // S&P 500 closes of 2020-02-19 and 2020-03-23: 3386.15 and 2237.40. Without rate and yield, by put-call parity.
  const [event] = readStressEvents("2020 Covid SPX low");
  const legs = [["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol"], ["SPXW", "call", 1, 4400, 90, 0.2], ["SPXW", "put", -1, 4400, 90, 0.2]]; // prettier-ignore
  const own = readBookInMarket(legs, [["AsOf", "2022-02-04 16:15"], ["SPX", 4500], ["VIX", 20], ["VVIX", 100], ["Rate", 0], ["Yield", 0], ["VX1", 21]]); // prettier-ignore
  expect(event && replay(own, event).total).toBeCloseTo(100 * 4500 * (2237.4 / 3386.15 - 1), 4);
});

test("F06 cover is blank unless the condors lost", () => {
  const [event] = readStressEvents("2018 Volmageddon 1d");
  const hedgeOnly = readBookInMarket(workedHedge, workedMarket);
  expect(event && replay(hedgeOnly, event).cover).toBeUndefined();
});

test("a VIX call that settles inside an event is paid at the open of its own day", () => {
  // 2020-02-19 to 03-23, a call 11.7 days from its settlement: on the twelfth day, 03-02, VIX opened at 34.86, 20.48 above 14.38.
  const [event] = readStressEvents("2020 Covid SPX low");
  const { positions, market } = readBookInMarket(workedHedge, workedMarket);
  const short = positions.slice(0, 1);
  const { total } = (event && replay({ positions: short, market, expiredLegs: 0 }, event)) ?? {};
  expect(total).toBeCloseTo(400 * (23.22 + 20.48 - 30) - (short[0]?.value ?? NaN), 6);
});

// What the VX contracts of each event really did: the curve at its start and at its end, the same contract followed.
describe("F06 an event replayed on its own curve gives back what its futures did", () => {
  test.each([
    ["2018 Volmageddon 1d", "2018-02-02", 17.31, 125.51, 12, 15.625, 33.225],
    ["2018 Volmageddon peak", "2018-01-26", 11.08, 98.65, 19, 12.325, 28.1],
    ["2020 Covid 1d", "2020-03-13", 57.83, 171.28, 5, 53.425, 72.625],
    ["2020 Covid SPX low", "2020-02-19", 14.38, 95.92, 56, 16.325, 49.45],
    ["2022 Jan grind", "2022-01-03", 16.6, 108.45, 44, 21.4095, 28.633],
    ["2024 Aug 3d", "2024-07-31", 16.36, 94.25, 49, 16.4934, 30.3911],
  ])("%s", (name, from, vix, vvix, days, before, after) => {
    const [event] = readStressEvents(name);
    const book = [["Underlying", "Kind", "Qty", "DTE", "Price"], ["VX", "future", 1, days, before]]; // prettier-ignore
    const own = readBookInMarket(book, [["AsOf", from], ["SPX", 4000], ["VIX", vix], ["VVIX", vvix], ["VX9", before]]); // prettier-ignore
    const { total } = (event && replay(own, event)) ?? {};
    // The ratios are given to three digits.
    expect(Math.abs((total ?? NaN) / 1000 - (after - before))).toBeLessThan(0.03);
  });
});

test("the table has a row per event with its shock, each layer, the total and the cover", () => {
  const table = replayTable(book, STRESS_EVENTS);
  expect(table[0]).toEqual([
    "Event", "From", "To", "SPX %", "VIX pts", "IC P&L $", "short P&L $", "medium P&L $", "long P&L $", "Total P&L $", "Hedge cover, as of 2022-02-04 16:15",
  ]); // prettier-ignore
  expect(table).toHaveLength(12);
  expect(table[1]?.slice(0, 3)).toEqual(["2018 Volmageddon 1d", "2018-02-02", "2018-02-05"]);
  expect(table[1]?.[3]).toBeCloseTo(-4.1, 1);
  expect(table[1]?.[4]).toBeCloseTo(20.01, 9);
});

test("a condor without a hedge has a cover of 0", () => {
  expect(
    replayTable(readBookInMarket(workedCondor, workedMarket), readStressEvents("2020 Covid 1d"))[1]?.at(-1),
  ).toBe(0);
});

test("layers are told apart without case", () => {
  const mixed = workedCondor.map((row, index) => (index === 2 ? ["ic", ...row.slice(1)] : row));
  const [event] = readStressEvents("2020 Covid 1d");
  const inMarket = readBookInMarket(mixed, workedMarket);
  expect([...((event && replay(inMarket, event).byLayer.keys()) ?? [])]).toEqual(["IC"]);
});
