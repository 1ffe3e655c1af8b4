import { CONTRACTS, contractTerms } from "../../src/alvh/contracts";

// Cboe contract specifications (SPX, SPXW, VIX options: $100; VX: $1000) and the funds' prospectuses.
test.each([
  ["SPX", 100],
  ["SPXW", 100],
  ["VIX", 100],
  ["VX", 1000],
  ["VXX", 1],
  ["UVXY", 1],
] as const)("%s: %d dollars a point", (symbol, multiplier) => {
  expect(contractTerms(symbol).multiplier).toBe(multiplier);
});

test("UVXY moves one and a half times the index of short-term VIX futures, VXX once", () => {
  expect(CONTRACTS.get("UVXY")?.leverage).toBe(1.5);
  expect(CONTRACTS.get("VXX")?.leverage).toBe(1);
});
