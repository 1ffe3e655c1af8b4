import { readBookInMarket } from "../../../../src/alvh/netGreeks";
import { replay } from "../../../../src/alvh/replay";
import { readStressEvents } from "../../../../src/alvh/stressEvents";
import { profitTable } from "../../../../src/alvh/stressTables";
import { layerProfits } from "../../../../src/taskpane/rooms/scenario/layerProfits";
import { prepareBook } from "../../../../src/taskpane/rooms/scenario/prepareBook";
import type { Scenario } from "../../../../src/taskpane/rooms/scenario/scenario";
import { workedBook, workedCondor, workedHedge, workedMarket } from "../../../alvh/workedCase";

const calm: Scenario = { spotShock: 0, vixShock: 0, days: 0, curveModel: "TWOFACTOR" };
const profitOf = layerProfits(prepareBook(workedBook, workedMarket));

test("the total is what PNL gives, whatever changed since the last scenario", () => {
  const scenarios: Scenario[] = [
    { ...calm, spotShock: -0.05, vixShock: 10 },
    { ...calm, spotShock: -0.1, vixShock: 10 },
    { ...calm, spotShock: -0.1, vixShock: 10, days: 12 },
    { ...calm, spotShock: -0.1, vixShock: 10, days: 12, curveModel: "GL1" },
    { ...calm, spotShock: 0.03, vixShock: -4, days: 12, curveModel: "REPLAY 2018 Volmageddon 1d" },
  ];
  for (const scenario of scenarios) {
    const { spotShock, vixShock, days, curveModel } = scenario;
    const table = profitTable(workedBook, workedMarket, spotShock, vixShock, days, curveModel);
    expect(profitOf(scenario).total).toBeCloseTo(Number(table[0]?.[0]), 6);
  }
});

test("layers are the book's, in its order, and add up", () => {
  const { layers, total } = profitOf({ ...calm, spotShock: -0.07, vixShock: 12 });
  expect(layers.map(({ name }) => name)).toEqual(["IC", "short", "medium", "long"]);
  expect(layers.reduce((sum, { profit }) => sum + profit, 0)).toBeCloseTo(total, 9);
  const hedge = layerProfits(prepareBook(workedHedge, workedMarket))({
    ...calm,
    spotShock: -0.07,
    vixShock: 12,
  });
  expect(layers.slice(1)).toEqual(hedge.layers);
});

test("a condor held to its expiry between its short strikes keeps its credit, beyond its wings it loses the rest", () => {
  // 13.95 points taken in by mids, wings 50 points wide: the chain of 4 February 2022.
  const condor = layerProfits(prepareBook(workedCondor, workedMarket));
  expect(condor({ ...calm, days: 42 }).total).toBeCloseTo(1395, 7);
  expect(condor({ ...calm, days: 42, spotShock: -0.15, vixShock: 20 }).total).toBeCloseTo(-3605, 7);
});

test("a VX future of 36.5 days gains its two-factor beta of a point of VIX", () => {
  const future = [["Layer", "Underlying", "Kind", "Qty", "DTE"], ["vx", "VX", "future", 1, 36.5]]; // prettier-ignore
  const { total } = layerProfits(prepareBook(future, workedMarket))({ ...calm, vixShock: 1 });
  // market.md 1.3: .55 e^(-7.5 T) + .18 at T = 0.1.
  expect(total).toBeCloseTo(1000 * (0.55 * Math.exp(-0.75) + 0.18), 6);
});

test("an event's ratios as curve model are the event's own, by contract", () => {
  // A VX future alone has neither a vol nor a settlement inside: PNL and REPLAY must agree on it.
  const future = [["Layer", "Underlying", "Kind", "Qty", "DTE"], ["vx", "VX", "future", 1, 60]]; // prettier-ignore
  const [event] = readStressEvents("2024 Aug 3d");
  const replayed = event && replay(readBookInMarket(future, workedMarket), event);
  const scenario: Scenario = {
    spotShock: 5186.33 / 5522.3 - 1,
    vixShock: 38.57 - 16.36,
    days: 5,
    curveModel: "REPLAY 2024 Aug 3d",
  };
  expect(layerProfits(prepareBook(future, workedMarket))(scenario).total).toBeCloseTo(
    replayed?.total ?? NaN,
    6,
  );
});

test.each<[Partial<Scenario>, string]>([
  [{ spotShock: -1 }, "spotShock (-1) must lie between -1 and 1"],
  [{ vixShock: -23 }, "vixShock (-23) takes VIX from 23.22 to 0.22: it must stay at 1 or more"],
  [{ curveModel: "GLI" }, 'curveModel "GLI" is not known'],
])("%o is refused with a sentence, and the next scenario is right again", (change, sentence) => {
  expect(() => profitOf({ ...calm, ...change })).toThrow(sentence);
  expect(profitOf(calm).total).toBeCloseTo(0, 8);
});
