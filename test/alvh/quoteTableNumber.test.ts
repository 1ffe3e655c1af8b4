import { parseQuoteTableNumber } from "../../src/alvh/quoteTableNumber";

test.each([
  ["4500.53", "Cboe", 4500.53],
  ["4,500.53", "Cboe", 4500.53],
  ["-0.9995", "Cboe", -0.9995],
  ["4500,53", "decimal comma", 4500.53],
  ["1,234", "decimal comma", 1.234],
  ["-,5", "decimal comma", -0.5],
  ["4500.53", "decimal point", 4500.53],
  ["1,5e-3", "decimal comma", 0.0015],
] as const)("%s in the notation %s is %d", (text, notation, value) => {
  expect(parseQuoteTableNumber(text, notation)).toBe(value);
});

// A sign that is not the file's own might be thousands or decimals: neither is guessed.
test.each([
  ["4500,53", "Cboe"],
  ["4.500,53", "decimal comma"],
  ["4500.53", "decimal comma"],
  ["4,500", "decimal point"],
  ["1OO", "Cboe"],
] as const)("%s in the notation %s is no figure", (text, notation) => {
  expect(parseQuoteTableNumber(text, notation)).toBeNaN();
});
