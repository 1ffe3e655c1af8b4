import { hedgeCheckTable } from "../../src/alvh/hedgeCheck";
import { hedgeShareCap } from "../../src/alvh/sizingRules";
import { settingsInForce } from "../../src/alvh/presets";
import { pnl } from "../../src/functions/book";
import "../functions/support/customFunctions";
import { goldenTable } from "../data/readTable";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

const { settings } = settingsInForce(null, undefined);
const rows = hedgeCheckTable(workedBook, workedMarket, settings);
const row = (start: string): (string | number)[] =>
  rows.find(([name]) => String(name).startsWith(start)) ?? [];

/** Figures of one contract by worked-case.py: four SPX legs, then the three VIX calls. */
const golden = goldenTable("worked-case.csv");
const figure = (leg: number, name: string): number => Number(golden[leg]?.[name]);
const condorsSum = (name: string): number =>
  10 * (figure(0, name) - figure(1, name) - figure(2, name) + figure(3, name));
const hedgeSum = (name: string): number => 4 * figure(4, name) + 4 * figure(5, name) + 2 * figure(6, name);

test("B10 net theta against 0, the roll-down apart", () => {
  expect(row("B10 net theta").slice(1, 4)).toEqual([
    expect.closeTo(condorsSum("theta") + hedgeSum("theta"), 6),
    0,
    "PASS",
  ]);
  expect(row("B10 roll-down")[1]).toBeCloseTo(hedgeSum("rollDown"), 6);
  const one = hedgeCheckTable([...workedCondor, ...workedHedge.slice(1)], workedMarket, settings);
  // One condor cannot carry ten calls: 25.49 against 50.14 dollars a day.
  expect(one[1]?.slice(1, 4)).toEqual([
    expect.closeTo(condorsSum("theta") / 10 + hedgeSum("theta"), 6),
    0,
    "FAIL",
  ]);
});

test("B07 the condors' share of VIX01 belongs between .60 and .70", () => {
  const share = Math.abs(condorsSum("vix01")) / (Math.abs(condorsSum("vix01")) + hedgeSum("vix01"));
  expect(row("B07").slice(1, 4)).toEqual([expect.closeTo(share, 9), "0.6-0.7", "ABOVE"]);
});

test("B08 the hedge holds no more than 30 to 40 percent of VIX01", () => {
  expect(row("B08").slice(1, 4)).toEqual([expect.closeTo(1 - Number(row("B07")[1]), 12), 0.4, "PASS"]);
});

test("B09 the cap rises as VIX moves from 16 to 20", () => {
  expect([12, 16, 17, 18, 20, 40].map((vix) => hedgeShareCap(vix, settings))).toEqual([
    0.3, 0.3, expect.closeTo(0.325, 12), expect.closeTo(0.35, 12), 0.4, 0.4,
  ]); // prettier-ignore
});

test("B06 every layer is scaled alike, never one alone", () => {
  const [, , scale, , note] = row("B06");
  const { 1: held, 2: target } = row("B02");
  expect(scale).toBeCloseTo(Number(target) / Number(held), 12);
  expect(note).toContain("short 4 to 2, medium 4 to 2, long 2 to 1");
});

test("G10 three sizes side by side, and the one that binds", () => {
  const per = hedgeSum("vix01") / 10;
  const byShare = Math.floor(((0.4 / 0.6) * Math.abs(condorsSum("vix01"))) / per);
  expect(row("G10")).toEqual([
    "G10 contracts", 10, 2, "OVER",
    `B17 2 spreads (1.67 to 2.5; nearest whole) | A01 10 contracts | B08 ${byShare} such contracts for 40% of VIX01: B17 binds`,
  ]); // prettier-ignore
});

test("A18 convexity is what a layer gains from ten points of VIX either way", () => {
  const short = [workedHedge[0] ?? [], workedHedge[1] ?? []];
  const [up, down] = [10, -10].map((vix) => pnl(short, workedMarket, 0, vix)[0]?.[0] as number);
  expect(row("A18 convexity of layer short")[1]).toBeCloseTo((up ?? NaN) + (down ?? NaN), 6);
});

test("A19 A20 the covers of the layers add up to the whole, each computed alone", () => {
  const layers = rows
    .filter(([name]) => String(name).startsWith("A19 cover"))
    .map(([, cover]) => Number(cover));
  expect(layers).toHaveLength(3);
  expect(layers.reduce((sum, cover) => sum + cover, 0)).toBeCloseTo(Number(row("A23")[1]), 12);
});

test("A23 cover under an up shock is the hedge's gain over the condors' loss", () => {
  const [loss, gain] = [workedCondor, workedHedge].map(
    (book) => pnl(book, workedMarket, -0.1, 20)[0]?.[0] as number,
  );
  expect(row("A23")[1]).toBeCloseTo((gain ?? NaN) / (-10 * (loss ?? NaN)), 9);
});

test("a book without a hedge is checked too", () => {
  const bare = hedgeCheckTable(workedCondor, workedMarket, settings);
  expect(bare.find(([name]) => name === "B02 hedge ratio")?.slice(1, 4)).toEqual([
    0,
    expect.any(Number),
    "BELOW",
  ]);
  expect(bare.some(([name]) => String(name).startsWith("B06"))).toBe(false);
});

test("B02 a hedge above its target is said to be, as HEDGERATIO says it", () => {
  expect(row("B02")[3]).toBe("ABOVE");
});

test("B07 a hedge that is short VIX has no share, and that is said", () => {
  const short = workedBook.map((leg, index) => (index > 4 ? leg.map((value, column) => (column === 3 ? -Number(value) : value)) : leg)); // prettier-ignore
  const checked = hedgeCheckTable(short, workedMarket, settings);
  const share = checked.find(([name]) => String(name).startsWith("B07")) ?? [];
  expect(share.slice(1, 4)).toEqual(["", "0.6-0.7", ""]);
  expect(share[4]).toContain("no shares: VIX01 of the condors");
});

test("G10 shares of a fund count as contracts, fifty to one", () => {
  const fund = [...workedBook.slice(0, 5), ["long", "VXX", "share", 100, "", "", "", "", ""]];
  const checked = hedgeCheckTable(fund, [...workedMarket, ["VXX", 19.6]], settings);
  expect(checked.find(([name]) => name === "G10 contracts")?.[1]).toBe(2);
});
