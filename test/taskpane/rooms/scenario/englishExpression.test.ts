import { compileScenario } from "../../../../src/alvh/scenarioExpression";
import { englishExpression } from "../../../../src/taskpane/rooms/scenario/englishExpression";

const en = { decimal: ".", group: ",", list: "," };
const de = { decimal: ",", group: ".", list: ";" };
const fr = { decimal: ",", group: "\u202f", list: ";" };

const STATE = { SPX: 4000, VIX: 20 };

test.each([
  ["SPX * 0,95; VIX + 5,5", "SPX * 0.95, VIX + 5.5"],
  ["SPX * 0,95, VIX + 10", "SPX * 0.95, VIX + 10"],
  ["VIX: max(VIX; 30,25); Days: 2,5", "VIX: max(VIX, 30.25); Days: 2.5"],
  ["SPX: max(SPX * 0,9; 3700)", "SPX: max(SPX * 0.9, 3700)"],
  ["SPX * 0.95, VIX + 10", "SPX * 0.95, VIX + 10"], // as it was kept by someone with a point
])("%s means %s", (local, english) => {
  for (const locale of [de, fr]) {
    expect(compileScenario(englishExpression(local, locale)).shocks(STATE)).toEqual(
      compileScenario(english).shocks(STATE),
    );
  }
});

test("where the point is the decimal sign nothing is changed", () => {
  expect(englishExpression("SPX * 0.95, max(1,2)", en)).toBe("SPX * 0.95, max(1,2)");
});

test("a point that may part thousands is asked back, never read as a decimal sign", () => {
  expect(() => englishExpression("SPX: 4.500", de)).toThrow(
    "4.500 may be thousands or a fraction: write 4500 or 4,500.",
  );
  expect(englishExpression("SPX * 0.955", de)).toBe("SPX * 0.955");
});
