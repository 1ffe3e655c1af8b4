import { rollTable } from "../../../../src/alvh/rollDecision";
import { rollOutcome } from "../../../../src/taskpane/rooms/roll/rollOutcome";
import { rollCandidate, settingsOf } from "../../../alvh/rollCase";
import { workedBook, workedMarket } from "../../../alvh/workedCase";
import { goldenTable } from "../../../data/readTable";

/** By roll-case.py, apart from the code under test. */
const golden = new Map(goldenTable("roll-case.csv").map(({ figure, value }) => [figure, Number(value)]));
const outcomeOf = (changed: Record<string, number | string>) =>
  rollOutcome(workedBook, workedMarket, rollCandidate, "442", changed);

test("the verdict, the question that decides and the rules are ROLL's own rows", () => {
  const [, ...rows] = rollTable(workedBook, workedMarket, rollCandidate, settingsOf([]));
  const outcome = outcomeOf({});
  expect(outcome.verdict).toBe("DEFER");
  // Nothing says that the surface, gamma, a strike or the regime asks for a roll.
  expect(outcome.question).toBe("3 E04 E05 E06 E08 ask for no roll");
  expect(`question ${outcome.question.replace(" ", ", ")}: ${outcome.reason}`).toBe(rows[0]?.[4]);
  expect(outcome.questions.map(([question]) => String(question)[0])).toEqual([..."123456789"]);
  // Every row of the table is shown: the verdict, the fixed rule, the questions, the rules, and the note.
  expect([...outcome.questions, ...outcome.rules]).toEqual(rows.slice(2, -1));
  expect(outcome.spilled.roll).toBe(rows.length + 1);
  expect(outcome.asOf).toBe("2022-02-04 16:15");
});

test("the hedge's payoff of a day is that of an independent computation", () => {
  const day = outcomeOf({}).rules.find(([rule]) => String(rule).startsWith("E13 net payoff, VIX day"));
  expect(day?.[1]).toBeCloseTo((golden.get("hedge day") ?? NaN) + (golden.get("condors day") ?? NaN), 4);
});

test("the cost is the quotes' own: 10 x 100 x (13.95 - 13.00), half-spreads of 1.05 and 1.40, 80 contracts at a dollar", () => {
  const cost = new Map(outcomeOf({}).costs.map(([figure, value]) => [figure, value]));
  expect(cost.get("Close, middle")).toBeCloseTo(13950, 6);
  expect(cost.get("Open, middle")).toBeCloseTo(-13000, 6);
  expect(cost.get("C17 slippage")).toBeCloseTo(2530, 6);
  expect(cost.get("E13 cost of rolling")).toBeCloseTo(950 + 2530, 6);
});

test("settings of the desk count: a changed surface asks for a roll, an event two days ahead defers it", () => {
  expect(outcomeOf({ "E04.EntryVol": 0.15 }).verdict).toBe("ROLL");
  const blocked = outcomeOf({ "E04.EntryVol": 0.15, "B20.NextEvent": "2022-02-06" });
  expect([blocked.verdict, blocked.question]).toEqual(["DEFER", "5 E10 an event is near"]);
  expect(outcomeOf({ "E07.VixBefore": 15 }).verdict).toBe("HEDGE");
  expect(outcomeOf({ "E18.Liquid": 10_000 }).verdict).toBe("CLOSE");
});

test("the fixed rule stands beside, with what it lacks or says", () => {
  expect(outcomeOf({}).fixed).toEqual({ verdict: "not given", reason: "needs Entry in each leg" });
  const entries = ["Entry", 33, 39, 40, 20];
  const sold = workedBook.map((row, index) => [...row, entries[index] ?? ""]);
  // Sold for 39 - 33 + 40 - 20 = 26 points; closing costs 13.95: 46.3% earned, short of half.
  expect(rollOutcome(sold, workedMarket, rollCandidate, "442", {}).fixed).toEqual({
    verdict: "HOLD",
    reason: "46.3% of the credit is earned",
  });
  expect(
    rollOutcome(sold, workedMarket, rollCandidate, "442", { "E01.ProfitShare": 0.4 }).fixed.verdict,
  ).toBe("ROLL");
});
