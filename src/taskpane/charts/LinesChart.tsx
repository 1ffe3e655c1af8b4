import { LineChart, ResponsiveContainer, type LineChartPoints } from "@fluentui/react-charts";
import { makeStyles, tokens } from "@fluentui/react-components";
import { useLocale } from "../components/useLocale";
import { compactNumber } from "./compactNumber";
import { DASHES } from "./palettes";
import { usePalette } from "./usePalette";

export interface Line {
  name: string;
  points: { x: number; y: number }[];
}

/** A point of its own, with the sentence that says what it is. */
export interface Mark {
  x: number;
  y: number;
  label: string;
}

export interface LinesChartProps {
  /** For screen readers; the visible title is the frame's. */
  title: string;
  lines: readonly Line[];
  marks?: readonly { name: string; size: "small" | "large"; points: readonly Mark[] }[];
  xTitle: string;
  yTitle: string;
  showX: (x: number) => string;
  showY: (y: number) => string;
  /** Where the axis starts; by default at zero, or below where there is something below. */
  lowestY?: number;
}

/** Lines over a number, in the pane's colors: each with dashes of its own, its points read out where they are pointed at. */
export function LinesChart(props: LinesChartProps) {
  const { title, lines, marks = [], xTitle, yTitle, showX, showY, lowestY } = props;
  const styles = useStyles();
  const palette = usePalette();
  const locale = useLocale();
  const data: LineChartPoints[] = lines.map(({ name, points }, index) => ({
    legend: name,
    color: palette.lines[index % palette.lines.length] ?? palette.mark,
    lineOptions: { strokeWidth: 2, strokeDasharray: DASHES[index % DASHES.length] ?? "0" },
    data: points.map(({ x, y }) => ({
      x,
      y,
      xAxisCalloutData: `${xTitle} ${showX(x)}`,
      yAxisCalloutData: showY(y),
    })),
  }));
  const shownMarks = marks.filter(({ points }) => points.length > 0);
  for (const { name, size, points } of shownMarks) {
    data.push({
      legend: name,
      color: palette.mark,
      lineOptions: { mode: "markers" },
      data: points.map(({ x, y, label }) => ({
        x,
        y,
        text: label,
        markerSize: MARK_RADIUS[size],
        xAxisCalloutData: `${xTitle} ${showX(x)}`,
        yAxisCalloutData: showY(y),
        callOutAccessibilityData: { ariaLabel: label },
      })),
    });
  }
  return (
    <div className={styles.chart}>
      <ResponsiveContainer height={HEIGHT}>
        <LineChart
          height={HEIGHT}
          data={{ chartTitle: title, lineChartData: data }}
          optimizeLargeData
          hideLegend
          margins={{ top: 12, right: 16, bottom: 48, left: 62 }}
          xAxisTitle={xTitle}
          yAxisTitle={yTitle}
          xAxistickSize={-1}
          yAxisTickFormat={(value: number) => compactNumber(value, locale)}
          yAxisTickCount={5}
          {...(lowestY === undefined ? {} : { yMinValue: lowestY })}
        />
      </ResponsiveContainer>
      <Legend names={lines.map(({ name }) => name)} marks={shownMarks} />
    </div>
  );
}

/** What each line means, with its dashes: the library's own legend shows colors alone. */
function Legend(props: {
  names: readonly string[];
  marks: readonly { name: string; size: keyof typeof MARK_RADIUS }[];
}) {
  const { names, marks } = props;
  const styles = useStyles();
  const palette = usePalette();
  return (
    <ul className={styles.legend}>
      {names.map((name, index) => (
        <li key={name} className={styles.entry}>
          <svg width="24" height="8" aria-hidden="true">
            <line
              x1="0"
              x2="24"
              y1="4"
              y2="4"
              strokeWidth="2"
              stroke={palette.lines[index % palette.lines.length]}
              strokeDasharray={DASHES[index % DASHES.length]}
            />
          </svg>
          {name}
        </li>
      ))}
      {marks.map(({ name, size }) => (
        <li key={name} className={styles.entry}>
          <svg width="14" height="14" aria-hidden="true">
            <circle cx="7" cy="7" r={MARK_RADIUS[size]} fill={palette.mark} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Pixels; the library draws none smaller than 4. */
const MARK_RADIUS = { small: 4, large: 6.5 } as const;

const HEIGHT = 240;

const useStyles = makeStyles({
  chart: {
    minWidth: 0,
    "& text": { fontSize: tokens.fontSizeBase100 },
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "14px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  entry: { display: "flex", alignItems: "center", columnGap: "6px" },
});
