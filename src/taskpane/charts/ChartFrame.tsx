import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { CellValue } from "../../alvh/cellValue";
import { ResultTable } from "../components/ResultTable";
import type { ColumnFormat } from "../components/shownCell";
import { strings } from "../strings/charts";

/** A chart with its title, and the same figures as a table for who would rather read them. */
export function ChartFrame(props: {
  title: string;
  /** What the figures stand on, in a line below. */
  note?: ReactNode;
  table: CellValue[][];
  formats?: Readonly<Record<string, ColumnFormat>>;
  children: ReactNode;
}) {
  const { title, note, table, formats, children } = props;
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure} aria-label={title}>
      <div className={styles.head}>
        <figcaption className={styles.title}>{title}</figcaption>
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {asTable ? strings.showChart : strings.showTable}
        </Button>
      </div>
      {asTable ? (
        <ResultTable
          table={table}
          caption={title}
          captionHidden
          {...(formats === undefined ? {} : { formats })}
        />
      ) : (
        children
      )}
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </figure>
  );
}

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0 },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: "8px" },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  button: { flexShrink: 0, minWidth: 0 },
  note: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
