import {
  convexity,
  hedgeLayers,
  readHedgedBook,
  tailCover,
  tailGain,
  tailText,
} from "../../src/alvh/hedgedBook";
import { settingsInForce } from "../../src/alvh/presets";
import { pnl } from "../../src/functions/book";
import "../functions/support/customFunctions";
import { workedBook, workedCondor, workedHedge, workedMarket } from "./workedCase";

const { settings } = settingsInForce(null, undefined);

test("a book parts into condors and what hedges them", () => {
  const { condors, condorLegs, hedgeLegs } = readHedgedBook(workedBook, workedMarket);
  expect([condors, condorLegs.length, hedgeLegs.length]).toEqual([10, 4, 3]);
  expect([...hedgeLayers(hedgeLegs).keys()]).toEqual(["short", "medium", "long"]);
});

test("a book without short SPX options is refused", () => {
  expect(() => readHedgedBook(workedHedge, workedMarket)).toThrow("book holds no short SPX option");
});

test("A19 cover in the tail is the hedge's gain over the condors' loss, by the revaluation of PNL", () => {
  const { condorLegs, hedgeLegs, market } = readHedgedBook(workedBook, workedMarket);
  const [loss, gain] = [workedCondor, workedHedge].map(
    (book) => pnl(book, workedMarket, -0.1, 20)[0]?.[0] as number,
  );
  expect(tailGain(hedgeLegs, market, settings)).toBeCloseTo(gain ?? NaN, 6);
  expect(tailCover(condorLegs, hedgeLegs, market, settings)).toBeCloseTo(
    (gain ?? NaN) / (-10 * (loss ?? NaN)),
    9,
  );
  expect(tailText(settings)).toBe("SPX -10%, VIX +20 points");
});

test("there is no cover where the condors do not lose", () => {
  const { condorLegs, hedgeLegs, market } = readHedgedBook(workedBook, workedMarket);
  const calm = settingsInForce(null, [["A19.SpotShock", 0], ["A19.VixShock", -5]]).settings; // prettier-ignore
  expect(tailCover(condorLegs, hedgeLegs, market, calm)).toBeUndefined();
});

test("A19 a tail that takes VIX below 1 is refused", () => {
  const { hedgeLegs, market } = readHedgedBook(workedBook, workedMarket);
  const low = settingsInForce(null, [["A19.VixShock", -23]]).settings;
  expect(() => tailGain(hedgeLegs, market, low)).toThrow("settings, A19.VixShock (-23) takes VIX below 1");
});

test("A18 a future has no convexity: what it gains up it loses down", () => {
  const future = [workedCondor[0] ?? [], ["f", "VX", "future", 1, "", "2022-03-15", "", "", ""], ...workedCondor.slice(1)]; // prettier-ignore
  const { hedgeLegs, market } = readHedgedBook(future, workedMarket);
  expect(convexity(hedgeLegs, market, 10)).toBeCloseTo(0, 8);
});
