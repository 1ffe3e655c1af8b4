import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { isBlank, type CellValue } from "../../../alvh/cellValue";
import { formatIsoDateTime } from "../../../alvh/dates";
import { goToCell } from "../../../workbook/goToCell";
import type { NumberFormat } from "../../../workbook/numberFormat";
import { Notice } from "../../components/Notice";
import { typedNumber } from "../../components/numberText";
import { useLocale } from "../../components/useLocale";
import type { RunAction } from "../../useAction";
import type { ReadArgument } from "./explainCall";
import { localFormula } from "./localFormula";
import type { CellExplanation } from "./readExplanation";
import { strings } from "../../strings/functions";
import { useExplanation } from "./useExplanation";

/** The selected cell's ALVH formula, its arguments as they are read, and its result or the reason for its error. */
export function ExplainCell({ run, inExcel }: { run: RunAction; inExcel: boolean }) {
  const styles = useStyles();
  const { explanation, problem } = useExplanation(inExcel);
  return (
    <section className={styles.section} aria-labelledby="explain-heading">
      <h2 id="explain-heading" className={styles.heading}>
        {strings.explain.heading}
      </h2>
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      {explanation === undefined ? (
        <p className={styles.text}>{strings.explain.idle}</p>
      ) : (
        <Explanation explanation={explanation} run={run} />
      )}
    </section>
  );
}

function Explanation({ explanation, run }: { explanation: CellExplanation; run: RunAction }) {
  const styles = useStyles();
  const locale = useLocale();
  const { address, formula, value, isError, calls, reasons } = explanation;
  return (
    <div className={styles.card}>
      <p className={styles.formula}>
        <strong>{address}</strong> {localFormula(formula, locale)}
      </p>
      <div role="status" className={styles.answer}>
        <p className={mergeClasses(styles.result, isError && styles.error)}>
          {strings.explain.result}: {shownValue(value, locale)}
        </p>
        {isError && (
          <ul className={styles.reasons} aria-label={strings.explain.reasons}>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
      {calls.map(({ id, entry, arguments: given }, index) => (
        <section key={index} aria-label={strings.explain.arguments(id)}>
          <h3 className={styles.call}>{id}</h3>
          {entry !== undefined && <p className={styles.text}>{entry.summary}</p>}
          {given.length > 0 && (
            <dl className={styles.list}>
              {given.map((argument, place) => {
                const parameter = entry?.parameters[place];
                return (
                  <div key={place}>
                    <dt className={styles.term}>{parameter?.name ?? `${place + 1}`}</dt>
                    <dd className={styles.description}>
                      <ArgumentRead argument={argument} run={run} />
                      {parameter !== undefined && <div className={styles.unit}>{parameter.description}</div>}
                    </dd>
                  </div>
                );
              })}
            </dl>
          )}
        </section>
      ))}
    </div>
  );
}

function ArgumentRead({ argument, run }: { argument: ReadArgument; run: RunAction }) {
  const styles = useStyles();
  const locale = useLocale();
  const { kind, text, values, address, problem } = argument;
  if (kind === "omitted") return <em>{strings.explain.omitted}</em>;
  const written = localFormula(text, locale);
  if (kind === "formula") {
    return (
      <>
        <code className={styles.code}>{written}</code>, {strings.explain.calculated}
      </>
    );
  }
  if (problem !== undefined || values === undefined) {
    return (
      <>
        <code className={styles.code}>{written}</code>: {problem}
      </>
    );
  }
  return (
    <>
      {address !== undefined && (
        <>
          <Link
            as="button"
            inline
            className={styles.link}
            aria-label={strings.explain.goTo(address)}
            onClick={() => {
              run(() => goToCell(address));
            }}
          >
            {text === address ? address : `${text} (${address})`}
          </Link>
          {": "}
        </>
      )}
      {shownValues(values, locale)}
    </>
  );
}

/** One value as it is; of a range its size, how much of it is filled, and how it begins. */
function shownValues(values: CellValue[][], locale: NumberFormat): string {
  const [first = []] = values;
  if (values.length === 1 && first.length === 1) return shownValue(first[0], locale);
  const filled = values.filter((row) => !row.every(isBlank));
  // Names and values, such as a market: the pairs say more than the first of them.
  const parts =
    first.length === 2
      ? filled.slice(0, 4).map(([name, value]) => shownPair(name, value, locale))
      : first.slice(0, 6).map((value) => shownValue(value, locale));
  const isAll = first.length === 2 ? filled.length <= 4 : first.length <= 6 && filled.length <= 1;
  const beginning = strings.explain.begins(parts.join(", ") + (isAll ? "" : "…"));
  return `${strings.explain.range(values.length, first.length, filled.length)}, ${beginning}`;
}

function shownPair(name: CellValue, value: CellValue, locale: NumberFormat): string {
  const isMoment = /^\s*as\s?of\s*$/i.test(String(name)) && typeof value === "number";
  return `${shownValue(name, locale)} ${isMoment ? formatIsoDateTime(value) : shownValue(value, locale)}`;
}

function shownValue(value: CellValue, locale: NumberFormat): string {
  if (isBlank(value)) return strings.explain.blankCell;
  if (typeof value === "number") return typedNumber(value, locale);
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

const small = { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 };

const useStyles = makeStyles({
  section: { marginBottom: "16px" },
  heading: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: "6px",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  formula: { margin: 0, ...small, fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
  answer: { display: "flex", flexDirection: "column", rowGap: "2px" },
  result: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  error: { color: tokens.colorStatusDangerForeground1 },
  reasons: { margin: 0, paddingLeft: "18px", ...small, overflowWrap: "anywhere" },
  call: {
    margin: 0,
    ...small,
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, ...small, color: tokens.colorNeutralForeground2 },
  list: { display: "flex", flexDirection: "column", rowGap: "6px", margin: "4px 0 0" },
  term: { ...small, fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  description: { margin: 0, ...small, overflowWrap: "anywhere" },
  unit: { color: tokens.colorNeutralForeground2 },
  link: { ...small },
  code: { fontFamily: tokens.fontFamilyMonospace },
});
