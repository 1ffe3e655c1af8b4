import { generalText } from "../../src/demo/generalText";

// Microsoft's help, "Available number formats in Excel": where the cell is not wide enough for the entire number,
// General rounds the decimals; it uses scientific notation for large numbers (12 or more digits). The numbers are
// as Excel shows them.
describe("generalText in a wide column", () => {
  it.each([
    [0, "0"],
    [12.5, "12.5"],
    [-13950, "-13950"],
    [1 / 3, "0.333333333"],
    [1234567.891234, "1234567.891"],
    [123456789012, "1.23457E+11"],
    [0.0000123456789, "1.23457E-05"],
  ])("shows %d as %s", (value, text) => {
    expect(generalText(value, 20)).toBe(text);
  });
});

describe("generalText in a narrow column", () => {
  it("gives up decimals first", () => {
    expect(generalText(254.87976798, 7)).toBe("254.88");
    expect(generalText(-1079.9804, 6)).toBe("-1080");
  });

  it("shows a number too wide for the column by its exponent", () => {
    expect(generalText(123456789, 7)).toBe("1.2E+08");
  });

  it("never shows more characters than there is room for, where one digit and an exponent fit", () => {
    for (let power = -300; power <= 300; power += 7) {
      for (let room = 7; room <= 12; room += 1) {
        expect(generalText(-9.8765432e-1 * 10 ** power, room).length).toBeLessThanOrEqual(room);
      }
    }
  });
});
