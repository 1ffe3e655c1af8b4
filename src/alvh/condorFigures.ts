import { asOfText } from "./asOfText";
import type { CondorComplex, CondorComplexes } from "./condorComplexes";
import { formatIsoDate } from "./dates";
import type { BookInMarket } from "./netGreeks";
import type { Table } from "./netTables";

/** One line about condors: a name, its value for each complex, and its unit or rule. */
export interface CondorFigure {
  readonly name: string;
  /** Undefined where there is none: the cell stays blank. */
  readonly value: (complex: CondorComplex) => string | number | undefined;
  readonly note: string;
}

/** Figures of a book's condors: a row a figure, a column an expiry, and a last row for what is not counted. */
export function condorFiguresTable(
  inMarket: BookInMarket,
  { complexes, otherSpxLegs }: CondorComplexes,
  figures: readonly CondorFigure[],
): Table {
  const heading = (complex: CondorComplex): string =>
    complexes.length === 1 ? "Value" : expiryText(complex);
  const leftOut = leftOutNote(inMarket, otherSpxLegs);
  return [
    ["Figure", ...complexes.map(heading), `Unit or rule${asOfText(inMarket.market)}`],
    ...figures.map(({ name, value, note }) => [name, ...complexes.map((each) => value(each) ?? ""), note]),
    ...(leftOut === "" ? [] : [["Left out", ...complexes.map(() => ""), leftOut]]),
  ];
}

/** The expiry as a date; in days where the book gives days. */
export function expiryText({ positions, days }: CondorComplex): string {
  const expiry = positions[0]?.leg.expiry;
  return expiry !== undefined && "date" in expiry
    ? formatIsoDate(Math.floor(expiry.date))
    : `${Number(days.toFixed(2))} days`;
}

function leftOutNote({ expiredLegs }: BookInMarket, otherSpxLegs: number): string {
  const count = (legs: number, what: string): string[] =>
    legs === 0 ? [] : [`${legs} ${legs === 1 ? "leg" : "legs"} ${what}`];
  return [...count(otherSpxLegs, "on SPX in no iron condor"), ...count(expiredLegs, "past expiry")].join(
    "; ",
  );
}
