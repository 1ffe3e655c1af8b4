import { readBook } from "../../src/alvh/book";
import type { CellValue } from "../../src/alvh/cellValue";
import { chainToBookLegs } from "../../src/alvh/chainToBookLegs";
import { parseIsoDate } from "../../src/alvh/dates";

const MARCH = parseIsoDate("2022-03-18");

// SPXW quotes of 2022-02-04 16:15 (Cboe); the SPX and VIX rows stand for their roots alone.
const CHAIN: CellValue[][] = [
  ["expd", "root", "strike", "cbid", "cask", "coi", "pbid", "pask", "poi"],
  ["2022-03-18", "SPXW", 4100, 421.5, 424.5, 21, 38.1, 38.7, 22],
  ["2022-03-18", "SPXW", 4725, 21.3, 21.8, 31, 249, 252, 32],
  ["2022-03-18", "SPX", 4725, 21, 21.6, 41, 248, 251, 42],
  ["2022-02-09", "VIXW", 30, 0.5, 0.6, 7, 6.5, 6.7, 8],
  ["2022-02-09", "VIXW", 90, 0, 0, 9, 65, 67, 1],
  ["2022-03-18", "NDX", 15000, 300, 310, 1, 290, 300, 1],
];

test("picked options become legs that a book understands, at the chain's quotes", () => {
  const book = chainToBookLegs(CHAIN, [
    { expiry: MARCH, root: "SPXW", kind: "put", strike: 4100, quantity: -10, layer: "IC" },
    { expiry: MARCH, root: "SPX", kind: "call", strike: 4725, quantity: -10, layer: "IC" },
    { expiry: parseIsoDate("2022-02-09"), kind: "call", strike: 30, quantity: 4, layer: "short" },
  ]);
  expect(book).toEqual([
    ["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "Bid", "Ask", "OpenInterest"],
    ["IC", "SPXW", "put", -10, 4100, "2022-03-18", 38.1, 38.7, 22],
    ["IC", "SPX", "call", -10, 4725, "2022-03-18", 21, 21.6, 41],
    ["short", "VIX", "call", 4, 30, "2022-02-09", 0.5, 0.6, 7],
  ]);
  const legs = readBook(book);
  expect(legs.map(({ mark }) => mark?.toFixed(2))).toEqual(["38.40", "21.30", "0.55"]);
  expect(legs.map(({ expiry }) => (expiry && "settle" in expiry ? expiry.settle : ""))).toEqual([
    "PM",
    "AM",
    "AM",
  ]);
});

test("an option without quotes has blanks, not a price of 0", () => {
  const [, leg] = chainToBookLegs(CHAIN, [
    { expiry: parseIsoDate("2022-02-09"), kind: "call", strike: 90, quantity: 1 },
  ]);
  expect(leg).toEqual(["", "VIX", "call", 1, 90, "2022-02-09", "", "", 9]);
});

test.each([
  [{ strike: 4725 }, "pick 1: the chain has NDX and SPX and SPXW on 2022-03-18: say which root"],
  [{ root: "SPXW", strike: 4730 }, "pick 1: the chain has no strike 4730 of SPXW 2022-03-18"],
  [{ root: "NDX", strike: 15000 }, "pick 1: options on NDX have no place in a book: use SPX, SPXW, VIX"],
  [{ root: "SPXW", expiry: MARCH + 7 }, "pick 1: the chain has no SPXW expiration 2022-03-25"],
  [{ root: "SPXW", quantity: 0 }, "pick 1: quantity (0) must be a number other than 0"],
])("%j is refused", (change, message) => {
  const pick = { expiry: MARCH, kind: "call" as const, strike: 4725, quantity: 1, ...change };
  expect(() => chainToBookLegs(CHAIN, [pick])).toThrow(message);
});

test("no pick is no book", () => {
  expect(() => chainToBookLegs(CHAIN, [])).toThrow("no option of the chain is picked: pick at least one");
});
