import { formulaReference } from "../../src/workbook/formulaReference";

const ranges = [
  { reference: "Book", kind: "name", address: "Book!A4:I60" },
  { reference: "Legs1", kind: "table", address: "Book!A1:I9" },
] as const;

test.each([
  ["Book", "Book"],
  ["'My sheet'!A1:B9", "'My sheet'!A1:B9"],
  // The bare name of a table leaves its header out, which a book cannot do without.
  ["legs1", "legs1[#All]"],
])("%s is written %s", (reference, written) => {
  expect(formulaReference(reference, [...ranges])).toBe(written);
});

test("a name that is not there any more is refused, not written into a formula", () => {
  expect(() => formulaReference("Market", [...ranges])).toThrow(
    "The workbook has no range or table named Market, so nothing was written",
  );
});
