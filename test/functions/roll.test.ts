import "./support/customFunctions";
import { condorBook } from "../../src/functions/condor";
import { rebalance, roll, rollCost } from "../../src/functions/roll";
import { rollCandidate } from "../alvh/rollCase";
import { workedBook, workedHedge, workedMarket } from "../alvh/workedCase";
import { thrownBy } from "./support/thrownBy";

test("ROLL takes what CONDOR.BOOK spills as its candidate", () => {
  const rows = roll(workedBook, workedMarket, condorBook(workedMarket, 70, 10));
  expect(rows[1]?.slice(0, 2)).toEqual(["Verdict", "DEFER"]);
  expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
});

test("settings that are left out are none, in whatever form a host leaves them out", () => {
  const rows = roll(workedBook, workedMarket, rollCandidate);
  for (const blank of [null, undefined, "", 0, [[null]], [[""]], [[0]], { functionName: "ROLL" }]) {
    expect(roll(workedBook, workedMarket, rollCandidate, blank as never)).toEqual(rows);
    expect(rollCost(workedBook, workedMarket, rollCandidate, blank as never)).toEqual(
      rollCost(workedBook, workedMarket, rollCandidate),
    );
    expect(rebalance(workedBook, workedMarket, blank as never, blank as never)).toEqual(
      rebalance(workedBook, workedMarket),
    );
  }
});

test("a setting whose cell is blank decides nothing, also as the 0 of desktop Excel", () => {
  const rows = roll(workedBook, workedMarket, rollCandidate);
  for (const name of ["E18.Liquid", "C22.QuickRatio", "E04.EntrySkew", "E04.EntrySlope", "E13.VixShock"]) {
    for (const blank of [null, "", 0]) {
      expect(roll(workedBook, workedMarket, rollCandidate, [[name, blank]])).toEqual(rows);
    }
  }
});

test("REBALANCE takes an RSI or SPX closes", () => {
  expect(rebalance(workedBook, workedMarket, 30 as never)[1]?.slice(0, 2)).toEqual(["Verdict", "REBALANCE"]);
  expect(rebalance(workedBook, workedMarket, [[48]])[1]?.[1]).toBe("HOLD");
  const falling = Array.from({ length: 20 }, (_, day) => [4600 - day]);
  expect(rebalance(workedBook, workedMarket, falling)[1]?.[4]).toBe("by B13");
});

test.each<[string, () => unknown, string]>([
  ["no candidate", () => roll(workedBook, workedMarket, null as never), "candidate is empty"],
  ["a hedge for a candidate", () => rollCost(workedBook, workedMarket, workedHedge), "candidate row 2 is no SPX option"], // prettier-ignore
  ["a hedge alone", () => roll(workedHedge, workedMarket, rollCandidate), "book holds no short SPX option"],
  ["no book", () => rebalance(null as never, workedMarket), "book is empty"],
  [
    "an unknown setting",
    () => roll(workedBook, workedMarket, rollCandidate, [["E13.Shock", 1]]),
    "is not a setting",
  ],
])("%s is #VALUE! with a sentence", (_, run, sentence) => {
  const error = thrownBy(run);
  expect(error.code).toBe("#VALUE!");
  expect(error.message).toContain(sentence);
});
