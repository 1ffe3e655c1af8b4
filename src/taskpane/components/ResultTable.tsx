import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellValue } from "../../alvh/cellValue";
import { formatForHeader, sharedDecimals, shownCell, type ColumnFormat } from "./shownCell";
import { useLocale } from "./useLocale";

export interface ResultTableProps {
  /** As a function returns it: the first row is the header. */
  table: readonly (readonly CellValue[])[];
  caption: string;
  /** By column name. A column without one is shown by the size of its largest number; Expiry and Date as dates. */
  formats?: Readonly<Record<string, ColumnFormat>>;
  /** Where each row is another figure, its numbers are shown by the largest of the row instead. */
  figures?: "in columns" | "in rows";
  /** The caption is for screen readers alone where a heading above says the same. */
  captionHidden?: boolean;
}

/** A table of results: wider than the pane it scrolls sideways inside itself, its first column staying in sight. */
export function ResultTable({
  table,
  caption,
  formats = {},
  figures = "in columns",
  captionHidden = false,
}: ResultTableProps) {
  const styles = useStyles();
  const locale = useLocale();
  const [header = [], ...rows] = table;
  const isNumeric = header.map((_name, column) => rows.some((row) => typeof row[column] === "number"));
  const columnFormats = header.map(
    (name, column) =>
      formats[String(name)] ??
      formatForHeader(name) ??
      (figures === "in columns" ? sharedDecimals(rows.map((row) => row[column])) : undefined),
  );

  return (
    // Focusable, so that the arrow keys scroll it.
    <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={mergeClasses(styles.caption, captionHidden && styles.hidden)}>{caption}</caption>
        <thead>
          <tr>
            {header.map((name, column) => (
              <th
                key={column}
                scope="col"
                className={mergeClasses(
                  styles.cell,
                  styles.header,
                  column === 0 && styles.first,
                  column > 0 && isNumeric[column] && styles.number,
                )}
              >
                {String(name ?? "")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) =>
            isNote(row, header.length) ? (
              <tr key={index}>
                <td colSpan={header.length} className={mergeClasses(styles.cell, styles.note)}>
                  <div className={styles.noteText}>{String(row[0])}</div>
                </td>
              </tr>
            ) : (
              <tr key={index}>
                {header.map((_name, column) => {
                  const value = row[column];
                  const text = shownCell(value, columnFormats[column] ?? sharedDecimals(row), locale);
                  return column === 0 ? (
                    <th key={column} scope="row" className={mergeClasses(styles.cell, styles.first)}>
                      {text}
                    </th>
                  ) : (
                    <td
                      key={column}
                      className={mergeClasses(
                        styles.cell,
                        isNumeric[column] && text.length <= 16 && styles.number,
                      )}
                    >
                      {text}
                    </td>
                  );
                })}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** A remark under the figures: one text, and nothing in the other columns. */
function isNote(row: readonly CellValue[], columns: number): boolean {
  const [first, ...others] = row;
  const isAlone = others.every((value) => value === "" || value === null || value === undefined);
  return columns > 1 && isAlone && typeof first === "string" && first.length > 24;
}

const useStyles = makeStyles({
  frame: {
    overflowX: "auto",
    maxWidth: "100%",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  table: {
    borderCollapse: "separate",
    borderSpacing: 0,
    width: "100%",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  caption: {
    textAlign: "left",
    padding: "4px 8px",
    fontWeight: tokens.fontWeightSemibold,
  },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  cell: {
    padding: "3px 8px",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "nowrap",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  first: { position: "sticky", left: 0, zIndex: 1 },
  number: { textAlign: "right" },
  note: { whiteSpace: "normal", color: tokens.colorNeutralForeground2 },
  // As wide as the pane shows, however wide the table is.
  noteText: { position: "sticky", left: "8px", maxWidth: "270px", overflowWrap: "anywhere" },
});
