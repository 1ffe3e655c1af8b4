import { readFileSync } from "node:fs";
import {
  callsAlvh,
  filledFormula,
  namesSheet,
  readableFormula,
  readsOtherWorkbook,
  storedFormula,
  usesName,
  withFixedSpills,
} from "../../src/share/formulaText";

describe("formulas as files store them", () => {
  // Microsoft's file format: a custom function is stored as _xldudf_NAMESPACE_NAME, newer functions with _xlfn.
  test.each([
    ["=ALVH.BSM.PRICE(A1,B1)", "_xldudf_ALVH_BSM_PRICE(A1,B1)"],
    [
      '=IFERROR(ALVH.NETTHETA(Book, Market, "layer"), 0)',
      'IFERROR(_xldudf_ALVH_NETTHETA(Book, Market, "layer"), 0)',
    ],
    ['="ALVH.X( is text"', '"ALVH.X( is text"'],
    [
      "=LET(t, ALVH.PRESET(), INDEX(t, 1, 1))",
      "_xlfn.LET(_xlpm.t, _xldudf_ALVH_PRESET(), INDEX(_xlpm.t, 1, 1))",
    ],
    ["=LAMBDA(x, x+T1)(2)", "_xlfn.LAMBDA(_xlpm.x, _xlpm.x+T1)(2)"],
    ["=FILTER(A1:A3, B1:B3)", "_xlfn._xlws.FILTER(A1:A3, B1:B3)"],
    ["=SUM(Plan!$A$3#)", "SUM(_xlfn.ANCHORARRAY(Plan!$A$3))"],
    ["=NORM.S.DIST(A1,TRUE)", "_xlfn.NORM.S.DIST(A1,TRUE)"],
  ])("%s is stored as %s, and read back", (readable, stored) => {
    expect(storedFormula(readable)).toBe(stored);
    expect(readableFormula(stored)).toBe(readable);
  });

  test("storing twice changes nothing", () => {
    const stored = storedFormula("=LET(t, ALVH.PRESET(), TAKE(t, 1))");
    expect(storedFormula(stored)).toBe(stored);
  });

  test("no id of a function holds an underscore, on which reading back rests", () => {
    const catalogue = JSON.parse(readFileSync("src/taskpane/functionCatalogue.json", "utf8")) as {
      id: string;
    }[];
    expect(catalogue.length).toBeGreaterThan(70);
    expect(catalogue.filter(({ id }) => id.includes("_"))).toEqual([]);
  });

  test("a call is told from a text, a sheet name and another add-in's function", () => {
    expect(callsAlvh("1+_xldudf_ALVH_PNL(A1)")).toBe(true);
    expect(callsAlvh("ALVH.PNL(A1)")).toBe(true);
    expect(callsAlvh('"ALVH.PNL("')).toBe(false);
    expect(callsAlvh("'ALVH.X'!A1")).toBe(false);
    expect(callsAlvh("_xldudf_OTHER_ALVHX(A1)")).toBe(false);
  });
});

test("a shared formula is filled as Excel fills: what has a $ stays", () => {
  expect(filledFormula("A1+$B$1+C$1+$D1", 2, 1)).toBe("B3+$B$1+D$1+$D3");
  expect(filledFormula("SUM(A:A)+SUM(1:1)+SUM($A:B)", 2, 1)).toBe("SUM(B:B)+SUM(3:3)+SUM($A:C)");
  expect(filledFormula('"A1"&LOG10(A1)&_xldudf_ALVH_BSM_PRICE(Q4!A1)', 1, 0)).toBe(
    '"A1"&LOG10(A2)&_xldudf_ALVH_BSM_PRICE(Q4!A2)',
  );
  expect(filledFormula("A1", -1, 0)).toBe("#REF!");
});

test("a reference to a spill becomes its fixed range where the spill is known", () => {
  const place = (sheet: string | undefined, cell: string) =>
    `${sheet ?? "here"}!${cell}` === "My plan!A3" ? "A3:C5" : undefined;
  expect(withFixedSpills("SUM(_xlfn.ANCHORARRAY('My plan'!$A$3))", place)).toBe("SUM('My plan'!A3:C5)");
  expect(withFixedSpills("SUM(_xlfn.ANCHORARRAY(B9))", place)).toBe("SUM(_xlfn.ANCHORARRAY(B9))");
});

test("sheets, names and other workbooks are found in formulas, not in texts", () => {
  const hidden = new Set(["back office"]);
  expect(namesSheet("SUM('Back office'!A1:B2)", hidden)).toBe(true);
  expect(namesSheet("\"'Back office'!A1\"", hidden)).toBe(false);
  expect(namesSheet("SUM(Front!A1)", hidden)).toBe(false);
  expect(usesName("MyTheta*2", new Set(["mytheta"]))).toBe(true);
  expect(usesName("MyTheta2*2", new Set(["mytheta"]))).toBe(false);
  expect(readsOtherWorkbook("[1]Prices!A1*2")).toBe(true);
  expect(readsOtherWorkbook("Table1[Qty]")).toBe(false);
});
