import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellValue } from "../../../alvh/cellValue";
import { shownCell } from "../../components/shownCell";
import { useLocale } from "../../components/useLocale";
import { asOfIn } from "./hedgePlan";
import { strings } from "../../strings/plan";

/** HEDGECHECK in the width of the pane: the unit or rule of a check stands under its figures. */
export function CheckTable({ table }: { table: readonly (readonly CellValue[])[] }) {
  const styles = useStyles();
  const locale = useLocale();
  const [header = [], ...rows] = table;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{strings.check.table(asOfIn(header[4]))}</caption>
      <thead>
        <tr>
          {strings.check.columns.map((title, column) => (
            <th
              key={title}
              scope="col"
              className={mergeClasses(
                styles.cell,
                styles.header,
                (column === 1 || column === 2) && styles.number,
              )}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(([check, actual, target, verdict, unit]) => (
        <tbody key={String(check)}>
          <tr>
            <th scope="row" className={mergeClasses(styles.cell, styles.check)}>
              {String(check)}
            </th>
            <td className={mergeClasses(styles.cell, styles.number)}>
              {shownCell(actual, undefined, locale)}
            </td>
            <td className={mergeClasses(styles.cell, styles.number)}>
              {shownCell(target, undefined, locale)}
            </td>
            <td className={mergeClasses(styles.cell, styles.verdict, styles[colourOf(verdict)])}>
              {String(verdict ?? "")}
            </td>
          </tr>
          <tr>
            <td colSpan={4} className={mergeClasses(styles.cell, styles.unit)}>
              {String(unit ?? "")}
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

/** The word says it; the colour only repeats it. */
function colourOf(verdict: CellValue): "good" | "bad" | "plain" {
  if (verdict === "PASS") return "good";
  return verdict === "" || verdict === undefined || verdict === null ? "plain" : "bad";
}

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  caption: { textAlign: "left", color: tokens.colorNeutralForeground2, paddingBottom: "4px" },
  cell: { padding: "3px 4px 0", textAlign: "left", verticalAlign: "top" },
  header: {
    paddingBottom: "3px",
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  check: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  number: { textAlign: "right", whiteSpace: "nowrap" },
  verdict: { fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  plain: {},
  unit: {
    padding: "0 4px 4px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});
