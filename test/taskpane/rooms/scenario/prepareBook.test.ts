import { prepareBook } from "../../../../src/taskpane/rooms/scenario/prepareBook";
import { workedBook, workedCondor, workedMarket } from "../../../alvh/workedCase";

test("legs go to their layers, told apart without case and named as first typed", () => {
  const [header = [], first = [], second = [], ...others] = workedCondor;
  const mixed = [header, first, ["ic", ...second.slice(1)], ...others.map((leg) => ["", ...leg.slice(1)])];
  const { layers } = prepareBook(mixed, workedMarket);
  expect(layers.map(({ name, positions }) => [name, positions.length])).toEqual([
    ["IC", 2],
    ["(no layer)", 2],
  ]);
});

test("it counts the legs whose vol is modelled, and sees entry prices", () => {
  const prepared = prepareBook(workedBook, workedMarket);
  expect(prepared.modelledLegs).toBe(0);
  expect(prepared.hasEntries).toBe(false);
  const bare = [["Underlying", "Kind", "Qty", "Strike", "DTE", "Entry"], ["SPX", "put", -1, 4100, 30, 40]]; // prettier-ignore
  expect(prepareBook(bare, workedMarket)).toMatchObject({ modelledLegs: 1, hasEntries: true });
});

test("what cannot be read is said as the functions say it", () => {
  const bad = workedBook.map((row, index) =>
    index === 2 ? row.map((value, column) => (column === 4 ? "45OO" : value)) : row,
  );
  expect(() => prepareBook(bad, workedMarket)).toThrow('book row 3, Strike: "45OO" is not a number');
  const withoutVix = workedMarket.filter(([name]) => name !== "VIX");
  expect(() => prepareBook(workedCondor, withoutVix)).toThrow(/VIX/);
});
