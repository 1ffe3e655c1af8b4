import { formatForHeader, sharedDecimals, shownCell } from "../../../src/taskpane/components/shownCell";

const en = { decimal: ".", group: ",", list: "," };
const de = { decimal: ",", group: ".", list: ";" };

describe("shownCell", () => {
  it.each([
    [1234.56, undefined, "1,235"],
    [25.49, undefined, "25.49"],
    [0.30125, undefined, "0.3013"],
    [10, undefined, "10"],
    [0.015, "percent", "1.50%"],
    [-3.27159, 3, "\u22123.272"],
    [44596.677, "date", "2022-02-04"], // Excel's serial 44596 is 4 February 2022
    ["long", "date", "long"],
    [true, undefined, "TRUE"],
    [null, undefined, ""],
    [undefined, 2, ""],
  ] as const)("shows %p in the format %p as %s", (value, format, text) => {
    expect(shownCell(value, format, en)).toBe(text);
  });

  it("uses the reader's separators", () => {
    expect(shownCell(1234567.891, 1, de)).toBe("1.234.567,9");
    expect(shownCell(0.0215, "percent", de)).toBe("2,15%");
  });
});

describe("formatForHeader", () => {
  it.each(["Expiry", "expiration", "Date", "AsOf"])("takes %s for a column of dates", (name) => {
    expect(formatForHeader(name)).toBe("date");
  });

  it.each(["DTE", "Strike", "", null])("takes %p for one of plain figures", (name) => {
    expect(formatForHeader(name)).toBeUndefined();
  });
});

describe("sharedDecimals", () => {
  it.each([
    [[3, 12, ""], 0],
    [[0.25, 10, 3.5], 2],
    [[0.25, -0.0125], 4],
    [[12.5, -1392.4, 0.2], 0],
    [["long", null], 0],
  ])("gives figures like %p %d decimals", (values, decimals) => {
    expect(sharedDecimals(values)).toBe(decimals);
  });
});
