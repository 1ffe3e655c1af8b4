import { createHash } from "node:crypto";
import { logRule, MAXIMUM_ENTRIES, overrideRule, ruleLog } from "../../src/taskpane/ruleLog";

beforeAll(() => jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick"] }));
afterAll(() => jest.useRealTimers());

const BOOK = [
  ["Underlying", "Qty"],
  ["VIX", 4],
];

const fired = { room: "roll", rule: "E01 Roll", verdict: "DEFER", asOf: 44596.677083333336 } as const;

describe("logRule", () => {
  it("F08 keeps the rule, its verdict and moment, and each input in short", async () => {
    const entry = await logRule({ ...fired, inputs: { book: BOOK, VIX: 23.22, model: "flat" } });
    expect(ruleLog()[0]).toBe(entry);
    expect(entry).toMatchObject({ room: "roll", rule: "E01 Roll", verdict: "DEFER" });
    expect(entry.asOf).toBe("2022-02-04 16:15"); // Excel's serial of that moment
    // SHA-256 by Node's own library, over the text that anyone can make of the same cells.
    const bookHash = createHash("sha256").update('[["Underlying","Qty"],["VIX",4]]').digest("hex");
    expect(entry.inputs).toEqual({
      book: `2 × 2 cells, ${bookHash.slice(0, 8)}`,
      VIX: "23.22",
      model: "flat",
    });
    const all = createHash("sha256")
      .update('{"VIX":23.22,"book":[["Underlying","Qty"],["VIX",4]],"model":"flat"}')
      .digest("hex");
    expect(entry.inputHash).toBe(all.slice(0, 16));
  });

  it("F08 logs a verdict once while its inputs stand, in whatever order or blank they come", async () => {
    const inputs = { a: 1, b: [["x", ""]] };
    const first = await logRule({ ...fired, rule: "once", inputs });
    const again = await logRule({ ...fired, rule: "once", inputs: { b: [["x", null]], a: 1 } });
    expect(again).toBe(first);
    expect(ruleLog().filter(({ rule }) => rule === "once")).toHaveLength(1);
  });

  it.each([
    ["input", { inputs: { cells: [[1, 2.0000001]] } }],
    ["type of a cell", { inputs: { cells: [[1, "2"]] } }],
    ["place of a cell", { inputs: { cells: [[2, 1]] } }],
    ["verdict", { verdict: "ROLL" }],
  ])("F08 logs again when one %s differs", async (what, change) => {
    const rule = `differs by ${what}`;
    await logRule({ ...fired, rule, inputs: { cells: [[1, 2]] } });
    await logRule({ ...fired, rule, inputs: { cells: [[1, 2]] }, ...change });
    expect(ruleLog().filter((entry) => entry.rule === rule)).toHaveLength(2);
  });
});

describe("overrideRule", () => {
  it.each([
    ["a reason", { decision: "Rolled", reason: "  " }, "needs its reason"],
    ["a decision", { decision: "", reason: "Fed day" }, "what was done instead"],
  ])("F08 takes no override without %s", async (_what, given, sentence) => {
    const { id } = await logRule({ ...fired, rule: "refused", inputs: {} });
    expect(() => overrideRule(id, given)).toThrow(sentence);
    expect(ruleLog().find((entry) => entry.id === id)?.override).toBeUndefined();
  });

  it("F08 stands beside the verdict, with its moment, and cannot be replaced", async () => {
    const { id } = await logRule({ ...fired, rule: "overridden", inputs: {} });
    overrideRule(id, { decision: "Rolled to March", reason: "Fed day" });
    const entry = ruleLog().find((one) => one.id === id);
    expect(entry).toMatchObject({
      verdict: "DEFER",
      override: { decision: "Rolled to March", reason: "Fed day" },
    });
    expect(entry?.override?.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(() => overrideRule(id, { decision: "Closed", reason: "Other" })).toThrow("before");
  });

  it("says so when the entry is gone", () => {
    expect(() => overrideRule("none", { decision: "a", reason: "b" })).toThrow("no longer in the log");
  });
});

test("a full log drops its oldest verdict, but not one that was overridden", async () => {
  const [oldest] = ruleLog().filter(({ override }) => override !== undefined);
  for (let n = 0; n <= MAXIMUM_ENTRIES; n++) await logRule({ ...fired, rule: `number ${n}`, inputs: {} });
  expect(ruleLog()).toHaveLength(MAXIMUM_ENTRIES);
  expect(ruleLog()[0]?.rule).toBe(`number ${MAXIMUM_ENTRIES}`);
  expect(ruleLog()).toContain(oldest);
  expect(ruleLog().some(({ rule }) => rule === "number 0")).toBe(false);
});
