import { compileScenario } from "../../../../src/alvh/scenarioExpression";
import { profitTable, replayEventsTable } from "../../../../src/alvh/stressTables";
import { outcomeOf } from "../../../../src/taskpane/rooms/scenario/outcomeOf";
import { prepareBook } from "../../../../src/taskpane/rooms/scenario/prepareBook";
import { FIRST_FORM } from "../../../../src/taskpane/rooms/scenario/scenarioForm";
import { workedBook, workedMarket } from "../../../alvh/workedCase";

const outcome = outcomeOf(prepareBook(workedBook, workedMarket));

test("the first form's total is PNL's where the VIX shock is left out", () => {
  const { total, by, spx, vix } = outcome(FIRST_FORM, undefined);
  const [, [dollars] = []] = profitTable(workedBook, workedMarket, -0.05, null, null, null);
  expect(by).toBe("PNL");
  expect(total).toBeCloseTo(Number(dollars), 6);
  // 95% of 4500.53; 5 x 1.28 above 23.22.
  expect(spx[1]).toBeCloseTo(4275.5035, 9);
  expect(vix[1]).toBeCloseTo(29.62, 9);
});

test("an event is REPLAY's row: layers, total and the hedge's cover", () => {
  const form = { ...FIRST_FORM, source: "event" as const, event: "2018 Volmageddon 1d" };
  const { layers, total, by, cover } = outcome(form, undefined);
  const [header = [], row = []] = replayEventsTable(workedBook, workedMarket, form.event);
  expect(by).toBe("REPLAY");
  expect(layers.map(({ name }) => `${name} P&L $`)).toEqual(header.slice(5, 9));
  expect([...layers.map(({ profit }) => profit), total, cover]).toEqual(row.slice(5));
});

test("an expression gives PNL of its shocks", () => {
  const form = { ...FIRST_FORM, source: "expression" as const, expression: "SPX - 450.053, VIX * 2" };
  const { total } = outcome(form, compileScenario(form.expression));
  const table = profitTable(workedBook, workedMarket, -0.1, 23.22, 0, null);
  expect(total).toBeCloseTo(Number(table[0]?.[0]), 6);
});
