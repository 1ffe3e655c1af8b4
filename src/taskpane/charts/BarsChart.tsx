import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellValue } from "../../alvh/cellValue";
import { shownNumber } from "../components/numberText";
import { useLocale } from "../components/useLocale";
import { ChartFrame } from "./ChartFrame";
import { usePalette } from "./usePalette";

export interface BarsChartProps {
  title: string;
  bars: readonly { label: string; value: number }[];
  /** A stretch of values that the bars are held against. */
  band?: { low: number; high: number; label: string };
  /** Behind every figure: "% of NAV". */
  unit: string;
  /** Decimals of the figures. */
  decimals?: number;
  /** Heading of the labels in the table. */
  labelTitle: string;
  note?: string;
}

/**
 * A bar for each year, lying: twenty years with their figures fit a narrow pane. A list, so that each is read with its
 * figure; the band is drawn behind all of them, and a bar's figure says whether it lies inside.
 */
export function BarsChart({ title, bars, band, unit, decimals = 2, labelTitle, note }: BarsChartProps) {
  const styles = useStyles();
  const palette = usePalette();
  const locale = useLocale();
  const values = [...bars.map(({ value }) => value), ...(band === undefined ? [] : [band.low, band.high])];
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const place = (value: number): number => (high > low ? (100 * (value - low)) / (high - low) : 0);
  const table: CellValue[][] = [[labelTitle, unit], ...bars.map(({ label, value }) => [label, value])];
  return (
    <ChartFrame
      title={title}
      table={table}
      formats={{ [unit]: decimals }}
      {...(note === undefined ? {} : { note })}
    >
      <ul className={styles.list}>
        {bars.map(({ label, value }) => {
          const [from, to] = [Math.min(place(0), place(value)), Math.max(place(0), place(value))];
          return (
            <li key={label} className={styles.row}>
              <span className={styles.label}>{label}</span>
              <span className={styles.track} aria-hidden="true">
                {band !== undefined && (
                  <span
                    className={styles.band}
                    style={{ left: `${place(band.low)}%`, width: `${place(band.high) - place(band.low)}%` }}
                  />
                )}
                <span
                  className={styles.bar}
                  style={{
                    left: `${from}%`,
                    width: `${to - from}%`,
                    // Below zero hollow, so that it is told from the others without its color.
                    border: `2px ${value < 0 ? "dashed" : "solid"} ${palette.lines[0] ?? palette.mark}`,
                    backgroundColor: value < 0 ? "transparent" : (palette.lines[0] ?? palette.mark),
                  }}
                />
                <span className={styles.zero} style={{ left: `${place(0)}%` }} />
              </span>
              <span className={styles.value}>{shownNumber(value, decimals, locale)}</span>
            </li>
          );
        })}
      </ul>
      <p className={styles.legend}>
        {unit}
        {band !== undefined && (
          <>
            {" · "}
            <span className={mergeClasses(styles.band, styles.swatch)} aria-hidden="true" /> {band.label}
          </>
        )}
      </p>
    </ChartFrame>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "4px 0 0", padding: 0 },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(36px, max-content) 1fr minmax(44px, max-content)",
    columnGap: "8px",
    alignItems: "center",
    height: "20px",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  label: { whiteSpace: "nowrap" },
  track: { position: "relative", height: "20px", forcedColorAdjust: "none" },
  band: {
    position: "absolute",
    top: 0,
    bottom: 0,
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground5,
    borderLeft: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRight: `1px dashed ${tokens.colorNeutralStroke1}`,
    "@media (forced-colors: active)": {
      backgroundColor: "Canvas",
      borderLeftColor: "CanvasText",
      borderRightColor: "CanvasText",
    },
  },
  bar: { position: "absolute", top: "4px", bottom: "4px", boxSizing: "border-box" },
  zero: {
    position: "absolute",
    top: 0,
    bottom: 0,
    width: "1px",
    backgroundColor: tokens.colorNeutralForeground3,
  },
  value: { textAlign: "right" },
  legend: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  swatch: {
    position: "static",
    display: "inline-block",
    width: "14px",
    height: "10px",
    verticalAlign: "baseline",
  },
});
