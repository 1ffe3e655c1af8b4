import { confirm } from "../../src/alvh/confirm";

test("D25 at least so many of the signals must agree: two of three", () => {
  expect(confirm([[true], [false], [true]], 2)).toBe(true);
  expect(confirm([[true], [false], [false]], 2)).toBe(false);
  expect(confirm([["yes", "No", 1, 0, "", null]], 2)).toBe(true);
  expect(confirm([["yes", "No", 1, 0]], 3)).toBe(false);
});

test("what is no signal, and too few of them, are sentences", () => {
  expect(() => confirm([[true], ["maybe"]], 1)).toThrow(
    'signals row 2: "maybe" must be TRUE or FALSE, yes or no, 1 or 0',
  );
  expect(() => confirm([[true], [""]], 2)).toThrow("signals needs at least 2 that are not blank: it has 1");
});
