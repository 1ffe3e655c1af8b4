import { isBlank, isBlankOrZero } from "../../src/alvh/cellValue";

test("blank is null, undefined, empty text or spaces; never a number", () => {
  expect([null, undefined, "", "  "].map(isBlank)).toEqual([true, true, true, true]);
  expect([0, false, "0", "x"].map(isBlank)).toEqual([false, false, false, false]);
});

test("where 0 cannot be meant it counts as blank, as desktop Excel sends it", () => {
  expect([0, null, ""].map(isBlankOrZero)).toEqual([true, true, true]);
  expect([1, "0", false].map(isBlankOrZero)).toEqual([false, false, false]);
});
