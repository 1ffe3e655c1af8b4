import type { CellValue } from "../src/alvh/cellValue";
import { backtestTable } from "../src/alvh/backtest";
import { auditSample } from "../src/alvh/auditSample";
import { costAuditTable } from "../src/alvh/costAudit";
import { weekday } from "../src/alvh/dates";
import { readHistory } from "../src/alvh/history";
import { settingsInForce } from "../src/alvh/presets";
import { dailyHistory, hasDailyFiles } from "../test/data/dailyHistory";
import { interleaved, type Timing } from "./compare";

/** The monthly sample drawn out to one row a weekday, straight lines between: as many rows as a real daily history. */
function generatedDays(): CellValue[][] {
  const sample = auditSample();
  const rows: CellValue[][] = [["Date", "SPX", "VIX", "VVIX", "VX1", "VX2", "Rate"]];
  sample.slice(1).forEach((to, index) => {
    const from = sample[index] ?? to;
    for (let date = from.date; date < to.date; date++) {
      if (weekday(date) === 0 || weekday(date) === 6) continue;
      const share = (date - from.date) / (to.date - from.date);
      const between = (a: number, b: number): number => a + share * (b - a);
      rows.push([
        date,
        // A ripple, so that rules that watch SPX have something to see.
        between(from.spx, to.spx) * (1 + 0.02 * Math.sin(date)),
        between(from.vix, to.vix) * (1 - 0.1 * Math.sin(date)),
        between(from.vvix, to.vvix),
        between(from.futures[0] ?? 0, to.futures[0] ?? 0),
        between(from.futures[1] ?? 0, to.futures[1] ?? 0),
        between(from.rate, to.rate),
      ]);
    }
  });
  return rows;
}

const { settings, preset } = settingsInForce("442", undefined);
const backtestOf = (range: CellValue[][]) => () => backtestTable(readHistory(range, settings), settings, preset); // prettier-ignore
const generated = generatedDays();
const observed = hasDailyFiles ? dailyHistory() : undefined;
const times = interleaved(
  {
    generated: backtestOf(generated),
    observed: observed === undefined ? () => undefined : backtestOf(observed),
    monthly: () => costAuditTable(readHistory(undefined, settings), settings, preset),
  },
  7,
);
const shown = ({ median, low, high }: Timing): string =>
  `${median.toFixed(0)} ms (${low.toFixed(0)} to ${high.toFixed(0)}; goal: below 1000)`;
console.log(`BACKTEST, ${generated.length - 1} generated days 2006-2022: ${shown(times.generated)}`);
console.log(
  observed === undefined
    ? "BACKTEST, observed days: skipped, the public daily files are not at hand"
    : `BACKTEST, ${observed.length - 1} observed days 2006-2022: ${shown(times.observed)}`,
);
console.log(`COSTAUDIT, the built-in history: ${times.monthly.median.toFixed(0)} ms`);
