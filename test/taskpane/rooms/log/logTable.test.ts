// @ts-expect-error The package comes without types: what is used of it is typed below.
import Papa from "papaparse";
import type { RuleEntry } from "../../../../src/taskpane/ruleLog";
import { csvText } from "../../../../src/taskpane/rooms/log/csvText";
import { logBlock } from "../../../../src/taskpane/rooms/log/logBlock";
import { logTable } from "../../../../src/taskpane/rooms/log/logTable";

const entry: RuleEntry = {
  id: "1",
  at: "2026-11-21T06:45:10.123Z",
  room: "plan",
  rule: "A02 Layers",
  verdict: "short: 4 of 4",
  asOf: "2022-02-04 16:15",
  inputs: { book: "8 × 9 cells, a1b2c3d4", VIX: "23.22" },
  inputHash: "0123456789abcdef",
};
const overridden: RuleEntry = {
  ...entry,
  override: { at: "2026-11-21T07:00:00.000Z", decision: "=HYPERLINK(1)", reason: 'He said "wait",\nso' },
};

describe("logTable", () => {
  it("has a row for each entry under its header", () => {
    expect(logTable([entry])[1]).toEqual([
      "2026-11-21 06:45:10",
      "2022-02-04 16:15",
      "Hedge plan",
      "A02 Layers",
      "short: 4 of 4",
      "book: 8 × 9 cells, a1b2c3d4; VIX: 23.22",
      "0123456789abcdef",
      "",
      "",
      "",
    ]);
  });

  it("hands over no text as a formula", () => {
    expect(logTable([overridden])[1]?.[7]).toBe("'=HYPERLINK(1)");
  });
});

test.each([",", ";"])("another reader of CSV gets back the table, separated by %p", (delimiter) => {
  const table = logTable([overridden, entry]);
  const text = csvText(table, delimiter);
  expect(text.startsWith("\ufeff")).toBe(true);
  const { data } = Papa.parse(text.slice(1), { skipEmptyLines: true, delimiter }) as { data: string[][] };
  expect(data).toEqual(table);
});

test("the sheet of the log holds each filled cell once, as text, under the disclaimer", () => {
  const { cells, sheetName } = logBlock([overridden, entry]);
  expect(sheetName).toBe("Rule log");
  const byPlace = new Map(cells.map((cell) => [cell.at, cell]));
  expect(byPlace.size).toBe(cells.length);
  expect(byPlace.get("A2")?.value).toBe("Computed figures, not advice.");
  expect(byPlace.get("I4")).toMatchObject({ value: 'He said "wait",\nso', format: "@" });
  expect(byPlace.get("D5")?.value).toBe("A02 Layers");
  expect(byPlace.has("I5")).toBe(false);
});
