import { needed, neededAsOf, readMarket } from "../../src/alvh/market";
import { ProblemList } from "../../src/alvh/problems";
import { workedMarket } from "./workedCase";

test("reads rows in any order and case, by any of their names, past a header and blank rows", () => {
  const market = readMarket([
    ["Name", "Value", "Unit"],
    ["", ""],
    ["dividend yield", 0.0294, "a year"],
    ["s&p 500", 4500.53],
    [" vix ", 23.22],
    ["as of", "2022-02-04 16:15"],
    [null, null],
  ]);
  expect(needed(market, "Yield")).toBe(0.0294);
  expect(needed(market, "SPX")).toBe(4500.53);
  expect(needed(market, "VIX")).toBe(23.22);
});

test("AsOf without a time is the close, 16:00 New York", () => {
  expect(neededAsOf(readMarket([["AsOf", 44596]]))).toBeCloseTo(44596 + 16 / 24, 12);
  expect(neededAsOf(readMarket([["AsOf", 44596.5]]))).toBe(44596.5);
  expect(() => neededAsOf(readMarket([["VIX", 20]]))).toThrow("market needs a row AsOf");
});

test("futures are named by their date, as a serial or as text, and come ordered by expiry", () => {
  const { futures } = readMarket([
    ["AsOf", "2022-02-04 16:15"],
    [44635, 25.1484],
    ["2022-02-16", 24.2613],
    ["VX 2022-04-20", 25.7037],
  ]);
  expect(futures.map(({ price }) => price)).toEqual([24.2613, 25.1484, 25.7037]);
  expect(futures[0]?.expiry).toBeCloseTo(44608 + 9.5 / 24, 9);
});

test("VX1 to VX9 take their dates from the calendar", () => {
  const { futures } = readMarket([
    ["VX2", 25.1484],
    ["VX1", 24.2613],
    ["AsOf", "2022-02-04 16:15"],
  ]);
  // 2022-02-16 and, for Good Friday, Tuesday 2022-03-15.
  expect(futures.map(({ expiry }) => Math.floor(expiry))).toEqual([44608, 44635]);
  expect(() => readMarket([["VX1", 24]])).toThrow("takes its date from the row AsOf, which is missing");
});

test("a future that has settled by AsOf is left out, and said so", () => {
  const problems = new ProblemList();
  const rows = [["AsOf", "2022-02-16 10:00"], ["2022-02-16", 24.3], ["2022-03-15", 25.1]]; // prettier-ignore
  expect(readMarket(rows, problems).futures).toHaveLength(1);
  expect(problems.lines).toEqual([
    "Note: market row 2: the VX future of 2022-02-16 has settled by AsOf and is left out",
  ]);
});

test.each([
  [["VIX", 0.2322], "market row 1, VIX (0.2322) is out of range: VIX is in points (18.5, not 0.185)"],
  [["VVIX", -3], "market row 1, VVIX (-3) is out of range"],
  [["Rate", 5], "market row 1, Rate (5) is out of range: a rate is a decimal (0.05 for 5%)"],
  [["Yield", -1.5], "a yield is a decimal"],
  [["SPX", "4,5OO"], 'market row 1, SPX: "4,5OO" is not a number'],
  [["SPX", "4500"], 'market row 1, SPX: "4500" is text: enter it as a number'],
  [["SPXVol", 20], "a vol is a decimal (0.20 for 20%)"],
  [["AsOf", "4 Feb"], 'market row 1, AsOf ("4 Feb") is not a date'],
  [["2022-02-16", 0.24], "market row 1, 2022-02-16 (0.24) is out of range: a VX future is in VIX points"],
])("refuses %j with a sentence", (row, sentence) => {
  expect(() => readMarket([row])).toThrow(sentence);
});

test("a name or a future given twice is an error", () => {
  expect(() => readMarket([["VIX", 20], ["VIX spot", 21]])).toThrow("market row 2: VIX is given twice"); // prettier-ignore
  expect(() => readMarket([["2022-02-16", 24], [44608, 24]])).toThrow("the VX future of 2022-02-16 is given twice"); // prettier-ignore
});

test("a range of one column is refused", () => {
  expect(() => readMarket([["VIX"]])).toThrow(
    "market must have two columns, name and value: the range has one",
  );
});

test("the blanks of every host mean not given, but a rate of 0 is a rate", () => {
  const market = readMarket([
    ["VIX", ""],
    ["VVIX", null],
    ["SPXVol", 0],
    ["Rate", 0],
    [0, 0],
  ]);
  expect([...market.numbers]).toEqual([["Rate", 0]]);
});

test("an unknown name is ignored, and CHECK is told the nearest", () => {
  const problems = new ProblemList();
  readMarket([["Vixx", 20]], problems);
  expect(problems.lines).toEqual([
    'Note: market row 1: "Vixx" is not a name of a market row and is ignored; the nearest is VIX',
  ]);
});

test("names of object properties are only names", () => {
  const problems = new ProblemList();
  readMarket([["__proto__", 1], ["constructor", 2]], problems); // prettier-ignore
  expect(problems.lines).toHaveLength(2);
});

test("collects every problem when it is asked to", () => {
  const problems = new ProblemList();
  readMarket([["VIX", "x"], ["Rate", 7], ["SPX", 4500]], problems); // prettier-ignore
  expect(problems.lines).toHaveLength(2);
});

test("the worked market reads without a problem", () => {
  const problems = new ProblemList();
  expect(readMarket(workedMarket, problems).futures).toHaveLength(8);
  expect(problems.lines).toEqual([]);
});

test("AsOf a moment before a settlement, by the rounding of a serial, is that settlement", () => {
  // 2022-02-16 09:30 is 44608.395833…; typed with five decimals it lies half a second before.
  const { futures } = readMarket([["AsOf", 44608.39583], ["2022-02-16", 25], ["2022-03-15", 26]]); // prettier-ignore
  expect(futures.map(({ price }) => price)).toEqual([26]);
});

test("a future may be named by its settlement time; a name that only looks like one is refused", () => {
  const asOf = ["AsOf", "2022-02-04"];
  expect(readMarket([asOf, ["2022-02-16 09:30", 24]]).futures).toHaveLength(1);
  for (const name of ["VX10", "VXH22", "/VX", "3/15/2022", "16-Mar-22"]) {
    expect(() => readMarket([asOf, [name, 24]])).toThrow(
      `market row 2: "${name}" is no name of a VX future: use VX1 to VX9 or a date like 2022-03-16`,
    );
  }
  expect(readMarket([["VXX", 20.5]]).numbers.get("VXX")).toBe(20.5);
});

test("AsOf or a forward given twice is an error too", () => {
  expect(() => readMarket([["AsOf", 44596], ["As of", 44597]])).toThrow("market row 2: AsOf is given twice"); // prettier-ignore
  const forward = ["Forward 2022-03-18", 4487];
  expect(() => readMarket([forward, forward])).toThrow("market row 2: Forward 2022-03-18 is given twice");
});

test("a 0 that may be a blank is noted", () => {
  const problems = new ProblemList();
  readMarket([["Skew", 0]], problems);
  expect(problems.lines).toEqual([
    "Note: market row 1: Skew is 0, which is also what desktop Excel sends for a blank",
  ]);
});

test("a number that could not be read is no missing row besides", () => {
  const problems = new ProblemList();
  const market = readMarket([["Rate", 5]], problems);
  expect(() => needed(market, "Rate")).toThrow("market has a row Rate that could not be read");
});

test("an AsOf outside the market calendar is named", () => {
  expect(() => readMarket([["AsOf", "1999-01-04"]])).toThrow(
    "market row 1, AsOf (1999-01-04) must be from 2004 to 2041",
  );
});
