import type { ReactElement } from "react";
import type { ChartFigures, ChartPoint } from "./chartModel";
import { niceTicks } from "./niceTicks";

/** A chart as a picture with a text for those who do not see it. Its colours are the page's. */
export function ChartPicture({
  figures,
  width,
  height,
}: {
  figures: ChartFigures;
  width: number;
  height: number;
}): ReactElement {
  const plot = {
    left: figures.yTitle === "" ? 62 : 80,
    right: width - 18,
    top: 40,
    bottom: height - 30 - (figures.xTitle === "" ? 0 : 20) - (figures.hasLegend ? 22 : 0),
  };
  const isDrawable = plot.right - plot.left > 40 && plot.bottom - plot.top > 30;
  return (
    <svg className="chart" width={width} height={height} role="img" aria-label={describe(figures)}>
      <text
        className="chart-title"
        x={width / 2}
        y={24}
        textAnchor="middle"
        // A long title is smaller rather than cut off.
        style={{ fontSize: Math.min(15, (width - 16) / (figures.title.length * 0.6)) }}
      >
        {figures.title}
      </text>
      {isDrawable && figures.series.some(({ points }) => points.length > 0) ? (
        <Plot figures={figures} plot={plot} />
      ) : (
        <text x={width / 2} y={height / 2} textAnchor="middle">
          No figures to show
        </text>
      )}
      {figures.xTitle !== "" && (
        <text x={(plot.left + plot.right) / 2} y={plot.bottom + 38} textAnchor="middle">
          {figures.xTitle}
        </text>
      )}
      {figures.yTitle !== "" && (
        <text x={-(plot.top + plot.bottom) / 2} y={16} textAnchor="middle" transform="rotate(-90)">
          {figures.yTitle}
        </text>
      )}
      {figures.hasLegend && <Legend figures={figures} width={width} y={height - 12} />}
    </svg>
  );
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function Plot({ figures, plot }: { figures: ChartFigures; plot: Box }): ReactElement {
  const columns = figures.kind === "column" ? figures.series.filter(({ isLine }) => !isLine).length : 0;
  const yTicks = valueTicks(figures);
  const [yLeast = 0, yGreatest = 1] = [yTicks[0], yTicks.at(-1)];
  const y = (value: number) =>
    plot.bottom - ((value - yLeast) / (yGreatest - yLeast)) * (plot.bottom - plot.top);
  const { ticks, x, slot } = horizontal(figures, plot);
  const base = y(Math.min(Math.max(0, yLeast), yGreatest));
  return (
    <>
      {yTicks.map((tick) => (
        <g key={tick}>
          <line className="chart-grid" x1={plot.left} x2={plot.right} y1={y(tick)} y2={y(tick)} />
          <text x={plot.left - 8} y={y(tick) + 4} textAnchor="end">
            {shown(tick)}
          </text>
        </g>
      ))}
      {ticks.map(({ at, label }) => (
        <text key={label + String(at)} x={at} y={plot.bottom + 18} textAnchor="middle">
          {label}
        </text>
      ))}
      <line className="chart-axis" x1={plot.left} x2={plot.right} y1={base} y2={base} />
      {figures.series.map(({ name, points, isLine }, index) =>
        columns > 0 && !isLine ? (
          <g key={name} className={`chart-fill series-${index % COLOURS}`}>
            {points.map((point, at) => {
              const breadth = (slot * 0.7) / columns;
              const left = x(point, at) - slot * 0.35 + index * breadth;
              const top = Math.min(y(point.y), base);
              return <rect key={at} x={left} y={top} width={breadth} height={Math.abs(y(point.y) - base)} />;
            })}
          </g>
        ) : (
          <g key={name}>
            {figures.kind === "area" && (
              <polygon
                className={`chart-area series-${index % COLOURS}`}
                points={[
                  `${x(points[0] ?? NOWHERE, 0)},${base}`,
                  ...points.map((point, at) => `${x(point, at)},${y(point.y)}`),
                  `${x(points.at(-1) ?? NOWHERE, points.length - 1)},${base}`,
                ].join(" ")}
              />
            )}
            <polyline
              className={`chart-line series-${index % COLOURS}`}
              points={points.map((point, at) => `${x(point, at)},${y(point.y)}`).join(" ")}
            />
          </g>
        ),
      )}
    </>
  );
}

const NOWHERE: ChartPoint = { x: 0, label: "", y: 0 };

/** As many as page.css has; beyond it they begin anew. */
const COLOURS = 6;

/** Columns and areas stand on 0; lines too, unless 0 is far from them, as Excel has it. */
function valueTicks({ kind, series }: ChartFigures): number[] {
  const values = series.flatMap(({ points }) => points.map((point) => point.y));
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const isFar = (greatest - least) * 6 < Math.max(Math.abs(least), Math.abs(greatest));
  const fromZero = kind === "column" || kind === "area" || !isFar;
  return fromZero ? niceTicks(Math.min(least, 0), Math.max(greatest, 0), 5) : niceTicks(least, greatest, 5);
}

interface Horizontal {
  /** The breadth that a category has; 0 where x is a number. */
  slot: number;
  x: (point: ChartPoint, index: number) => number;
  ticks: { at: number; label: string }[];
}

/** Where x stands: by its number, or one place after the other where it is a category. */
function horizontal(figures: ChartFigures, plot: Box): Horizontal {
  const longest = figures.series.reduce<ChartPoint[]>(
    (most, { points }) => (points.length > most.length ? points : most),
    [],
  );
  const breadth = plot.right - plot.left;
  if (figures.kind === "scatterLines") {
    const numbers = figures.series.flatMap(({ points }) => points.map((point) => Number(point.x)));
    const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)];
    const at = (value: number) => plot.left + ((value - least) / (greatest - least || 1)) * breadth;
    const within = niceTicks(least, greatest, Math.floor(breadth / 80)).filter(
      (tick) => tick >= least && tick <= greatest,
    );
    return {
      slot: 0,
      x: (point: ChartPoint) => at(Number(point.x)),
      ticks: within.map((tick) => ({ at: at(tick), label: shown(tick) })),
    };
  }
  const slot = breadth / Math.max(longest.length, 1);
  const at = (index: number) => plot.left + slot * (index + 0.5);
  const widest = Math.max(...longest.map(({ label }) => label.length));
  const every = Math.max(Math.ceil((widest * LETTER + 12) / slot), 1);
  return {
    slot,
    x: (_point: ChartPoint, index: number) => at(index),
    ticks: longest
      .map(({ label }, index) => ({ at: at(index), label }))
      .filter((_tick, index) => index % every === 0),
  };
}

// Pixels of an average letter at the chart's size of text.
const LETTER = 6.5;

function Legend({ figures, width, y }: { figures: ChartFigures; width: number; y: number }): ReactElement {
  const widths = figures.series.map(({ name }) => name.length * LETTER + 44);
  const start = (width - widths.reduce((sum, one) => sum + one, 0)) / 2;
  return (
    <>
      {figures.series.map(({ name, isLine }, index) => {
        const left = widths.slice(0, index).reduce((sum, one) => sum + one, start);
        const series = `series-${index % COLOURS}`;
        return (
          <g key={name}>
            {figures.kind === "column" && !isLine ? (
              <rect className={`chart-fill ${series}`} x={left + 6} y={y - 9} width={12} height={10} />
            ) : (
              <line className={`chart-line ${series}`} x1={left} x2={left + 24} y1={y - 4} y2={y - 4} />
            )}
            <text x={left + 30} y={y}>
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}

const KINDS = {
  line: "Line chart",
  column: "Column chart",
  area: "Area chart",
  scatterLines: "Line chart",
};

/** Such as: P&L by SPX. Line chart of 2 series over SPX from 4,000 to 5,000. today: -12,000 to 3,000. … */
function describe({ kind, title, xTitle, series }: ChartFigures): string {
  const points = series[0]?.points ?? [];
  const over = `${xTitle || "x"} from ${points[0]?.label ?? ""} to ${points.at(-1)?.label ?? ""}`;
  const ranges = series.map(({ name, points: own }) => {
    const values = own.map((point) => point.y);
    return values.length === 0
      ? `${name}: no figures.`
      : `${name}: ${shown(Math.min(...values))} to ${shown(Math.max(...values))}.`;
  });
  return [`${title}. ${KINDS[kind]} of ${series.length} series over ${over}.`, ...ranges].join(" ");
}

function shown(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 6 });
}
