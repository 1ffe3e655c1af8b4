import { readOptionChain, type ChainQuote } from "../../src/alvh/optionChain";
import { vixCalcStrip } from "../../src/alvh/vixCalcStrip";
import { blackScholesPrice } from "../../src/core/black";
import { methodologyChain } from "./vixMethodologyExample";

function quotesOf(rows: readonly (number | string)[][]): readonly ChainQuote[] {
  const header = ["expd", "strike", "cbid", "cask", "pbid", "pask"];
  return readOptionChain([header, ...rows.map((row) => ["2022-03-18", ...row])])[0]!.quotes;
}

const [near] = readOptionChain(methodologyChain);

// Cboe's example, step 2: sum of the contributions .0006320516, that is (2/T) sum = .019267 and -.00003337 for F/K0.
test("the near term of Cboe's example", () => {
  const years = 34484 / 525600;
  const strip = vixCalcStrip(near!.quotes, 0.00031664, years);
  const sum = ((strip.variance + (1962.89996 / 1960 - 1) ** 2 / years) * years) / 2;
  expect(sum).toBeCloseTo(0.0006320516, 9);
  // Listed 2150 and 2175 have no bids, so that 2225 with its live bid is beyond the end; so are 1350 and 1355.
  expect(strip).toMatchObject({
    lowestStrike: 1370,
    highestStrike: 2125,
    putsEndByRule: true,
    callsEndByRule: true,
  });
  // The strikes printed in Appendix 5.
  expect(strip.count).toBe(146);
});

test("with one vol at every strike the strip gives that vol", () => {
  // The replication of a lognormal's variance (Demeterfi et al. 1999): exact but for the grid of strikes.
  const [years, vol, rate] = [30 / 365, 0.2, 0.03];
  const strikes = Array.from({ length: 1201 }, (_, index) => 1000 + 5 * index);
  const forward = 4000 * Math.exp(rate * years);
  const quotes = quotesOf(
    strikes.map((strike) => {
      const call = blackScholesPrice(1, 4000, strike, years, vol, rate, 0);
      const put = blackScholesPrice(-1, 4000, strike, years, vol, rate, 0);
      return [strike, call, call, put, put];
    }),
  );
  const strip = vixCalcStrip(quotes, rate, years);
  expect(strip.forward).toBeCloseTo(forward, 6);
  expect(Math.sqrt(strip.variance)).toBeCloseTo(vol, 4);
});

const MIDDLE = [
  [95, 6, 6.2, 1, 1.2],
  [100, 2.5, 2.7, 2.5, 2.7],
  [105, 1, 1.2, 6, 6.2],
];

test("one zero bid is stepped over, two in a row end the side, and a chain that ends before says so", () => {
  const quotes = quotesOf([
    [70, 30, 30.2, 0.05, 0.1],
    [75, 25, 25.2, 0, 0.1],
    [80, 20, 20.2, "", 0.1],
    [85, 15, 15.2, 0.2, 0.3],
    [90, 10, 10.2, 0, 0.5],
    ...MIDDLE,
    [110, 0, 0.5, 10, 10.2],
    [115, 0.1, 0.2, 15, 15.2],
  ]);
  expect(vixCalcStrip(quotes, 0, 0.1)).toMatchObject({
    k0: 100,
    lowestStrike: 85,
    highestStrike: 115,
    count: 5,
    putsEndByRule: true,
    callsEndByRule: false,
  });
});

test("a strike equal to the forward is K0", () => {
  expect(vixCalcStrip(quotesOf(MIDDLE), 0, 0.1)).toMatchObject({ forward: 100, k0: 100 });
});

test.each<[string, (number | string)[][], string]>([
  [
    "a crossed quote in the strip",
    [...MIDDLE, [110, 0.5, 0.4, 10, 10.2]],
    "chain row 5, call ask: 0.4 is below the bid 0.5",
  ],
  [
    "a bid without an ask",
    [...MIDDLE, [90, 10, 10.2, 0.5, ""]],
    "chain row 5, put ask: 0 is below the bid 0.5",
  ],
  [
    "all strikes above the forward",
    [
      [105, 1, 1.2, 6, 6.2],
      [110, 0.5, 0.7, 10, 10.2],
    ],
    "no strike at or below its forward, 100.00",
  ],
  [
    "no quote at K0",
    [
      [98, 3, 3.2, 0, 0.1],
      [105, 1, 1.2, 6, 6.2],
    ],
    "strike 98, the first at or below the forward, has no bid for its put",
  ],
  [
    "one strike alone",
    [[100, 2.5, 2.7, 2.5, 2.7]],
    "strike 100 is the only one of the chain with a bid out of the money",
  ],
])("%s is refused", (_name, rows, message) => {
  expect(() => vixCalcStrip(quotesOf(rows), 0, 0.1)).toThrow(message);
});
