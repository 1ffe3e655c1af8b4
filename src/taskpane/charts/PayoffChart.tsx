import type { CellValue } from "../../alvh/cellValue";
import { shownDollars, shownNumber } from "../components/numberText";
import { useLocale } from "../components/useLocale";
import { ChartFrame } from "./ChartFrame";
import { LinesChart } from "./LinesChart";

export interface PayoffChartProps {
  title: string;
  /** SPX, ascending. */
  levels: readonly number[];
  /** A line each: what day it is, and dollars for each level. */
  dates: readonly { name: string; profits: readonly number[] }[];
  breakEvens: readonly number[];
  /** Where the scenario leads. */
  here: { level: number; profit: number };
  note?: string;
  labels: {
    level: string;
    profit: string;
    breakEven: string;
    breakEvenAt: (level: string) => string;
    here: string;
    hereAt: (level: string, profit: string) => string;
  };
}

/** Profit and loss by the level of SPX, a line for each day, break-evens marked on the last. */
export function PayoffChart({ title, levels, dates, breakEvens, here, note, labels }: PayoffChartProps) {
  const locale = useLocale();
  const dollars = (y: number): string => shownDollars(y, 0, locale);
  const points = (x: number): string => shownNumber(x, 0, locale);
  const [lowest = 0, highest = 0] = [levels[0], levels.at(-1)];
  const shownBreakEvens = breakEvens.filter((level) => level >= lowest && level <= highest);
  const table: CellValue[][] = [
    [labels.level, ...dates.map(({ name }) => `${name} $`)],
    ...levels.map((level, index) => [level, ...dates.map(({ profits }) => profits[index] ?? "")]),
  ];
  const formats = Object.fromEntries((table[0] ?? []).map((name) => [String(name), 0]));
  return (
    <ChartFrame title={title} table={table} formats={formats} {...(note === undefined ? {} : { note })}>
      <LinesChart
        title={title}
        xTitle={labels.level}
        yTitle={labels.profit}
        showX={points}
        showY={dollars}
        lines={dates.map(({ name, profits }) => ({
          name,
          points: levels.map((x, index) => ({ x, y: profits[index] ?? 0 })),
        }))}
        marks={[
          {
            name: labels.breakEven,
            size: "small",
            points: shownBreakEvens.map((x) => ({ x, y: 0, label: labels.breakEvenAt(points(x)) })),
          },
          {
            name: labels.here,
            size: "large",
            points: [
              {
                x: here.level,
                y: here.profit,
                label: labels.hereAt(points(here.level), dollars(here.profit)),
              },
            ],
          },
        ]}
      />
    </ChartFrame>
  );
}
