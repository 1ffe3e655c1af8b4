import { inForce } from "../../../src/functions/support/inForce";

test("omitted settings are the defaults; a range is laid over them, or over the preset that it names", () => {
  expect(inForce().number("B15.WingExtra")).toBe(20);
  expect(inForce([["B15.WingExtra", 25]]).number("B15.WingExtra")).toBe(25);
  expect(inForce([["Preset", "S0_PYRAMID"], ["B15.WingExtra", 25]]).number("Layer3.MinDte")).toBe(90); // prettier-ignore
});

test("equal settings are one and the same object, so that what was computed with them is found again", () => {
  expect(inForce([["B15.WingExtra", 25]])).toBe(inForce([["B15.WingExtra", 25]]));
  expect(inForce()).toBe(inForce([[""]]));
  expect(inForce([["B15.WingExtra", 25]])).not.toBe(inForce([["B15.WingExtra", 24]]));
});
