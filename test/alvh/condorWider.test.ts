import { condorComplexes, creditAt, thetaOf } from "../../src/alvh/condorComplexes";
import { condorWider } from "../../src/alvh/condorWider";
import { readBookInMarket } from "../../src/alvh/netGreeks";
import { goldenTable } from "../data/readTable";
import { workedCondor, workedMarket } from "./workedCase";

const golden = new Map(goldenTable("condor-case.csv").map(({ figure, value }) => [figure, Number(value)]));
const inMarket = readBookInMarket(workedCondor, workedMarket);
const complex = condorComplexes(inMarket).complexes[0]!;

test("B25 wings 20 points wider decay more, by an independent calculation", () => {
  const wider = condorWider(complex, inMarket.market, 20, 5)!;
  expect(thetaOf(complex)).toBeCloseTo(golden.get("theta at 50")!, 9);
  expect(thetaOf(wider)).toBeCloseTo(golden.get("theta at 70")!, 9);
  expect(creditAt(wider, ({ price }) => price)).toBeCloseTo(golden.get("credit at 70")!, 9);
  expect([wider.grossWidth, wider.narrowWidth]).toEqual([70, 70]);
});

test("wings no wider are the same condor at the same prices", () => {
  const same = condorWider(complex, inMarket.market, 0, 5)!;
  expect(creditAt(same, ({ price }) => price)).toBeCloseTo(13.95, 9);
  expect(thetaOf(same)).toBeCloseTo(thetaOf(complex), 9);
});

test("a put cannot be struck at zero", () => {
  expect(condorWider(complex, inMarket.market, 4050, 5)).toBeUndefined();
});
