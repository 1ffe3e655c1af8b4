import { CellError } from "./support/customFunctions";
import { curve, vixFromChain, vxBetaByDays, vxthWeightByVix } from "../../src/functions/vix";
import { methodologyChain } from "../alvh/vixMethodologyExample";
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
  // 2018-02-02 to 02-05: the contract 47 days from its settlement moved .65 points per point.
  expect(vxBetaByDays([[47]], "REPLAY 2018 Volmageddon 1d")).toEqual([[0.65]]);
});

test("VIXCALC gives Cboe's worked example as one number, or as a table", () => {
  const rates = [[0.00031664], [0.00028797]];
  const [[vix]] = vixFromChain(methodologyChain, "2022-09-27 10:45:15", rates) as [[number]];
  expect(vix).toBeCloseTo(13.927842, 5);
  const table = vixFromChain(methodologyChain, "2022-09-27 10:45:15", rates, true);
  expect(table).toHaveLength(4);
  expect(table[3]!.at(-1)).toBe(vix);
});

test("VIXCALC: bad input is a sentence, a strip without quotes #N/A", () => {
  const call = (...given: Parameters<typeof vixFromChain>) => thrownBy(() => vixFromChain(...given));
  expect(call(methodologyChain, null).message).toContain("asOf is empty");
  expect(call(methodologyChain, "2022-02-04")).toMatchObject({ code: "#VALUE!" });
  expect(call(methodologyChain, "2022-02-04").message).toContain("chain has no near term");
  expect(call(methodologyChain, "2022-09-27", undefined, "yes").message).toBe(
    'detail ("yes") must be TRUE or FALSE',
  );
  const unquoted = methodologyChain.map((row, index) =>
    index === 0 ? row : [...row.slice(0, 3), 0, 0, 0, 0],
  );
  expect(call(unquoted, "2022-09-27")).toMatchObject({ code: "#N/A" });
});

test("VXTHWEIGHT by the level of VIX, over a range, a bad element in its own cell", () => {
  expect(vxthWeightByVix([[14, 20], [40, 60]])).toEqual([[0, 0.01], [0.005, 0]]); // prettier-ignore
  const [[weight, error]] = vxthWeightByVix([[20, 0.2]]) as [[number, CellError]];
  expect(weight).toBe(0.01);
  expect(error.message).toBe("vix (0.2) is below 1: VIX is in points (18.5, not 0.185)");
});
