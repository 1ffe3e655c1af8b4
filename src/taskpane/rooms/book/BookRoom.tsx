import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import { checkBook } from "../../../alvh/checkBook";
import { RangeField } from "../../components/RangeField";
import { Notice } from "../../components/Notice";
import type { RoomProps } from "../../rooms";
import { BookSummaryView } from "./BookSummaryView";
import { CondorBuilder } from "./CondorBuilder";
import { ProblemRows } from "./ProblemRows";
import { problemPlaces } from "./problemPlaces";
import { QuoteFileSection } from "./QuoteFileSection";
import { Section } from "./Section";
import { strings } from "../../strings/book";

/** The ranges that all rooms read, what was read of them, and two ways to come by legs. */
export default function BookRoom(props: RoomProps) {
  const { desk, run, openRoom } = props;
  const { bookValues, marketValues, bookProblem, marketProblem, problem } = desk;
  const problems = useMemo(
    () =>
      bookValues && marketValues ? problemPlaces(checkBook(bookValues, marketValues), bookValues) : undefined,
    [bookValues, marketValues],
  );
  const isSound = problems?.every(({ isNote }) => isNote) ?? false;

  return (
    <>
      <Section heading={strings.ranges.heading}>
        <RangeField
          label={strings.ranges.book}
          hint={strings.ranges.bookHint}
          value={desk.book}
          {...(bookProblem === undefined ? {} : { problem: bookProblem })}
          onChange={(reference) => {
            desk.choose("book", reference);
          }}
        />
        <RangeField
          label={strings.ranges.market}
          hint={strings.ranges.marketHint}
          value={desk.market}
          {...(marketProblem === undefined ? {} : { problem: marketProblem })}
          onChange={(reference) => {
            desk.choose("market", reference);
          }}
        />
        {problem !== undefined && (
          <div>
            {strings.ranges.noRanges}{" "}
            <Button
              size="small"
              onClick={() => {
                openRoom("start");
              }}
            >
              {strings.ranges.starter}
            </Button>
          </div>
        )}
      </Section>

      <Section heading={strings.check.heading}>
        {problems === undefined ? (
          <Notice>{strings.check.waiting}</Notice>
        ) : (
          <ProblemRows problems={problems} desk={desk} run={run} />
        )}
      </Section>

      {isSound && bookValues && marketValues && (
        <Section heading={strings.summary.heading}>
          <BookSummaryView book={bookValues} market={marketValues} />
        </Section>
      )}

      <Section heading={strings.condor.heading}>
        <CondorBuilder {...props} />
      </Section>

      <Section heading={strings.file.heading}>
        <QuoteFileSection {...props} />
      </Section>
    </>
  );
}
