import { allocateContracts } from "../../src/alvh/allocateContracts";

const ONES = [1, 1, 1];

// Worked by hand: whole contracts first, then one at a time to the largest fraction.
test.each([
  [10, [4, 4, 2]],
  [25, [10, 10, 5]],
  [12, [5, 5, 2]],
  [5, [2, 2, 1]],
  [3, [1, 1, 1]],
  [1, [1, 0, 0]],
  [0, [0, 0, 0]],
  [12.5, [5, 5, 2]],
])("A02 %d contracts by 40/40/20 are %j", (size, contracts) => {
  expect(allocateContracts(size, [0.4, 0.4, 0.2], ONES)).toEqual(contracts);
});

test("A02 dollars are spent by price, and the total stays within them", () => {
  // Shares of 10,000 at 630, 1,555 and 1,827 a contract: 6.35, 2.57 and 1.09. Six, two and one cost 8,717; the largest
  // fraction (.57) costs 1,555 and would exceed 10,000, the next (.35) costs 630 and fits.
  expect(allocateContracts(10000, [0.4, 0.4, 0.2], [630, 1555, 1827])).toEqual([7, 2, 1]);
});

test("A02 a budget below every price buys nothing", () => {
  expect(allocateContracts(100, [0.4, 0.4, 0.2], [630, 1555, 1827])).toEqual([0, 0, 0]);
});

test("rounding of a division is no part of a contract", () => {
  expect(allocateContracts(30, [0.1, 0.2, 0.7], ONES)).toEqual([3, 6, 21]);
});

test("the total never exceeds the size, and no layer is more than one contract from its share", () => {
  for (let size = 0; size < 400; size += 7.3) {
    const weights = [0.2, 0.35, 0.45];
    const prices = [3.1, 7.7, 12.9];
    const contracts = allocateContracts(size, weights, prices);
    const used = contracts.reduce((sum, count, layer) => sum + count * (prices[layer] ?? NaN), 0);
    expect(used).toBeLessThanOrEqual(size * (1 + 1e-9));
    contracts.forEach((count, layer) => {
      const share = ((weights[layer] ?? NaN) * size) / (prices[layer] ?? NaN);
      expect(Math.abs(count - share)).toBeLessThan(1 + 1e-9);
    });
  }
});
