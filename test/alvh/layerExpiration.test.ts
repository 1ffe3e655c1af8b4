import { layerExpiration } from "../../src/alvh/layerExpiration";
import { parseDate } from "../../src/alvh/dates";
import type { PlanLayer } from "../../src/alvh/planLayers";

const asOf = parseDate("asOf", "2022-02-04 16:15");

function layer(minDte: number, maxDte?: number, targetDte?: number): PlanLayer {
  return { name: "x", minDte, maxDte, targetDte, weight: 1, instrument: "call", delta: 0.3, width: 10 };
}

function chosen(window: PlanLayer, weekliesListed: number): { day: number; note: string } {
  return layerExpiration(window, asOf, weekliesListed);
}

// Expirations after 4 February 2022: weekly 02-09, 02-23, 03-02, 03-09, 03-23, 03-30; monthly 02-16, 03-15, 04-20, 05-18.
test("A03 the short window of 4-7 days holds the weekly expiration 5 days ahead", () => {
  expect(chosen(layer(4, 7), 6)).toEqual({ day: parseDate("", "2022-02-09"), note: "" });
});

test("A04 the medium window takes the first expiration in it, a weekly before the monthly", () => {
  expect(chosen(layer(30, 45), 6).day).toBe(parseDate("", "2022-03-09"));
  expect(chosen(layer(30, 45), 0).day).toBe(parseDate("", "2022-03-15"));
});

test("A05 beyond the weeklies that are listed only monthly contracts exist", () => {
  expect(chosen(layer(60), 6).day).toBe(parseDate("", "2022-04-20"));
  expect(chosen(layer(60), 12).day).toBe(parseDate("", "2022-04-06"));
  // The sixth weekly is listed, the seventh is not.
  expect(chosen(layer(50, 59), 6).day).toBe(parseDate("", "2022-03-30"));
  expect(chosen(layer(61, 62), 6).note).toMatch(/^between layers/);
});

test("A05 where no expiration lies in the window, the nearest monthly one is taken and said to be between layers", () => {
  expect(chosen(layer(4, 7), 0)).toEqual({
    day: parseDate("", "2022-02-16"),
    note: "between layers: no expiration in 4-7 days, so the nearest monthly",
  });
});

test("A05 with weeklies listed too the nearest is still a monthly one, unless the setting says any listed", () => {
  // 17 and 18 days ahead there is none: the weekly of 02-23 is a day off, the monthly of 02-16 five.
  expect(chosen(layer(17, 18), 6)).toEqual({
    day: parseDate("", "2022-02-16"),
    note: "between layers: no expiration in 17-18 days, so the nearest monthly",
  });
  expect(layerExpiration(layer(17, 18), asOf, 6, "listed")).toEqual({
    day: parseDate("", "2022-02-23"),
    note: "between layers: no expiration in 17-18 days, so the nearest listed",
  });
});

test("A24 a target inside the window chooses the expiration nearest to it", () => {
  expect(chosen(layer(16, 45, 30), 0).day).toBe(parseDate("", "2022-03-15"));
  expect(chosen(layer(90, 130, 110), 0).day).toBe(parseDate("", "2022-05-18"));
  // 12, 39, 75 and 103 days ahead: not the first in the window but the nearest to the target.
  expect(chosen(layer(10, 130, 70), 0).day).toBe(parseDate("", "2022-04-20"));
  expect(chosen(layer(10, 130, 110), 0).day).toBe(parseDate("", "2022-05-18"));
  expect(chosen(layer(10, 130), 0).day).toBe(parseDate("", "2022-02-16"));
});
