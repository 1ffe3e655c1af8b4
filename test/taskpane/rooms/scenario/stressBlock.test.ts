import { readCurveModel } from "../../../../src/alvh/curveShift";
import { mapSteps } from "../../../../src/taskpane/rooms/scenario/mapSteps";
import { CURVE_MODELS, stressBlock } from "../../../../src/taskpane/rooms/scenario/stressBlock";

const input = {
  book: "Book",
  market: "Market",
  scenario: { spotShock: -0.05, vixShock: 6.4, days: 3, curveModel: "GL1" },
  event: undefined,
  steps: mapSteps.coarse,
  dates: [
    { days: 0, when: "now", profits: [] },
    { days: 20.9948, when: "halfway", profits: [] },
    { days: 41.9896, when: "expiry", profits: [] },
  ],
} as const;
const block = stressBlock(input);
const at = (address: string, cells = block.cells) => cells.find((cell) => cell.at === address);

test("the shocks stand in cells, and PNL reads them there", () => {
  expect(["B5", "B6", "B7", "B8"].map((address) => at(address)?.value)).toEqual([-0.05, 6.4, 3, "GL1"]);
  expect(at("B9")?.formula).toBe("=ALVH.PNL(Book, Market, $B$5, $B$6, $B$7, $B$8)");
});

test("every figure is a formula: numbers stand in input cells alone", () => {
  const numbers = block.cells.filter(({ value }) => typeof value === "number");
  expect(new Set(numbers.map(({ style }) => style))).toEqual(new Set(["input"]));
});

test("the map is one STRESSGRID over the steps in the cells above it", () => {
  expect(at("A15")?.formula).toBe("=ALVH.STRESSGRID(Book, Market, $B$12:$L$12, $B$13:$H$13, $B$7, $B$8)");
  const row = (number: number) =>
    block.cells.filter(({ at: place }) => /^[B-Z]+(\d+)$/.exec(place)?.[1] === String(number));
  expect(row(12).map(({ value }) => value)).toEqual(mapSteps.coarse.spots);
  expect(row(13).map(({ value }) => value)).toEqual(mapSteps.coarse.vixes);
  // A header row, a row for each of eleven SPX shocks.
  expect(block.conditionalFormats).toEqual([{ range: "B16:H26", kind: "colorScale" }]);
});

test("the payoff has a column for each day, headed by its days, and the chart takes them all", () => {
  expect(["B30", "C30", "D30"].map((address) => at(address)?.value)).toEqual([0, 20.99, 41.99]);
  expect(at("D31")?.formula).toBe(
    "=DROP(ALVH.STRESSGRID(Book, Market, $A$31:$A$61, $B$6, D$30, $B$8), 1, 1)",
  );
  expect([at("A31")?.value, at("A61")?.value]).toEqual([-0.2, 0.1]);
  expect(block.charts?.[0]).toMatchObject({ kind: "scatterLines", data: "A30:D61", seriesBy: "Columns" });
});

test("nothing stands in the way of a spill: neither of the map nor of the payoff's columns", () => {
  const inside = (from: number, to: number, columns: string) =>
    block.cells.filter(({ at: place }) => {
      const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
      return columns.includes(column) && Number(row) >= from && Number(row) <= to;
    });
  expect(inside(15, 26, "ABCDEFGH").map(({ at: place }) => place)).toEqual(["A15"]);
  expect(inside(31, 61, "BCD").map(({ at: place }) => place)).toEqual(["B31", "C31", "D31"]);
});

test("an event is replayed on the sheet as well", () => {
  const { cells } = stressBlock({ ...input, event: "2024 Aug 3d" });
  expect(at("A64", cells)?.formula).toBe('=ALVH.REPLAY(Book, Market, "2024 Aug 3d")');
});

test("every curve model that the cell offers is one that the functions take", () => {
  for (const model of CURVE_MODELS) expect(() => readCurveModel(model)).not.toThrow();
  expect(CURVE_MODELS.join(",").split(",")).toEqual(CURVE_MODELS);
});
