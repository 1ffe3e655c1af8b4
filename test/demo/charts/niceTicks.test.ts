import fc from "fast-check";
import { niceTicks } from "../../../src/demo/charts/niceTicks";

describe("niceTicks", () => {
  // By hand: steps of 1, 2 or 5 times a power of ten that hold the range.
  it.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [-34860, 6786, 5, [-40000, -30000, -20000, -10000, 0, 10000]],
    [0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
    [4000, 5000, 5, [4000, 4200, 4400, 4600, 4800, 5000]],
    [7, 7, 1, [0, 10]],
  ])("from %d to %d in about %d steps is %j", (least, greatest, wanted, ticks) => {
    expect(niceTicks(least, greatest, wanted)).toEqual(ticks);
  });

  it("holds the range and never has more steps than wanted, but for the two ends", () => {
    const figure = fc.double({ min: -1e5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(figure, fc.double({ min: 0.01, max: 1e9, noNaN: true }), (least, span) => {
        const ticks = niceTicks(least, least + span, 5);
        const slack = (ticks[1] ?? 0) - (ticks[0] ?? 0);
        expect(ticks[0]).toBeLessThanOrEqual(least + slack * 1e-6);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(least + span - slack * 1e-6);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
