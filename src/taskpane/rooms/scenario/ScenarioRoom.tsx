import { Button, Link, makeStyles, Spinner } from "@fluentui/react-components";
import { Suspense, useDeferredValue, useMemo } from "react";
import { InputError, NoSolutionError } from "../../../core/errors";
import { needed } from "../../../alvh/market";
import { spotVixBeta } from "../../../alvh/netGreeks";
import { formulaReference } from "../../../workbook/formulaReference";
import { listRanges } from "../../../workbook/listRanges";
import { Notice } from "../../components/Notice";
import { PutOnSheetButton } from "../../components/PutOnSheetButton";
import { lazyPart } from "../../lazyParts";
import type { RoomProps } from "../../rooms";
import { usePaneState } from "../../usePaneState";
import { mapSteps } from "./mapSteps";
import { outcomeOf, type Outcome } from "./outcomeOf";
import { prepareBook, type PreparedBook } from "./prepareBook";
import { FIRST_FORM, type ScenarioForm } from "./scenarioForm";
import { eventOfForm } from "./scenarioOfForm";
import { ScenarioFields } from "./ScenarioFields";
import { ScenarioResult } from "./ScenarioResult";
import { strings } from "../../strings/scenario";
import { stressBlock } from "./stressBlock";
import { useExpression } from "./useExpression";
import { usePictures } from "./usePictures";

/** Fetched apart: the charts are larger than all the rest of the pane. */
const ScenarioPictures = lazyPart(() => import("./ScenarioPictures"));

/** What a shock does to the book: layers as the sliders move, pictures beside, and the sheet that stays alive. */
export default function ScenarioRoom(props: RoomProps) {
  const { desk } = props;
  const { bookValues, marketValues } = desk;
  const reading = useMemo(
    () =>
      bookValues === undefined || marketValues === undefined
        ? undefined
        : attempt(() => prepareBook(bookValues, marketValues)),
    [bookValues, marketValues],
  );
  if (
    reading !== undefined &&
    "result" in reading &&
    bookValues !== undefined &&
    marketValues !== undefined
  ) {
    return <Scenario {...props} prepared={reading.result} book={bookValues} market={marketValues} />;
  }
  const problem = reading !== undefined && "problem" in reading ? reading.problem : desk.problem;
  return (
    <Notice kind={problem === undefined ? "info" : "warn"}>
      {problem ?? strings.noBook}{" "}
      <Link
        inline
        onClick={() => {
          props.openRoom("book");
        }}
      >
        {strings.openBook}
      </Link>
    </Notice>
  );
}

type Cells = NonNullable<RoomProps["desk"]["bookValues"]>;

function Scenario({
  desk,
  run,
  inExcel,
  prepared,
  book,
  market,
}: RoomProps & { prepared: PreparedBook; book: Cells; market: Cells }) {
  const styles = useStyles();
  const [form, setForm] = usePaneState("scenario", FIRST_FORM);
  const change = (part: Partial<ScenarioForm>): void => {
    setForm((last) => ({ ...last, ...part }));
  };
  const { market: conditions } = prepared.inMarket;
  const vix = needed(conditions, "VIX");
  const isExpression = form.source === "expression";
  const compiled = useExpression(form.expression, isExpression);
  const computeOutcome = useMemo(() => outcomeOf(prepared), [prepared]);
  const isLoading = isExpression && compiled.expression === undefined && compiled.problem === undefined;
  const outcome = useMemo(
    () =>
      isLoading || compiled.problem !== undefined
        ? undefined
        : attempt(() => computeOutcome(form, compiled.expression)),
    [computeOutcome, form, compiled, isLoading],
  );
  const result: Outcome | undefined =
    outcome !== undefined && "result" in outcome ? outcome.result : undefined;
  const problem = outcome !== undefined && "problem" in outcome ? outcome.problem : undefined;

  const scenario = useStable(result?.scenario);
  const steps = form.isMapFine ? mapSteps.fine : mapSteps.coarse;
  const input = useMemo(
    () => (scenario === undefined ? undefined : { book, market, scenario, steps }),
    [book, market, scenario, steps],
  );
  const { pictures, problem: picturesProblem, isWithoutWorker } = usePictures(input);
  // The drawing gives way to the fingers on a slider.
  const drawn = useDeferredValue(pictures);

  const block = async () => {
    if (result === undefined) throw new Error(compiled.problem ?? problem ?? strings.reading);
    const ranges = await listRanges();
    return stressBlock({
      book: formulaReference(desk.book, ranges),
      market: formulaReference(desk.market, ranges),
      scenario: result.scenario,
      event: form.source === "event" ? eventOfForm(form).name : undefined,
      steps: mapSteps.coarse,
      dates: pictures?.payoff.dates ?? [],
    });
  };

  return (
    <div className={styles.room}>
      <ScenarioFields
        form={form}
        change={change}
        vix={vix}
        followingVix={form.vixFollows ? result?.scenario.vixShock : undefined}
        spotVixBeta={spotVixBeta(conditions)}
        expressionSets={compiled.expression?.subjects ?? []}
        expressionProblem={compiled.problem ?? (isExpression ? problem : undefined)}
      />
      {isLoading && <Spinner size="tiny" label={strings.reading} />}
      {problem !== undefined && !isExpression && <Notice kind="error">{problem}</Notice>}
      {result !== undefined && <ScenarioResult outcome={result} prepared={prepared} />}
      <div className={styles.actions}>
        <PutOnSheetButton
          run={run}
          inExcel={inExcel}
          block={block}
          disabled={result === undefined || pictures === undefined}
        />
        <Button
          size="small"
          onClick={() => {
            setForm(FIRST_FORM);
          }}
        >
          {strings.reset}
        </Button>
      </div>
      {isWithoutWorker && <Notice>{strings.withoutWorker}</Notice>}
      {picturesProblem !== undefined && result !== undefined && (
        <Notice kind="error">{picturesProblem}</Notice>
      )}
      {drawn === undefined ? (
        result !== undefined &&
        picturesProblem === undefined && <Spinner size="tiny" label={strings.working} />
      ) : (
        <Suspense fallback={<Spinner size="tiny" label={strings.working} />}>
          <ScenarioPictures pictures={drawn} form={form} change={change} vix={vix} />
        </Suspense>
      )}
    </div>
  );
}

/** A result, or the sentence why the book, the market or the scenario gives none. */
function attempt<Result>(action: () => Result): { result: Result } | { problem: string } {
  try {
    return { result: action() };
  } catch (error) {
    if (error instanceof InputError || error instanceof NoSolutionError) return { problem: error.message };
    throw error;
  }
}

/** The same object while what it says is the same, so that another tab or another picture asks for no new work. */
function useStable<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  return useMemo(() => value, [text]);
}

const useStyles = makeStyles({
  room: { display: "flex", flexDirection: "column", rowGap: "10px" },
  actions: { display: "flex", columnGap: "8px" },
});
