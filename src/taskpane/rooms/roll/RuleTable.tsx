import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellValue } from "../../../alvh/cellValue";
import { shownCell } from "../../components/shownCell";
import { useLocale } from "../../components/useLocale";

/**
 * A table of rules in the width of the pane: what a rule stands on is under its figures, in the row's last cell.
 * @param columns titles of the cells before that.
 */
export function RuleTable(props: {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly CellValue[])[];
}) {
  const { caption, columns, rows } = props;
  const styles = useStyles();
  const locale = useLocale();
  const isNumeric = columns.map((_title, column) => rows.some((row) => typeof row[column] === "number"));
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((title, column) => (
            <th
              key={title}
              scope="col"
              className={mergeClasses(styles.cell, styles.header, isNumeric[column] && styles.number)}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row, index) => {
        const note = String(row[columns.length] ?? "");
        return (
          <tbody key={index}>
            <tr>
              {columns.map((title, column) => {
                const text = shownCell(row[column], undefined, locale);
                const isSaid = column === columns.length - 1 && columns.length > 2;
                return column === 0 ? (
                  <th key={title} scope="row" className={mergeClasses(styles.cell, styles.rule)}>
                    {text}
                  </th>
                ) : (
                  <td
                    key={title}
                    className={mergeClasses(
                      styles.cell,
                      isNumeric[column] && styles.number,
                      isSaid && styles.said,
                    )}
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
            <tr>
              <td colSpan={columns.length} className={mergeClasses(styles.cell, styles.note)}>
                {note}
              </td>
            </tr>
          </tbody>
        );
      })}
    </table>
  );
}

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  cell: { padding: "3px 4px 0", textAlign: "left", verticalAlign: "top" },
  header: {
    paddingBottom: "3px",
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  rule: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  number: { textAlign: "right" },
  said: { fontWeight: tokens.fontWeightSemibold },
  note: {
    padding: "0 4px 4px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});
