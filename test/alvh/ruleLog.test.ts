import { fingerprint, fnv1a, ruleLogEntry, ruleLogTable } from "../../src/alvh/ruleLog";
import { workedBook, workedMarket } from "./workedCase";

const fired = {
  asOf: "2022-02-04 16:15",
  rule: "B10",
  verdict: "net theta below 0",
  inputs: [workedBook, workedMarket],
};

test("F08 an entry says which rule fired on which inputs; to override it a reason is needed", () => {
  const { inputs, ...entry } = ruleLogEntry(fired, " hold ", " expiry tomorrow ");
  expect(inputs).toMatch(/^[0-9a-f]{8}$/);
  expect(entry).toEqual({
    asOf: "2022-02-04 16:15",
    rule: "B10",
    verdict: "net theta below 0",
    override: "hold",
    reason: "expiry tomorrow",
  });
  expect(ruleLogEntry(fired)).toMatchObject({ override: "", reason: "" });
  expect(() => ruleLogEntry(fired, "hold", "  ")).toThrow(
    "reason is blank: say why B10 is overridden (hold)",
  );
});

test("F08 the same inputs have the same fingerprint; one cell, or a cell in another place, changes it", () => {
  const here = fingerprint([workedBook, workedMarket]);
  expect(fingerprint([structuredClone(workedBook), workedMarket])).toBe(here);
  const dearer = workedMarket.map(([name, value]) => [name, name === "VIX" ? 23.23 : value]);
  expect(fingerprint([workedBook, dearer as typeof workedMarket])).not.toBe(here);
  expect(fingerprint([[["", 1]]])).not.toBe(fingerprint([[[1, ""]]]));
  expect(fingerprint([[["1"]]])).not.toBe(fingerprint([[[1]]]));
  expect(fingerprint([[[null]]])).toBe(fingerprint([[[""]]]));
});

// The test vectors that Landon Curt Noll publishes for 32-bit FNV-1a.
test.each([
  ["", "811c9dc5"],
  ["a", "e40c292c"],
  ["foobar", "bf9cf968"],
])("FNV-1a of %p is %s", (text, hash) => {
  expect(fnv1a(text)).toBe(hash);
});

test("the log is a table with a header", () => {
  const table = ruleLogTable([ruleLogEntry(fired), ruleLogEntry(fired, "hold", "expiry tomorrow")]);
  expect(table[0]).toEqual(["As of", "Rule", "Verdict", "Inputs", "Override", "Reason"]);
  expect(table.map((row) => row[4])).toEqual(["Override", "", "hold"]);
});
