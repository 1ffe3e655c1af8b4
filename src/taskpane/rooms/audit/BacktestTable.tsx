import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellValue } from "../../../alvh/cellValue";
import { shownCell } from "../../components/shownCell";
import { useLocale } from "../../components/useLocale";
import { strings } from "../../strings/audit";

/** BACKTEST turned, a column for each strategy: their names are long, and two fit the pane side by side. */
export function BacktestTable({ table }: { table: readonly (readonly CellValue[])[] }) {
  const styles = useStyles();
  const locale = useLocale();
  const [header = [], ...rows] = table;
  const strategies = rows.filter(([name]) => name !== "Note");
  const figures = header
    .map((name, column) => ({ name: String(name), column }))
    // What no strategy has is left out: rolls need a daily history.
    .filter(({ column }) => column > 0 && strategies.some((row) => row[column] !== ""));
  return (
    // Focusable, so that the arrow keys scroll it.
    <div className={styles.frame} role="region" aria-label={strings.backtest.table} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{strings.backtest.table}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.header, styles.first)}>
              {strings.backtest.figure}
            </th>
            {strategies.map(([name]) => (
              <th
                key={String(name)}
                scope="col"
                className={mergeClasses(styles.cell, styles.header, styles.number)}
              >
                {String(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ name, column }) => (
            <tr key={name}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {name}
              </th>
              {strategies.map((row) => (
                <td key={String(row[0])} className={mergeClasses(styles.cell, styles.number)}>
                  {shownCell(row[column], name.includes("%") ? 1 : 0, locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const useStyles = makeStyles({
  frame: {
    overflowX: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  table: {
    width: "100%",
    borderCollapse: "separate",
    borderSpacing: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  cell: {
    padding: "3px 8px",
    minWidth: "76px",
    textAlign: "left",
    verticalAlign: "bottom",
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
  first: { position: "sticky", left: 0, zIndex: 1, minWidth: "104px" },
  number: { textAlign: "right" },
});
