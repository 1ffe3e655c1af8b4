import { rollBlock, type RollBlockInput } from "../../../../src/taskpane/rooms/roll/rollBlock";

const input: RollBlockInput = {
  book: "Book",
  market: "Quotes[#All]",
  candidate: { days: 70, quantity: 10, shortDelta: 0.2, width: undefined },
  rsi: 48,
  preset: "442",
  changed: { "E18.Liquid": 400_000 },
  settingsName: "RollSettings",
  candidateName: "Candidate",
  spilled: { roll: 52, cost: 17 },
};
const block = rollBlock(input);
const at = (address: string, cells = block.cells) => cells.find((cell) => cell.at === address);
const rowOf = (text: string, cells = block.cells) =>
  Number(cells.find(({ formula }) => formula?.includes(text))?.at.slice(1));

test("the candidate is built from blue cells; one left to the settings is blank", () => {
  const legs = rowOf("CONDOR.BOOK(");
  expect(at(`A${legs}`)?.formula).toBe("=ALVH.CONDOR.BOOK(Quotes[#All], B9, B10, B11, B12, RollSettings)");
  expect(["B9", "B10", "B11", "B12", "B13"].map((address) => at(address)?.value)).toEqual([
    70,
    10,
    0.2,
    undefined,
    48,
  ]);
  expect(block.names).toContainEqual({ name: "Candidate", refersTo: `A${legs}:G${legs + 4}` });
});

test("ROLL, ROLLCOST and REBALANCE read the same cells, and the head repeats their verdicts", () => {
  const [legs, roll] = [rowOf("CONDOR.BOOK("), rowOf("ALVH.ROLL(")];
  const tail = `(Book, Quotes[#All], A${legs}:G${legs + 4}, RollSettings)`;
  expect(at(`A${roll}`)?.formula).toBe(`=ALVH.ROLL${tail}`);
  expect(at(`A${rowOf("ROLLCOST(")}`)?.formula).toBe(`=ALVH.ROLLCOST${tail}`);
  expect(at(`A${rowOf("REBALANCE(")}`)?.formula).toBe(
    "=ALVH.REBALANCE(Book, Quotes[#All], B13, RollSettings)",
  );
  expect([at("B4")?.formula, at("B5")?.formula]).toEqual([`=B${roll + 1}`, `=B${roll + 2}`]);
});

test("the settings are a table under their name, with the preset and what is changed", () => {
  const preset = block.cells.find(({ value }) => value === "Preset");
  const row = Number(preset?.at.slice(1));
  expect([at(`B${row}`)?.value, at(`A${row + 1}`)?.value, at(`B${row + 1}`)?.value]).toEqual([
    "442",
    "E18.Liquid",
    400_000,
  ]);
  const settings = block.names?.find(({ name }) => name === "RollSettings");
  expect(settings?.refersTo).toMatch(new RegExp(`^A${row - 1}:B`));
});

test("a candidate in a range goes into the formulas as it stands", () => {
  const { cells, names } = rollBlock({ ...input, candidate: "NextCondor" });
  expect(rowOf("CONDOR.BOOK(", cells)).toBeNaN();
  expect(at(`A${rowOf("ALVH.ROLL(", cells)}`, cells)?.formula).toBe(
    "=ALVH.ROLL(Book, Quotes[#All], NextCondor, RollSettings)",
  );
  expect(names?.map(({ name }) => name)).toEqual(["RollSettings"]);
});

test("nothing stands in the way of a spill", () => {
  const rows = block.cells.map(({ at: place }) => Number(/\d+$/.exec(place)?.[0]));
  const free = (top: number, count: number) => rows.filter((row) => row > top && row < top + count);
  expect(free(rowOf("CONDOR.BOOK("), 5)).toEqual([]);
  expect(free(rowOf("ROLLCOST("), 17)).toEqual([]);
  expect(free(rowOf("ALVH.ROLL("), 52)).toEqual([]);
  expect(free(rowOf("REBALANCE("), 100)).toEqual([]);
});

test("every figure is a formula: numbers stand in input cells alone", () => {
  const numbers = block.cells.filter(({ value }) => typeof value === "number");
  expect(new Set(numbers.map(({ style }) => style))).toEqual(new Set(["input"]));
});
