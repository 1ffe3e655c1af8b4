import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { settingsInForce } from "../../../alvh/presets";
import { BarsChart } from "../../charts/BarsChart";
import { shownDollars, shownNumber, typedNumber } from "../../components/numberText";
import { ResultTable } from "../../components/ResultTable";
import { useLocale } from "../../components/useLocale";
import { FigureList } from "../book/FigureList";
import { Section } from "../book/Section";
import { auditFigures, auditNotesIn, type AuditSpan } from "./auditFigures";
import type { AuditBase } from "./auditForm";
import type { AuditResult } from "./auditRun";
import { BacktestTable } from "./BacktestTable";
import { bandOf } from "./bandOf";
import { strings } from "../../strings/audit";

/** The audit for one base: the cost a year large, its verdict, the years as bars, and what is modelled. */
export default function AuditResultView(props: { result: AuditResult; base: AuditBase; isRunning: boolean }) {
  const { result, base, isRunning } = props;
  const { audit, backtest, input } = result;
  const styles = useStyles();
  const locale = useLocale();
  const text = strings.result;
  const figures = auditFigures(audit, base);
  const [low, high] = bandOf(settingsInForce(input.preset, input.settings).settings);
  const percent = (value: number): string => shownNumber(value, 2, locale);
  const dollars = ({ net, cost }: AuditSpan): string =>
    text.dollars(shownDollars(net, 0, locale), percent(cost));
  const band = text.band(typedNumber(low, locale), typedNumber(high, locale));
  const baseName = strings.form.bases[base];
  const { perYear, total, worst, best, years } = figures;
  const isPart = ({ days }: AuditSpan): boolean => days < WHOLE_YEAR;
  const notes = new Set([...auditNotesIn(audit), ...(backtest === undefined ? [] : auditNotesIn(backtest))]);
  const yearOf = (name: string): string => name.replace(/^\D+/, "");

  return (
    <>
      <Section heading={text.heading}>
        <div role="status">
          <p className={styles.cost} data-cost={perYear.cost}>
            {perYear.cost < 0
              ? text.earned(percent(-perYear.cost), baseName)
              : text.ofBase(percent(perYear.cost), baseName)}{" "}
            <Badge appearance="outline" size="small">
              {text.modelled}
            </Badge>
          </p>
          <p className={styles.verdict}>{text.verdict(band, figures.verdict)}</p>
        </div>
        <FigureList
          label={text.figures}
          figures={[
            [text.total, dollars(total)],
            [text.perYear, dollars(perYear)],
            ...(worst === undefined ? [] : [[text.worst(yearOf(worst.name)), dollars(worst)] as const]),
            ...(best === undefined ? [] : [[text.best(yearOf(best.name)), dollars(best)] as const]),
            [text.fits(band), figures.fittingBase],
          ]}
        />
        <BarsChart
          title={text.chart(baseName)}
          bars={years.map((year) => ({
            label: isPart(year) ? `${year.name}*` : year.name,
            value: year.cost,
          }))}
          band={{ low, high, label: text.bandLabel(band) }}
          unit={text.unit(baseName)}
          labelTitle={text.year}
          {...(years.some(isPart) ? { note: text.part } : {})}
        />
        <ResultTable caption={text.table} table={withoutWords(audit)} />
        {figures.thresholds.length > 0 && (
          <ResultTable caption={text.thresholds} table={figures.thresholds} formats={THRESHOLD_FORMATS} />
        )}
      </Section>
      <Section heading={strings.backtest.heading}>
        {backtest === undefined ? (
          <p className={styles.text}>{isRunning ? strings.backtest.pending : strings.backtest.missing}</p>
        ) : (
          <BacktestTable table={backtest} />
        )}
      </Section>
      <Section heading={text.notes}>
        <ul className={styles.notes}>
          {[...notes].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** COSTAUDIT counts a calendar year as whole from so many days on. */
const WHOLE_YEAR = 330;

const THRESHOLD_FORMATS = {
  "Net $/year": 0,
  "Net % a year of the premium held, simple": 1,
} as const;

/** The years and their totals: the rows that have a figure in every column. */
function withoutWords(audit: AuditResult["audit"]): AuditResult["audit"] {
  const [header = [], ...rows] = audit;
  return [header, ...rows.filter((row) => row.slice(1).every((value) => typeof value === "number"))];
}

const useStyles = makeStyles({
  cost: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  verdict: {
    margin: "2px 0 0",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
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
