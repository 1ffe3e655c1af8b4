import { planBlock } from "../../../../src/taskpane/rooms/plan/planBlock";

const references = { book: "Book", market: "Market", settingsName: "Settings" };

test("one place says the preset, and both formulas read it from there", () => {
  const { cells, names = [] } = planBlock(references, "S4_TEMPORAL", { "B07.Low": 0.5 });
  const at = new Map(cells.map((cell) => [cell.at, cell]));
  const formulas = cells.flatMap(({ formula }) => formula ?? []);
  expect(formulas).toEqual([
    "=ALVH.LAYER(Book, B5, Market, Settings)",
    "=ALVH.HEDGECHECK(Book, Market, Settings)",
  ]);
  expect([at.get("A5")?.value, at.get("B5")?.value]).toEqual(["Preset", "S4_TEMPORAL"]);
  expect([at.get("A6")?.value, at.get("B6")?.value]).toEqual(["B07.Low", 0.5]);
  const [settings] = names;
  expect(settings?.name).toBe("Settings");
  // The header, the preset, the changed setting and free rows.
  const [, last = "0"] = /^A4:B(\d+)$/.exec(settings?.refersTo ?? "") ?? [];
  expect(Number(last)).toBeGreaterThan(6);
  const firstBelow = cells.map((cell) => Number(cell.at.slice(1))).filter((row) => row > 6);
  expect(Math.min(...firstBelow)).toBeGreaterThan(Number(last));
});

test("a setting's cell takes what the setting may be", () => {
  const { validations = [] } = planBlock(references, "442", { "B07.Low": 0.5, "B20.Events": "EVENT_HOLD" });
  expect(validations.find(({ range }) => range === "B6")?.decimal).toEqual({ min: 0, max: 1 });
  expect(validations.find(({ range }) => range === "B7")?.list).toEqual(["EVENT_HOLD", "EVENT_UNDERHEDGE"]);
});

test("the formulas keep clear of one another, whatever spills", () => {
  const { cells } = planBlock(references, "442", {});
  const rows = cells.flatMap(({ at, formula }) => (formula === undefined ? [] : [Number(at.slice(1))]));
  // Four layers in two lines, a header, a total and eight lines of adjustments.
  expect((rows[1] ?? 0) - (rows[0] ?? 0)).toBeGreaterThan(18);
});
