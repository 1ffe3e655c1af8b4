import { readNameValueTable } from "../../src/alvh/nameValueTable";

test("rows keep their place; a header, blank names and further columns are passed over", () => {
  expect(
    readNameValueTable("market", [
      ["Name", "Value", "Source"],
      ["VIX", 20, "Cboe"],
      ["", 5, ""],
      [44608, 24.2, ""],
      ["Empty", ""],
    ]),
  ).toEqual([
    { row: 2, name: "VIX", value: 20 },
    { row: 4, name: 44608, value: 24.2 },
    { row: 5, name: "Empty", value: "" },
  ]);
});

test("a name that is a rich value is refused where it stands", () => {
  const rich = { type: "Entity", text: "VIX" } as never;
  expect(() =>
    readNameValueTable("market", [
      ["SPX", 4500],
      [rich, 20],
    ]),
  ).toThrow("market row 2, name: an object is not");
});

test("one column is no table", () => {
  expect(() => readNameValueTable("settings", [["A05.Weeklies"]])).toThrow(
    "settings must have two columns, name and value: the range has one",
  );
});
