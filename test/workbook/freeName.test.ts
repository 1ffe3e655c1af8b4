import { freeName } from "../../src/workbook/freeName";

it.each([
  ["Stress", [], "Stress"],
  ["Stress", ["Book", "STRESS"], "Stress 2"],
  ["Stress", ["Stress", "stress 2", "Stress 3"], "Stress 4"],
])("finds for %s beside %j the name %s", (wanted, taken, free) => {
  expect(freeName(wanted, taken)).toBe(free);
});
