import { makeStyles, tokens } from "@fluentui/react-components";
import type { RollOutcome } from "./rollOutcome";
import { strings } from "../../strings/roll";

/** ROLL's verdict large and in words, with what decided it; the fixed rule's beside. Read out when it changes. */
export function VerdictView({ outcome }: { outcome: RollOutcome }) {
  const styles = useStyles();
  const text = strings.verdict;
  const { verdict, question, reason, fixed, asOf } = outcome;
  return (
    <div role="status" aria-label={text.label} className={styles.frame}>
      <div className={styles.columns}>
        <div>
          <p className={styles.label}>{text.label}</p>
          <p className={styles.verdict} data-verdict={verdict}>
            {verdict}
          </p>
        </div>
        <div className={styles.fixed}>
          <p className={styles.label}>{text.fixed}</p>
          <p className={styles.fixedVerdict}>{fixed.verdict}</p>
        </div>
      </div>
      <p className={styles.words}>{text.words[verdict]}</p>
      <p className={styles.reason}>
        {text.decided} {question}
        {reason === "" ? "." : `: ${reason}.`}
      </p>
      <p className={styles.reason}>
        {text.fixed} {text.fixedWords[fixed.verdict]} {fixed.reason}.
        {asOf === undefined ? "" : ` ${text.asOf(asOf)}`}
      </p>
    </div>
  );
}

const useStyles = makeStyles({
  frame: {
    marginBottom: "18px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  columns: { display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: "12px", alignItems: "end" },
  label: { margin: 0, color: tokens.colorNeutralForeground2 },
  verdict: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  fixed: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, paddingLeft: "12px" },
  fixedVerdict: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  reason: { margin: "4px 0 0", color: tokens.colorNeutralForeground2 },
});
