import catalogue from "../../../../src/taskpane/functionCatalogue.json";
import { readExplanation } from "../../../../src/taskpane/rooms/functions/readExplanation";
import { FakeExcel } from "../../../workbook/fakeExcel";

const price = '=ALVH.BSM.PRICE("put", B1, $B$2, B3, Inputs!B4, 0.05)';

/** B1:B3 of the sheet Plan and Inputs!B4: spot, strike, days and vol. */
function installPlan({ vol = 0.2 as number | string } = {}): void {
  const excel = new FakeExcel(["Plan", "Inputs"]);
  for (const [at, value] of Object.entries({ B1: 100, B2: 95, B3: 30 })) {
    excel.cell("Plan", at).value = value;
  }
  excel.cell("Inputs", "B4").value = vol;
  excel.install();
}

describe("readExplanation", () => {
  it("reads cells without a sheet from the formula's own sheet", async () => {
    installPlan();
    const { calls, references, reasons, isError } = await readExplanation(
      { address: "Plan!D1", formula: price, value: 1.2 },
      catalogue,
    );
    expect(calls[0]?.arguments.map(({ address, values }) => [address, values])).toEqual([
      [undefined, [["put"]]],
      ["Plan!B1", [[100]]],
      ["Plan!B2", [[95]]],
      ["Plan!B3", [[30]]],
      ["Inputs!B4", [[0.2]]],
      [undefined, [[0.05]]],
    ]);
    expect(references).toEqual(["Plan!B1", "Plan!$B$2", "Plan!B3", "Inputs!B4"]);
    expect(isError).toBe(false);
    expect(reasons).toEqual([]);
  });

  // A vol of 20 is refused by this sentence: product.md, units; test/functions/support/optionArguments.test.ts.
  it("finds the argument that an error comes from", async () => {
    installPlan({ vol: 20 });
    const { reasons } = await readExplanation(
      { address: "Plan!D1", formula: price, value: "#VALUE!" },
      catalogue,
    );
    expect(reasons).toEqual(["vol 20 looks like a percentage: use 0.20"]);
  });

  it.each([
    ["#SPILL!", "not all of them are empty"],
    ["#N/A", "no answer for them together"],
    ["#VALUE!", "error card"],
    ["#NAME?", "enter the formula again"],
  ])("says what %s means where the arguments are in order", async (code, sentence) => {
    installPlan();
    const { reasons, isError } = await readExplanation(
      { address: "Plan!D1", formula: price, value: code },
      catalogue,
    );
    expect(isError).toBe(true);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(sentence);
  });

  it("says which range is not there", async () => {
    installPlan();
    const { reasons } = await readExplanation(
      { address: "Plan!D1", formula: "=ALVH.NETTHETA(Boook, Gone!A1:B2)", value: "#NAME?" },
      catalogue,
    );
    expect(reasons).toEqual([
      expect.stringContaining("no range or table named Boook"),
      expect.stringContaining("no sheet named Gone"),
    ]);
  });
});
