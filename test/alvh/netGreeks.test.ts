import {
  GROUPINGS,
  naturalValue,
  netGreeks,
  readBookInMarket,
  readGrouping,
  total,
} from "../../src/alvh/netGreeks";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

const book = readBookInMarket(workedBook, workedMarket);

test("the worked condor: credit 13.95, theta +25.49, vega -123.5, delta -3.27, VIX01 -108", () => {
  const [row] = netGreeks(readBookInMarket(workedCondor, workedMarket), "none");
  expect(row?.value).toBeCloseTo(-1395, 9);
  expect(row?.theta).toBeCloseTo(25.49, 2);
  expect(row?.vega).toBeCloseTo(-123.5, 1);
  expect(row?.delta).toBeCloseTo(-3.27, 2);
  expect(row?.vix01).toBeCloseTo(-108, 1);
});

test("its hedge of 4/4/2 VIX calls: about 140 dollars a VIX point, about -50 dollars a day", () => {
  const { positions } = readBookInMarket(workedHedge, workedMarket);
  expect(Math.abs(total(positions, "vix01") - 140)).toBeLessThan(1);
  expect(Math.abs(total(positions, "theta") + 50)).toBeLessThan(0.5);
});

test.each(GROUPINGS)(
  "value, theta, roll-down and VIX01 by %s add up to the total, to the cent",
  (grouping) => {
    const rows = netGreeks(book, grouping);
    for (const figure of ["value", "theta", "rollDown", "vix01"] as const) {
      const sum = rows.reduce((running, row) => running + row[figure], 0);
      expect(sum).toBeCloseTo(total(book.positions, figure), 8);
    }
  },
);

test("delta, gamma and vega stay apart by underlying: SPX vol and the vol of VIX are not the same thing", () => {
  expect(netGreeks(book, "none").map((row) => row.underlying)).toEqual(["SPX", "VIX"]);
});

test("SPXW and SPX are one underlying, VIX options and VX futures another", () => {
  const rows = netGreeks(
    readBookInMarket(
      [
        ["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol"],
        ["SPX", "put", 1, 4000, 30, 0.3],
        ["SPXW", "put", 1, 4000, 30, 0.3],
        ["VIX", "call", 1, 30, 30, 1.2],
        ["VX", "future", 1, "", 30, ""],
      ],
      workedMarket,
    ),
    "underlying",
  );
  expect(rows.map((row) => [row.group, row.positions.length])).toEqual([
    ["SPX", 2],
    ["VIX", 2],
  ]);
});

test("layers keep the order of the book, expiries the order of time", () => {
  expect(netGreeks(book, "layer").map((row) => row.group)).toEqual(["IC", "short", "medium", "long"]);
  expect(netGreeks(book, "expiry").map((row) => row.group)).toEqual([
    "2022-02-16",
    "2022-03-15",
    "2022-03-18",
    "2022-05-18",
  ]);
});

test("the SPX-equivalent delta adds VIX01 at -1.28 VIX points per 1% of SPX", () => {
  const [condors, calls] = netGreeks(book, "none");
  const perPoint = -1.28 / 45.0053;
  expect(condors?.spxDelta).toBeCloseTo((condors?.delta ?? NaN) + (condors?.vix01 ?? NaN) * perPoint, 9);
  expect(calls?.spxDelta).toBeCloseTo((calls?.vix01 ?? NaN) * perPoint, 9);
});

test("the natural value buys at the ask and sells at the bid: the worked condor for 12.90", () => {
  expect(naturalValue(readBookInMarket(workedCondor, workedMarket).positions)).toBeCloseTo(-1290, 9);
  expect(() => naturalValue(book.positions)).toThrow(
    "book row 6, Ask: is blank, and a natural value needs Bid and Ask",
  );
});

test("a book whose legs have all expired is an error, not a zero", () => {
  const later = workedMarket.map((row) => (row[0] === "AsOf" ? ["AsOf", "2023-01-03"] : row));
  const withFuture = [...later, ["2023-02-15", 24]];
  expect(() => readBookInMarket(workedCondor, withFuture)).toThrow(
    "book has no live leg: all of its legs are past their expiry",
  );
});

test("groupBy is read in any case, and a wrong one names the right ones", () => {
  expect(readGrouping(null)).toBe("none");
  expect(readGrouping(" Layer ")).toBe("layer");
  expect(readGrouping("carry", ["carry"])).toBe("carry");
  expect(() => readGrouping("layers")).toThrow(
    'groupBy "layers" is not known: use none, leg, layer, underlying, expiry (the nearest is layer)',
  );
});

test("IC and ic are one layer", () => {
  const mixed = workedCondor.map((row, index) => (index === 3 ? ["ic", ...row.slice(1)] : row));
  expect(netGreeks(readBookInMarket(mixed, workedMarket), "layer")).toHaveLength(1);
});

test("a share without quotes counts at its price in a natural value", () => {
  const fund = readBookInMarket([["Underlying", "Kind", "Qty", "Price"], ["VXX", "share", 10, 20]], workedMarket); // prettier-ignore
  expect(naturalValue(fund.positions)).toBe(200);
});
