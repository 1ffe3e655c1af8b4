import { readBook } from "../../src/alvh/book";
import type { CellValue } from "../../src/alvh/cellValue";
import { ProblemList } from "../../src/alvh/problems";
import { workedBook } from "./workedCase";

const HEADER: CellValue[] = ["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "DTE", "Vol", "Price", "Bid", "Ask", "Settle"]; // prettier-ignore

/** A book of one leg: a SPXW put, with some cells changed. */
function oneLeg(changes: Record<string, CellValue>): CellValue[][] {
  const cells: Record<string, CellValue> = {
    Layer: "IC", Underlying: "SPXW", Kind: "put", Qty: -1, Strike: 4100, Expiry: "2022-03-18", Vol: 0.27, ...changes,
  }; // prettier-ignore
  return [HEADER, HEADER.map((name) => cells[String(name)] ?? "")];
}

test("reads the worked book: eight legs in their layers", () => {
  const legs = readBook(workedBook);
  expect(legs.map((leg) => [leg.layer, leg.terms.symbol, leg.kind, leg.quantity, leg.strike])).toEqual([
    ["IC", "SPXW", "put", 10, 4050],
    ["IC", "SPXW", "put", -10, 4100],
    ["IC", "SPXW", "call", -10, 4725],
    ["IC", "SPXW", "call", 10, 4775],
    ["short", "VIX", "call", 4, 30],
    ["medium", "VIX", "call", 4, 30],
    ["long", "VIX", "call", 2, 30],
  ]);
  expect(legs[1]?.mark).toBeCloseTo(38.4, 12);
});

test.each([
  ["C", "call"],
  ["Puts", "put"],
  [" p ", "put"],
])("kind %j is a %s", (typed, kind) => {
  expect(readBook(oneLeg({ Kind: typed }))[0]?.kind).toBe(kind);
});

test("a future on VIX is a VX future, a fund is held in shares, and neither needs a strike", () => {
  const legs = readBook([
    ["Symbol", "Type", "Quantity", "Expiration"],
    ["^VIX", "future", 1, "2022-03-15"],
    ["UVXY", "etf", 50, ""],
  ]);
  expect(legs.map((leg) => [leg.terms.symbol, leg.kind, leg.multiplier, leg.strike])).toEqual([
    ["VX", "future", 1000, undefined],
    ["UVXY", "share", 1, undefined],
  ]);
});

test("settlement: SPXW stops PM, VIX AM, SPX AM on its third Friday and PM else; Settle overrides", () => {
  const settleOf = (changes: Record<string, CellValue>): string | undefined => {
    const expiry = readBook(oneLeg(changes))[0]?.expiry;
    return expiry !== undefined && "settle" in expiry ? expiry.settle : undefined;
  };
  expect(settleOf({})).toBe("PM");
  expect(settleOf({ Underlying: "SPX" })).toBe("AM");
  expect(settleOf({ Underlying: "SPX", Expiry: "2022-03-16" })).toBe("PM");
  expect(settleOf({ Underlying: "VIX", Expiry: "2022-03-15", Strike: 30 })).toBe("AM");
  expect(settleOf({ Underlying: "SPX", Settle: "pm" })).toBe("PM");
});

test("days count where no date is given", () => {
  expect(readBook(oneLeg({ Expiry: "", DTE: 42.5 }))[0]?.expiry).toEqual({ daysToExpiry: 42.5 });
});

test("less than a second in DTE is no time left, as between two dates", () => {
  expect(readBook(oneLeg({ Expiry: "", DTE: 5e-324 }))[0]?.expiry).toEqual({ daysToExpiry: 0 });
  expect(readBook(oneLeg({ Expiry: "", DTE: 1 / 86400 }))[0]?.expiry).toEqual({ daysToExpiry: 1 / 86400 });
});

test("Multiplier overrides the contract's", () => {
  const book = [["Underlying", "Kind", "Qty", "Strike", "DTE", "Multiplier"], ["SPX", "call", 1, 4500, 30, 10]]; // prettier-ignore
  expect(readBook(book)[0]?.multiplier).toBe(10);
});

test("a spread in one row is two legs: the first strike bought, the second sold", () => {
  const legs = readBook(
    oneLeg({ Underlying: "VIX", Kind: "call spread", Qty: 3, Strike: "25/35", Vol: "1.2/1.1" }),
  );
  expect(legs.map((leg) => [leg.kind, leg.quantity, leg.strike, leg.vol])).toEqual([
    ["call", 3, 25, 1.2],
    ["call", -3, 35, 1.1],
  ]);
  const oneVol = readBook(oneLeg({ Underlying: "VIX", Kind: "put spread", Strike: "25/20", Vol: 1.2 }));
  expect(oneVol.map((leg) => [leg.kind, leg.quantity, leg.vol])).toEqual([
    ["put", -1, 1.2],
    ["put", 1, 1.2],
  ]);
});

test.each<[Record<string, CellValue>, string]>([
  [{ Strike: "45OO" }, 'book row 2, Strike: "45OO" is not a number'],
  [{ Strike: "4500" }, 'book row 2, Strike: "4500" is text: enter it as a number'],
  [{ Strike: -5 }, "book row 2, Strike: -5 must be at least 0.01"],
  [{ Strike: "" }, "book row 2, Strike: is blank: give a number"],
  [{ Kind: "" }, "book row 2, Kind: is blank: use call, put, future or share"],
  [{ Kind: "straddle" }, 'book row 2, Kind: "straddle" is not known: use call, put, future, share'],
  [{ Underlying: "" }, "book row 2, Underlying: is blank: use one of SPX, SPXW, VIX, VX, VXX, UVXY"],
  [{ Underlying: "SPY" }, 'book row 2, Underlying: "SPY" is not known: use one of SPX'],
  [
    { Underlying: "VX" },
    "book row 2, Kind: VX trades as future, not as put; an option on a VIX future has the Underlying VIX",
  ],
  [{ Underlying: "VXX", Kind: "call" }, "book row 2, Kind: VXX trades as share, not as call"],
  [{ Qty: "" }, "book row 2, Qty: is blank: give a number"],
  [{ Expiry: "" }, "book row 2, Expiry: is blank: give an Expiry date, or days in a column DTE"],
  [{ Expiry: "18 March" }, 'book row 2, Expiry ("18 March") is not a date'],
  [{ Vol: 2000 }, "book row 2, Vol: 2000 must be at most 10"],
  [
    { Kind: "call spread", Underlying: "VIX", Strike: "25/25", Vol: 1.2 },
    'book row 2, Strike: "25/25" is twice the same strike',
  ],
  [
    { Kind: "call spread", Underlying: "VIX", Strike: "1e300/0x10", Vol: 1.2 },
    'book row 2, Strike: "1e300/0x10" is not a pair',
  ],
  [
    { Kind: "call spread", Underlying: "VIX", Strike: "25/35", Vol: "x" },
    'book row 2, Vol: "x" is not a pair like "1.2/1.1"',
  ],
  [
    { Kind: "call spread", Underlying: "VIX", Strike: "25/35", Vol: "", Price: 2 },
    'book row 2, Vol: is blank: give the vol, or both as "1.2/1.1"',
  ],
  [{ Expiry: "2045-01-18" }, "book row 2, Expiry (2045-01-18) must be from 2004 to 2041"],
  [{ Expiry: 0, DTE: 0 }, "book row 2, Expiry: is blank: give an Expiry date, or days in a column DTE"],
  [{ Vol: 20 }, "book row 2, Vol: vol 20 looks like a percentage: use 0.2"],
  [{ Vol: -0.2 }, "book row 2, Vol: -0.2 must be at least"],
  [{ Vol: "", Bid: 3, Ask: 2 }, "book row 2, Bid: 3 is above the Ask 2"],
  [{ Vol: "", Price: -1 }, "book row 2, Price: -1 must be at least 0"],
  [{ Settle: "noon" }, 'book row 2, Settle: "noon" is not known: use AM or PM'],
  [{ Kind: "call spread", Strike: 25 }, 'book row 2, Strike: 25 is not a pair like "25/35"'],
])("%j: a sentence that names row and column", (changes, sentence) => {
  expect(() => readBook(oneLeg(changes))).toThrow(sentence);
});

test("the blanks of desktop Excel, which are 0, count as blank where 0 means nothing", () => {
  const [leg] = readBook(oneLeg({ Layer: 0, DTE: 0, Price: 0, Bid: 0, Ask: 0, Settle: 0 }));
  expect(leg).toMatchObject({ layer: "", mark: undefined, bid: undefined, ask: undefined });
});

test("a bid of 0 with an ask is a quote", () => {
  expect(readBook(oneLeg({ Vol: "", Bid: 0, Ask: 0.1 }))[0]?.mark).toBe(0.05);
});

test("a total row, a note or blank rows between the legs are no legs", () => {
  const [header = [], leg = []] = oneLeg({});
  const total = header.map((name) => (name === "Layer" ? "Total" : name === "Qty" ? 10 : ""));
  const note = header.map((name) => (name === "Layer" ? "roll on Friday" : 0));
  expect(readBook([header, header.map(() => 0), leg, note, leg, total])).toHaveLength(2);
});

test("a bad row is left out and the others are read, when problems are collected", () => {
  const [header = [], leg = []] = oneLeg({});
  const [, bad = []] = oneLeg({ Strike: "x" });
  const problems = new ProblemList();
  expect(readBook([header, leg, bad, leg], problems)).toHaveLength(2);
  expect(problems.lines).toEqual(['book row 3, Strike: "x" is not a number']);
});

test("a book without a leg is an error; a leg of no contracts is a note", () => {
  expect(() => readBook([HEADER])).toThrow("book has a header but no leg: give one leg a row");
  const problems = new ProblemList();
  readBook(oneLeg({ Qty: 0 }), problems);
  expect(problems.lines).toEqual(["Note: book row 2: Qty is 0, so the leg counts for nothing"]);
});

test("a misspelt column is named as missing, not as a blank cell", () => {
  const book = [["Underlying", "Kind", "Qty", "Strke", "DTE"], ["SPX", "put", 1, 4000, 30]]; // prettier-ignore
  expect(() => readBook(book)).toThrow("book row 2, Strike: the book has no such column: give a number");
});

test("invisible characters in a word do not hide it", () => {
  expect(readBook(oneLeg({ Kind: "put\u200b", Underlying: "\u200eSPXW" }))[0]?.kind).toBe("put");
});

test("a bid of 0 is noted, since desktop Excel sends it for a blank", () => {
  const problems = new ProblemList();
  readBook(oneLeg({ Vol: "", Bid: 0, Ask: 0.1 }), problems);
  expect(problems.lines).toEqual([
    "Note: book row 2: Bid is 0 (or blank in desktop Excel), so the mark is half the Ask",
  ]);
});

test("a spread's Entry and Fees are put on the option bought, so that its profit is right", () => {
  const header = ["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol", "Entry", "Fees"];
  const legs = readBook([header, ["VIX", "call spread", 10, "25/35", 30, 1.2, 5, 20]]);
  expect(legs.map(({ entry, fees }) => [entry, fees])).toEqual([[5, 20], [0, 0]]); // prettier-ignore
});

test("legs without Entry beside legs with one are noted", () => {
  const problems = new ProblemList();
  const header = ["Underlying", "Kind", "Qty", "Strike", "DTE", "Vol", "Entry"];
  readBook([header, ["SPX", "put", -1, 4000, 30, 0.3, 12], ["SPX", "put", 1, 3900, 30, 0.3, ""]], problems);
  expect(problems.lines).toEqual([
    "Note: book rows 3 have no Entry while others do: their profit starts from now",
  ]);
});
