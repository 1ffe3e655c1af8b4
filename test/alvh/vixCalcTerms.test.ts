import { formatIsoDate, parseIsoDate } from "../../src/alvh/dates";
import { findVixTerm, vixTermDates } from "../../src/alvh/vixCalcTerms";

function datesOn(day: string): string[] {
  return vixTermDates(parseIsoDate(day)).map(({ expiry, settle }) => `${formatIsoDate(expiry)} ${settle}`);
}

test.each([
  // Cboe's example: the AM-settled third Friday 24 days away, and the PM-settled Friday after it.
  ["2022-09-27", ["2022-10-21 AM", "2022-10-28 PM"]],
  // A Friday: 28 and 35 days away; the published strips of that day.
  ["2022-02-04", ["2022-03-04 PM", "2022-03-11 PM"]],
  ["2022-02-14", ["2022-03-11 PM", "2022-03-18 AM"]],
  // 30 days on a Wednesday, 24 the day before: the pair moves on from Monday 25 to Tuesday 24, and on Wednesday.
  ["2022-09-26", ["2022-10-21 AM", "2022-10-28 PM"]],
  ["2022-09-28", ["2022-10-28 PM", "2022-11-04 PM"]],
  // Good Friday 2022-04-15, a third Friday: the monthly contract settles on the Thursday.
  ["2022-03-21", ["2022-04-14 AM", "2022-04-22 PM"]],
  ["2022-03-14", ["2022-04-08 PM", "2022-04-14 AM"]],
])("VIXCALC on %s takes %j", (day, expected) => {
  expect(datesOn(day)).toEqual(expected);
});

test("the time of day does not move the terms", () => {
  expect(vixTermDates(parseIsoDate("2022-02-04 09:31"))).toEqual(vixTermDates(parseIsoDate("2022-02-04")));
});

test("on a third Friday the AM contract is taken though the PM one is there; elsewhere SPX alone will do", () => {
  const asOf = parseIsoDate("2022-09-27");
  const [near, next] = vixTermDates(asOf);
  const term = (root: string, expiry: number) => ({ root, expiry, quotes: [] });
  const chain = [term("SPXW", near.expiry), term("SPX", near.expiry), term("SPX", next.expiry)];
  expect(findVixTerm(chain, asOf, near).root).toBe("SPX");
  expect(findVixTerm(chain, asOf, next).root).toBe("SPX");
  expect(() => findVixTerm([term("VIX", near.expiry)], asOf, near)).toThrow("the chain has VIX 2022-10-21");
});

test("a chain of many dates is not listed whole", () => {
  const asOf = parseIsoDate("2022-09-27");
  const chain = Array.from({ length: 11 }, (_, index) => ({
    root: "SPXW",
    expiry: 45000 + index,
    quotes: [],
  }));
  expect(() => findVixTerm(chain, asOf, vixTermDates(asOf)[0])).toThrow(/SPXW 2023-03-22 and 3 more$/);
});
