import { asOfText } from "../../src/alvh/asOfText";
import { readMarket } from "../../src/alvh/market";
import { workedMarket } from "./workedCase";

test("the moment of the quotes, or nothing where the market has none", () => {
  expect(asOfText(readMarket(workedMarket))).toBe(", as of 2022-02-04 16:15");
  expect(asOfText(readMarket([["VIX", 20]]))).toBe("");
});
