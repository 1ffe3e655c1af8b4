import { compactNumber } from "../../../src/taskpane/charts/compactNumber";

// By hand: three significant digits, the unit by size, no cents from ten dollars on.
test.each([
  [0, "0"],
  [-0.4, "−0.4"],
  // What rounding leaves of nothing is nothing.
  [-2.7e-12, "0"],
  [9.876, "9.88"],
  [12.6, "13"],
  [-640, "−640"],
  [999.4, "999"],
  [999.9, "1k"],
  [1250, "1.25k"],
  [-12345, "−12.3k"],
  [36060, "36.1k"],
  [999600, "1m"],
  [-2_500_000, "−2.5m"],
  [3.2e9, "3.2bn"],
])("%d is shown as %s", (value, shown) => {
  expect(compactNumber(value, { decimal: "." })).toBe(shown);
});

test.each([
  [-12345, "−12k"],
  [-1460, "−1.5k"],
  [640, "640"],
  [99_600, "100k"],
  [1_830_000, "1.8m"],
])("%d in two digits is %s", (value, shown) => {
  expect(compactNumber(value, { decimal: "." }, 2)).toBe(shown);
});

test("the decimal sign is the reader's", () => {
  expect(compactNumber(-12345, { decimal: "," })).toBe("−12,3k");
});
