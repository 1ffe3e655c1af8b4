import { presetNamedIn, readSettings, Settings, SETTINGS } from "../../src/alvh/settings";

test("every setting has a name of its own, a source, and a default inside its range", () => {
  expect(new Set(SETTINGS.map(({ name }) => name.toLowerCase())).size).toBe(SETTINGS.length);
  for (const { initial, min, max, choices, source } of SETTINGS) {
    expect(source).not.toBe("");
    if (choices !== undefined) expect(choices).toContain(initial);
    else if (typeof initial === "number") {
      expect(initial).toBeGreaterThanOrEqual(min ?? -Infinity);
      expect(initial).toBeLessThanOrEqual(max ?? Infinity);
    } else expect(initial).toBe("");
  }
});

test("a setting is found by its name in any case, or by its last part", () => {
  const values = readSettings([
    ["Setting", "Value"],
    ["a02.hedgebudget", 5000],
    ["RiskCapital", 100000],
    ["vixvolk", 3],
  ]);
  expect([...values]).toEqual([
    ["A02.HedgeBudget", 5000],
    ["A08.RiskCapital", 100000],
    ["VIXVolK", 3],
  ]);
});

test("a blank value leaves a setting as it is, also as the 0 of desktop Excel", () => {
  expect(readSettings([["A02.HedgeBudget", ""], ["Layer1.MaxDte", 0], ["A05.Weeklies", null]]).size).toBe(0); // prettier-ignore
});

// As 0 each of these would decide: no liquidity closes, a beta of 0 halves the hedge, a skew of 0 has changed.
test.each(["E18.Liquid", "C22.QuickRatio", "A13.Beta", "A11.WACC", "A11.IRR", "A11.BreakEven", "B05.EntryBreach", "E04.EntrySkew", "E04.EntrySlope", "E13.VixShock"])(
  "the 0 of a blank cell in desktop Excel leaves %s unset",
  (name) => {
    expect(readSettings([[name, 0]]).size).toBe(0);
    expect(readSettings([[name, 0.5]]).get(name)).toBe(0.5);
  },
); // prettier-ignore

test("TRUE and FALSE switch a setting on and off", () => {
  expect(readSettings([["A05.Weeklies", false]]).get("A05.Weeklies")).toBe("off");
});

test("an unknown name is an error that lists the nearest", () => {
  expect(() => readSettings([["HedgeBuget", 1]])).toThrow(
    'settings row 1: "HedgeBuget" is not a setting; the nearest are A02.HedgeBudget',
  );
  expect(() => readSettings([["__proto__", 1]])).toThrow('"__proto__" is not a setting');
});

test.each([
  [["A02.Basis", "vega"], 'settings row 1, A02.Basis: "vega" is not known: use contracts, notional, premium'],
  [["Layer1.Weight", 40], "settings row 1, Layer1.Weight: 40 must be at most 1"],
  [["Layer1.MinDte", 4.5], "settings row 1, Layer1.MinDte: 4.5 must be a whole number"],
  [["A02.HedgeBudget", "5k"], 'settings row 1, A02.HedgeBudget: "5k" is not a number'],
])("%j is refused with a sentence", (row, sentence) => {
  expect(() => readSettings([row])).toThrow(sentence);
});

test("a setting given twice is an error, also under its short name", () => {
  expect(() => readSettings([["A02.HedgeBudget", 1], ["HedgeBudget", 2]])).toThrow("A02.HedgeBudget is given twice"); // prettier-ignore
});

test("settings lie over one another", () => {
  const settings = Settings.initial().with(readSettings([["A01.CondorsPerUnit", 5]]));
  expect(settings.number("A01.CondorsPerUnit")).toBe(5);
  expect(settings.number("A01.ContractsPerUnit")).toBe(10);
  expect(() => settings.number("A02.HedgeBudget")).toThrow("settings need A02.HedgeBudget (dollars)");
});

test("the row Preset names the preset a settings range was copied from", () => {
  expect(presetNamedIn([["Setting", "Value"], ["Preset", "VXTH"]])).toBe("VXTH"); // prettier-ignore
  expect(readSettings([["Preset", "VXTH"]]).size).toBe(0);
});

test("0 counts where it means something, and is a blank where it cannot", () => {
  const values = readSettings([["Layer1.Weight", 0], ["Layer1.MinDte", 0], ["A02.Basis", 0], ["StrikeStep", 0], ["E08.Votes", 0], ["E13.SpotShock", 0]]); // prettier-ignore
  expect([...values]).toEqual([["Layer1.Weight", 0], ["Layer1.MinDte", 0], ["E08.Votes", 0], ["E13.SpotShock", 0]]); // prettier-ignore
});
