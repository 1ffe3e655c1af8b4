import "./support/customFunctions";
import { check, version } from "../../src/functions/meta";
import { workedBook, workedMarket } from "../alvh/workedCase";

test("CHECK is OK, or each problem in a row of its own", () => {
  expect(check(workedBook, workedMarket)).toEqual([["OK"]]);
  expect(check([["Underlying", "Kind", "Qty"], ["SPY", "put", 1]], [["VIX", "x"]])).toEqual([
    ['market row 1, VIX: "x" is not a number'],
    ['book row 2, Underlying: "SPY" is not known: use one of SPX, SPXW, VIX, VX, VXX, UVXY'],
  ]); // prettier-ignore
});

test("VERSION is three numbers", () => {
  expect(version()).toMatch(/^\d+\.\d+\.\d+$/);
});
