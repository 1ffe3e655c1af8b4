import { readBook } from "../../src/alvh/book";
import type { CellValue } from "../../src/alvh/cellValue";
import { readMarket } from "../../src/alvh/market";
import { positionOf, spxVolPerVixPoint, type Position } from "../../src/alvh/position";
import { ProblemList, STOP_AT_FIRST } from "../../src/alvh/problems";
import { goldenTable } from "../data/readTable";
import { workedCondor, workedHedge, workedMarket } from "./workedCase";

const market = readMarket(workedMarket);

function positions(book: CellValue[][], conditions = market): Position[] {
  return readBook(book).flatMap((leg) => positionOf(leg, conditions, STOP_AT_FIRST) ?? []);
}

describe("each leg of the worked case agrees with an independent 40-digit computation", () => {
  const golden = goldenTable("worked-case.csv");
  const legs = positions([...workedCondor, ...workedHedge.slice(1)]);

  test.each(golden.map((row, index) => [row["leg"], row, legs[index]] as const))("%s", (_, row, position) => {
    const quantity = position?.leg.quantity ?? NaN;
    for (const [figure, actual] of Object.entries({
      price: position?.value,
      delta: position?.delta,
      gamma: position?.gamma,
      vega: position?.vega,
      theta: position?.theta,
      rollDown: position?.rollDown,
      vix01: position?.vix01,
    })) {
      const expected = quantity * Number(row[figure]);
      expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(
        1e-9 * Math.max(Math.abs(expected), 1e-3),
      );
    }
  });
});

test("a VX future is worth 1000 dollars a point, its VIX01 goes through its beta, and it rolls down the curve", () => {
  const [future] = positions([
    ["Underlying", "Kind", "Qty", "Expiry", "Entry"],
    ["VX", "future", -2, "2022-03-15", 26],
  ]);
  expect(future?.delta).toBe(-2000);
  expect(future?.value).toBeCloseTo(-2000 * (25.1484 - 26), 9);
  // Straight line from 2022-02-16 to 2022-03-15, 27 days: one day is (25.1484 - 24.2613) / 27 points.
  expect(future?.rollDown).toBeCloseTo((2000 * (25.1484 - 24.2613)) / 27, 9);
  const years = (39 - 6.75 / 24) / 365;
  expect(future?.vix01).toBeCloseTo(-2000 * (0.55 * Math.exp(-7.5 * years) + 0.18), 9);
});

test("a future without Entry has no value: its gains are settled every day", () => {
  expect(positions([["Underlying", "Kind", "Qty", "DTE"], ["VX", "future", 3, 40]])[0]?.value).toBe(0); // prettier-ignore
});

test("a fund moves by its leverage times the relative move of the 30-day future", () => {
  const [fund] = positions([
    ["Underlying", "Kind", "Qty", "Price"],
    ["UVXY", "share", 200, 14],
  ]);
  const asOfTime = 16.25 / 24;
  const near = 12 + 9.5 / 24 - asOfTime;
  const far = 39 + 9.5 / 24 - asOfTime;
  const future30 = 24.2613 + ((30 - near) / (far - near)) * (25.1484 - 24.2613);
  const beta30 = 0.55 * Math.exp((-7.5 * 30) / 365) + 0.18;
  expect(fund?.value).toBe(2800);
  expect(fund?.vix01).toBeCloseTo((200 * 14 * 1.5 * beta30) / future30, 9);
});

test("a fund without a price in the book takes it from the market", () => {
  const withFund = readMarket([...workedMarket, ["VXX", 20.5]]);
  const book = [["Underlying", "Kind", "Qty"], ["VXX", "share", 100]]; // prettier-ignore
  expect(positions(book, withFund)[0]?.value).toBe(2050);
  expect(() => positions(book)).toThrow("market needs a row VXX (dollars per share)");
});

test("a row Forward <date> sets the forward of its expiry alone", () => {
  const withForward = readMarket([...workedMarket, ["Forward 2022-03-18", 4486.9]]);
  const [put] = positions(workedCondor, withForward);
  expect(put?.forward).toBe(4486.9);
  const [other] = positions(
    [["Underlying", "Kind", "Qty", "Strike", "Expiry", "Vol"], ["SPX", "put", 1, 4100, "2022-04-14", 0.2]], // prettier-ignore
    withForward,
  );
  const years = (69 + 9.5 / 24 - 16.25 / 24) / 365;
  expect(other?.forward).toBeCloseTo(4500.53 * Math.exp((0.003 - 0.0294) * years), 6);
});

test("SPX vols move by (30/days)^0.4 per VIX point, at most 1.6", () => {
  expect(spxVolPerVixPoint(30)).toBe(1);
  expect(spxVolPerVixPoint(120)).toBeCloseTo(0.574349177, 9); // 4^-0.4
  expect(spxVolPerVixPoint(1)).toBe(1.6);
});

describe("a vol that the book does not give", () => {
  const bare = [["Underlying", "Kind", "Qty", "Strike", "DTE"]];

  test("is modelled from VIX with the skew for SPX, and said so", () => {
    const problems = new ProblemList();
    const [leg] = readBook([...bare, ["SPX", "put", 1, 4000, 36.5]]);
    const position = leg && positionOf(leg, market, problems);
    const forward = 4500.53 * Math.exp((0.003 - 0.0294) * 0.1);
    expect(position?.vol).toBeCloseTo(0.88 * 0.2322 - (0.3 * Math.log(4000 / forward)) / Math.sqrt(0.1), 12);
    expect(position?.volSource).toBe("modelled");
    expect(problems.lines).toEqual([
      "Note: book row 2: no Vol, Price or Bid and Ask, so its vol 0.3137 is modelled from VIX and the skew",
    ]);
  });

  test("is modelled from VVIX for VIX options: at 30 days it is VVIX", () => {
    expect(positions([...bare, ["VIX", "call", 1, 30, 30]])[0]?.vol).toBeCloseTo(1.2489, 12);
  });

  test("is implied from the middle of Bid and Ask, or from Price", () => {
    const [put] = positions(workedCondor);
    expect(put?.volSource).toBe("implied");
    expect(put?.price).toBeCloseTo(33.05, 12);
  });

  test("cannot be implied from an impossible price: the row and the bounds are named", () => {
    const book = [["Underlying", "Kind", "Qty", "Strike", "DTE", "Price"], ["SPX", "put", 1, 4600, 30, 50]]; // prettier-ignore
    expect(() => positions(book)).toThrow(/^book row 2, Price: price \(50\) /);
  });
});

test("a leg past its expiry is left out, and said so; VIX options stop at 09:30", () => {
  const problems = new ProblemList();
  const morning = readMarket(
    workedMarket.map((row) => (row[0] === "AsOf" ? ["AsOf", "2022-02-16 09:30"] : row)),
  );
  const outcomes = readBook(workedHedge).map((leg) => positionOf(leg, morning, problems));
  expect(outcomes.map((position) => position === undefined)).toEqual([true, false, false]);
  expect(problems.lines).toEqual(["Note: book row 2: the leg expired by 2022-02-16 and is left out"]);
});

test("a missing market row is named with its unit", () => {
  const without = readMarket(workedMarket.filter(([name]) => name !== "Rate"));
  expect(() => positions(workedHedge, without)).toThrow(
    "market needs a row Rate (per year, continuously compounded)",
  );
});
