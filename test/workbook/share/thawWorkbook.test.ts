import { thawWorkbook } from "../../../src/workbook/share/thawWorkbook";
import { FakeWorkbook } from "./fakeWorkbook";

let book: FakeWorkbook;

const made = (rows: unknown[][]) => ({
  cells: Object.fromEntries(
    [["Sheet", "Cell", "Formula", "Result", "As of", "Result fills", "Kept as"], ...rows].flatMap((row, r) =>
      row.map((value, c) => [`${"ABCDEFG"[c] ?? ""}${r + 3}`, value]),
    ),
  ),
});

beforeEach(() => {
  book = new FakeWorkbook({
    Plan: { cells: { A1: 204.73, A2: 7, A3: 1, A4: "Layer", B4: 8, A5: "short", B5: 9, A9: 5 } },
    Locked: { cells: { A1: "0.1.0" }, isProtected: true },
    "How this was made": made([
      ["Plan", "A1", "=ALVH.NETTHETA(Book, Market)", 204.73, "", "", "value"],
      ["Plan", "A2", "=ALVH.NETVIX(Book, Market)", 6, "", "", "value"],
      ["Plan", "A3", "=ALVH.NETVALUE(Book, Market)", 1, "", "", "value"],
      ["Plan", "A4", "=ALVH.LAYER()", "Layer", "", "A4:B5", "value"],
      ["Plan", "A9", "=Hidden!A1", 5, "", "", "value (what it read was left out)"],
      ["", "MyName", "=ALVH.NETTHETA(Book)", "name", "", "", "left out of the copy"],
      ["Locked", "A1", "=ALVH.VERSION()", "0.1.0", "", "", "value"],
    ]),
  });
  book.calculate = (formula) =>
    formula.includes("NETTHETA") ? 204.73 : formula.includes("NETVALUE") ? 2 : "Layer";
  book.install();
});

test("values that are as they were become live formulas, and are compared cell by cell", async () => {
  expect(await thawWorkbook(false)).toEqual({
    cells: ["Plan!A1", "Plan!A3", "Plan!A4"],
    protectedSheets: ["Locked"],
    changed: ["Plan!A2"],
    differences: ["Plan!A3: 1 was frozen, 2 is live"],
  });
  expect(book.held("Plan!A1")).toBe("=ALVH.NETTHETA(Book, Market)");
  expect(book.held("Plan!A2")).toBe(7);
  expect(book.held("Plan!A4")).toBe("=ALVH.LAYER()");
  // The values in the way of the spill are gone.
  expect(book.held("Plan!B5")).toBe("");
  expect(book.held("Plan!A9")).toBe(5);
  expect(book.runOptions).toEqual([{ mergeUndoGroup: true }]);
});

test("a dry run writes nothing", async () => {
  const { cells, differences } = await thawWorkbook(true);
  expect([cells, differences]).toEqual([["Plan!A1", "Plan!A3", "Plan!A4"], []]);
  expect(book.held("Plan!A1")).toBe(204.73);
});

test("a workbook that is no share copy is told so", async () => {
  book = new FakeWorkbook({ Plan: { cells: {} } });
  book.install();
  await expect(thawWorkbook(false)).rejects.toThrow("This workbook is no share copy");
});

test("a thaw that Excel refuses half-way leaves every cell as it was", async () => {
  const everything = () => JSON.stringify([...book.sheets].map(([name, { cells }]) => [name, [...cells]]));
  const before = everything();
  book.refuses = "A4"; // by then A1 and A3 are written and B4, A5 and B5 are empty
  await expect(thawWorkbook(false)).rejects.toThrow("Excel is busy");
  expect(everything()).toBe(before);
});
