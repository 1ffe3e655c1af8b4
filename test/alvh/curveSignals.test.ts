import { basisTable, curveShape, curveSlopeTable, rollYieldTable } from "../../src/alvh/curveSignals";
import { readMarket } from "../../src/alvh/market";
import type { Table } from "../../src/alvh/netTables";
import { readSeries } from "../../src/alvh/series";
import { workedMarket } from "./workedCase";

const market = readMarket(workedMarket);

/** The worked case with its curve upside down: the panic of a spot above every future. */
const inverted = readMarket([
  ["AsOf", "2022-02-04 16:15"],
  ["VIX", 40],
  ["2022-02-16", 36],
  ["2022-03-15", 33],
  ["2022-05-18", 28],
]);

function valueOf(table: Table, name: string): number | string | undefined {
  return table.find(([figure]) => figure === name)?.[1];
}

// Settlements of 4 February 2022; 16:15 to 09:30 leaves 11.71875, 38.71875, 74.71875 and 102.71875 days.
const at30 = 24.2613 + ((30 - 11.71875) / 27) * (25.1484 - 24.2613);
const at90 = 25.7037 + ((90 - 74.71875) / 28) * (25.9505 - 25.7037);

test("D06 the slope is the 90-day less the 30-day level, in points, and their ratio", () => {
  const table = curveSlopeTable(market, 30, 90);
  expect(valueOf(table, "VX at 30 days")).toBeCloseTo(at30, 9);
  expect(valueOf(table, "VX at 90 days")).toBeCloseTo(at90, 9);
  expect(valueOf(table, "Slope")).toBeCloseTo(at90 - at30, 9);
  expect(valueOf(table, "Ratio")).toBeCloseTo(at90 / at30, 9);
});

test("G12 D14 a positive slope is contango, the calm state; D15 inversion is the first future above the second", () => {
  const calm = curveSlopeTable(market, 30, 90);
  expect([valueOf(calm, "Shape"), valueOf(calm, "Front inversion")]).toEqual(["contango", "no"]);
  const stress = curveSlopeTable(inverted, 30, 90);
  expect(valueOf(stress, "Slope")).toBeLessThan(0);
  expect([valueOf(stress, "Shape"), valueOf(stress, "Front inversion")]).toEqual(["backwardation", "yes"]);
  expect(curveShape(20, 20)).toBe("flat");
  const level = readMarket([["AsOf", "2022-02-04"], ["VIX", 20], ["VX1", 22], ["VX2", 22], ["VX5", 22]]); // prettier-ignore
  const flat = curveSlopeTable(level, 30, 90);
  expect([valueOf(flat, "Shape"), valueOf(flat, "Front inversion")]).toEqual(["flat", "no"]);
});

test("D22 the basis is the first future less spot, and stands in one tag with the market's trend", () => {
  const capitalisation = readSeries("capitalisation", [[100], [90], [95]]);
  const table = basisTable(market, capitalisation, 2);
  expect(valueOf(table, "Basis")).toBeCloseTo(24.2613 - 23.22, 9);
  expect(valueOf(table, "Ratio")).toBeCloseTo(24.2613 / 23.22, 9);
  expect(valueOf(table, "Market trend")).toBeCloseTo(-0.05, 12);
  expect(valueOf(table, "Tag")).toBe("down, contango");
  expect(valueOf(basisTable(inverted, undefined, 2), "Shape")).toBe("backwardation");
  expect(() => basisTable(market, capitalisation, 3)).toThrow(
    "capitalisation needs 4 figures for a change over 3 bars: it has 3",
  );
});

test("D14 roll-down and roll yield of a long future are negative in contango, positive in backwardation", () => {
  const table = rollYieldTable(market, 30);
  const perDay = -(25.1484 - 24.2613) / 27;
  expect(valueOf(table, "Roll-down")).toBeCloseTo(perDay, 9);
  expect(valueOf(table, "Roll-down of one VX")).toBeCloseTo(1000 * perDay, 6);
  expect(valueOf(table, "Roll yield, long")).toBeCloseTo((24.2613 / 25.1484) ** (365 / 27) - 1, 9);
  expect(valueOf(table, "Carry of the curve")).toBeCloseTo((25.1484 / 24.2613) ** (365 / 27) - 1, 9);
  expect([valueOf(table, "Near"), valueOf(table, "Far")]).toEqual(["2022-02-16", "2022-03-15"]);
  expect(valueOf(rollYieldTable(inverted, 30), "Roll yield, long")).toBeGreaterThan(0);
  expect(valueOf(rollYieldTable(market, 5), "Near")).toBe("spot VIX");
});

test("a curve that does not reach is said, never extended", () => {
  expect(() => curveSlopeTable(market, 30, 300)).toThrow(
    "the last VX future of the market has 228 days: the slope needs one of 300 days or more",
  );
  expect(() => rollYieldTable(market, 300)).toThrow(
    "the market has no VX future of 300 days or more after AsOf",
  );
  const bare = readMarket([["AsOf", "2022-02-04"], ["VIX", 20]]); // prettier-ignore
  expect(() => basisTable(bare, undefined, 20)).toThrow("market has no VX future after AsOf");
  expect(() => curveSlopeTable(bare, 30, 90)).toThrow("market has no VX future after AsOf");
});
