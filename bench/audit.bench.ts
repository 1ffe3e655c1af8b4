import type { CellValue } from "../src/alvh/cellValue";
import { backtestTable } from "../src/alvh/backtest";
import { auditSample } from "../src/alvh/auditSample";
import { costAuditTable } from "../src/alvh/costAudit";
import { weekday } from "../src/alvh/dates";
import { readHistory } from "../src/alvh/history";
import { settingsInForce } from "../src/alvh/presets";
import { interleaved } from "./compare";

/** The monthly sample drawn out to one row a weekday, straight lines between: as many rows as a real daily history. */
function dailyHistory(): CellValue[][] {
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

const { settings } = settingsInForce("442", undefined);
const daily = dailyHistory();
const times = interleaved(
  {
    daily: () => backtestTable(readHistory(daily, settings), settings, "442"),
    monthly: () => costAuditTable(readHistory(undefined, settings), settings, "442"),
  },
  5,
);
const { median, low, high } = times.daily;
console.log(
  `BACKTEST, ${daily.length - 1} daily rows: ${median.toFixed(0)} ms (${low.toFixed(0)} to ${high.toFixed(0)}; goal: below 1000)`,
);
console.log(`COSTAUDIT, the built-in history: ${times.monthly.median.toFixed(0)} ms`);
