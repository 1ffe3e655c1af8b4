import type { CellValue } from "../../alvh/cellValue";
import { shownNumber } from "../components/numberText";
import { useLocale } from "../components/useLocale";
import { ChartFrame } from "./ChartFrame";
import { LinesChart } from "./LinesChart";

export interface TermStructureChartProps {
  title: string;
  /** Spot VIX at 0 days and the VX futures; without `after` where a contract has settled by then. */
  points: readonly { days: number; before: number; after: number | undefined }[];
  note?: string;
  labels: { days: string; level: string; before: string; after: string };
}

/** The VIX curve before and after a scenario, the same contract at the same place. */
export function TermStructureChart({ title, points, note, labels }: TermStructureChartProps) {
  const locale = useLocale();
  const table: CellValue[][] = [
    [labels.days, labels.before, labels.after],
    ...points.map(({ days, before, after }) => [days, before, after ?? ""]),
  ];
  const levels = points.flatMap(({ before, after }) => [before, after ?? before]);
  // VIX never stands near zero: an axis from there would flatten what is to be seen.
  const lowest = 5 * Math.floor((Math.min(...levels) - 1) / 5);
  const formats = { [labels.days]: 0, [labels.before]: 2, [labels.after]: 2 };
  return (
    <ChartFrame title={title} table={table} formats={formats} {...(note === undefined ? {} : { note })}>
      <LinesChart
        title={title}
        xTitle={labels.days}
        yTitle={labels.level}
        lowestY={lowest}
        showX={(days) => shownNumber(days, 0, locale)}
        showY={(level) => shownNumber(level, 2, locale)}
        lines={[
          { name: labels.before, points: points.map(({ days, before }) => ({ x: days, y: before })) },
          {
            name: labels.after,
            points: points.flatMap(({ days, after }) => (after === undefined ? [] : { x: days, y: after })),
          },
        ]}
      />
    </ChartFrame>
  );
}
