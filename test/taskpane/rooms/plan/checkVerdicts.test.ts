import { checkVerdicts } from "../../../../src/taskpane/rooms/plan/checkVerdicts";

const HEADER = ["Check", "Actual", "Target", "Verdict", "Unit or rule, as of 2022-02-04 16:15"];

test("F08 a verdict is logged with what the book has and what the rule asks", () => {
  const verdicts = checkVerdicts([
    HEADER,
    ["B10 net theta", -12.5, 0, "FAIL", "$/day, option decay"],
    ["B10 roll-down", -1204.7, "", "", "$/day"],
    ["B07 condors' share of VIX01", 0.61234, "0.5-0.7", "PASS", "in VIX01"],
  ]);
  expect(verdicts).toEqual([
    { rule: "B10 net theta", verdict: "FAIL: -12.5, target 0 ($/day, option decay)", isPass: false },
    {
      rule: "B07 condors' share of VIX01",
      verdict: "PASS: 0.61234, target 0.5-0.7 (in VIX01)",
      isPass: true,
    },
  ]);
});

test("a figure is written alike for every reader, and without the noise of its last digits", () => {
  const rows = checkVerdicts([HEADER, ["B08 hedge share of VIX01", 1234.1 + 0.2, 0.1 + 0.2, "OVER", "x"]]);
  expect(rows[0]?.verdict).toBe("OVER: 1234.3, target 0.3 (x)");
});
