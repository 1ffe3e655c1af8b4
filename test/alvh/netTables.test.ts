import {
  additiveTable,
  netGreeksTable,
  netThetaTable,
  netValueTable,
  perUnderlyingTable,
} from "../../src/alvh/netTables";
import { workedBook, workedCondor, workedMarket } from "./workedCase";

function rounded(table: (string | number)[][]): (string | number)[][] {
  return table.map((row) =>
    row.map((value) => (typeof value === "number" ? Number(value.toFixed(2)) : value)),
  );
}

test("without a grouping a figure that adds up is one number", () => {
  expect(rounded(additiveTable(workedCondor, workedMarket, null, "vix01"))).toEqual([[-108]]);
});

// Sums of the independent figures in worked-case.csv: the condor times ten, the calls times 4, 4 and 2.
test("with a grouping it has a header, a row per group and a total", () => {
  expect(rounded(netThetaTable(workedBook, workedMarket, "layer"))).toEqual([
    ["Layer", "Theta $/day"],
    ["IC", 254.88],
    ["short", -26.28],
    ["medium", -18.77],
    ["long", -5.1],
    ["Total", 204.73],
  ]);
});

test("B10 net theta shows the roll-down of VIX contracts apart from option decay", () => {
  expect(rounded(netThetaTable(workedBook, workedMarket, "carry"))).toEqual([
    ["Carry", "$/day"],
    ["Option decay", 204.73],
    ["Roll-down", -13.19],
    ["Total", 191.55],
  ]);
});

test("delta of a book on one underlying is a number, of a mixed book a row for each", () => {
  expect(rounded(perUnderlyingTable(workedCondor, workedMarket, null, "delta"))).toEqual([[-3.27]]);
  expect(rounded(perUnderlyingTable(workedBook, workedMarket, "", "delta"))).toEqual([
    ["Underlying", "Delta $/pt", "SPX-equivalent delta $/pt"],
    ["SPX", -32.67, -1.95],
    ["VIX", 334.33, -3.99],
  ]);
  expect(perUnderlyingTable(workedBook, workedMarket, "layer", "vega")[0]).toEqual([
    "Layer",
    "Underlying",
    "Vega $/vol pt",
  ]);
});

test("value at mid or natural; natural also in place of a grouping", () => {
  expect(rounded(netValueTable(workedCondor, workedMarket, null, null))).toEqual([[-1395]]);
  expect(rounded(netValueTable(workedCondor, workedMarket, null, "Natural"))).toEqual([[-1290]]);
  expect(rounded(netValueTable(workedCondor, workedMarket, "natural", null))).toEqual([[-1290]]);
  expect(rounded(netValueTable(workedCondor, workedMarket, "layer", "natural"))).toEqual([
    ["Layer", "Natural value $"],
    ["IC", -1290],
    ["Total", -1290],
  ]);
  expect(() => netValueTable(workedCondor, workedMarket, null, "last")).toThrow(
    'at "last" is not known: use mid or natural',
  );
});

describe("NETGREEKS", () => {
  const table = netGreeksTable(workedBook, workedMarket, "layer");

  test("has units in its header and as many cells in each row", () => {
    expect(table[0]).toEqual([
      "Layer",
      "Underlying",
      "Value $",
      "Delta $/pt",
      "Gamma $/pt²",
      "Vega $/vol pt",
      "Theta $/day",
      "Roll-down $/day",
      "VIX01 $/VIX pt",
      "SPX-equivalent delta $/pt",
      "Vols",
    ]);
    expect(new Set(table.map((row) => row.length))).toEqual(new Set([11]));
  });

  test("says where the vols came from", () => {
    expect(table.slice(1, -1).map((row) => row.at(-1))).toEqual(["implied", "given", "given", "given"]);
  });

  test("totals only what adds up", () => {
    expect(rounded([table.at(-1) ?? []])[0]).toEqual(
      ["Total", "", -12114.96, "", "", "", 204.73, -13.19, -939.56, -5.94, ""],
    ); // prettier-ignore
  });

  test("says how many expired legs it left out", () => {
    const later = workedMarket.map((row) => (row[0] === "AsOf" ? ["AsOf", "2022-03-16"] : row));
    expect(netGreeksTable(workedBook, later, null).at(-1)?.at(-1)).toBe("2 expired legs left out");
  });

  test("carries no NaN and no -0", () => {
    for (const value of netGreeksTable(workedBook, workedMarket, "leg").flat()) {
      if (typeof value === "number") expect(Number.isFinite(value) && !Object.is(value, -0)).toBe(true);
    }
  });
});
