import type { CellValue } from "../../src/alvh/cellValue";
import { chainMarketRows } from "../../src/alvh/chainMarketRows";
import { parseIsoDate } from "../../src/alvh/dates";
import { readMarket } from "../../src/alvh/market";
import { black76 } from "../../src/core/black";

const AS_OF = parseIsoDate("2022-02-04 16:15");
const HEADER = ["expd", "root", "strike", "cbid", "cask", "pbid", "pask"];

/** A VIX option's row, priced on the VX settlement of its expiration. */
function vixRow(expd: string, root: string, strike: number, future: number, years: number): CellValue[] {
  const [call, put] = [1, -1].map((kind) => black76(kind as 1 | -1, future, strike, years, 1.1, 0.003).price);
  return [expd, root, strike, call! - 0.02, call! + 0.02, put! - 0.02, put! + 0.02];
}

const YEARS = (days: number) => (days - 405 / 1440) / 365;

const CHAIN: CellValue[][] = [
  HEADER,
  // SPXW 2022-03-18 on 2022-02-04 16:15 (Cboe); parity forward of the worked case: 4486.90.
  ["2022-03-18", "SPXW", 4480, 127.5, 128.2, 120.5, 121.4],
  ["2022-03-18", "SPXW", 4485, 124.3, 125.1, 122.4, 123.2],
  ["2022-03-18", "SPXW", 4490, 121.2, 122.0, 124.3, 125.1],
  // VX settlements of that day.
  vixRow("2022-02-16", "VIX", 24, 24.2613, YEARS(12)),
  vixRow("2022-03-15", "VIX", 25, 25.1484, YEARS(39)),
  ["2022-01-19", "VIX", 24, 1, 1.1, 1, 1.1],
  ["2022-04-20", "VIX", 24, 0, 0.1, 0, 0.1],
  ["2022-03-18", "NDX", 15000, 300, 310, 290, 300],
];

test("an SPX chain gives forwards, a VIX chain futures; past or unquoted expirations and other roots nothing", () => {
  const rows = chainMarketRows(CHAIN, AS_OF, 0.003);
  expect(rows.map(([name]) => name)).toEqual(["2022-02-16", "2022-03-15", "Forward 2022-03-18"]);
  const values = rows.map(([, value]) => value as number);
  expect(values[0]).toBeCloseTo(24.2613, 8);
  expect(values[1]).toBeCloseTo(25.1484, 8);
  expect(values[2]).toBeCloseTo(4486.9, 2);
});

test("a market takes the rows as they are", () => {
  const market = readMarket([
    ["AsOf", "2022-02-04 16:15"],
    ["VIX", 23.22],
    ...chainMarketRows(CHAIN, AS_OF, 0.003),
  ]);
  expect(market.futures).toHaveLength(2);
  expect(market.forwards.get(parseIsoDate("2022-03-18"))).toBeCloseTo(4486.9, 2);
});

test("where both roots expire, the monthly SPX speaks", () => {
  const both = [...CHAIN, ["2022-03-18", "SPX", 4500, 110, 111, 120, 121]];
  expect(chainMarketRows(both, AS_OF, 0).at(-1)).toEqual(["Forward 2022-03-18", 4490]);
});
