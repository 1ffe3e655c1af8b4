import { readOptionChain, type ChainQuote } from "../../src/alvh/optionChain";
import { parityForward } from "../../src/alvh/parityForward";
import { black76 } from "../../src/core/black";
import { NoSolutionError } from "../../src/core/errors";

function quotesOf(rows: readonly number[][]): readonly ChainQuote[] {
  const header = ["expd", "strike", "cbid", "cask", "pbid", "pask"];
  return readOptionChain([header, ...rows.map((row) => ["2022-03-18", ...row])])[0]!.quotes;
}

// SPXW 2022-03-18 on 2022-02-04 16:15 (Cboe chain); the forward of the worked case, 4486.90.
const SPX = [
  [4480, 127.5, 128.2, 120.5, 121.4],
  [4485, 124.3, 125.1, 122.4, 123.2],
  [4490, 121.2, 122.0, 124.3, 125.1],
];

test("an SPX forward comes from the strike where call and put are closest", () => {
  const { forward, strike } = parityForward(quotesOf(SPX), 0.003, 41.9896 / 365);
  expect(strike).toBe(4485);
  expect(forward).toBeCloseTo(4486.9, 2);
});

test("a VIX chain gives back the VX future it was priced on", () => {
  // VX settlement of 2022-03-15 on 2022-02-04; parity holds exactly for any vol.
  const years = 38.72 / 365;
  const rows = [22, 24, 25, 26, 30].map((strike) => {
    const call = black76(1, 25.1484, strike, years, 1.1, 0.05).price;
    const put = black76(-1, 25.1484, strike, years, 1.1, 0.05).price;
    return [strike, call - 0.05, call + 0.05, put - 0.05, put + 0.05];
  });
  expect(parityForward(quotesOf(rows), 0.05, years).forward).toBeCloseTo(25.1484, 10);
});

test("a strike without quotes, or with a crossed one, is not taken for the closest", () => {
  const rows = [...SPX, [3000, 0, 0, 0, 0], [6000, 0, 0.05, 0, 0.05], [5000, 12, 10, 11, 11]];
  expect(parityForward(quotesOf(rows), 0.003, 0.115).strike).toBe(4485);
});

test("without a strike that has both bids there is no forward", () => {
  expect(() => parityForward(quotesOf([[4485, 124.3, 125.1, 0, 0.05]]), 0, 0.1)).toThrow(NoSolutionError);
});
