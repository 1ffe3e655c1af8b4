import { setting } from "../../src/alvh/settingDefinition";

test("two numbers are limits, texts are choices, and neither is free text", () => {
  expect(setting("A.One", 2, "days", "ours", [1, 3])).toEqual({ name: "A.One", initial: 2, unit: "days", source: "ours", min: 1, max: 3 }); // prettier-ignore
  expect(setting("A.Two", "on", "", "ours", ["off", "on"])).toMatchObject({ choices: ["off", "on"] });
  expect(setting("A.Three", "", "label", "ours")).toEqual({ name: "A.Three", initial: "", unit: "label", source: "ours" }); // prettier-ignore
});

test("where a setting may be blank, a 0 counts as 0 only if the setting says so", () => {
  expect(setting("A.One", "", "z-score", "ours", [-10, 10], "zero counts").zeroCounts).toBe(true);
  expect(setting("A.Two", "", "dollars", "ours", [0, 10]).zeroCounts).toBeUndefined();
});
