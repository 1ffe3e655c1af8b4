import type { CellValue } from "../../src/alvh/cellValue";
import { capitalOf, carryOf, carryTable, vixPerDollarTable } from "../../src/alvh/hedgeCarry";
import { readBookInMarket } from "../../src/alvh/netGreeks";
import { readSettings, Settings } from "../../src/alvh/settings";
import { goldenTable } from "../data/readTable";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

const golden = new Map(goldenTable("hedge-cost.csv").map(({ figure, value }) => [figure, Number(value)]));
const layers = ["short", "medium", "long"];
const initial = Settings.initial();
const vx = (...rows: CellValue[][]): CellValue[][] => [["Underlying", "Kind", "Qty", "DTE", "Strike", "Price"], ...rows]; // prettier-ignore

describe("CARRY", () => {
  const carry = (book: CellValue[][], groupBy = "none", history?: CellValue[][]): (string | number)[][] =>
    carryTable(book, workedMarket, groupBy, initial, history);

  test("C01 blended carry is decay and roll-down a year over the premium", () => {
    expect(carry(workedHedge)).toEqual([[expect.closeTo(golden.get("carry") ?? NaN, 8)]]);
  });

  test("C01 each layer has its own carry, and their shares of capital blend them", () => {
    const rows = carry(workedHedge, "layer").slice(1, 4);
    expect(rows.map((row) => row[5])).toEqual(
      layers.map((layer) => expect.closeTo(golden.get(`carry ${layer}`) ?? NaN, 8)),
    );
    const blended = rows.reduce((sum, row) => sum + Number(row[2]) * Number(row[5]), 0);
    expect(blended).toBeCloseTo(golden.get("carry") ?? NaN, 8);
  });

  test("C01 the condors are no part of it, and that is said", () => {
    expect(carry(workedBook)).toEqual(carry(workedHedge));
    expect(carry(workedBook, "layer").at(-1)?.[1]).toContain("4 SPX legs left out");
  });

  test("C01 a VX future ties up its margin, and in contango it costs its roll-down", () => {
    // Between 2022-03-15 (25.1484) and 04-20 (25.7037), 36 days apart: 15.425 dollars a day on 10,000.
    const table = carry(vx(["VX", "future", 1, 60, "", ""]));
    expect(table[0]?.[0]).toBeCloseTo((365 * 1000 * (25.7037 - 25.1484)) / 36 / 10_000, 8);
  });

  test("C13 a table carries its date, for a log", () => {
    expect(carry(workedHedge, "layer").at(-1)?.[1]).toContain("as of 2022-02-04 16:15");
  });

  test("C14 expanding is above the average of the 20 carries before; with fewer there is no answer", () => {
    const last = (history: CellValue[][]): unknown[] => carry(workedHedge, "none", history).slice(2, 4).map((row) => row[5]); // prettier-ignore
    const days = Array.from({ length: 20 }, (_, day) => [day < 10 ? 12 : 13]);
    expect(last(days)).toEqual([12.5, "YES"]);
    expect(last([[0], ...days.map(() => [13])])).toEqual([13, "NO"]);
    expect(last(days.slice(1))).toEqual(["", ""]);
  });

  test("a book without a hedge, and one sold for a credit, have no carry", () => {
    expect(() => carry(workedCondor)).toThrow("book holds no VIX option, VX future, VXX or UVXY");
    expect(() => carry(vx(["VIX", "call", -1, 60, 30, 2]))).toThrow("it ties up no premium, so no carry");
  });
});

describe("VIXPERDOLLAR", () => {
  const perDollar = (
    groupBy: string,
    settings: CellValue[][] = [],
    book = workedHedge,
  ): (string | number)[][] =>
    vixPerDollarTable(book, workedMarket, groupBy, initial.with(readSettings(settings)));

  test("C05 VIX01 over the premium", () => {
    expect(perDollar("")).toEqual([[expect.closeTo(golden.get("per dollar") ?? NaN, 8)]]);
    expect(perDollar("layer").slice(1, 4).map((row) => row[3])).toEqual(
      layers.map((layer) => expect.closeTo(golden.get(`per dollar ${layer}`) ?? NaN, 8)),
    ); // prettier-ignore
  });

  test("C05 a layer below the bucket of 60-75 days is unattractive; without legs there, a modelled call stands in", () => {
    const table = perDollar("layer");
    expect(table[5]?.[3]).toBeCloseTo(golden.get("per dollar bucket") ?? NaN, 8);
    expect(table.slice(1, 4).map((row) => row[4])).toEqual(["OK", "OK", "UNATTRACTIVE"]);
  });

  test("C05 with legs in the bucket, they are what others are compared with", () => {
    const table = perDollar("leg", [], vx(["VIX", "call", 1, 65, 30, 2], ["VIX", "call", 1, 110, 30, 4]));
    expect(table[4]?.slice(0, 4)).toEqual(["C05 bucket of 60-75 days", "", "", table[1]?.[3]]);
    expect(table.slice(1, 3).map((row) => row[4])).toEqual(["OK", "UNATTRACTIVE"]);
  });

  test("C05 a threshold of one's own counts too", () => {
    expect(perDollar("layer", [["C05.Threshold", 0.1]])[2]?.[4]).toBe("UNATTRACTIVE");
  });

  test("C13 a table carries its date, for a log", () => {
    expect(perDollar("layer").at(-1)?.[1]).toContain("as of 2022-02-04 16:15");
  });
});

test("capital is premium at the mark, and margin for a future, long or short", () => {
  const { positions } = readBookInMarket(
    vx(["VX", "future", -2, 60, "", ""], ["VIX", "call", 3, 60, 30, 2]),
    workedMarket,
  );
  expect(capitalOf(positions, initial)).toBe(20_600);
  expect(carryOf([], 100)).toBe(0);
});
