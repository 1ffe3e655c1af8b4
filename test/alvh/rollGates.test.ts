import { goldenTable } from "../data/readTable";
import { rollCandidate, rollRow, withColumn } from "./rollCase";
import { workedBook, workedMarket } from "./workedCase";

const golden = new Map(goldenTable("roll-case.csv").map(({ figure, value }) => [figure, Number(value)]));

test("E07 a rise of VIX by a fifth in a day is a spike", () => {
  // 23.22 from 19.35 is exactly 1.2; the threshold itself counts.
  expect(rollRow("E07", [["E07.VixBefore", 19.35]]).slice(1, 4)).toEqual([
    expect.closeTo(0.2, 12),
    0.2,
    "SPIKE",
  ]);
  expect(rollRow("E07", [["E07.VixBefore", 19.5]])[3]).toBe("");
  expect(rollRow("E07", [["E07.VixBefore", 19.5], ["D15.SpikeRise", 0.15]])[3]).toBe("SPIKE"); // prettier-ignore
  expect(rollRow("E07")[1]).toBe("not given");
});

test("E09 the scores of MACD and the A/D line open or close the gate", () => {
  const says = (...settings: [string, number][]) => rollRow("E09", settings).slice(1, 4);
  expect(says()).toEqual(["not given", 0, ""]);
  expect(says(["E09.MacdScore", -0.5])).toEqual([-0.5, 0, "WAIT"]);
  expect(says(["E09.MacdScore", -0.5], ["E09.BreadthScore", 0.75])).toEqual([0.25, 0, "OPEN"]);
  expect(says(["E09.MacdScore", 0.5], ["E09.Least", 1])).toEqual([0.5, 1, "WAIT"]);
});

test("E10 an event within two days blocks, or warns", () => {
  const says = (...settings: [string, string | number][]) => rollRow("E10 days", settings).slice(1, 4);
  // AsOf is Friday 2022-02-04.
  expect(says(["NextEvent", "2022-02-06"])).toEqual([2, 2, "BLOCK"]);
  expect(says(["NextEvent", "2022-02-07"])).toEqual([3, 2, ""]);
  expect(says(["NextEvent", "2022-02-04"], ["E10.Action", "WARN"])).toEqual([0, 2, "WARN"]);
  expect(says(["NextEvent", "2022-02-03"])).toEqual([-1, 2, ""]);
  expect(says()).toEqual(["not given", 2, ""]);
  // 44599 is the Excel serial of 2022-02-07.
  expect(says(["NextEvent", 44599], ["E10.DaysBefore", 3])).toEqual([3, 3, "BLOCK"]);
  expect(() => says(["NextEvent", "soon"])).toThrow("B20.NextEvent");
});

test("E10 a shift of the real effective exchange rate warns either way", () => {
  expect(rollRow("E10 REER", [["D19.ReerZ", -1.2]]).slice(1, 4)).toEqual([-1.2, 1, "WARN"]);
  expect(rollRow("E10 REER", [["D19.ReerZ", 0.9]])[3]).toBe("");
});

test("E15 the widest spread and the least open interest of each side", () => {
  // 12.70 to 13.20 is .50 of 12.95; 12.00 to 12.60 is .60 of 12.30.
  expect(rollRow("E15 widest spread, held").slice(1, 4)).toEqual([expect.closeTo(0.5 / 12.95, 12), 0.1, ""]);
  expect(rollRow("E15 widest spread, candidate").slice(1, 4)).toEqual([
    expect.closeTo(0.6 / 12.3, 12),
    0.1,
    "",
  ]);
  expect(rollRow("E15 widest spread, candidate", [["E15.MostSpread", 0.04]])[3]).toBe("ILLIQUID");
  const thin = { candidate: withColumn(rollCandidate, "OpenInterest", [400, 99, 120, 5000]) };
  expect(rollRow("E15 least open interest, candidate", [], thin).slice(1, 4)).toEqual([99, 100, "ILLIQUID"]);
  expect(rollRow("E15 least open interest, candidate", [["E15.LeastInterest", 99]], thin)[3]).toBe("");
  expect(rollRow("E15 least open interest, held")[1]).toBe("not given");
});

test("E17 in a quiet market part of the condors' theta is named for pressing", () => {
  // 30% of the ten condors' theta, 254.88 dollars a day by worked-case.py.
  const theta = 10 * (-122.16288853494093 + 130.81874765742798 + 66.990297298528904 - 50.158179622483325);
  expect(rollRow("E17").slice(1, 4)).toEqual([expect.closeTo(0.3 * theta, 6), "", ""]);
  const quiet = workedMarket.map(([name, value]) => [name, name === "VIX" ? 16 : value]);
  expect(rollRow("E17", [], { market: quiet })[3]).toBe("PRESS");
});

test("E18 the quick ratio before and after the roll", () => {
  // Margin 10 x 100 x 50 both times; the roll pays 950 + 2,530 dollars.
  const liquid: [string, number][] = [["E18.Liquid", 60000]];
  expect(rollRow("E18 quick ratio, held", liquid).slice(1, 4)).toEqual([1.2, 1, "WARN"]);
  expect(rollRow("E18 quick ratio, rolled", liquid).slice(1, 4)).toEqual([
    expect.closeTo((60000 - 3480) / 50000, 9),
    1,
    "WARN",
  ]);
  expect(rollRow("E18 quick ratio, held", [["E18.Liquid", 49000]])[3]).toBe("STOP");
  expect(rollRow("E18 quick ratio, held", [["E18.Liquid", 75000]])[3]).toBe("OK");
  expect(rollRow("E18 quick ratio, held")[1]).toBe("not given");
  // Before the roll the ratio itself will do; what it becomes needs the dollars.
  expect(rollRow("E18 quick ratio, held", [["C22.QuickRatio", 0.9]]).slice(1, 4)).toEqual([0.9, 1, "STOP"]);
  expect(rollRow("E18 quick ratio, rolled", [["C22.QuickRatio", 0.9]])[1]).toBe("not given");
});

test("E18 a rate shock of a hundred basis points either way, the book as held and as rolled", () => {
  expect(rollRow("E18 rate +100 bp").slice(1, 3)).toEqual([
    expect.closeTo(golden.get("held rate up") ?? NaN, 6),
    expect.closeTo(golden.get("rolled rate up") ?? NaN, 6),
  ]);
  expect(rollRow("E18 rate -100 bp").slice(1, 3)).toEqual([
    expect.closeTo(golden.get("held rate down") ?? NaN, 6),
    expect.closeTo(golden.get("rolled rate down") ?? NaN, 6),
  ]);
});

test("E21 costlier capital and compressing multiples close their gates, each with its score", () => {
  expect(rollRow("E21 cost of capital", [["E21.WaccZ", 1]]).slice(1, 4)).toEqual([1, 1, "WAIT"]);
  expect(rollRow("E21 cost of capital", [["E21.WaccZ", -2]])[3]).toBe("OPEN");
  expect(rollRow("E21 P/E", [["E21.PeZ", -1.5]]).slice(1, 4)).toEqual([-1.5, -1, "WAIT"]);
  expect(rollRow("E21 P/E", [["E21.PeZ", 1.5]])[3]).toBe("OPEN");
  expect(rollRow("E21 P/CF", [["D19.PcfZ", -1]])[3]).toBe("WAIT");
  expect(rollRow("E21 P/CF")[1]).toBe("not given");
  expect(rollRow("E21 ETF flow", [["E21.EtfFlow", "into SPY"]])[1]).toBe("into SPY");
});

test("a book of condors in two layers has the margin of both", () => {
  const second = rollCandidate.slice(1).map(([, ...cells]) => ["IC2", ...cells]);
  const row = rollRow("E18 quick ratio, held", [["E18.Liquid", 100000]], {
    book: [...workedBook, ...second],
  });
  expect(row[1]).toBe(1);
});
