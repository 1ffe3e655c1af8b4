import type { CellValue } from "../../src/alvh/cellValue";
import { formatIsoDate } from "../../src/alvh/dates";
import { readOptionChain } from "../../src/alvh/optionChain";

const HEADER = ["expd", "root", "strike", "cbid", "cask", "pbid", "pask"];

// Quotes of 2022-02-04 (Cboe): SPXW 2022-03-04 and 2022-03-11.
const CHAIN: CellValue[][] = [
  HEADER,
  ["2022-03-11", "SPXW", 4500, 113.1, 113.9, 126.2, 127],
  ["2022-03-04", "SPXW", 4490, 106.6, 107.4, 107.6, 108.4],
  ["2022-03-04", "SPXW", 800, 3678.5, 3695.6, 0, 0.05],
];

test("the terms come by expiration and the quotes by strike, whatever the order of the rows", () => {
  const terms = readOptionChain(CHAIN);
  expect(terms.map(({ root, expiry }) => `${root} ${formatIsoDate(expiry)}`)).toEqual([
    "SPXW 2022-03-04",
    "SPXW 2022-03-11",
  ]);
  expect(terms[0]!.quotes.map(({ strike }) => strike)).toEqual([800, 4490]);
  expect(terms[0]!.quotes[0]).toMatchObject({
    row: 4,
    callBid: 3678.5,
    callAsk: 3695.6,
    putBid: 0,
    putAsk: 0.05,
  });
});

test("columns go by their names, in any order, under titles and beside notes; blank rows are skipped", () => {
  const chain: CellValue[][] = [
    ["My chain", null, null, null, null, null, null],
    ["Note", "Put ask", "Put bid", "Call ask", "Call bid", "STRIKE", "Expiration"],
    ["", 108.4, 107.6, 107.4, 106.6, 4490, 44624],
    ["", 0, 0, 0, 0, 0, 0],
    [null, null, null, null, null, null, null],
    ["x", 113.4, 112.6, 102.4, "", 4500, "2022-03-04"],
  ];
  const [term, ...others] = readOptionChain(chain);
  expect(others).toEqual([]);
  expect(term).toMatchObject({ root: "", expiry: 44624 });
  // Without a bid the cell may be blank.
  expect(term!.quotes.map(({ strike, callBid, putAsk }) => [strike, callBid, putAsk])).toEqual([
    [4490, 106.6, 108.4],
    [4500, 0, 113.4],
  ]);
});

const NAMES = ["Last Sale", "Net", "Bid", "Ask", "Volume", "IV", "Delta", "Gamma", "Open Interest"];

test("a quote table has the calls left of Strike and the puts right of it; the root is in the symbol", () => {
  const table: CellValue[][] = [
    [""],
    ["Standard & Poors 500 Index", "Last: 4500.5298", "Change: 23.0898"],
    ["Date: February 5 2022, 8:09 PM EST", "Bid: 4420.5", "Ask: 4615.4302", "Size: 1*1", "Volume: 0"],
    ["Expiration Date", "Calls", ...NAMES, "Strike", "Puts", ...NAMES],
    // prettier-ignore
    ["Fri Mar 18 2022", "SPX220318C04100000", 0, 0, 421, 424, 5, 0.28, 0.84, 0, 11, 4100, "SPX220318P04100000", 0, 0, 38.1, 38.7, 7, 0.28, -0.16, 0, 12],
    // prettier-ignore
    ["Fri Mar 18 2022", "SPXW220318C04100000", 0, 0, 421.5, 424.5, 5, 0.28, 0.84, 0, 21, 4100, "SPXW220318P04100000", 0, 0, 38.2, 38.8, 7, 0.28, -0.16, 0, 22],
  ];
  const [am, pm] = readOptionChain(table);
  expect([am!.root, pm!.root]).toEqual(["SPX", "SPXW"]);
  expect(am!.quotes).toEqual([
    {
      row: 5,
      strike: 4100,
      callBid: 421,
      callAsk: 424,
      putBid: 38.1,
      putAsk: 38.7,
      callOpenInterest: 11,
      putOpenInterest: 12,
    },
  ]);
});

test.each<[string, CellValue[][], string]>([
  ["an empty range", [["", null]], "chain is empty: give a header and one strike a row"],
  [
    "no header",
    [["2022-03-04", 4490, 1, 2, 3, 4]],
    "chain has no header row: name the columns expd, root, strike",
  ],
  [
    "a missing column",
    [HEADER.slice(0, 6), CHAIN[1]!],
    "chain row 1, the header, has no column pask (the put's ask)",
  ],
  ["no quote", [HEADER], "chain has a header but no quote: give one strike a row"],
  [
    "a bad price",
    [HEADER, ["2022-03-04", "SPXW", 4490, "1O6.6", 107, 1, 2]],
    'chain row 2, call bid: "1O6.6" is not a',
  ],
  [
    "a bad date",
    [HEADER, ["soon", "SPXW", 4490, 1, 2, 1, 2]],
    'chain row 2, expiration: "soon" is not a date',
  ],
  [
    "a negative price",
    [HEADER, ["2022-03-04", "", 4490, 1, 2, -1, 2]],
    "chain row 2, put bid: -1 must be at least 0",
  ],
  [
    "a strike twice",
    [...CHAIN, ["2022-03-04", "SPXW", 4490, 1, 2, 1, 2]],
    "chain rows 3 and 5 both quote strike 4490 of SPXW 2022-03-04: keep one of them",
  ],
  [
    "a strike twice without roots",
    [HEADER, ["2022-03-18", "", 4490, 1, 2, 1, 2], ["2022-03-18", "", 4490, 1, 2, 1, 2]],
    "both quote strike 4490 of 2022-03-18: name the root (SPX or SPXW) in a column root",
  ],
])("%s is refused with its place", (_name, chain, message) => {
  expect(() => readOptionChain(chain)).toThrow(message);
});
