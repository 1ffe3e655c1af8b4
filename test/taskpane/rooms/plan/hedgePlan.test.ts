import type { CellValue } from "../../../../src/alvh/cellValue";
import {
  hedgeChecks,
  hedgeLayers,
  type LayersOrProblem,
} from "../../../../src/taskpane/rooms/plan/hedgePlan";
import { workedBook, workedMarket } from "../../../alvh/workedCase";

function tableOf(plan: LayersOrProblem | ReturnType<typeof hedgeChecks>): CellValue[][] {
  if ("problem" in plan) throw new Error(plan.problem);
  return plan.table;
}

function column(table: CellValue[][], name: string): CellValue[] {
  const at = table[0]?.indexOf(name) ?? -1;
  return table.slice(1).map((row) => row[at]);
}

test("ten condors by 4/4/2 hold four, four and two calls, what to hold first", () => {
  const table = tableOf(hedgeLayers(workedBook, workedMarket, "442", {}));
  expect(table[0]?.slice(0, 6)).toEqual(["Layer", "Contracts", "Underlying", "Kind", "Strike", "Expiry"]);
  expect(column(table, "Layer")).toEqual(["short", "medium", "long", "Total"]);
  expect(column(table, "Contracts")).toEqual([4, 4, 2, 10]);
});

test("a changed setting counts: twice the contracts, and their theta adds up", () => {
  const table = tableOf(
    hedgeLayers(workedBook, workedMarket, "442", { "A01.ContractsPerUnit": 20, "Layer1.Delta": 0.4 }),
  );
  expect(column(table, "Contracts")).toEqual([8, 8, 4, 20]);
  const [short = 0, medium = 0, long = 0, total] = column(table, "Theta $/day") as number[];
  expect(short + medium + long).toBeCloseTo(total ?? NaN, 9);
  expect(total).toBeLessThan(0);
});

test("another preset is another reading, and its warning stands among the notes", () => {
  const plan = hedgeLayers(workedBook, workedMarket, "S4_LITERAL", { "A08.RiskCapital": 36_050 });
  if ("problem" in plan) throw new Error(plan.problem);
  expect(plan.notes.join(" ")).toContain("warning: to the letter, all of the condors' risk capital");
});

test("an adjustment is a note, not a layer", () => {
  const changed = { "B20.Events": "EVENT_UNDERHEDGE", "B20.NextEvent": "2022-02-08" };
  const plan = hedgeLayers(workedBook, workedMarket, "442", changed);
  if ("problem" in plan) throw new Error(plan.problem);
  expect(column(plan.table, "Layer")).toEqual(["short", "medium", "long", "Total"]);
  expect(plan.notes.some((note) => /^B20/.test(note))).toBe(true);
});

test("a note that holds for several layers is told once", () => {
  const plan = hedgeLayers(workedBook, workedMarket, "442", {});
  if ("problem" in plan) throw new Error(plan.problem);
  expect(plan.notes[0]).toBe("short, medium, long: vol modelled from VVIX");
  expect(plan.notes.slice(1).map((note) => note.split(":")[0])).toEqual(["short", "medium", "long", "Total"]);
  expect(plan.notes.slice(1).join(" ")).not.toContain("vol modelled");
  expect(plan.asOf).toBe("2022-02-04 16:15");
});

test("the checks are HEDGECHECK's, by the settings", () => {
  const verdicts = (changed: Record<string, number | string>) => {
    const table = tableOf(hedgeChecks(workedBook, workedMarket, "442", changed));
    return new Map(table.map((row) => [row[0], row]));
  };
  const share = verdicts({}).get("B07 condors' share of VIX01");
  expect(share?.[2]).toBe("0.6-0.7");
  expect(verdicts({ "B07.Low": 0.01, "B07.High": 0.99 }).get("B07 condors' share of VIX01")?.[3]).toBe(
    "PASS",
  );
});

test("what cannot be planned says why, each by itself", () => {
  const noCondors = workedBook.filter((row) => row[0] !== "IC");
  expect(hedgeLayers(noCondors, workedMarket, "442", {})).toEqual({
    problem: "condors: the book holds no short SPX option, so no iron condor",
  });
  expect(hedgeLayers(workedBook, workedMarket, "442", { "Layer1.Delta": 5 })).toMatchObject({
    problem: expect.stringContaining("Layer1.Delta"),
  });
});
