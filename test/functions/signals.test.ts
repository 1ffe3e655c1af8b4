import "./support/customFunctions";
import {
  basis,
  breadth,
  confirmSignals,
  curveSlope,
  divergence,
  leadLag,
  macd,
  regime,
  rollYield,
  rsi,
  vrp,
  zScore,
} from "../../src/functions/signals";
import { workedMarket } from "../alvh/workedCase";
import { thrownBy } from "./support/thrownBy";

test("D01 MACD takes the texts' 12, 26 and 9 when left out, and blanks count as left out", () => {
  const series = Array.from({ length: 40 }, (_, bar) => [20 + Math.sin(bar / 3)]);
  const table = macd(series);
  expect(table[0]?.slice(0, 2)).toEqual(["MACD 12/26", "Signal 9"]);
  expect(macd(series, 0, null, "", [[""]])).toEqual(table);
  expect(table).toHaveLength(41);
  expect(table[25]?.[0]).toBe("");
  expect(typeof table[26]?.[0]).toBe("number");
});

test("G13 RSI is of whatever series is given; its result is a series again, header and warm-up included", () => {
  const spx = [["SPX"], ...Array.from({ length: 20 }, (_, bar) => [4500 + 10 * Math.cos(bar)])];
  const strength = rsi(spx);
  expect(strength).toHaveLength(spx.length);
  expect(strength[0]).toEqual(["RSI 14"]);
  expect(rsi(strength, 2)).toHaveLength(spx.length);
});

test("D04 DIVERGENCE takes a MACD histogram or an RSI with its warm-up as it stands", () => {
  const vix = Array.from({ length: 60 }, (_, bar) => [20 + 5 * Math.sin(bar / 3) + bar / 30]);
  const table = divergence(vix, rsi(vix).slice(1));
  expect(table).toHaveLength(61);
  expect(table.slice(1, 15 + 19).every((row) => row[0] === "")).toBe(true);
  expect(["bearish", "bullish", "none"]).toContain(table[60]?.[0]);
});

test("D08 RSI of VX futures parts from them: a higher high of VX1 on a lower high of its RSI is bearish", () => {
  const calm = Array.from({ length: 16 }, (_, bar) => 15 + (bar % 2) * 0.4);
  const rises = [17, 20, 24, 22, 20.5, 19.5, 20, 20.6, 21.4, 22.2, 23, 23.7, 24.3, 24.8, 24, 23.2, 22.5, 22];
  const vx1 = [...calm, ...rises].map((level) => [level]);
  const table = divergence(vx1, rsi(vx1).slice(1), 15).slice(1);
  expect(table[31]?.[0]).toBe("none");
  // Wilder's RSI(14) in Python: 83.5425 at the first high, 73.3670 at the second, which is known three bars later.
  const atHighs = [83.54250218964641, 73.36697098529041].map((strength) => expect.closeTo(strength, 9));
  expect(table[32]).toEqual(["bearish", 24, 24.8, ...atHighs]);
});

test("D09 BREADTH beside an index, whose missing days are left out", () => {
  const table = breadth([[1], [2], [1]], [[2], [3], [2]], [[""], [100], [101]], [["D09.SlopeBars", 2]]);
  expect(table[1]).toEqual(["", "", "", "", ""]);
  expect(table[3]).toEqual([-1, -2, -1, 1, "bearish"]);
});

test("D06 CURVESLOPE, BASIS and ROLLYIELD read the market range, each with its as-of", () => {
  for (const table of [curveSlope(workedMarket), basis(workedMarket), rollYield(workedMarket)]) {
    expect(table.slice(0, 2)).toEqual([
      ["Figure", "Value", "Unit or note"],
      ["As of", "2022-02-04 16:15", "New York"],
    ]);
  }
  expect(curveSlope(workedMarket, 0, 30)[2]?.[1]).toBe(23.22);
  expect(thrownBy(() => curveSlope(workedMarket, 90, 30)).message).toBe(
    "near (90) must be fewer days than far (30)",
  );
  expect(thrownBy(() => rollYield(workedMarket, 400))).toMatchObject({ code: "#N/A" });
});

test("D21 LEADLAG takes lags 3 to 7 when left out; VRP and ZSCORE a row for each given", () => {
  const series = Array.from({ length: 40 }, (_, bar) => [100 + ((bar * 37) % 11)]);
  const vix = Array.from({ length: 40 }, (_, bar) => [18 + ((bar * 53) % 7)]);
  expect(leadLag(series, vix).map((row) => row[0] as unknown)).toEqual(["Lag (bars)", 3, 4, 5, 6, 7, "Note"]);
  expect(leadLag(series, vix, [[1, 2]])).toHaveLength(4);
  expect(vrp(series, vix)).toHaveLength(41);
  expect(vrp(series, vix)[20]).toEqual(["", "", ""]);
  expect(typeof vrp(series, vix)[21]?.[0]).toBe("number");
  expect(zScore(series, 10, 5)[14]).toEqual([""]);
  expect(typeof zScore(series, 10, 5)[15]?.[0]).toBe("number");
  expect(thrownBy(() => vrp([[100], [101]], [[0.18], [0.19]])).message).toContain(
    "vix row 1: 0.18 must be at least 1",
  );
});

test("D25 CONFIRM needs two when nothing is said", () => {
  expect(confirmSignals([[true, true, false]])).toBe(true);
  expect(confirmSignals([[true, false, false]])).toBe(false);
});

test("D11 B01 REGIME answers from a market alone, and from a history beside it", () => {
  expect(regime(workedMarket)[2]?.slice(0, 2)).toEqual(["B01 regime", "HIGH"]);
  const history = [["VIX"], ...Array.from({ length: 25 }, (_, bar) => [15 + (bar % 4) + bar / 9])];
  expect(regime(workedMarket, history)[4]?.[2]).toMatch(/^(yes|no)$/);
});

test("bad input is a sentence at the cell", () => {
  expect(thrownBy(() => rsi([[1], [2]], 1.5)).message).toBe("period: 1.5 must be a whole number");
  expect(thrownBy(() => macd([[1], [2]], 30)).message).toBe("fast (30) must be below slow (26)");
});
