import { goldenTable } from "../data/readTable";
import { rollRow } from "./rollCase";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

/** By roll-case.py, apart from the code under test. */
const golden = new Map(goldenTable("roll-case.csv").map(({ figure, value }) => [figure, Number(value)]));
const figure = (name: string): number => golden.get(name) ?? NaN;

/** Signals that ask for a roll, so that E13 is asked. */
const ASKED: [string, number][] = [["E04.EntryVol", 0.15]];
const oneCondor = { book: [...workedCondor, ...workedHedge.slice(1)] };

test("E13 the hedge's payoff net of the condors' loss under named scenarios, by an independent revaluation", () => {
  const day = rollRow("E13 net payoff, VIX day of +1 SD");
  expect(day[1]).toBeCloseTo(figure("hedge day") + figure("condors day"), 6);
  expect(day[4]).toContain("hedge 431, condors 1127; VIX +1.83 points, SPX -1.43%");
  expect(rollRow("E13 net payoff, VIX spike")[1]).toBeCloseTo(figure("hedge spike") + figure("condors spike"), 6); // prettier-ignore
  expect(rollRow("E13 net payoff, tail")[1]).toBeCloseTo(figure("hedge tail") + figure("condors tail"), 6);
});

test("E13 defers the roll where the payoff is above the cost, and rolls where it is below", () => {
  // Ten condors: 1,558 against 3,480 dollars. One condor with the same hedge: 544 against a debit of no more than slippage.
  expect(rollRow("Verdict", ASKED)[1]).toBe("ROLL");
  expect(rollRow("6 E13", ASKED)[1]).toBe("no");
  const net = figure("hedge day") + figure("condors day") / 10;
  const cheap: [string, number | string][] = [...ASKED, ["E13.Cost", "SLIPPAGE"]];
  const single = [
    ["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "Vol", "Bid", "Ask"],
    ["IC", "SPXW", "put", 1, 3950, "2022-04-14", "", 40, 40.8],
    ["IC", "SPXW", "put", -1, 4000, "2022-04-14", "", 46, 46.8],
    ["IC", "SPXW", "call", -1, 4800, "2022-04-14", "", 19, 19.6],
    ["IC", "SPXW", "call", 1, 4850, "2022-04-14", "", 12, 12.6],
  ];
  const roll = { ...oneCondor, candidate: single };
  expect(rollRow("E13 net payoff, VIX day", cheap, roll).slice(1, 4)).toEqual([
    expect.closeTo(net, 6),
    expect.closeTo(253, 9),
    "PAYS",
  ]);
  expect(rollRow("Verdict", cheap, roll)[1]).toBe("DEFER");
  // Without the hedge the condor's gain of 113 dollars is all there is.
  expect(rollRow("Verdict", cheap, { book: workedCondor, candidate: single })[1]).toBe("ROLL");
});

test("E13 shocks that are given decide instead", () => {
  // The tail's own shocks: its figure, by its row and by the golden table.
  const given: [string, number][] = [...ASKED, ["E13.VixShock", 20], ["E13.SpotShock", -0.1]];
  const row = rollRow("E13 net payoff, E13.VixShock, E13.SpotShock", given);
  expect(row[1]).toBeCloseTo(figure("hedge tail") + figure("condors tail"), 6);
  // The hedge alone gains 6,856 dollars, more than the roll costs; the condors' loss of 9,960 is taken off.
  expect(rollRow("Verdict", given)[1]).toBe("ROLL");
  // SPX follows by SpotVixBeta: -2 points for +1% halves no more than its own move.
  const steep = { market: [...workedMarket, ["SpotVixBeta", -2]] };
  expect(rollRow("E13 net payoff, VIX spike", [], steep)[4]).toContain("VIX +4.64 points, SPX -2.32%");
});

test("E20 VIX01 times the scenario's points, against the premium and its annualised return", () => {
  // VIX01 of 4, 4 and 2 calls by worked-case.py, premium by roll-case.py.
  const vix01 = 4 * 12.415315720246284 + 4 * 16.689033537389146 + 2 * 12.003465374009686;
  const [, linear, premium, , note] = rollRow("E20");
  expect(linear).toBeCloseTo(vix01 * figure("day points"), 6);
  expect(premium).toBeCloseTo(figure("premium"), 6);
  expect(note).toContain("$ of premium: 14.0%; -99% a year (C16)");
});

test("C16 the projected IRR of the hedge: expected gain over premium in 30 days, annualised", () => {
  const [, rate, riskFree, , note] = rollRow("C16");
  expect(rate).toBeCloseTo(figure("irr"), 9);
  expect(riskFree).toBe(0.003);
  expect(note).toContain(`expected ${figure("expected in 30 days").toFixed(0)} $ in 30 days`);
});

test("C16 a hedge without premium has no return; probabilities above 1 are refused", () => {
  expect(rollRow("C16", [], { book: workedBook.slice(0, 5) }).slice(1, 3)).toEqual(["not known", 0.003]);
  expect(() => rollRow("C16", [["C16.DayProbability", 0.9], ["C16.SpikeProbability", 0.2]])).toThrow(
    "the probabilities of C16 add up to 1.13: they must not exceed 1",
  ); // prettier-ignore
  // All that can be lost is lost: every call expires within 150 days below its strike.
  const lost: [string, number][] = [["C16.Days", 150], ["C16.DayProbability", 0], ["C16.SpikeProbability", 0], ["C16.TailProbability", 0]]; // prettier-ignore
  expect(rollRow("C16", lost)[1]).toBe("not known");
});

test("a VIX day that would wipe out SPX is refused by its settings", () => {
  const wild = workedMarket.map(([name, value]) => [name, name === "VIX" ? 900 : name === "VVIX" ? 900 : value]); // prettier-ignore
  expect(() => rollRow("E13", [], { market: wild })).toThrow(
    "SpotVixBeta (-1.28) moves SPX by -399% in the VIX day of +1 SD: give a steeper one",
  );
});
