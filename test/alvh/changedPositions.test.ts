import { expiryDay, monthsLater, onDay, scaled, withStrike } from "../../src/alvh/changedPositions";
import { formatIsoDate, parseIsoDate } from "../../src/alvh/dates";
import { readBookInMarket } from "../../src/alvh/netGreeks";
import { workedHedge, workedMarket } from "./workedCase";

const { positions, market } = readBookInMarket(workedHedge, workedMarket);
const [short] = positions;
if (short === undefined) throw new Error("the hedge has legs");

test("a scaled position is linear in its quantity", () => {
  const half = scaled(short, 0.5);
  for (const figure of ["value", "delta", "gamma", "vega", "theta", "rollDown", "vix01"] as const) {
    expect([figure, half[figure]]).toEqual([figure, short[figure] / 2]);
  }
  expect(half.leg.quantity).toBe(2);
});

test("A22 a monthly cycle later is the next monthly VIX expiration, by the exchange's calendar", () => {
  const days = [1, 2, 3].map((cycles) =>
    formatIsoDate(expiryDay(monthsLater(short, market, cycles), market)),
  );
  expect(days).toEqual(["2022-03-15", "2022-04-20", "2022-05-18"]);
});

test("a moved leg keeps what its vol differs from the model: back again it is as it was", () => {
  const moved = onDay(short, market, parseIsoDate("2022-05-18"));
  const back = onDay(moved, market, parseIsoDate("2022-02-16"));
  expect(moved.vol).toBeLessThan(short.vol ?? NaN);
  expect(back.vol).toBeCloseTo(short.vol ?? NaN, 12);
  expect(back.theta).toBeCloseTo(short.theta, 10);
});

test("another strike and quantity of the same expiration", () => {
  const sold = withStrike(short, market, 40, -4);
  expect([sold.leg.strike, sold.leg.quantity]).toEqual([40, -4]);
  expect(sold.value).toBeLessThan(0);
});
