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

test("F06 cover is blank unless the condors lost", () => {
  const [event] = readStressEvents("2018 Volmageddon 1d");
  const hedgeOnly = readBookInMarket(workedHedge, workedMarket);
  expect(event && replay(hedgeOnly, event).cover).toBeUndefined();
});

test("a VIX call that settles inside an event is paid at that day's VIX open", () => {
  // 2020-02-19 to 03-23: the March contract settled on 03-18, when VIX opened at 69.37, 54.99 above 14.38.
  const [event] = readStressEvents("2020 Covid SPX low");
  const { positions, market } = readBookInMarket(workedHedge, workedMarket);
  const short = positions.slice(0, 1);
  const { total } = (event && replay({ positions: short, market, expiredLegs: 0 }, event)) ?? {};
  expect(total).toBeCloseTo(400 * (23.22 + 54.99 - 30) - (short[0]?.value ?? NaN), 6);
});

test("the table has a row per event with its shock, each layer, the total and the cover", () => {
  const table = replayTable(book, STRESS_EVENTS);
  expect(table[0]).toEqual([
    "Event", "From", "To", "SPX %", "VIX pts", "IC P&L $", "short P&L $", "medium P&L $", "long P&L $", "Total P&L $", "Hedge cover",
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
