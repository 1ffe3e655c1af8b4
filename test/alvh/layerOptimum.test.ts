import { layerOptimumTable } from "../../src/alvh/layerOptimumTable";
import { layerPlanTable } from "../../src/alvh/layerPlanTable";
import { readMarket } from "../../src/alvh/market";
import { settingsInForce } from "../../src/alvh/presets";
import { netTheta, pnl } from "../../src/functions/book";
import "../functions/support/customFunctions";
import { workedBook, workedMarket } from "./workedCase";

const settingsOf = (rows: (string | number)[][] = []) => settingsInForce(null, rows).settings;
const optimum = (budget: number, objective: string, rows: (string | number)[][] = []) =>
  layerOptimumTable(workedBook, workedMarket, budget, objective, settingsOf(rows));
const counts = (table: (string | number)[][]): number[] => table.slice(1, 4).map((row) => Number(row[4]));
const figure = (table: (string | number)[][], name: string): number =>
  Number(table.find(([each]) => each === name)?.[4]);

/** The plan's own legs, one contract of each layer, from LAYER: what a brute force over cells can value. */
const plan = layerPlanTable({ condors: 10, vix01: undefined }, settingsOf(), readMarket(workedMarket));
const condors = workedBook.slice(0, 5);
const legsOf = (layer: number, count: number) => [
  plan[0] ?? [],
  (plan[layer + 1] ?? []).map((value, column) => (column === 10 ? count : value)),
];
const unit = [0, 1, 2].map((layer) => ({
  premium: Number(plan[layer + 1]?.[12]) / Number(plan[layer + 1]?.[10]),
  theta: netTheta(legsOf(layer, 1), workedMarket)[0]?.[0] as number,
  tail: pnl(legsOf(layer, 1), workedMarket, -0.1, 20)[0]?.[0] as number,
}));
const condorTheta = netTheta(condors, workedMarket)[0]?.[0] as number;
const condorTail = pnl(condors, workedMarket, -0.1, 20)[0]?.[0] as number;

/** Every combination up to twelve contracts a layer, by NETTHETA and PNL. */
function bruteForce(
  allowed: (premium: number, theta: number, tail: number) => boolean,
  score: (premium: number, tail: number) => number,
): number {
  let best = -Infinity;
  for (let a = 0; a <= 12; a++)
    for (let b = 0; b <= 12; b++)
      for (let c = 0; c <= 12; c++) {
        const sum = (name: "premium" | "theta" | "tail"): number =>
          [a, b, c].reduce((all, count, layer) => all + count * (unit[layer]?.[name] ?? NaN), 0);
        if (allowed(sum("premium"), sum("theta"), sum("tail")))
          best = Math.max(best, score(sum("premium"), sum("tail")));
      }
  return best;
}

test("A12 most cover within the budget, net theta never below 0: as every combination tried", () => {
  const table = optimum(1500, "cover", [["A12.MostContracts", 12]]);
  const best = bruteForce(
    (premium, theta) => premium <= 1500 && condorTheta + theta >= 0,
    (_, tail) => tail,
  );
  expect(figure(table, "A12 cover in the tail")).toBeCloseTo(-best / condorTail, 9);
  expect(Number(table[4]?.[5])).toBeLessThanOrEqual(1500);
  expect(figure(table, "A12 net theta")).toBeGreaterThanOrEqual(0);
});

test("A12 least premium for a cover: as every combination tried", () => {
  const table = optimum(5000, "cost", [["A12.MostContracts", 12], ["A12.Cover", 0.3]]); // prettier-ignore
  const best = bruteForce(
    (premium, theta, tail) => premium <= 5000 && condorTheta + theta >= 0 && tail >= -0.3 * condorTail,
    (premium) => -premium,
  );
  expect(table[4]?.[5]).toBeCloseTo(-best, 6);
  expect(figure(table, "A12 cover in the tail")).toBeGreaterThanOrEqual(0.3);
  expect(() => optimum(10, "cost", [["A12.Cover", 5]])).toThrow("no whole contracts keep within");
});

test("A12 least variance: one contract more or fewer anywhere is no better", () => {
  const table = optimum(4000, "variance");
  const deviation = (changed: number[]): number => {
    const legs = [condors[0] ?? [], ...condors.slice(1)];
    const gains = ([[0, 0, 0.6], [-0.03, 4, 0.2], [-0.05, 8, 0.1], [-0.1, 20, 0.03], [0.03, -3, 0.07]] as const).map(([spot, vix, probability]) => {
      const hedge = changed.reduce((sum, count, layer) => sum + count * (pnl(legsOf(layer, 1), workedMarket, spot, vix)[0]?.[0] as number), 0);
      return { gain: hedge + (pnl(legs, workedMarket, spot, vix)[0]?.[0] as number), probability };
    }); // prettier-ignore
    const mean = gains.reduce((sum, { gain, probability }) => sum + probability * gain, 0);
    return Math.sqrt(gains.reduce((sum, { gain, probability }) => sum + probability * (gain - mean) ** 2, 0));
  };
  const found = counts(table);
  expect(figure(table, "A12 deviation")).toBeCloseTo(deviation(found), 6);
  for (const layer of [0, 1, 2])
    for (const step of [-1, 1]) {
      const other = found.map((count, index) => (index === layer ? count + step : count));
      const premium = other.reduce((sum, count, index) => sum + count * (unit[index]?.premium ?? NaN), 0);
      if (other.every((count) => count >= 0) && premium <= 4000)
        expect(deviation(other)).toBeGreaterThanOrEqual(deviation(found) - 1e-6);
    }
});

test("A11 C15 no fixed percentage: WACC, IRR and break-even bound the hedge", () => {
  const free = optimum(2000, "cover");
  const bound = optimum(2000, "cover", [["A11.WACC", 0.08], ["A11.IRR", 0.1], ["RiskCapital", 100000]]); // prettier-ignore
  expect(figure(bound, "A12 cover in the tail")).toBeLessThan(figure(free, "A12 cover in the tail"));
  expect(bound.at(-1)?.at(-1)).toContain("A11 yearly cost within IRR less WACC");
  // Nothing is left to spend where capital costs as much as the condors return.
  expect(counts(optimum(2000, "cover", [["A11.WACC", 0.1], ["A11.IRR", 0.1], ["RiskCapital", 100000]]))).toEqual([0, 0, 0]); // prettier-ignore
  expect(
    optimum(2000, "cover", [["A11.BreakEven", 20]])
      .at(-1)
      ?.at(-1),
  ).toContain("A11 no loss in 30 days at VIX +20");
});

test("A11 C15 the bounds bind where LAYER's yearly costs and PNL put them: as every combination tried", () => {
  const perYear = [0, 1, 2].map((layer) => Number(plan[layer + 1]?.[15]) / Number(plan[layer + 1]?.[10]));
  const gainAt = (points: number): number[] =>
    [0, 1, 2].map((layer) => pnl(legsOf(layer, 1), workedMarket, 0, points, 30)[0]?.[0] as number);
  const check = (rows: (string | number)[][], per: number[], most: number): number => {
    let best = -Infinity;
    for (let a = 0; a <= 12; a++)
      for (let b = 0; b <= 12; b++)
        for (let c = 0; c <= 12; c++) {
          const of = (each: (layer: number) => number): number => a * each(0) + b * each(1) + c * each(2);
          const [premium, theta] = [of((layer) => unit[layer]?.premium ?? NaN), of((layer) => unit[layer]?.theta ?? NaN)]; // prettier-ignore
          if (premium > 1500 || condorTheta + theta < 0 || of((layer) => per[layer] ?? NaN) > most) continue;
          best = Math.max(
            best,
            of((layer) => unit[layer]?.tail ?? NaN),
          );
        }
    const table = optimum(1500, "cover", [["A12.MostContracts", 12], ...rows]);
    expect(figure(table, "A12 cover in the tail")).toBeCloseTo(-best / condorTail, 9);
    return best;
  };
  // 12% less 8% of 400,000 dollars: 16,000 a year.
  const capital = [["A11.WACC", 0.08], ["A11.IRR", 0.12], ["RiskCapital", 400000]]; // prettier-ignore
  const [bound, free] = [check(capital, perYear, 16000), check([], perYear, Infinity)];
  expect(bound).toBeGreaterThan(0);
  expect(bound).toBeLessThan(free);
  // At VIX +8 a month later the short calls, settled at that VIX, gain and the medium ones lose; at +2 all lose.
  const losses = gainAt(8).map((gain) => -gain);
  expect([losses[0] ?? NaN, losses[1] ?? NaN].map(Math.sign)).toEqual([-1, 1]);
  check([["A11.BreakEven", 8]], losses, 0);
  expect(gainAt(2).every((gain) => gain < 0)).toBe(true);
  expect(
    check(
      [["A11.BreakEven", 2]],
      gainAt(2).map((gain) => -gain),
      0,
    ),
  ).toBe(0);
});

test("A12 the bounds of A08 to A10 hold for the shares of premium", () => {
  const table = optimum(20000, "cover", [["A12.Bounds", "on"]]);
  const shares = table.slice(1, 4).map((row) => Number(row[6]));
  [[0.15, 0.25], [0.3, 0.4], [0.35, 0.55]].forEach(([low = NaN, high = NaN], layer) => {
    expect(shares[layer]).toBeGreaterThanOrEqual(low - 1e-9);
    expect(shares[layer]).toBeLessThanOrEqual(high + 1e-9);
  }); // prettier-ignore
});

test("A12 a scenario that no market can be in is refused", () => {
  const scenarios = (text: string) => () => optimum(1000, "variance", [["A12.Scenarios", text]]);
  expect(scenarios("0/0/.5")).toThrow("the probabilities add up to 0.5, not to 1");
  for (const text of ["0/0", "-1/5/1", "0/-22.5/1", "0/x/1", "0/5/-1"])
    expect(scenarios(text)).toThrow(`${JSON.stringify(text)} is not like`);
});
