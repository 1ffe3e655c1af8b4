import { rollTable } from "../../src/alvh/rollDecision";
import { rollCandidate, rollRow, settingsOf, withColumn } from "./rollCase";
import { workedBook, workedMarket } from "./workedCase";

type Setting = [string, string | number];
const verdict = (...settings: Setting[]) => rollRow("Verdict", settings)[1];
const question = (...settings: Setting[]) => String(rollRow("Verdict", settings)[4]).slice(0, 10);

/** Something asks for a roll: the surface has changed by .054 since entry. */
const ASKED: Setting = ["E04.EntryVol", 0.15];

test("E19 one verdict, and every reason of the list with its answer", () => {
  const rows = rollTable(workedBook, workedMarket, rollCandidate, settingsOf([ASKED]));
  expect(rows[0]).toEqual(["Rule", "Value", "Limit or beside", "Says", "Reason, unit or rule, as of 2022-02-04 16:15"]); // prettier-ignore
  expect(rows[1]?.slice(0, 2)).toEqual(["Verdict", "ROLL"]);
  expect(rows.slice(3, 12).map((row) => row.slice(1, 4))).toEqual([
    ["no", "if so CLOSE", ""],
    ["no", "if so HEDGE", ""],
    ["no", "if so DEFER", ""],
    ["no", "if so DEFER", ""],
    ["no", "if so DEFER", ""],
    ["no", "if so DEFER", ""],
    ["no", "if so CLOSE", ""],
    ["no", "if so DEFER", ""],
    ["yes", "if so ROLL", "ROLL"],
  ]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([5]));
});

test("E19 the first question answered yes decides, the others are not asked", () => {
  const all: Setting[] = [
    ["E18.Liquid", 10000],
    ["E07.VixBefore", 15],
    ASKED,
    ["E08.Votes", 0],
    ["NextEvent", "2022-02-05"],
    ["E13.VixShock", 60],
    ["E13.SpotShock", 0],
    ["E15.MostSpread", 0.01],
    ["E09.MacdScore", -1],
  ];
  expect([verdict(...all), question(...all)]).toEqual(["CLOSE", "question 1"]);
  expect([verdict(...all.slice(1)), question(...all.slice(1))]).toEqual(["HEDGE", "question 2"]);
  expect(rollRow("5 E10", all)[1]).toBe("not asked");
  expect([verdict(...all.slice(2)), question(...all.slice(2))]).toEqual(["DEFER", "question 4"]);
  expect([verdict(ASKED, ...all.slice(4)), question(ASKED, ...all.slice(4))]).toEqual([
    "DEFER",
    "question 5",
  ]);
  expect([verdict(ASKED, ...all.slice(7)), question(ASKED, ...all.slice(7))]).toEqual([
    "CLOSE",
    "question 7",
  ]);
  expect([verdict(ASKED, ...all.slice(8)), question(ASKED, ...all.slice(8))]).toEqual([
    "DEFER",
    "question 8",
  ]);
  expect([verdict(ASKED), question(ASKED)]).toEqual(["ROLL", "question 9"]);
});

test("E04 the fixed rule would roll where nothing of the surface asks for it", () => {
  // Sold for 30, 13.95 to close: half the profit is made, and no rule of the surface speaks.
  const book = withColumn(workedBook, "Entry", [33.05, 54.45, 21.55, 12.95]);
  expect(rollRow("Fixed", [], { book })[1]).toBe("ROLL");
  expect(rollRow("Verdict", [], { book })[1]).toBe("DEFER");
});

test("E07 in a spike the verdict is HEDGE, even where strikes are threatened", () => {
  expect(verdict(["E07.VixBefore", 19], ["E06.Deviations", 3])).toBe("HEDGE");
  expect(verdict(["E07.VixBefore", 20], ["E06.Deviations", 3])).toBe("ROLL");
});

test("E08 threatened strikes in noise are deferred, in a new regime rolled", () => {
  expect(verdict(["E06.Deviations", 3], ["E08.Divergence", "none"])).toBe("DEFER");
  expect(verdict(["E06.Deviations", 3], ["E08.Divergence", "bearish"])).toBe("ROLL");
  expect(verdict(["E08.Divergence", "bearish"])).toBe("ROLL");
});

test("E10 an event defers where it blocks, and passes where it warns", () => {
  expect(verdict(ASKED, ["NextEvent", "2022-02-05"])).toBe("DEFER");
  expect(verdict(ASKED, ["NextEvent", "2022-02-05"], ["E10.Action", "WARN"])).toBe("ROLL");
});

test("E15 a candidate that cannot be traded fairly closes, since a roll is asked for", () => {
  expect(verdict(ASKED, ["E15.MostSpread", 0.04])).toBe("CLOSE");
  // Nothing asks for a roll: the spread is no reason to close.
  expect(verdict(["E15.MostSpread", 0.04])).toBe("DEFER");
});

test("E16 a roll that nothing asks for gives up time value, and the amount is said", () => {
  expect(rollRow("Verdict")[4]).toBe(
    "question 3, E04 E05 E06 E08 ask for no roll: E16: 13950 $ of time value would be bought back",
  );
  expect(rollRow("E16").slice(1, 3)).toEqual([expect.closeTo(13950, 6), expect.closeTo(13000, 6)]);
});

test("E18 a quick ratio below 1 closes; a roll that would bring it there closes too", () => {
  expect(verdict(["E18.Liquid", 49999])).toBe("CLOSE");
  // 50,000 dollars carry the margin, 3,480 less do not.
  expect([verdict(ASKED, ["E18.Liquid", 50000]), question(ASKED, ["E18.Liquid", 50000])]).toEqual([
    "CLOSE",
    "question 7",
  ]);
});

test("E21 a closed gate defers", () => {
  expect(verdict(ASKED, ["E21.PeZ", -2])).toBe("DEFER");
  expect(rollRow("8 E09", [ASKED, ["E21.PeZ", -2], ["E09.MacdScore", -1]])[4]).toBe("E09, E21");
});

test("the note says what is modelled, and that rules are no advice", () => {
  expect(rollRow("Note")[4]).toContain("payoffs are modelled");
  expect(rollRow("Note")[4]).toContain("rules, not advice");
});
