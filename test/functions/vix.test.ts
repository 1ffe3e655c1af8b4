import { CellError } from "./support/customFunctions";
import { curve, vxBetaByDays } from "../../src/functions/vix";
import { workedMarket } from "../alvh/workedCase";
import { thrownBy } from "./support/thrownBy";

test("CURVE gives the settlements at their own days, and spills over a column of days", () => {
  const days = 12 + 9.5 / 24 - 16.25 / 24;
  expect(curve(workedMarket, [[days]])[0]?.[0]).toBeCloseTo(24.2613, 9);
  expect(curve(workedMarket, [[0], [days]])[0]?.[0]).toBe(23.22);
});

test("VXBETA by model; a bad element spoils its own cell alone", () => {
  expect(vxBetaByDays([[0]])[0]?.[0]).toBeCloseTo(0.73, 12);
  expect(vxBetaByDays([[4]], "table")).toEqual([[0.744]]);
  const [[first, second]] = vxBetaByDays([[4, -4]], "TABLE") as [[unknown, unknown]];
  expect(first).toBe(0.744);
  expect(second).toBeInstanceOf(CellError);
  expect(thrownBy(() => vxBetaByDays([[4]], "OU")).message).toContain('model "OU" is not known');
});
