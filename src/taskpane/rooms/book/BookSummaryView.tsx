import { useMemo } from "react";
import type { Range } from "../../../alvh/cellValue";
import { ResultTable } from "../../components/ResultTable";
import { useLocale } from "../../components/useLocale";
import { shownNumber } from "../../components/numberText";
import { bookSummary } from "./bookSummary";
import { FigureList } from "./FigureList";
import { strings } from "../../strings/book";

/** What was read of a book and a market that CHECK found sound. */
export function BookSummaryView({ book, market }: { book: Range; market: Range }) {
  const locale = useLocale();
  const { asOf, condors, layers, expiredLegs } = useMemo(() => bookSummary(book, market), [book, market]);
  const count = (value: number): string => shownNumber(value, Number.isInteger(value) ? 0 : 2, locale);
  return (
    <>
      <FigureList
        label={strings.summary.heading}
        figures={[
          [strings.summary.asOf, asOf ?? strings.summary.noAsOf],
          [strings.summary.condors, count(condors)],
          ...(expiredLegs === 0 ? [] : [[strings.summary.expired, count(expiredLegs)] as const]),
        ]}
      />
      <ResultTable
        caption={strings.summary.layers}
        formats={{ [strings.summary.columns[4] ?? ""]: 1 }}
        table={[
          strings.summary.columns,
          ...layers.map(({ name, legs, long, short, days }) => [name, legs, long, short, days ?? ""]),
        ]}
      />
    </>
  );
}
