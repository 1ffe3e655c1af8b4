import { parseIsoDate } from "../../src/alvh/dates";
import { readMarket } from "../../src/alvh/market";
import { spxForward } from "../../src/alvh/spxForward";
import { workedMarket } from "./workedCase";

const DAYS = 42 - 0.25 / 24;

test("by Rate and Yield: the worked case's 4486.9, from spot 4500.53", () => {
  const { forward, dividendYield } = spxForward(readMarket(workedMarket), DAYS);
  expect(forward).toBeCloseTo(4486.9, 1);
  expect(dividendYield).toBe(0.0294);
});

test("a row Forward <date> wins on its day, also for a leg given by its days; the yield follows from it", () => {
  const market = readMarket([...workedMarket, ["Forward 2022-03-18", 4490]]);
  const { forward, dividendYield } = spxForward(market, DAYS);
  expect(forward).toBe(4490);
  expect(4500.53 * Math.exp(((0.003 - dividendYield) * DAYS) / 365)).toBeCloseTo(4490, 9);
  expect(spxForward(market, DAYS + 7).forward).not.toBe(4490);
  expect(spxForward(market, DAYS, parseIsoDate("2022-03-21")).forward).not.toBe(4490);
});
