import { settingsInForce } from "../../src/alvh/presets";
import { timeShiftTable } from "../../src/alvh/timeShift";
import { netTheta, netValue, netVix } from "../../src/functions/book";
import "../functions/support/customFunctions";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

const table = (rows: (string | number)[][] = []) =>
  timeShiftTable(workedBook, workedMarket, settingsInForce(null, rows).settings);
const row = (rows: (string | number)[][], start: string): (string | number)[] =>
  rows.find(([name]) => String(name).startsWith(start)) ?? [];

test("A21 a moved layer's figures are those of the book with that layer typed at its new expiration", () => {
  const rows = table();
  expect(row(rows, "A21 moves")).toEqual([
    "A21 moves",
    "",
    4,
    "",
    expect.stringContaining("layer short to 2022-03-15"),
  ]);
  const vol = 1.255;
  // The model's vol falls with the term; the leg keeps its distance to it: sigma² = s² (1 - e^(-2kT)) / (2kT), k = 2.6.
  const model = (days: number): number =>
    Math.sqrt((1 - Math.exp((-5.2 * days) / 365)) / ((5.2 * days) / 365));
  const at30 = 1.2489 / model(30);
  const [before, after] = [11 + 17.25 / 24, 38 + 17.25 / 24].map((days) => at30 * model(days));
  const typed = workedHedge.map((leg, index) =>
    index === 1
      ? ["short", "VIX", "call", 4, 30, "2022-03-15", vol + (after ?? NaN) - (before ?? NaN), "", ""]
      : leg,
  );
  expect(row(rows, "A21 hedge theta")[2]).toBeCloseTo(netTheta(typed, workedMarket)[0]?.[0] as number, 8);
  expect(row(rows, "A21 hedge VIX01")[2]).toBeCloseTo(netVix(typed, workedMarket)[0]?.[0] as number, 8);
});

test("A21 part of a named layer moves, in whole contracts, into a window", () => {
  const rows = table([["A21.From", "medium"], ["A21.Fraction", 0.6], ["A21.MinDte", 60], ["A21.MaxDte", 75]]); // prettier-ignore
  // 60% of four is two; 75 days ahead settles the contract of 20 April.
  expect(row(rows, "A21 moves")).toEqual([
    "A21 moves",
    "",
    2,
    "",
    expect.stringContaining("layer medium to 2022-04-20"),
  ]);
  expect(() => table([["A21.From", "front"]])).toThrow("use short, medium, long");
  expect(() => table([["A21.MinDte", 60], ["A21.MaxDte", 61]])).toThrow("no monthly VIX expiration lies 60 to 61 days ahead"); // prettier-ignore
});

test("A22 the separation from the condors grows by the cycle that the long layer moves", () => {
  const separation = row(table([["A21.From", "long"]]), "A22");
  // From 18 May to 15 June 2022.
  expect(separation[3]).toBeCloseTo(28, 9);
  expect(separation[1]).toBeCloseTo(61 - 6.5 / 24, 9);
});

test("A24 the short layer is due below 21 days", () => {
  // 4 February 16:15 to 16 February and to 15 March 2022, 09:30.
  const days = row(table(), "A24");
  expect(days.slice(1, 3)).toEqual([expect.closeTo(12 - 6.75 / 24, 9), expect.closeTo(39 - 6.75 / 24, 9)]);
  expect(days[4]).toContain("a shift is due: due below 21");
  expect(row(table([["A24.ShiftBelow", 10]]), "A24")[4]).toContain("a shift is not due: due below 10");
});

test("F03 rotation shows what it does to net theta", () => {
  const [, before, after, change] = row(table(), "F03");
  expect(Number(after) - Number(before)).toBeCloseTo(Number(change), 10);
  expect(before).toBeCloseTo(netTheta(workedBook, workedMarket)[0]?.[0] as number, 8);
});

test("C04 a near call against the long one is margined as naked, and warned of where the layer turns short VIX", () => {
  const rows = table();
  expect(
    rows.filter(([name]) => String(name).startsWith("C04")).map(([name]) => String(name).slice(0, 8).trim()),
  ).toHaveLength(15);
  expect(row(table([["C04.Most", 0.75]]), "C04 75% VIX01")[4]).toContain(
    "sell 1.5 of 2 calls 30 of 2022-02-16",
  );
  const all = row(rows, "C04 100% VIX01");
  // The near call has the smaller delta, but its future moves more: 30 calls of 16 February against 18 May.
  expect(Number(row(rows, "C04 25% cover")[3])).toBeLessThan(0);
  expect(String(all[4]).includes("WARNING")).toBe(Number(all[2]) < 0);
  expect(row(rows, "C04 50% margin")[4]).toContain("naked");
  // One short call of 16 February at 30, future 24.2613: the floor of 10% binds (20% less 5.7387 is negative).
  const premium = Number(row(rows, "C04 50% premium")[2]);
  expect(row(rows, "C04 50% margin")[2]).toBeCloseTo(premium + 100 * 2.42613, 6);
});

test("C04 the margin of a naked call: its share of the future less what it is out of the money, where that is above the floor", () => {
  // Half of 24.2613, less the 5.7387 points from it to 30, against the floor of 2.42613.
  const rows = table([["C04.Margin", 0.5]]);
  const premium = Number(row(rows, "C04 50% premium")[2]);
  expect(row(rows, "C04 50% margin")[2]).toBeCloseTo(premium + 100 * (0.5 * 24.2613 - 5.7387), 6);
});

test("C04 what is sold are calls typed into the book: VIX01, theta and premium by the cells", () => {
  const legs = [["near", "VIX", "call", -2, 30, "2022-02-16", 1.255, "", ""]];
  const held = [workedHedge[0] ?? [], workedHedge[3] ?? []];
  // The near call's vol is the long one's, at its distance from the model: 0.956 - model(102.7) + model(11.7).
  const model = (days: number): number =>
    (1.2489 * Math.sqrt((1 - Math.exp((-5.2 * days) / 365)) / ((5.2 * days) / 365))) /
    Math.sqrt((1 - Math.exp((-5.2 * 30) / 365)) / ((5.2 * 30) / 365));
  const vol = 0.956 - model(102 + 17.25 / 24) + model(11 + 17.25 / 24);
  const sold = legs.map((leg) => leg.map((value, column) => (column === 6 ? vol : value)));
  const both = [...held, ...sold];
  const rows = table();
  expect(row(rows, "C04 100% VIX01")[2]).toBeCloseTo(netVix(both, workedMarket)[0]?.[0] as number, 8);
  expect(row(rows, "C04 100% theta")[2]).toBeCloseTo(netTheta(both, workedMarket)[0]?.[0] as number, 8);
  const premium = netValue([workedHedge[0] ?? [], ...sold], workedMarket)[0]?.[0] as number;
  expect(row(rows, "C04 100% premium")[2]).toBeCloseTo(-premium, 8);
  // Two calls at 2 x (price + .1 x 24.2613) x 100.
  expect(row(rows, "C04 100% margin")[2]).toBeCloseTo(-premium + 2 * 100 * 2.42613, 6);
});

test("C04 the near call sold has at least the days of C04.MinDte", () => {
  // The monthly expirations after 4 February are 12 and 39 days ahead.
  const near = (least: number): unknown => row(table([["C04.MinDte", least]]), "C04 100% VIX01")[4];
  expect([12, 13].map(near)).toEqual([
    expect.stringContaining("calls 30 of 2022-02-16"),
    expect.stringContaining("calls 30 of 2022-03-15"),
  ]);
});

test("C04 without calls beyond the near expiration it says that there is nothing to sell against", () => {
  const futures = [...workedCondor, ["vx", "VX", "future", 1, "", "2022-05-18", "", "", ""]];
  const rows = timeShiftTable(futures, workedMarket, settingsInForce(null, undefined).settings);
  expect(row(rows, "C04")[4]).toBe("nothing: no calls held beyond a monthly expiration 7 days ahead");
});

test("D28 the long layer's time value is held against a history, and said not to be given without one", () => {
  expect(row(table(), "D28 verdict")).toEqual([
    "D28 verdict", "", "", "", "not given: a history of extrinsic per day and vol, two columns",
  ]); // prettier-ignore
  const history = [["Extrinsic", "Vol"], [0.03, 0.9], [0.031, 0.91], [0.04, 1.1], [0.035, 0.94]]; // prettier-ignore
  const rows = timeShiftTable(workedBook, workedMarket, settingsInForce(null, undefined).settings, history);
  // .0369 a day (3.794 over 102.7 days) and .956 have three of the four at or below them.
  expect(row(rows, "D28 percentile of extrinsic")[1]).toBe(75);
  expect(row(rows, "D28 percentile of vol")[1]).toBe(75);
  expect(row(rows, "D28 verdict")[1]).toBe("NOT RICH");
});

test("A21 fractions of a contract move whole or not at all, and never more than there are", () => {
  const half = workedBook.map((leg, index) => (index === 5 ? leg.map((value, column) => (column === 3 ? 2.5 : value)) : leg)); // prettier-ignore
  const rows = timeShiftTable(half, workedMarket, settingsInForce(null, undefined).settings);
  expect(row(rows, "A21 moves")[2]).toBe(2.5);
});

test("a book without VIX legs has no layer to move", () => {
  expect(() => timeShiftTable(workedCondor, workedMarket, settingsInForce(null, undefined).settings)).toThrow(
    "there is no layer to move",
  );
});
