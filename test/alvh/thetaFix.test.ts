import { settingsInForce } from "../../src/alvh/presets";
import { thetaFixTable } from "../../src/alvh/thetaFix";
import { netTheta, pnl } from "../../src/functions/book";
import "../functions/support/customFunctions";
import { goldenTable } from "../data/readTable";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

const settingsOf = (rows: (string | number)[][] = []) => settingsInForce(null, rows).settings;
/** One condor under the hedge of ten: net theta is negative. */
const overhedged = [...workedCondor, ...workedHedge.slice(1)];
const rows = thetaFixTable(overhedged, workedMarket, 0, settingsOf());
const row = (start: string): (string | number)[] =>
  rows.find(([name]) => String(name).startsWith(start)) ?? [];

/** Theta of one contract by worked-case.py: four SPX legs, then the three VIX calls. */
const theta = goldenTable("worked-case.csv").map((each) => Number(each["theta"]));
const at = (leg: number): number => theta[leg] ?? NaN;
const condor = at(0) - at(1) - at(2) + at(3);
const hedge = 4 * at(4) + 4 * at(5) + 2 * at(6);

test("B11 a 25% cut alone keeps the sign of net theta and the cover; the whole cut is shown beside the pair", () => {
  expect(row("As it is")[1]).toBeCloseTo(condor + hedge, 8);
  const cut = row("B11 alone");
  expect(cut[1]).toBeCloseTo(0.75 * (condor + hedge), 8);
  expect(Math.sign(Number(cut[1]))).toBe(Math.sign(Number(row("As it is")[1])));
  expect(cut[4]).toBeCloseTo(Number(row("As it is")[4]), 10);
});

test("B11 A22 the pair is the cut of what a cycle later gives", () => {
  expect(row("B11 and A22")[1]).toBeCloseTo(0.75 * Number(row("A22 alone")[1]), 8);
  expect(Number(row("A22 alone")[1])).toBeGreaterThan(Number(row("As it is")[1]));
});

test("B11 fewer contracts: the most whole ones that the condor's theta carries", () => {
  const fewer = row("Fewer hedge contracts");
  expect(fewer[6]).toBe("YES");
  const kept = /short (\d+), medium (\d+), long (\d+)/.exec(String(fewer[7]))?.slice(1).map(Number) ?? [];
  const [short = 0, medium = 0, long = 0] = kept;
  expect(fewer[1]).toBeCloseTo(condor + short * at(4) + medium * at(5) + long * at(6), 8);
  // 25.49 dollars a day carry five of these ten calls (2, 2, 1: 25.07), not six.
  expect(kept).toEqual([2, 2, 1]);
});

test("B11 fewer contracts in the best mix: most cover of all counts that reach the target", () => {
  // By NETTHETA's figures of one contract (worked-case.py) and PNL's gain of one in the tail.
  const gains = workedHedge.slice(1).map((leg) => {
    const one = leg.map((value, column) => (column === 3 ? 1 : value));
    return pnl([workedHedge[0] ?? [], one], workedMarket, -0.1, 20)[0]?.[0] as number;
  });
  const best = { counts: "", gain: -Infinity };
  for (let short = 0; short <= 4; short++)
    for (let medium = 0; medium <= 4; medium++)
      for (let long = 0; long <= 2; long++) {
        const counts = [short, medium, long];
        const net = counts.reduce((sum, count, layer) => sum + count * at(4 + layer), condor);
        const gain = counts.reduce((sum, count, layer) => sum + count * (gains[layer] ?? NaN), 0);
        if (net >= 0 && gain > best.gain)
          Object.assign(best, { counts: `hold short ${short}, medium ${medium}, long ${long}`, gain });
      }
  const mix = row("Fewer hedge contracts, best mix");
  expect(mix[7]).toBe(best.counts);
  expect(mix[6]).toBe("YES");
  expect(Number(mix[4])).toBeGreaterThan(Number(row("Fewer hedge contracts")[4]));
});

test("layers that only sell are left as they are, and no contracts bought is said", () => {
  const sold = workedHedge.slice(1).map((leg) => leg.map((value, column) => (column === 3 ? -1 : value)));
  const table = thetaFixTable([...workedCondor, ...sold], workedMarket, 1000, settingsOf());
  const fewer = table.filter(([name]) => String(name).startsWith("Fewer hedge contracts"));
  expect(fewer.map((each) => each[7])).toEqual(Array(2).fill("no contracts bought to hold fewer of"));
  expect(fewer.map((each) => each[1])).toEqual(Array(2).fill(table[1]?.[1]));
  const financed = [...overhedged, ["sold", "VIX", "call", -3, 40, "2022-02-16", 1.255, "", ""]];
  const kept = thetaFixTable(financed, workedMarket, 1000, settingsOf()).find(([name]) => name === "Fewer hedge contracts"); // prettier-ignore
  expect(kept?.[7]).toBe("hold short 0, medium 0, long 0");
  const condorAndSold = [...workedCondor, ...financed.slice(-1)];
  expect(kept?.[1]).toBeCloseTo(netTheta(condorAndSold, workedMarket)[0]?.[0] as number, 8);
});

test("more combinations than can be tried are said to be left out", () => {
  const book = [...workedCondor, ...workedHedge.slice(1).map((leg) => leg.map((value, column) => (column === 3 ? 2000 : value)))]; // prettier-ignore
  const table = thetaFixTable(book, workedMarket, 0, settingsOf());
  expect(table.some(([name]) => name === "Fewer hedge contracts, best mix")).toBe(false);
  expect(table.at(-1)?.[7]).toContain("best mix: too many combinations to try");
});

test("B11 more condors: the fewest that pay for the hedge", () => {
  const more = Math.ceil(-hedge / condor - 1);
  expect(row("More condors")[7]).toBe(`${more} more, with their own risk and margin`);
  expect(row("More condors")[1]).toBeCloseTo((1 + more) * condor + hedge, 8);
});

test("B11 call spreads: the widest that reaches the target, as NETTHETA counts it", () => {
  const spreads = row("Call spreads");
  const width = Number(/sell the call (\d+)/.exec(String(spreads[7]))?.[1]);
  const thetaOf = (points: number): number => {
    const short = workedHedge
      .slice(1)
      .map((leg) =>
        leg.map((value, column) => (column === 3 ? -Number(value) : column === 4 ? 30 + points : value)),
      );
    return netTheta([...overhedged, ...short], workedMarket)[0]?.[0] as number;
  };
  // Without a skew every strike has the same vol, so the book can be typed.
  expect(spreads[1]).toBeCloseTo(thetaOf(width), 6);
  expect(thetaOf(width + 1)).toBeLessThan(0);
  expect(thetaOf(width)).toBeGreaterThanOrEqual(0);
});

test("the least cost of cover is among those that meet the target", () => {
  const meeting = rows.filter((each) => each[6] === "YES" && each[0] !== "As it is");
  const least = meeting.reduce((best, each) => (Number(each[5]) < Number(best[5]) ? each : best));
  expect(row("Least cost of cover")[7]).toBe(`${String(least[0])}: ${String(least[7])}`);
  const met = thetaFixTable(workedBook, workedMarket, 0, settingsOf());
  expect(met.at(-2)?.[7]).toBe("As it is: the target is met without a change");
});

test("B11 the trigger counts the days in a row that the user gives", () => {
  expect(row("As it is")[7]).toContain("set B11.NegativeDays");
  const due = (days: number): unknown => thetaFixTable(overhedged, workedMarket, 0, settingsOf([["B11.NegativeDays", days]]))[1]?.[7]; // prettier-ignore
  expect([due(2), due(3)]).toEqual([
    "B11 is not due: negative 2 of 3 days",
    "B11 is due: negative 3 of 3 days",
  ]);
});

test("a book without a hedge is refused", () => {
  expect(() => thetaFixTable(workedCondor, workedMarket, 0, settingsOf())).toThrow("book holds no VIX leg");
});

test("B11 fewer contracts: no count above the one shown reaches the target, whatever the layers hold", () => {
  for (const held of [
    [7, 3, 5],
    [1, 9, 2],
    [12, 1, 1],
  ]) {
    const book = [...overhedged.slice(0, 5), ...workedHedge.slice(1).map((leg, layer) => leg.map((value, column) => (column === 3 ? (held[layer] ?? 0) : value)))]; // prettier-ignore
    const table = thetaFixTable(book, workedMarket, -20, settingsOf());
    const fewer = table.find(([name]) => name === "Fewer hedge contracts") ?? [];
    const kept = /short (\d+), medium (\d+), long (\d+)/.exec(String(fewer[7]))?.slice(1).map(Number) ?? [];
    const all = held.reduce((sum, count) => sum + count, 0);
    // Largest remainders by hand, for every count above.
    const rounded = (count: number): number[] => {
      const exact = held.map((each) => (each * count) / all);
      const floors = exact.map((each) => Math.floor(each + 1e-9));
      const left = count - floors.reduce((sum, each) => sum + each, 0);
      const order = exact.map((each, layer) => ({ layer, rest: each - (floors[layer] ?? 0) })).sort((a, b) => b.rest - a.rest); // prettier-ignore
      for (const { layer } of order.slice(0, left)) floors[layer] = (floors[layer] ?? 0) + 1;
      return floors;
    };
    const net = (counts: number[]): number =>
      condor + counts.reduce((sum, count, layer) => sum + count * at(4 + layer), 0);
    const sum = kept.reduce((total, count) => total + count, 0);
    expect(net(kept)).toBeGreaterThanOrEqual(-20);
    for (let count = sum + 1; count <= all; count++) expect(net(rounded(count))).toBeLessThan(-20);
  }
});

test("B11 call spreads: a call that one is sold against already is left alone", () => {
  const spread = [...overhedged, ["long", "VIX", "call", -2, 40, "2022-05-18", 0.956, "", ""]];
  const table = thetaFixTable(spread, workedMarket, -1000, settingsOf([["B11.WidestSpread", 5]]));
  const bare = spread.filter((leg) => leg[0] !== "short" && leg[0] !== "medium");
  // Short and medium calls at 30 are sold at 35 beside; the long spread stays.
  const sold = ["short", "medium"].map((layer) =>
    (workedHedge.find(([name]) => name === layer) ?? []).map((value, column) => (column === 3 ? -4 : column === 4 ? 35 : value)),
  ); // prettier-ignore
  expect(table.find(([name]) => name === "Call spreads for calls")?.[1]).toBeCloseTo(
    netTheta([...spread, ...sold], workedMarket)[0]?.[0] as number,
    6,
  );
  const none = thetaFixTable(bare, workedMarket, 0, settingsOf());
  expect(none.find(([name]) => name === "Call spreads for calls")?.[7]).toBe(
    "no outright calls to make spreads of",
  );
});

test("a cover lost by rounding alone is none", () => {
  expect(row("B11 alone")[5]).toBe(0);
});

test("A22 cycles are whole, and a fraction is refused by the setting's name", () => {
  expect(() => settingsOf([["A22.Cycles", 1.5]])).toThrow("A22.Cycles: 1.5 must be a whole number");
});
