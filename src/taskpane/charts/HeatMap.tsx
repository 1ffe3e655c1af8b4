import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useLocale } from "../components/useLocale";
import { compactNumber } from "./compactNumber";
import { shadeOf } from "./palettes";
import { usePalette } from "./usePalette";

export interface HeatMapProps {
  /** Read out and shown above. */
  caption: string;
  rowTitle: string;
  columnTitle: string;
  /** Headers as they are shown. */
  rows: readonly string[];
  columns: readonly string[];
  /** Row by row; losses negative. */
  values: readonly (readonly number[])[];
  /** The cell that is framed, and what screen readers are told there. */
  current?: { row: number; column: number; label: string } | undefined;
}

/**
 * Gains and losses over two shocks: a table whose cells say their figure and are the deeper the larger it is. It is a
 * table and no drawing, so every cell is read with its headers, and its sign tells what its color tells.
 */
export function HeatMap({ caption, rowTitle, columnTitle, rows, columns, values, current }: HeatMapProps) {
  const styles = useStyles();
  const palette = usePalette();
  const locale = useLocale();
  const frame = useRef<HTMLDivElement>(null);
  const largest = Math.max(...values.flat().map(Math.abs));

  // A map wider than the pane opens at the scenario, not at its corner.
  useEffect(() => {
    const cell = frame.current?.querySelector<HTMLElement>("[data-current]");
    if (frame.current === null || cell === null || cell === undefined) return;
    frame.current.scrollLeft = cell.offsetLeft - frame.current.clientWidth / 2;
    frame.current.scrollTop = cell.offsetTop - frame.current.clientHeight / 2;
  }, [rows.length, columns.length, current?.row, current?.column]);

  return (
    <div ref={frame} className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.header, styles.top, styles.corner)}>
              <span className={styles.cornerRow}>{rowTitle}</span>
              <span className={styles.cornerColumn}>{columnTitle}</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.header, styles.top)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.map((row, rowIndex) => (
            <tr key={rows[rowIndex]}>
              <th scope="row" className={mergeClasses(styles.cell, styles.header, styles.left)}>
                {rows[rowIndex]}
              </th>
              {row.map((value, columnIndex) => {
                const isCurrent = current?.row === rowIndex && current.column === columnIndex;
                const shades = value < 0 ? palette.loss : palette.gain;
                return (
                  <td
                    key={columns[columnIndex]}
                    className={mergeClasses(styles.cell, isCurrent && styles.current)}
                    style={{
                      backgroundColor: shadeOf(shades, largest > 0 ? Math.abs(value) / largest : 0),
                      color: shades.text,
                    }}
                    {...(isCurrent ? { "data-current": true } : {})}
                  >
                    {compactNumber(value, locale, 2)}
                    {isCurrent && <span className={styles.hidden}> ({current.label})</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const useStyles = makeStyles({
  frame: {
    position: "relative",
    overflow: "auto",
    maxWidth: "100%",
    maxHeight: "420px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  table: {
    borderCollapse: "separate",
    borderSpacing: "1px",
    width: "100%",
    fontSize: "11px",
    lineHeight: "18px",
    fontVariantNumeric: "tabular-nums",
  },
  cell: {
    padding: "2px 2px",
    minWidth: "30px",
    textAlign: "right",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightRegular,
  },
  header: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    zIndex: 1,
  },
  top: { position: "sticky", top: 0, verticalAlign: "bottom" },
  left: { position: "sticky", left: 0 },
  corner: { left: 0, zIndex: 2, textAlign: "left", fontWeight: tokens.fontWeightRegular, lineHeight: "13px" },
  cornerRow: { display: "block" },
  cornerColumn: { display: "block" },
  current: {
    outline: `2px solid ${tokens.colorNeutralForeground1}`,
    outlineOffset: "-2px",
    fontWeight: tokens.fontWeightBold,
  },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
