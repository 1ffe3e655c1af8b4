import type { CellValue } from "../../../alvh/cellValue";
import { payoffLines, type PayoffLines } from "./payoffLines";
import { prepareBook } from "./prepareBook";
import type { Scenario } from "./scenario";
import { stressMap, type MapSteps, type StressMap } from "./stressMap";
import { termStructure, type TermStructure } from "./termStructure";

/** What the pictures are worked out from: cells and numbers alone, since they travel to a worker. */
export interface PicturesInput {
  readonly book: CellValue[][];
  readonly market: CellValue[][];
  readonly scenario: Scenario;
  readonly steps: MapSteps;
}

export interface Pictures {
  /** Of what these are the pictures. */
  readonly scenario: Scenario;
  readonly map: StressMap;
  readonly payoff: PayoffLines;
  readonly curve: TermStructure;
}

/** All pictures of a scenario, in steps between which the work can be stopped; yields the share done. */
export function* computePictures({
  book,
  market,
  scenario,
  steps,
}: PicturesInput): Generator<number, Pictures> {
  const prepared = prepareBook(book, market);
  const map = yield* scaled(stressMap(prepared, scenario, steps), 0, 0.5);
  const payoff = yield* scaled(payoffLines(prepared, scenario), 0.5, 1);
  return { scenario, map, payoff, curve: termStructure(prepared, scenario) };
}

/** Passes a generator's progress on as a part of the whole. */
function* scaled<Result>(
  part: Generator<number, Result>,
  from: number,
  to: number,
): Generator<number, Result> {
  for (;;) {
    const step = part.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}
