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
  marks?: { name: string; points: readonly Mark[] };
  xTitle: string;
  yTitle: string;
  showX: (x: number) => string;
  showY: (y: number) => string;
  /** Where the axis starts; by default at zero, or below where there is something below. */
  lowestY?: number;
}

/** Lines over a number, in the pane's colors: each with dashes of its own, its points read out where they are pointed at. */
export function LinesChart(props: LinesChartProps) {
  const { title, lines, marks, xTitle, yTitle, showX, showY, lowestY } = props;
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
  const hasMarks = marks !== undefined && marks.points.length > 0;
  if (hasMarks) {
    data.push({
      legend: marks.name,
      color: palette.mark,
      legendShape: "circle",
      lineOptions: { mode: "markers" },
      data: marks.points.map(({ x, y, label }) => ({
        x,
        y,
        text: label,
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
      <Legend names={lines.map(({ name }) => name)} {...(hasMarks ? { mark: marks.name } : {})} />
    </div>
  );
}

/** What each line means, with its dashes: the library's own legend shows colors alone. */
function Legend({ names, mark }: { names: readonly string[]; mark?: string }) {
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
      {mark !== undefined && (
        <li className={styles.entry}>
          <svg width="8" height="8" aria-hidden="true">
            <circle cx="4" cy="4" r="4" fill={palette.mark} />
          </svg>
          {mark}
        </li>
      )}
    </ul>
  );
}

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
