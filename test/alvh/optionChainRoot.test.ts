import { rootOfSymbol } from "../../src/alvh/optionChainRoot";

test.each([
  ["SPXW220304C00800000", "SPXW"],
  ["SPX220318P04100000", "SPX"],
  ["VIXW220209C00030000", "VIXW"],
  // An adjusted series has a digit in its root.
  ["SOYB1261120C00005000", "SOYB1"],
  ["SPX1917E2800-E", "SPX"],
  ["^SPX", "SPX"],
  ["spxw", "SPXW"],
  ["", ""],
  ["=HYPERLINK(1)", ""],
  ["SPX=1", ""],
  ["220304", ""],
])("the root of %j is %j", (symbol, root) => {
  expect(rootOfSymbol(symbol)).toBe(root);
});
