import { settingsInForce } from "../../src/alvh/presets";
import { pressRate, pressTable } from "../../src/alvh/press";
import { goldenTable } from "../data/readTable";
import { workedMarket } from "./workedCase";

const settingsOf = (rows: (string | number)[][] = []) => settingsInForce(null, rows).settings;
/** Price of the long layer's call by layer-plan.py, dollars. */
const premium = 100 * Number(goldenTable("layer-plan.csv")[2]?.["price"]);

test("F01 the press budget buys whole contracts of the longest layer", () => {
  const rows = pressTable([[3000]], workedMarket, settingsOf());
  const value = (name: string): unknown => rows.find(([each]) => each === name)?.[1];
  expect(value("F01 press budget")).toBeCloseTo(900, 10);
  expect(value("F01 contracts to buy")).toBe(Math.floor(900 / premium));
  expect(value("Left over")).toBeCloseTo(900 - Math.floor(900 / premium) * premium, 6);
  expect(value("VIX call")).toBe(38);
});

test("F02 a dated ledger carries what is left over", () => {
  const rows = pressTable(
    [["Date", "Theta", "Price"], ["2022-01-07", 1000, 2], ["2022-01-14", 500, 2], ["2022-01-21", 0, 1]],
    workedMarket,
    settingsOf(),
  ); // prettier-ignore
  // 300 buys one at 200 and leaves 100; with 150 more one and 50 left; then nothing is left to buy with.
  expect(rows.slice(1).map((row) => [row[0], row[3], row[5], row[6], row[7]])).toEqual([
    ["2022-01-07", 300, 1, 100, 1],
    ["2022-01-14", 250, 1, 50, 2],
    ["2022-01-21", 50, 0, 50, 2],
  ]);
  expect(pressTable([["2022-01-07", 1000, ""]], workedMarket, settingsOf())[1]?.[4]).toBeCloseTo(
    premium / 100,
    9,
  );
  expect(() => pressTable([["Date", "Theta"]], workedMarket, settingsOf())).toThrow(
    "thetaCollected holds no row",
  );
});

test("D19 the press rate falls with the z-scores of P/CF and REER, within 0 and 1", () => {
  const rate = (pcf: number, reer: number): number => pressRate(settingsOf([["D19.PcfZ", pcf], ["D19.ReerZ", reer]])); // prettier-ignore
  expect([rate(0, 0), rate(1, 0), rate(1, 1), rate(-2, 0), rate(4, 4), rate(-10, -10)]).toEqual([
    0.3, expect.closeTo(0.225, 12), expect.closeTo(0.15, 12), expect.closeTo(0.45, 12), 0, 1,
  ]); // prettier-ignore
});

test("F02 what would be left out in silence is refused: a column of numbers, dollars without a date", () => {
  const refused = (rows: (string | number)[][]) => () => pressTable(rows, workedMarket, settingsOf());
  expect(refused([[1000], [2000]])).toThrow("thetaCollected has one column of several cells");
  expect(refused([["2022-01-07", 1000], ["", 500]])).toThrow("thetaCollected row 2 has dollars but no date"); // prettier-ignore
  // Blank rows of a whole column are no rows.
  expect(pressTable([[1000], [""], [0]], workedMarket, settingsOf())[1]?.[1]).toBe(1000);
  expect(
    pressTable(
      [
        ["2022-01-07", 1000],
        ["", ""],
        [0, 0],
      ],
      workedMarket,
      settingsOf(),
    ),
  ).toHaveLength(2);
});

test("F01 a call worth next to nothing is no hedge to press into", () => {
  const still = workedMarket.map(([name, value]) => [name, name === "VVIX" ? 1 : value]);
  expect(() => pressTable([[3000]], still, settingsOf([["StrikeStep", 10]]))).toThrow("next to nothing");
});
