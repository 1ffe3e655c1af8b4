import { CellError } from "./support/customFunctions";
import { dte, events, spxExpiry, vixExpiry } from "../../src/functions/calendar";

/** One cell as Excel hands it over. */
function one(value: unknown): any[][] {
  return [[value]];
}

function thrownBy(run: () => unknown): CellError {
  try {
    run();
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test("VIXEXPIRY gives the settlement days of the worked case (market data of 2022-02-04)", () => {
  // 2022-02-16, 2022-03-15 (a Tuesday: Good Friday), 2022-04-20 as Excel serials: 44596 is 2022-02-04.
  expect(vixExpiry(one("2022-02-04 16:15"))).toEqual([[44608]]);
  expect(vixExpiry(one(44596), [[1, 2, 3]])).toEqual([[44608, 44635, 44671]]);
  expect(vixExpiry(one("2022-02-04"), one(-1))).toEqual([[44580]]);
});

test("VIXEXPIRY counts the weeklys when asked to", () => {
  expect(vixExpiry(one("2022-02-04"), one(null), one(true))).toEqual([[44601]]);
  expect(vixExpiry(one("2022-02-04"), one(""), one(false))).toEqual([[44608]]);
});

test("SPXEXPIRY is the monthly contract unless PM is asked for", () => {
  // 2022-02-18 and 2022-02-07; April's third Friday is Good Friday, so the Thursday, 2022-04-14.
  expect(spxExpiry(one("2022-02-04"))).toEqual([[44610]]);
  expect(spxExpiry(one("2022-02-04"), one(1), [["AM"], ["pm"]])).toEqual([[44610], [44599]]);
  expect(spxExpiry(one("2022-02-04"), one(3))).toEqual([[44665]]);
});

test("DTE of the worked case is 42 days less 15 minutes, and broadcasts", () => {
  const [[days]] = dte(one("2022-02-04 16:15"), one("2022-03-18"), one("PM")) as [[number]];
  expect(days).toBeCloseTo(42 - 15 / 1440, 12);
  const column = dte(one("2022-02-04 16:15"), [["2022-02-16"], [44638]], [["AM"], [""]]) as number[][];
  expect(column[0]![0]).toBeCloseTo(12 - 405 / 1440, 12);
  expect(column[1]![0]).toBeCloseTo(42 - 15 / 1440, 12);
});

test("an expiry that is past spoils its own cell alone, with both moments in the sentence", () => {
  const [row] = dte(one("2022-02-04"), [["2022-01-03", "2022-02-07"]]) as [unknown[]];
  expect(row[0]).toMatchObject({
    code: "#VALUE!",
    message: "expiry (2022-01-03 16:00) is before asOf (2022-02-04 16:00)",
  });
  expect(row[1]).toBe(3);
});

test("an expiry at this very minute has 0 days left", () => {
  expect(dte(one("2022-02-16 09:30"), one("2022-02-16"), one("AM"))).toEqual([[0]]);
});

test.each([
  [() => vixExpiry(one("4 Feb")), 'date ("4 Feb") is not a date: use an Excel date or text like 2022-02-04'],
  [() => vixExpiry(one(null)), "date is empty: use an Excel date or text like 2022-02-04"],
  [() => vixExpiry(one("2022-02-04"), one(1.5)), "n (1.5) must be a whole number other than 0"],
  [() => vixExpiry(one("2022-02-04"), one("2")), 'n ("2") must be a whole number other than 0'],
  [() => vixExpiry(one("2022-02-04"), one(1), one("yes")), 'weekly ("yes") must be TRUE or FALSE'],
  [() => spxExpiry(one("2022-02-04"), one(1), one("noon")), 'settle ("noon") must be "AM" or "PM"'],
  [() => dte(one("2022-02-04"), one("soon")), 'expiry ("soon") is not a date: use'],
  [() => dte(one("2022-02-04"), one("2022-03-18"), one(1)), 'settle (1) must be "AM" or "PM"'],
  [() => vixExpiry(one("2042-02-04")), "must be from 2004 to 2041, the years of the market calendar"],
])("bad input %# is #VALUE! with a sentence", (run, sentence) => {
  const error = thrownBy(run);
  expect(error.code).toBe("#VALUE!");
  expect(error.message).toContain(sentence);
});

test("the 0 that desktop Excel sends for a blank optional cell counts as omitted", () => {
  expect(vixExpiry(one("2022-02-04"), one(0))).toEqual(vixExpiry(one("2022-02-04")));
  expect(spxExpiry(one("2022-02-04"), one(0), one(0))).toEqual(spxExpiry(one("2022-02-04")));
  expect(dte(one("2022-02-04"), one("2022-03-18"), one(0))).toEqual(
    dte(one("2022-02-04"), one("2022-03-18")),
  );
});

test("EVENTS flags what is within the days, and adds the minutes of the FOMC", () => {
  const given = [["FOMC", "2022-01-26"], ["CPI", "2022-02-10"]]; // prettier-ignore
  expect(events(44596, given, 7)).toEqual([
    ["Event", "Date", "Days", "Within 7 days"],
    ["CPI", "2022-02-10", 6, "yes"],
    ["FOMC minutes", "2022-02-16", 12, ""],
  ]);
  expect(events(one("2022-02-04"), given, null)[0]?.[3]).toBe("Within 5 days");
});

test.each<[string, () => unknown, string, string]>([
  ["no asOf", () => events("", [["CPI", "2022-02-10"]]), "#VALUE!", "asOf is empty"],
  [
    "half a day",
    () => events(44596, [["CPI", "2022-02-10"]], 2.5),
    "#VALUE!",
    "days: 2.5 must be a whole number",
  ],
  [
    "no event left",
    () => events("2023-01-01", [["CPI", "2022-02-10"]]),
    "#N/A",
    "the latest is of 2022-02-10",
  ],
])("EVENTS with %s", (_, run, code, sentence) => {
  const error = thrownBy(run);
  expect(error.code).toBe(code);
  expect(error.message).toContain(sentence);
});
