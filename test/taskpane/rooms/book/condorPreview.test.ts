import { INITIAL_CONDOR } from "../../../../src/taskpane/rooms/book/condorForm";
import { condorPreview } from "../../../../src/taskpane/rooms/book/condorPreview";
import { goldenTable } from "../../../data/readTable";
import { workedMarket } from "../../../alvh/workedCase";

// Made by condor-case.py from the formulas, apart from the code.
const golden = new Map(goldenTable("condor-case.csv").map(({ figure, value }) => [figure, Number(value)]));
const figure = (name: string): number => golden.get(name) ?? NaN;

const toFive = (level: number): number => 5 * Math.round(level / 5);

test("shorts by delta at the listed strikes, wings 20 wider above VIX 16", () => {
  const preview = condorPreview(workedMarket, INITIAL_CONDOR, {});
  const shortPut = toFive(figure("put of delta 0.16"));
  const shortCall = toFive(figure("call of delta 0.16"));
  expect(preview.strikes).toEqual([shortPut - 70, shortPut, shortCall, shortCall + 70]);
  expect(preview.expiry).toBe("SPXW 2022-03-18");
  expect(preview.wideningNote).toBe("wings 20 wider: VIX 23.22 is above 16");
});

test("credit as the rules have it, and what follows from it", () => {
  const preview = condorPreview(workedMarket, INITIAL_CONDOR, {});
  expect(preview.credit).toBeCloseTo(figure("credit by rules"), 6);
  // Identities of a condor of ten, 70 wide: dollars are points x 100 x 10, and credit and loss add up to the width.
  expect(preview.creditDollars).toBeCloseTo(preview.credit * 1000, 6);
  expect(preview.maxLoss).toBeCloseTo(70 - preview.credit, 9);
  expect(preview.maxLossDollars).toBeCloseTo((70 - preview.credit) * 1000, 6);
  expect(preview.margin).toBe(70_000);
  expect(preview.breakEvens[0]).toBeCloseTo(preview.strikes[1] - preview.credit, 9);
  expect(preview.breakEvens[1]).toBeCloseTo(preview.strikes[2] + preview.credit, 9);
  expect(preview.profitChance).toBeGreaterThan(0.5);
  expect(preview.profitChance).toBeLessThan(0.8);
});

test("by standard deviations the shorts stand so many from the forward", () => {
  const fields = { ...INITIAL_CONDOR, by: "deviations", deviations: 1, width: 30 } as const;
  const { strikes } = condorPreview(workedMarket, fields, { "B15.Reading": "OFF" });
  const [forward, move] = [figure("forward"), figure("deviation")];
  const shortPut = toFive(forward - move);
  const shortCall = toFive(forward + move);
  expect(strikes).toEqual([shortPut - 30, shortPut, shortCall, shortCall + 30]);
});

test("a setting changed in the hedge plan counts, unless the form has a field for it", () => {
  const changed = { "B15.Reading": "OFF", "Condor.Width": 200, "A01.CondorsPerUnit": 5 };
  const { strikes } = condorPreview(workedMarket, INITIAL_CONDOR, changed);
  expect(strikes[1] - strikes[0]).toBe(50);
});

test("what cannot be built says why", () => {
  expect(() => condorPreview([["SPX", 4500]], INITIAL_CONDOR, {})).toThrow("market needs a row");
});
