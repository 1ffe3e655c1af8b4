import { CellError } from "./support/customFunctions";
import fc from "fast-check";
import { netTheta } from "../../src/functions/book";
import { condorBook, condorSize, condorStrikes, condorSummary } from "../../src/functions/condor";
import { workedBook, workedCondor, workedMarket } from "../alvh/workedCase";
import { thrownBy } from "./support/thrownBy";

/** The strikes of a condor's four legs. */
function strikes(table: any[][]): unknown[] {
  return table.slice(1, 5).map((row) => row[2] as unknown);
}

test("CONDOR.STRIKES takes what is omitted from the settings: delta .16, 50 wide, 20 more above VIX 16", () => {
  // Unrounded 4095.54 and 4736.21, by condor-case.py.
  expect(strikes(condorStrikes(workedMarket, 42))).toEqual([4025, 4095, 4735, 4805]);
  expect(strikes(condorStrikes(workedMarket, [[42]], null, null, null as never))).toEqual([
    4025, 4095, 4735, 4805,
  ]);
  // Desktop Excel sends 0 for a blank cell.
  expect(strikes(condorStrikes(workedMarket, 42, 0, 0, [[""]]))).toEqual([4025, 4095, 4735, 4805]);
});

test("CONDOR.STRIKES takes delta, width and settings; a put's negative delta is its size", () => {
  const off = [["B15.Reading", "OFF"]];
  expect(strikes(condorStrikes(workedMarket, 42, 0.16, 100, off))).toEqual([3995, 4095, 4735, 4835]);
  expect(strikes(condorStrikes(workedMarket, 42, -0.16, 100, off))).toEqual([3995, 4095, 4735, 4835]);
});

test("CONDOR.BOOK spills a book that NETTHETA and CONDOR.SUMMARY take", () => {
  const book = condorBook(workedMarket, 42, 10);
  const summary = condorSummary(book, workedMarket);
  const theta = summary.find(([name]) => name === "Theta")?.[1] as number;
  expect(netTheta(book, workedMarket)).toEqual([[expect.closeTo(theta, 8)]]);
  expect(theta).toBeGreaterThan(0);
  expect(summary.find(([name]) => name === "Condors")?.[1]).toBe(10);
});

test("CONDOR.BOOK in days works without AsOf", () => {
  const undated = workedMarket.filter(([name]) => name !== "AsOf" && !/^\d/.test(String(name)));
  const book = condorBook(undated, 42, 1);
  expect(book[0]?.[5]).toBe("DTE");
  expect(condorSummary(book, undated)[2]).toEqual(["Expiry", "42 days", expect.any(String)]);
});

test("CONDOR.SUMMARY of the worked case: credit 13.95", () => {
  const summary = condorSummary(workedCondor, workedMarket);
  expect(summary[0]).toEqual(["Figure", "Value", "Unit or rule, as of 2022-02-04 16:15"]);
  expect(summary.find(([name]) => name === "Credit at mid")?.[1]).toBeCloseTo(13.95, 8);
});

test("CONDOR.SIZE answers in its first row", () => {
  // 3788.50 dollars at risk in one: 20,000 bear five.
  expect(condorSize(workedBook, workedMarket, 1_000_000)[1]?.slice(0, 2)).toEqual(["Condors to hold", 5]);
  expect(condorSize(workedBook, workedMarket, 1_000_000, [["B19.Share", 0.03]])[1]?.[1]).toBe(7);
});

test.each<[string, () => unknown, string]>([
  ["no dte", () => condorStrikes(workedMarket, null), "dte is blank: give calendar days to expiry"],
  ["dte in the past", () => condorStrikes(workedMarket, -1), "dte (-1) must be positive: calendar days to expiry"],
  ["a text for dte", () => condorStrikes(workedMarket, "soon"), 'dte: "soon" is not a number'],
  ["a delta in percent", () => condorStrikes(workedMarket, 42, 16), "shortDelta (16) must lie between 0 and 0.5: use 0.16 for 16"],
  ["a delta beyond the money", () => condorStrikes(workedMarket, 42, 0.6), "shortDelta (0.6) must lie between 0 and 0.5"],
  ["a negative width", () => condorStrikes(workedMarket, 42, null, -50), "width (-50) must be positive"],
  ["no quantity", () => condorBook(workedMarket, 42, ""), "qty is blank: give the number of condors sold"],
  ["a negative quantity", () => condorBook(workedMarket, 42, -5), "qty (-5) must be positive: the number of condors sold"],
  ["no risk capital", () => condorSize(workedBook, workedMarket, 0), "riskCapital (0) must be positive: dollars"],
  ["an unknown setting", () => condorSummary(workedCondor, workedMarket, [["B15.WingExtr", 20]]), "the nearest are B15.WingExtra"],
  ["a market without VIX", () => condorStrikes([["SPX", 4500], ["Rate", 0], ["Yield", 0]], 42), "market needs a row VIX"],
])("%s is #VALUE! with a sentence", (_, run, sentence) => {
  const error = thrownBy(run);
  expect(error.code).toBe("#VALUE!");
  expect(error.message).toContain(sentence);
}); // prettier-ignore

test("a delta that no strike has is #N/A with the reason", () => {
  const error = thrownBy(() => condorStrikes(workedMarket, 42, 0.499));
  expect(error.code).toBe("#N/A");
  expect(error.message).toContain("has a delta of 0.499");
});

describe("whatever the market, there are strikes in order and finite figures, or a sentence", () => {
  const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
  const asked = fc.record({
    spx: between(500, 9000),
    vix: between(9, 90),
    rate: between(-0.02, 0.1),
    dividendYield: between(-0.02, 0.05),
    skew: between(-0.8, 0.1),
    dte: fc.oneof(between(0.02, 800), fc.integer({ min: 1, max: 800 })),
    shortDelta: fc.oneof(between(0.02, 0.4), fc.constant(null)),
    width: between(3, 300),
    measure: fc.constantFrom("points", "ln"),
    reading: fc.constantFrom("WIDTH", "SHORT_STRIKE", "OFF"),
  });

  test("STRIKES, BOOK, SUMMARY and SIZE", () => {
    const property = fc.property(asked, (given) => {
      const market = [
        ["AsOf", "2022-02-04 16:15"], ["SPX", given.spx], ["VIX", given.vix], ["Rate", given.rate],
        ["Yield", given.dividendYield], ["Skew", given.skew],
      ]; // prettier-ignore
      const settings = [
        ["Condor.StrikesBy", "deviations"], ["B16.Measure", given.measure], ["B15.Reading", given.reading], ["B24.NAV", 1e5],
      ]; // prettier-ignore
      const { dte, shortDelta, width } = given;
      const table = tableOrSentence(() => condorStrikes(market, dte, shortDelta, width, settings));
      if (table === undefined) return;
      const [longPut = 0, shortPut = 0, shortCall = 0, longCall = 0] = strikes(table) as number[];
      expect(longPut < shortPut && shortPut <= shortCall && shortCall < longCall).toBe(true);
      const book = condorBook(market, dte, 3, shortDelta, width, settings);
      const tables = [
        table,
        book,
        tableOrSentence(() => condorSummary(book, market, settings)) ?? [],
        tableOrSentence(() => condorSize(book, market, 1e6, settings)) ?? [],
      ];
      expect(tables.flat(2).filter((value) => typeof value !== "string" && !Number.isFinite(value))).toEqual(
        [],
      );
    });
    fc.assert(property, { numRuns: 300, seed: 20220204 });
  });
});

/** A table, or undefined where the function explains why there is none; anything else thrown is a bug. */
function tableOrSentence(run: () => any[][]): any[][] | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof CellError && error.message !== "") return undefined;
    throw error;
  }
}
