import { readMarket } from "../../../../src/alvh/market";
import { compileScenario } from "../../../../src/alvh/scenarioExpression";
import { FIRST_FORM, type ScenarioForm } from "../../../../src/taskpane/rooms/scenario/scenarioForm";
import { eventOfForm, scenarioOfForm } from "../../../../src/taskpane/rooms/scenario/scenarioOfForm";
import { workedMarket } from "../../../alvh/workedCase";

const market = readMarket(workedMarket);
const of = (part: Partial<ScenarioForm>, own = market) => {
  const form = { ...FIRST_FORM, ...part };
  const isExpression = form.source === "expression";
  return scenarioOfForm(form, own, isExpression ? compileScenario(form.expression) : undefined);
};

test("sliders are shocks in the functions' units, without the noise of a division", () => {
  expect(of({ spotPercent: -7, vixPoints: 12.5, vixFollows: false, days: 9, curveModel: "GL1" })).toEqual({
    spotShock: -0.07,
    vixShock: 12.5,
    days: 9,
    curveModel: "GL1",
  });
});

test("a VIX that follows takes 1.28 points for -1% of SPX, or what the market says, and not below 9", () => {
  expect(of({ spotPercent: -5 }).vixShock).toBe(6.4);
  expect(of({ spotPercent: -5 }, readMarket([...workedMarket, ["SpotVixBeta", -5]])).vixShock).toBe(25);
  expect(of({ spotPercent: 18 }).vixShock).toBeCloseTo(9 - 23.22, 9);
});

test("an event is its closes, its calendar days and its own curve", () => {
  // Closes of 2024-07-31 and 2024-08-05: SPX 5522.30 and 5186.33, VIX 16.36 and 38.57.
  const scenario = of({ source: "event", event: "2024 Aug 3d" });
  expect(scenario.spotShock).toBeCloseTo(-0.06084, 5);
  expect(scenario.vixShock).toBeCloseTo(22.21, 9);
  expect(scenario.days).toBe(5);
  expect(scenario.curveModel).toBe("REPLAY 2024 Aug 3d");
});

test("an event that is not known is refused with the nearest", () => {
  expect(() => eventOfForm({ event: "2024 Sep 3d" })).toThrow("the nearest is 2024 Aug 3d");
});

test("an expression sets what it names; of the rest, VIX may follow and days are the slider's", () => {
  const source = "expression";
  const named = of({ source, expression: "SPX * 0.9, VIX + 5; Days: 10", days: 3 });
  expect(named).toEqual({ spotShock: -0.1, vixShock: 5, days: 10, curveModel: "TWOFACTOR" });
  const left = of({ source, expression: "SPX * 0.9", days: 3 });
  expect(left).toEqual({ spotShock: -0.1, vixShock: 12.8, days: 3, curveModel: "TWOFACTOR" });
  expect(of({ source, expression: "SPX * 0.9", vixFollows: false }).vixShock).toBe(0);
});
