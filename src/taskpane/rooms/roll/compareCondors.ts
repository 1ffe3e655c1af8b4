import type { CellValue, Range } from "../../../alvh/cellValue";
import { marginOf, thetaOf, type CondorComplex } from "../../../alvh/condorComplexes";
import { expiryText } from "../../../alvh/condorFigures";
import { readRollTrade } from "../../../alvh/rollTrade";
import { strings } from "../../strings/roll";

/** The condors held that would be rolled, by expiry, and the candidate beside them. */
export function compareCondors(book: Range, market: Range, candidate: Range): CellValue[][] {
  const { complexes, candidateComplexes } = readRollTrade(book, market, candidate);
  const text = strings.position;
  const all = [...complexes, ...candidateComplexes];
  const heads = [...complexes.map(() => text.held), ...candidateComplexes.map(() => text.candidate)];
  const row = (name: string, figure: (complex: CondorComplex) => CellValue): CellValue[] => [
    name,
    ...all.map(figure),
  ];
  return [
    [text.figure, ...heads],
    row(text.condors, ({ condors }) => condors),
    row(text.expiry, expiryText),
    row(text.days, ({ days }) => days),
    row(text.puts, (complex) => strikesOf(complex, "put")),
    row(text.calls, (complex) => strikesOf(complex, "call")),
    row(text.credit, ({ credit }) => credit),
    row(text.theta, thetaOf),
    row(text.margin, marginOf),
  ];
}

function strikesOf({ positions }: CondorComplex, kind: "put" | "call"): string {
  return positions
    .filter(({ leg }) => leg.kind === kind)
    .map(({ leg }) => leg.strike ?? 0)
    .sort((a, b) => a - b)
    .join("/");
}
