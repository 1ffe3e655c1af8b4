import { createHash } from "node:crypto";
import {
  joinedLogs,
  logRule,
  MAXIMUM_ENTRIES,
  overrideRule,
  overridesOf,
  ruleLog,
  type RuleEntry,
} from "../../src/taskpane/ruleLog";

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
    await expect(overrideRule(id, given)).rejects.toThrow(sentence);
    expect(ruleLog().find((entry) => entry.id === id)?.override).toBeUndefined();
  });

  it("F08 stands beside the verdict, with its moment, and cannot be replaced", async () => {
    const { id } = await logRule({ ...fired, rule: "overridden", inputs: {} });
    await overrideRule(id, { decision: "Rolled to March", reason: "Fed day" });
    const entry = ruleLog().find((one) => one.id === id);
    expect(entry).toMatchObject({
      verdict: "DEFER",
      override: { decision: "Rolled to March", reason: "Fed day" },
    });
    expect(entry?.override?.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    await expect(overrideRule(id, { decision: "Closed", reason: "Other" })).rejects.toThrow("before");
  });

  it("says so when the entry is gone", async () => {
    await expect(overrideRule("none", { decision: "a", reason: "b" })).rejects.toThrow(
      "no longer in the log",
    );
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

test("on a page without digests nothing is logged, and it says where it would be", async () => {
  const before = ruleLog();
  jest.spyOn(crypto, "subtle", "get").mockReturnValue(undefined as never);
  await expect(logRule({ ...fired, rule: "insecure", inputs: {} })).rejects.toThrow(/served over https/);
  jest.restoreAllMocks();
  expect(ruleLog()).toBe(before);
});

describe("two logs of one workbook", () => {
  const entry = (id: string, minute: number, overridden?: string): RuleEntry => ({
    id,
    at: `2026-11-20T06:${minute}:00.000Z`,
    room: "roll",
    rule: "E19",
    verdict: "DEFER",
    asOf: "",
    inputs: {},
    inputHash: "0",
    ...(overridden === undefined
      ? {}
      : { override: { at: overridden, decision: `at ${overridden}`, reason: "r" } }),
  });
  const log = (...entries: RuleEntry[]) => ({ entries });

  it("become one with every entry of either, the newest first, whoever joins them", () => {
    const mine = log(entry("d", 40), entry("b", 20), entry("a", 10));
    const kept = log(entry("c", 30), entry("a", 10));
    const ids = (joined: ReturnType<typeof joinedLogs>) => joined.entries.map(({ id }) => id);
    expect(ids(joinedLogs(mine, kept))).toEqual(["d", "c", "b", "a"]);
    expect(ids(joinedLogs(kept, mine))).toEqual(["d", "c", "b", "a"]);
    expect(joinedLogs(mine, log(entry("a", 10)))).toBe(mine);
  });

  it("lose no override: the first stands, one that did not know of it stands after it", () => {
    const [mine, kept] = [log(entry("a", 10, "2026-11-21")), log(entry("a", 10, "2026-11-20"))];
    for (const joined of [joinedLogs(mine, kept), joinedLogs(kept, mine)]) {
      expect(overridesOf(joined.entries[0]).map(({ at }) => at)).toEqual(["2026-11-20", "2026-11-21"]);
      expect(joinedLogs(joined, kept)).toBe(joined);
      expect(joinedLogs(joined, mine)).toBe(joined);
    }
    expect(joinedLogs(log(entry("a", 10)), kept)).toEqual(kept);
  });
});
