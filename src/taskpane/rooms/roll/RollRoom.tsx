import { Link, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo } from "react";
import type { CellValue } from "../../../alvh/cellValue";
import { readMarket } from "../../../alvh/market";
import { settingsInForce } from "../../../alvh/presets";
import { formulaReference } from "../../../workbook/formulaReference";
import { listRanges } from "../../../workbook/listRanges";
import { Notice } from "../../components/Notice";
import { ResultTable } from "../../components/ResultTable";
import type { RoomProps } from "../../rooms";
import { useLiveRange } from "../../useLiveRange";
import { usePaneState } from "../../usePaneState";
import { freeRangeName } from "../book/freeRangeName";
import { Section } from "../book/Section";
import { settingRows } from "../plan/hedgePlan";
import { AskedFields } from "./AskedFields";
import { buildCandidate, type BuiltCandidate } from "./buildCandidate";
import { CandidateFields } from "./CandidateFields";
import { compareCondors } from "./compareCondors";
import { KeepSection } from "./KeepSection";
import { orProblem } from "./orProblem";
import { RebalanceSection } from "./RebalanceSection";
import { rollBlock } from "./rollBlock";
import { FIRST_ROLL_FORM, type RollForm } from "./rollForm";
import { rollOutcome, type RollOutcome } from "./rollOutcome";
import { RuleTable } from "./RuleTable";
import { strings } from "../../strings/roll";
import { VerdictView } from "./VerdictView";

/** Whether to roll the book's condors into a candidate: the verdict, what decided it, and every rule with its number. */
export default function RollRoom(props: RoomProps) {
  const { bookValues, marketValues, problem } = props.desk;
  if (bookValues !== undefined && marketValues !== undefined) {
    return <RollDesk {...props} book={bookValues} market={marketValues} />;
  }
  return (
    <Notice kind={problem === undefined ? "info" : "warn"}>
      {problem ?? strings.noRanges}{" "}
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

function RollDesk(props: RoomProps & { book: CellValue[][]; market: CellValue[][] }) {
  const { desk, run, inExcel, openRoom, book, market } = props;
  const styles = useStyles();
  const [form, setForm] = usePaneState("roll", FIRST_ROLL_FORM);
  const change = (part: Partial<RollForm>): void => {
    setForm((last) => ({ ...last, ...part }));
  };
  // Typing stays ahead of the verdict.
  const settings = useDeferredValue(desk.settings);
  const shown = useDeferredValue(form);
  const { preset } = desk;
  const isRange = shown.source === "range";
  const ranged = useLiveRange(form.range, inExcel && form.source === "range" && form.range !== "", 0);

  const inForce = useInForce(preset, settings);
  const initial = useInForce(preset, NOTHING);
  const realisedVol = useRealisedVol(market);
  const built = useBuilt(shown, book, market, preset, settings);
  const { values } = ranged;
  const candidate = useMemo(() => (isRange ? values && { table: values } : built), [isRange, values, built]);
  const result = useMemo(() => {
    if (candidate === undefined || "problem" in candidate) return candidate;
    return orProblem(() => ({
      outcome: rollOutcome(book, market, candidate.table, preset, settings),
      comparison: compareCondors(book, market, candidate.table),
    }));
  }, [book, market, candidate, preset, settings]);
  const outcome = result !== undefined && "outcome" in result ? result.outcome : undefined;

  const block = async () => {
    if (outcome === undefined) throw new Error(strings.verdict.none);
    const ranges = await listRanges();
    const { days, shortDelta, width, rsi } = shown;
    return rollBlock({
      book: formulaReference(desk.book, ranges),
      market: formulaReference(desk.market, ranges),
      candidate:
        candidate !== undefined && "quantity" in candidate
          ? { days, shortDelta, width, quantity: candidate.quantity }
          : formulaReference(shown.range, ranges),
      rsi,
      preset,
      changed: settings,
      settingsName: await freeRangeName("RollSettings"),
      candidateName: await freeRangeName("Candidate"),
      spilled: outcome.spilled,
    });
  };

  return (
    <>
      {outcome !== undefined && <VerdictView outcome={outcome} />}
      {result === undefined && <Notice>{strings.candidate.noRange}</Notice>}
      {result !== undefined && "problem" in result && <Notice kind="warn">{result.problem}</Notice>}

      <Section heading={strings.candidate.heading}>
        <CandidateFields
          form={form}
          change={change}
          settings={inForce}
          rangeProblem={form.range === "" ? undefined : ranged.problem}
        />
      </Section>

      {result !== undefined && "comparison" in result && (
        <Section heading={strings.position.heading}>
          <p className={styles.text}>
            {strings.position.stands(desk.book, desk.market)}{" "}
            <Link
              inline
              onClick={() => {
                openRoom("book");
              }}
            >
              {strings.position.change}
            </Link>
          </p>
          <ResultTable
            caption={strings.position.table(result.outcome.asOf)}
            table={result.comparison}
            figures="in rows"
          />
        </Section>
      )}

      <Section heading={strings.asked.heading}>
        <AskedFields
          desk={desk}
          initial={initial}
          realisedVol={realisedVol}
          openPlan={() => {
            openRoom("plan");
          }}
        />
      </Section>

      {outcome !== undefined && candidate !== undefined && "table" in candidate && (
        <>
          <KeepSection
            run={run}
            inExcel={inExcel}
            outcome={outcome}
            inputs={{ book, market, candidate: candidate.table, preset, settings }}
            block={block}
          />
          <Section heading={strings.questions.heading}>
            <p className={styles.text}>{strings.questions.text}</p>
            <RuleTable
              caption={strings.questions.heading}
              columns={strings.questions.columns}
              rows={outcome.questions.map(questionRow)}
            />
          </Section>
          <RulesSection
            outcome={outcome}
            isShort={form.isShort}
            changeIsShort={(isShort) => {
              change({ isShort });
            }}
          />
          <Section heading={strings.costs.heading}>
            <RuleTable caption={strings.costs.heading} columns={strings.costs.columns} rows={outcome.costs} />
          </Section>
        </>
      )}
      <RebalanceSection
        book={book}
        market={market}
        preset={preset}
        settings={settings}
        rsi={form.rsi}
        changeRsi={(rsi) => {
          change({ rsi });
        }}
      />
    </>
  );
}

const NOTHING = {};

/** The candidate that the fields ask for, the same while none of them changes. */
function useBuilt(
  { days, quantity, shortDelta, width }: RollForm,
  book: CellValue[][],
  market: CellValue[][],
  preset: string,
  settings: RoomProps["desk"]["settings"],
): BuiltCandidate | { readonly problem: string } {
  return useMemo(
    () =>
      orProblem(() => buildCandidate({ days, quantity, shortDelta, width }, book, market, preset, settings)),
    [days, quantity, shortDelta, width, book, market, preset, settings],
  );
}

/** Undefined where a setting cannot be read, which the verdict tells. */
function useInForce(preset: string, settings: RoomProps["desk"]["settings"]) {
  return useMemo(() => {
    const inForce = orProblem(() => settingsInForce(preset, settingRows(settings)));
    return "problem" in inForce ? undefined : inForce.settings;
  }, [preset, settings]);
}

function useRealisedVol(market: CellValue[][]): CellValue {
  return useMemo(() => {
    const conditions = orProblem(() => readMarket(market));
    return "problem" in conditions ? undefined : conditions.numbers.get("RV20");
  }, [market]);
}

/** "if so ROLL" under the heading "If yes" is ROLL. The reason is that of a yes: beside a no it would read as if it were so. */
function questionRow([question, answer, then, says, reason]: readonly CellValue[]): CellValue[] {
  return [question, answer, String(then).replace(/^if so /, ""), says, answer === "yes" ? reason : ""];
}

function RulesSection(props: {
  outcome: RollOutcome;
  isShort: boolean;
  changeIsShort(isShort: boolean): void;
}) {
  const { outcome, isShort, changeIsShort } = props;
  const styles = useStyles();
  const text = strings.rules;
  const rows = isShort ? outcome.rules.filter(([, value]) => typeof value === "number") : outcome.rules;
  return (
    <Section heading={text.heading}>
      <Switch
        label={text.short}
        checked={isShort}
        onChange={(_event, { checked }) => {
          changeIsShort(checked);
        }}
      />
      <RuleTable caption={text.heading} columns={text.columns} rows={rows} />
      <ul className={styles.notes} aria-label={text.notes}>
        {outcome.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Section>
  );
}

const useStyles = makeStyles({
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  notes: {
    margin: 0,
    paddingLeft: "16px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground2,
  },
});
