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
}

/** Lines over a number, in the pane's colors: each with dashes of its own, its points read out where they are pointed at. */
export function LinesChart({ title, lines, marks, xTitle, yTitle, showX, showY }: LinesChartProps) {
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
  if (marks !== undefined && marks.points.length > 0) {
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
          enabledLegendsWrapLines
          legendProps={{ allowFocusOnLegends: true }}
          margins={{ top: 12, right: 16, bottom: 52, left: 62 }}
          xAxisTitle={xTitle}
          yAxisTitle={yTitle}
          xAxistickSize={-1}
          yAxisTickFormat={(value: number) => compactNumber(value, locale)}
          yAxisTickCount={5}
          rotateXAxisLables={false}
        />
      </ResponsiveContainer>
    </div>
  );
}

const HEIGHT = 260;

const useStyles = makeStyles({
  chart: {
    minWidth: 0,
    "& text": { fontSize: tokens.fontSizeBase100 },
  },
});
