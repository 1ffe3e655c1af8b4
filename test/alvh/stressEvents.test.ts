import { existsSync } from "node:fs";
import { readStressEvents, settlementVix, STRESS_EVENTS } from "../../src/alvh/stressEvents";
import { readTable } from "../data/readTable";

test("F06 eleven events of 2018, 2020, 2022 and 2024", () => {
  expect(STRESS_EVENTS).toHaveLength(11);
  expect(new Set(STRESS_EVENTS.map(({ from }) => from.slice(0, 4)))).toEqual(
    new Set(["2018", "2020", "2022", "2024"]),
  );
});

// Published closes: VIX 37.32 on 2018-02-05, 82.69 on 2020-03-16, 38.57 on 2024-08-05; SPX 2237.40 on 2020-03-23.
test.each([
  ["2018 Volmageddon 1d", 37.32, 2648.94],
  ["2020 Covid 1d", 82.69, 2386.13],
  ["2020 Covid SPX low", 61.59, 2237.4],
  ["2024 Aug 3d", 38.57, 5186.33],
])("%s ends at VIX %d and SPX %d", (name, vix, spx) => {
  const [event] = readStressEvents(name);
  expect([event?.vix[1], event?.spx[1]]).toEqual([vix, spx]);
});

const source = "../shared/data/source/vix_daily.csv";
(existsSync(source) ? test : test.skip)(
  "VIX closes of the events are those of the daily record (skipped without it)",
  () => {
    const closes = new Map(readTable(source).map((row) => [row["date"], Number(row["close"])]));
    for (const { from, to, vix } of STRESS_EVENTS) expect([closes.get(from), closes.get(to)]).toEqual(vix);
  },
);

test("an event is found by its name or a part of it; a wrong one is told the nearest", () => {
  expect(readStressEvents(null)).toHaveLength(11);
  expect(readStressEvents("2022").map(({ name }) => name)).toEqual([
    "2022 Jan grind",
    "2022 Ukraine",
    "2022 CPI June",
  ]);
  expect(() => readStressEvents("2008")).toThrow('event "2008" is not known: use 2018 Volmageddon 1d');
});

test("a contract settles at the VIX open of its day: 69.37 on 2020-03-18, 23.12 on 2022-01-19", () => {
  const [covid] = readStressEvents("2020 Covid SPX low");
  const [grind] = readStressEvents("2022 Jan grind");
  expect(covid && settlementVix(covid, 27.7)).toBe(69.37);
  expect(grind && settlementVix(grind, 15.7)).toBe(23.12);
});
