import { repairWorkbook } from "../../../src/workbook/share/repairWorkbook";
import { FakeWorkbook } from "./fakeWorkbook";

let book: FakeWorkbook;

beforeEach(() => {
  book = new FakeWorkbook({
    Plan: {
      cells: {
        A1: ["=ALVH.NETTHETA(Book, Market)", "#NAME?"],
        A2: ["=_xldudf_ALVH_BSM_PRICE(A1,B1)", "#NAME?"],
        A3: ["=ALVH.NETVIX(Book, Market)", 5],
        A4: ["=NOTOURS(1)", "#NAME?"],
      },
    },
    Locked: { cells: { A1: ["=ALVH.VERSION()", "#NAME?"] }, isProtected: true },
    Plain: { cells: { A1: 1 } },
  });
  book.calculate = () => 42;
  book.install();
});

test("formulas that Excel does not know are entered anew, one Undo for all", async () => {
  expect(await repairWorkbook(false)).toEqual({ cells: ["Plan!A1", "Plan!A2"], protectedSheets: ["Locked"] });
  expect(book.held("Plan!A1")).toBe("=ALVH.NETTHETA(Book, Market)");
  expect(book.held("Plan!A2")).toBe("=ALVH.BSM.PRICE(A1,B1)");
  expect(book.sheets.get("Plan")?.cells.get("A2")?.value).toBe(42);
  expect(book.sheets.get("Plan")?.cells.get("A3")?.value).toBe(5);
  expect(book.sheets.get("Locked")?.cells.get("A1")?.value).toBe("#NAME?");
  expect(book.runOptions).toEqual([{ mergeUndoGroup: true }]);
});

test("a dry run says the same and writes nothing", async () => {
  expect(await repairWorkbook(true)).toEqual({ cells: ["Plan!A1", "Plan!A2"], protectedSheets: ["Locked"] });
  expect(book.sheets.get("Plan")?.cells.get("A1")?.value).toBe("#NAME?");
});

test("a second repair finds nothing", async () => {
  await repairWorkbook(false);
  expect((await repairWorkbook(false)).cells).toEqual([]);
});

test("a repair that Excel refuses half-way leaves every formula as it was", async () => {
  book.refuses = "A9";
  book.sheets.get("Plain")?.cells.set("A9", { formula: "=_xldudf_ALVH_VERSION()", value: "#NAME?" });
  await expect(repairWorkbook(false)).rejects.toThrow("Excel is busy");
  expect(book.held("Plan!A2")).toBe("=_xldudf_ALVH_BSM_PRICE(A1,B1)");
});
