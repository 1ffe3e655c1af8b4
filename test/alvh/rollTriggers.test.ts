import { goldenTable } from "../data/readTable";
import { rollRow } from "./rollCase";
import { workedBook, workedMarket } from "./workedCase";

/** Figures of one contract by worked-case.py; a condor holds the outer legs and is short the inner ones. */
const golden = goldenTable("worked-case.csv");
const condor = (figure: string): number =>
  10 * [1, -1, -1, 1].reduce((sum, side, leg) => sum + side * Number(golden[leg]?.[figure]), 0);

const withRow = (name: string, value: number) => ({ market: [...workedMarket, [name, value]] });
const at = (spx: number) => ({ market: workedMarket.map(([name, value]) => [name, name === "SPX" ? spx : value]) }); // prettier-ignore

test("E04 the surface now against entry: at-the-money vol, skew and slope of the curve", () => {
  // .88 x 23.22 / 100 = .204336 at the money; the model's skew is -.30.
  const [, vol, limit, says] = rollRow("E04 at-the-money", [["E04.EntryVol", 0.17]]);
  expect([vol, limit, says]).toEqual([expect.closeTo(0.034336, 9), 0.03, "CHANGED"]);
  expect(rollRow("E04 at-the-money", [["E04.EntryVol", 0.18]])[3]).toBe("");
  expect(rollRow("E04 at-the-money", [["E04.EntryVol", 0.24]])[3]).toBe("CHANGED");
  expect(rollRow("E04 skew", [["E04.EntrySkew", -0.15]]).slice(1, 4)).toEqual([
    expect.closeTo(-0.15, 12),
    0.1,
    "CHANGED",
  ]);
  expect(rollRow("E04 skew", [["E04.EntrySkew", -0.15]], withRow("Skew", -0.2))[3]).toBe("");
  // 30 days lie between 2022-02-16 (11.72 days) and 03-15 (38.72), 90 between 04-20 (74.72) and 05-18 (102.72).
  const near = 24.2613 + ((30 - 11.71875) / 27) * (25.1484 - 24.2613);
  const far = 25.7037 + ((90 - 74.71875) / 28) * (25.9505 - 25.7037);
  expect(rollRow("E04 slope", [["E04.EntrySlope", 3]]).slice(1, 4)).toEqual([
    expect.closeTo(far - near - 3, 9),
    1.5,
    "CHANGED",
  ]);
  expect(rollRow("E04 slope", [["E04.EntrySlope", 2]])[3]).toBe("");
});

test("E05 theta over what gamma is expected to lose at the realised vol", () => {
  const loss = (0.5 * -condor("gamma") * (4500.53 * 0.19) ** 2) / 365;
  const [, ratio, least, says] = rollRow("E05 theta / gamma, held", [], withRow("RV20", 0.19));
  expect([ratio, least, says]).toEqual([expect.closeTo(condor("theta") / loss, 8), 1, "GAMMA"]);
  // The loss grows with the square of the vol: at .15 theta is ahead.
  const calm = rollRow("E05 theta / gamma, held", [["E05.RealisedVol", 0.15]], withRow("RV20", 0.19));
  expect(calm.slice(1, 4)).toEqual([expect.closeTo(Number(ratio) * (0.19 / 0.15) ** 2, 8), 1, ""]);
});

test("E05 without a realised vol, or with the 0 of a blank cell, is not known", () => {
  expect(rollRow("E05 theta / gamma, held").slice(1, 4)).toEqual(["not known", 1, ""]);
  expect(rollRow("E05 theta / gamma, held", [], withRow("RV20", 0))[1]).toBe("not known");
});

test("E06 short strikes are threatened within half a standard deviation, and beyond", () => {
  // One deviation at the money is 4500.53 x .204336 x sqrt(41.9896 / 365) points.
  const move = (spx: number): number => spx * 0.204336 * Math.sqrt((42 - 15 / 1440) / 365);
  expect(rollRow("E06 nearest").slice(1, 4)).toEqual([
    expect.closeTo((4725 - 4500.53) / move(4500.53), 9),
    0.5,
    "",
  ]);
  expect(rollRow("E06 nearest", [], at(4600)).slice(1, 4)).toEqual([
    expect.closeTo(125 / move(4600), 9),
    0.5,
    "THREATENED",
  ]);
  const beyond = rollRow("E06 nearest", [], at(4730));
  expect(beyond.slice(1, 4)).toEqual([expect.closeTo(-5 / move(4730), 9), 0.5, "THREATENED"]);
  expect(beyond[4]).toContain("short call 4725");
});

test("E06 a short option of delta above .30 is threatened too", () => {
  expect(rollRow("E06 largest").slice(1, 4)).toEqual([
    expect.closeTo(Number(golden[2]?.["delta"]) / 100, 9),
    0.3,
    "",
  ]);
  expect(rollRow("E06 largest", [["E06.ShortDelta", 0.17]])[3]).toBe("THREATENED");
});

test("E08 a divergence of the RSI on VX1, or two votes of REGIME, is a change; else what is given is noise", () => {
  const says = (...settings: [string, string | number][]) => rollRow("E08 regime", settings)[3];
  expect(says()).toBe("");
  expect(says(["E08.Votes", 1])).toBe("NOISE");
  expect(says(["E08.Votes", 0])).toBe("NOISE");
  expect(says(["E08.Votes", 2])).toBe("CHANGE");
  expect(says(["E08.Divergence", "none"])).toBe("NOISE");
  expect(says(["E08.Divergence", "bearish"], ["E08.Votes", 0])).toBe("CHANGE");
  expect(rollRow("E08 regime")[4]).toContain("by VIX alone HIGH");
});

test("nothing given and no strike threatened: no rule asks for a roll", () => {
  expect(rollRow("3 ")[1]).toBe("yes");
  expect(rollRow("3 ", [["E04.EntryVol", 0.15]])[1]).toBe("no");
  expect(rollRow("Verdict", [["E04.EntryVol", 0.15], ["E08.Votes", 2]], { ...at(4600), book: workedBook })[4]).toContain("asked for by E04, E06, E08"); // prettier-ignore
});
