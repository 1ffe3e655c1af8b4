import { rollRow, withColumn } from "./rollCase";
import { workedBook } from "./workedCase";

/** The worked book, its short puts entered so that a condor brought in the credit given; it costs 13.95 to close. */
function soldFor(credit: number) {
  const marks = [33.05, 38.4, 21.55, 12.95];
  const entries = marks.map((mark, leg) => (leg === 1 ? mark + credit - 13.95 : mark));
  return { book: withColumn(workedBook, "Entry", entries) };
}

test("E01 the fixed rule rolls at half the credit, not before", () => {
  // 27.90 - 13.95 is half of 27.90; of 27.8 it is .498.
  expect(rollRow("E01", [], soldFor(27.9)).slice(1, 4)).toEqual([expect.closeTo(0.5, 9), 0.5, "ROLL"]);
  expect(rollRow("E01", [], soldFor(27.8)).slice(1, 4)).toEqual([
    expect.closeTo(13.85 / 27.8, 9),
    0.5,
    "HOLD",
  ]);
  expect(rollRow("Fixed", [], soldFor(30)).slice(1, 2)).toEqual(["ROLL"]);
  expect(rollRow("Fixed", [], soldFor(30))[4]).toContain("E01: 53.5% of the credit is earned");
  expect(rollRow("Fixed", [["E01.ProfitShare", 0.6]], soldFor(30))[1]).toBe("HOLD");
});

test("E02 the fixed rule rolls once twice the credit is lost", () => {
  // Sold for 4.65, 13.95 to close: 9.30 lost, twice the credit.
  expect(rollRow("E02", [], soldFor(4.65)).slice(1, 4)).toEqual([expect.closeTo(2, 9), 2, "ROLL"]);
  expect(rollRow("E02", [], soldFor(4.7)).slice(1, 4)).toEqual([expect.closeTo(9.25 / 4.7, 9), 2, "HOLD"]);
  expect(rollRow("Fixed", [], soldFor(4))[4]).toContain("E02: 2.49 times the credit is lost");
});

test("E03 both readings of 2:1: the most to lose over the credit, and the loss reached over the most to earn", () => {
  const [, structure, limit, , note] = rollRow("E03 max loss", [], soldFor(13.95));
  expect([structure, limit]).toEqual([expect.closeTo(36.05 / 13.95, 9), 2]);
  expect(note).toBe("risk over reward, at expiry");
  expect(rollRow("E03 loss reached", [], soldFor(13.95)).slice(1, 4)).toEqual([expect.closeTo(0, 9), 2, ""]);
  expect(rollRow("E03 loss reached", [], soldFor(4)).slice(1, 4)).toEqual([
    expect.closeTo(9.95 / 4, 9),
    2,
    "REACHED",
  ]);
});

test("without Entry the fixed rule is not given, never a profit of 0", () => {
  expect(rollRow("Fixed").slice(1)).toEqual(["not given", "", "", "needs Entry in each leg"]);
  expect(rollRow("E01")[1]).toBe("not given");
  const partly = withColumn(workedBook, "Entry", [33, 38]);
  expect(rollRow("E02", [], { book: partly })[1]).toBe("not given");
});

test("condors bought for a debit have no share of a credit", () => {
  expect(rollRow("Fixed", [], soldFor(-1))[4]).toBe("not sold for a credit");
  expect(rollRow("E03 max loss", [], soldFor(-1))[1]).toBe("not known");
});
