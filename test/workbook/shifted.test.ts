import { columnIndex, columnName, shiftedAddress, shiftedFormula } from "../../src/workbook/shifted";

const shift = { rows: 10, columns: 2 };

describe("shiftedFormula", () => {
  it.each([
    ["=A1+$B$2", "=C11+$D$12"],
    ["=SUM(A4:A24)", "=SUM(C14:C24)".replace("C24", "C34")],
    ["=ALVH.PAYOFF(Book, Market, A4:A5, 0)", "=ALVH.PAYOFF(Book, Market, C14:C15, 0)"],
    ['="A1"&A1', '="A1"&C11'],
    ["=Market!B6+B6", "=Market!B6+D16"],
    ["='My sheet'!$A$1:$B$2+A1", "='My sheet'!$A$1:$B$2+C11"],
    ["=LOG10(A1)", "=LOG10(C11)"],
    [
      '=ALVH.BLACK76.PRICE("call", A1, 30, 12, 1.255, 0.003)',
      '=ALVH.BLACK76.PRICE("call", C11, 30, 12, 1.255, 0.003)',
    ],
    ["=LET(t, A1, t*2)", "=LET(t, C11, t*2)"],
    ["=AZ9", "=BB19"],
  ])("moves %s", (formula, moved) => {
    expect(shiftedFormula(formula, shift)).toBe(moved);
  });
});

it("moves an address of one cell or of a range", () => {
  expect(shiftedAddress("A1", shift)).toBe("C11");
  expect(shiftedAddress("B2:Z9", shift)).toBe("D12:AB19");
});

// The columns' names as Excel counts them: A..Z, AA..ZZ, AAA; its last is XFD, the 16,384th.
it.each([
  ["A", 0],
  ["Z", 25],
  ["AA", 26],
  ["ZZ", 701],
  ["AAA", 702],
  ["XFD", 16383],
])("counts column %s as %i", (name, index) => {
  expect(columnIndex(name)).toBe(index);
  expect(columnName(index)).toBe(name);
});
