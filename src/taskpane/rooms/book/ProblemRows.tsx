import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { goToCell } from "../../../workbook/goToCell";
import { Notice } from "../../components/Notice";
import type { Desk } from "../../desk";
import type { RunAction } from "../../useAction";
import type { PlacedProblem } from "./problemPlaces";
import { strings } from "../../strings/book";

/** Each line of CHECK, and the way to its cell. */
export function ProblemRows(props: { problems: readonly PlacedProblem[]; desk: Desk; run: RunAction }) {
  const { problems, desk, run } = props;
  const styles = useStyles();
  const notes = problems.filter(({ isNote }) => isNote).length;
  const errors = problems.length - notes;
  if (problems.length === 0) return <Notice>{strings.check.ok}</Notice>;
  return (
    <>
      <Notice kind={errors > 0 ? "error" : "info"}>
        {[
          errors > 0 ? strings.check.errors(errors) : strings.check.ok,
          ...(notes > 0 ? [strings.check.notes(notes)] : []),
        ].join(" ")}
      </Notice>
      <ul className={styles.list} aria-label={strings.check.list}>
        {problems.map(({ text, isNote, range, row, column }) => (
          <li key={text} className={styles.row}>
            <span className={styles.text}>
              <span className={mergeClasses(styles.kind, !isNote && styles.error)}>
                {isNote ? strings.check.note : strings.check.problem}
              </span>{" "}
              {text}
            </span>
            {range !== undefined && (
              <Button
                size="small"
                aria-label={strings.check.showCell(text)}
                onClick={() => {
                  run(() => goToCell(desk[range], row, column));
                }}
              >
                {strings.check.show}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "flex",
    columnGap: "8px",
    alignItems: "flex-start",
    justifyContent: "space-between",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  kind: { fontWeight: tokens.fontWeightSemibold },
  error: { color: tokens.colorStatusDangerForeground1 },
});
