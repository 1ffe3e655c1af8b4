import {
  boxRate,
  capmReturn,
  costOfCapital,
  dividendPremium,
  equityPremiums,
  equityPremiumTable,
} from "../../src/alvh/costOfCapital";
import { blackScholesPrice } from "../../src/core/black";

describe("WACC", () => {
  test("C01 the textbook's WACC weighs equity and debt after tax", () => {
    // By hand: .6 x 12% + .4 x 6% x .75.
    expect(costOfCapital(600, 400, 0.12, 0.06, 0.25)).toBeCloseTo(0.09, 12);
    expect(costOfCapital(1, 0, 0.12, 0.06, 0.25)).toBe(0.12);
    expect(costOfCapital(0, 1, 0.12, 0.06, 0)).toBe(0.06);
  });

  test("without capital there is no cost of it", () => {
    expect(() => costOfCapital(0, 0, 0.1, 0.1, 0.2)).toThrow("equity and debt are both 0");
  });
});

describe("CAPM", () => {
  test("C09 a beta of 1.3 at 3% and a market of 8% expects 9.5%", () => {
    // Investopedia, "What Is the Capital Asset Pricing Model (CAPM)?": a stock of beta 1.3, 3% and 8%.
    expect(capmReturn(0.03, 1.3, 0.08)).toBeCloseTo(0.095, 12);
  });

  test("a beta of 0 earns the risk-free rate, a beta of 1 the market", () => {
    expect(capmReturn(0.03, 0, 0.08)).toBe(0.03);
    expect(capmReturn(0.03, 1, 0.08)).toBeCloseTo(0.08, 15);
  });
});

describe("the box rate", () => {
  const [spot, days, vol, rate, dividendYield] = [4500, 91.25, 0.2, 0.045, 0.015];
  const option = (kind: 1 | -1, strike: number, at = spot): number =>
    blackScholesPrice(kind, at, strike, days / 365, vol, rate, dividendYield);
  const box = (at = spot): number =>
    option(1, 4000, at) - option(-1, 4000, at) - option(1, 5000, at) + option(-1, 5000, at);

  test("C19 put-call parity: a box of model prices gives the model's rate back", () => {
    expect(boxRate(1000, box(), days)).toBeCloseTo(rate, 10);
  });

  test("C19 a box has no delta: its price is the same wherever spot stands, so it adjusts none", () => {
    expect(box(3000)).toBeCloseTo(box(6000), 8);
  });

  test("C19 a conversion is delta-flat too: spot, a put bought and a call sold are worth a discounted strike", () => {
    const conversion = (at: number): number =>
      at * Math.exp((-dividendYield * days) / 365) + option(-1, 4500, at) - option(1, 4500, at);
    expect(conversion(4000)).toBeCloseTo(4500 * Math.exp((-rate * days) / 365), 8);
    expect(conversion(5000)).toBeCloseTo(conversion(4000), 8);
  });

  test("a box above its width borrows at less than nothing", () => {
    expect(boxRate(1000, 1010, 365)).toBeCloseTo(-0.00995033, 8);
  });
});

describe("equity premiums", () => {
  test("D20 dividends: D1/P + g - r; earnings: E/P - r", () => {
    // By hand: 60/4000 + 5% - 4%, and 220/4000 - 4%.
    expect(dividendPremium(4000, 60, 0.05, 0.04)).toBeCloseTo(0.025, 12);
    expect(equityPremiums(4000, 60, 0.05, 0.04, 220)).toEqual([
      expect.closeTo(0.025, 12),
      expect.closeTo(0.015, 12),
    ]);
  });

  test("D20 the premium is what makes Gordon's price: D1 / (r + premium - g) is the index", () => {
    expect(60 / (0.04 + dividendPremium(4000, 60, 0.05, 0.04) - 0.05)).toBeCloseTo(4000, 8);
  });

  test("D20 a falling premium compresses, and a text then accepts a hedge ratio 10% higher", () => {
    const table = equityPremiumTable([[0.025, 0.015], [0.02, 0.01], [0.03, 0.01]], 0.1); // prettier-ignore
    expect(table.map((row) => row[3])).toEqual(["Factor on the 45-60 hedge ratio", "", 1.1, 1]);
    expect(table[2]?.[2]).toBeCloseTo(-0.005, 12);
  });

  test("the header tells that premiums are rates per year", () => {
    expect(equityPremiumTable([], 0.1)[0]?.slice(0, 3)).toEqual([
      "By dividends, D1/P + g - r (per year)",
      "By earnings, E/P - r (per year)",
      "Change by dividends (per year)",
    ]);
  });

  test("a row with an error passes it on, and the next has no change", () => {
    const table = equityPremiumTable([["#N/A", "#N/A"], [0.02, 0.01]], 0.1); // prettier-ignore
    expect(table.slice(1)).toEqual([["#N/A", "#N/A", "", ""], [0.02, 0.01, "", ""]]); // prettier-ignore
  });
});
