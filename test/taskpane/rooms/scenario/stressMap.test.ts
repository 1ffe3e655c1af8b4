import { stressGridTable } from "../../../../src/alvh/stressTables";
import { prepareBook } from "../../../../src/taskpane/rooms/scenario/prepareBook";
import type { Scenario } from "../../../../src/taskpane/rooms/scenario/scenario";
import { stressMap } from "../../../../src/taskpane/rooms/scenario/stressMap";
import { workedBook, workedMarket } from "../../../alvh/workedCase";
import { finish } from "../../finish";

const prepared = prepareBook(workedBook, workedMarket);
const scenario: Scenario = { spotShock: -0.02, vixShock: 3, days: 5, curveModel: "GL1" };

test("the map is STRESSGRID's, whatever the scenario's own shocks are", () => {
  const [spots, vixes] = [[-0.1, 0, 0.05], [0, 10, 20]]; // prettier-ignore
  const { result } = finish(stressMap(prepared, scenario, { spots, vixes }));
  const table = stressGridTable(workedBook, workedMarket, [spots], [vixes], 5, "GL1");
  expect([result.vixes, ...result.profits]).toEqual([
    table[0]?.slice(1),
    ...table.slice(1).map((row) => row.slice(1)),
  ]);
});

test("shocks that leave no VIX are left out", () => {
  const { result } = finish(stressMap(prepared, scenario, { spots: [0], vixes: [-30, -22.5, -22, 0] }));
  expect(result.vixes).toEqual([-22, 0]);
  expect(result.profits[0]).toHaveLength(2);
});

test("it can be stopped after every row", () => {
  const { shares } = finish(stressMap(prepared, scenario, { spots: [-0.1, -0.05, 0, 0.05], vixes: [0] }));
  expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
});
