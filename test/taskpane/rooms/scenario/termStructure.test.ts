import { prepareBook } from "../../../../src/taskpane/rooms/scenario/prepareBook";
import type { Scenario } from "../../../../src/taskpane/rooms/scenario/scenario";
import { termStructure } from "../../../../src/taskpane/rooms/scenario/termStructure";
import { workedCondor, workedMarket } from "../../../alvh/workedCase";

const prepared = prepareBook(workedCondor, workedMarket);
const calm: Scenario = { spotShock: 0, vixShock: 0, days: 0, curveModel: "TWOFACTOR" };

test("without a shock nothing moves: the settlements of that day, behind spot VIX", () => {
  const { points } = termStructure(prepared, calm);
  expect(points.map(({ before }) => before)).toEqual([23.22, 24.2613, 25.1484, 25.7037, 25.9505, 26.0004, 26.4004, 26.2975, 26.55]); // prettier-ignore
  for (const { before, after } of points) expect(after).toBeCloseTo(before, 12);
});

test("a shock moves every contract by its beta: .55 e^(-7.5 T) + .18", () => {
  const { points } = termStructure(prepared, { ...calm, vixShock: 10 });
  expect(points[0]).toEqual({ days: 0, before: 23.22, after: 33.22 });
  for (const { days, before, after } of points.slice(1)) {
    expect(after).toBeCloseTo(before + 10 * (0.55 * Math.exp((-7.5 * days) / 365) + 0.18), 9);
  }
});

test("with days a contract moves down the curve, and one that settles meanwhile has no later place", () => {
  const { points } = termStructure(prepared, { ...calm, days: 20 });
  expect(points[1]?.after).toBeUndefined();
  // 2022-03-15, 38.71875 days, then stands at 18.71875: between the February and the March settlement.
  const share = (18.71875 - 11.71875) / (38.71875 - 11.71875);
  expect(points[2]?.after).toBeCloseTo(24.2613 + share * (25.1484 - 24.2613), 9);
});
