import { setting } from "../../src/alvh/settingDefinition";

test("two numbers are limits, texts are choices, and neither is free text", () => {
  expect(setting("A.One", 2, "days", "ours", [1, 3])).toEqual({ name: "A.One", initial: 2, unit: "days", source: "ours", min: 1, max: 3 }); // prettier-ignore
  expect(setting("A.Two", "on", "", "ours", ["off", "on"])).toMatchObject({ choices: ["off", "on"] });
  expect(setting("A.Three", "", "label", "ours")).toEqual({ name: "A.Three", initial: "", unit: "label", source: "ours" }); // prettier-ignore
});

test("where a setting may be blank and its range takes in 0, a 0 counts as 0", () => {
  expect(setting("A.One", "", "z-score", "ours", [-10, 10]).zeroCounts).toBe(true);
  expect(setting("A.Two", "", "days", "ours", [1, 10]).zeroCounts).toBeUndefined();
});
