import { condorBook } from "../../../../src/functions/condor";
import { buildCandidate } from "../../../../src/taskpane/rooms/roll/buildCandidate";
import { FIRST_ROLL_FORM } from "../../../../src/taskpane/rooms/roll/rollForm";
import { workedBook, workedMarket } from "../../../alvh/workedCase";
import { goldenTable } from "../../../data/readTable";

/** By condor-case.py, apart from the code under test: strikes of a delta, 42 days ahead. */
const golden = new Map(goldenTable("condor-case.csv").map(({ figure, value }) => [figure, Number(value)]));
const build = (form: object, changed: Record<string, number | string> = {}) =>
  buildCandidate({ ...FIRST_ROLL_FORM, ...form }, workedBook, workedMarket, "442", changed);

test("the candidate is what CONDOR.BOOK spills for the same cells", () => {
  expect(build({ quantity: 7, shortDelta: 0.2, width: 25 }).table).toEqual(
    condorBook(workedMarket, 70, 7, 0.2, 25),
  );
  expect(build({ quantity: 7 }, { "Condor.Width": 75, "B15.Reading": "OFF" }).table).toEqual(
    condorBook(workedMarket, 70, 7, null, null, [
      ["Condor.Width", 75],
      ["B15.Reading", "OFF"],
    ]),
  );
});

test("its short strikes are those of the delta, on the grid of 5 points", () => {
  const changed = { "B15.Reading": "OFF", "Condor.StrikeStep": 5 };
  const strikes = build({ days: 42, shortDelta: 0.16, width: 50 }, changed).table.map((row) => row[4]);
  const near = (figure: string) => 5 * Math.round((golden.get(figure) ?? NaN) / 5);
  expect(strikes.slice(2, 4)).toEqual([near("put of delta 0.16"), near("call of delta 0.16")]);
});

test("without a number it is as many condors as the book holds: ten", () => {
  const { quantity, table } = build({});
  expect(quantity).toBe(10);
  expect(table.slice(1).map((row) => row[3])).toEqual([10, -10, -10, 10]);
});
