import { payoffLines } from "../../../../src/taskpane/rooms/scenario/payoffLines";
import { prepareBook } from "../../../../src/taskpane/rooms/scenario/prepareBook";
import type { Scenario } from "../../../../src/taskpane/rooms/scenario/scenario";
import { computePictures } from "../../../../src/taskpane/rooms/scenario/computePictures";
import { workedBook, workedMarket } from "../../../alvh/workedCase";
import { finish } from "../../finish";

test("its progress only grows and ends before one, and what it gives survives the way to a worker and back", () => {
  const scenario: Scenario = { spotShock: -0.05, vixShock: 6.4, days: 3, curveModel: "LOG" };
  const steps = { spots: [-0.05, 0], vixes: [0, 10] };
  const input = { book: workedBook, market: workedMarket, scenario, steps };
  const { result, shares } = finish(computePictures(structuredClone(input)));
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
  expect(structuredClone(result)).toEqual(result);
  expect(result.scenario).toEqual(scenario);
  const alone = finish(payoffLines(prepareBook(workedBook, workedMarket), scenario)).result;
  expect(result.payoff).toEqual(alone);
});
