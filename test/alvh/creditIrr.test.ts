import { creditIrr, datedIrr } from "../../src/alvh/creditIrr";

describe("CREDITIRR", () => {
  test("C03 the margin is in the flows: minus (margin - credit) now, that and the profit back at expiry", () => {
    const rate = creditIrr(13.95, 50, 5, 42);
    expect(-36.05 + (36.05 + 5) / (1 + rate) ** (42 / 365)).toBeCloseTo(0, 12);
  });

  test("C03 it is the rate of the same two flows on their dates", () => {
    const flows = [[-36.05], [41.05]];
    expect(datedIrr(flows, [["2022-02-04"], ["2022-03-18"]])).toBeCloseTo(creditIrr(13.95, 50, 5, 42), 8);
  });

  test("a year's profit of a tenth is 10%, and no profit is none", () => {
    expect(creditIrr(0, 100, 10, 365)).toBeCloseTo(0.1, 12);
    expect(creditIrr(10, 100, 0, 30)).toBe(0);
  });

  test.each([
    [13.95, 0, 5, "a credit alone has no rate of return"],
    [13.95, 13.95, 5, "ties up no capital"],
    [10, 50, -40, "expectedPnl (-40) loses the whole capital of 40"],
  ])("C03 credit %d on margin %d, expecting %d, is no rate but a reason", (credit, margin, pnl, reason) => {
    expect(() => creditIrr(credit, margin, pnl, 30)).toThrow(reason);
  });
});

describe("dated cash flows", () => {
  // Microsoft, "XIRR function", the example: 0.373362535.
  const dates = [["2008-01-01"], ["2008-03-01"], ["2008-10-30"], ["2009-02-15"], ["2009-04-01"]];
  const flows = [[-10000], [2750], [4250], [3250], [2750]];

  test("C03 Excel's published example of XIRR", () => {
    expect(datedIrr(flows, dates)).toBeCloseTo(0.373362535, 8);
  });

  test("blank flows are passed over", () => {
    expect(datedIrr([...flows, [""]], [...dates, [""]])).toBeCloseTo(0.373362535, 8);
  });

  test("C03 flows of one sign have no rate: the credit alone", () => {
    expect(() => datedIrr([[13.95], [5]], [["2022-02-04"], ["2022-03-18"]])).toThrow("all of one sign");
  });

  test("flows with two rates are refused with both", () => {
    // -1000 + 2300/(1+r) - 1320/(1+r)²: r = 10% and 20%.
    const years = [["2021-01-01"], ["2022-01-01"], ["2023-01-01"]];
    expect(() => datedIrr([[-1000], [2300], [-1320]], years)).toThrow("2 rates of return (0.1000, 0.2000)");
  });
});
