import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CellValue } from "../../src/alvh/cellValue";
import { readTable } from "./readTable";

/** Folder of the public daily files; tests that want them say so where they skip. */
const SOURCE = "../shared/data/source";

export const hasDailyFiles = existsSync(join(SOURCE, "spx_daily.csv"));

/** The public daily files joined into a history range, as daily-audit.py joins them. */
export function dailyHistory(): CellValue[][] {
  const byDate = (name: string): Map<string, Record<string, string>> =>
    new Map(readTable(join(SOURCE, `${name}.csv`)).map((row) => [row["date"] ?? "", row]));
  const [spx, vix, vols, bills] = [byDate("spx_daily"), byDate("vix_daily"), byDate("vol_indices_daily"), byDate("rates_daily")]; // prettier-ignore
  const settled = byDate("vx_curve_settle_2006_2017");
  const snapshots = byDate("vx1_vx2_daily_2016_2022");
  const range: CellValue[][] = [
    ["Date", "SPX", "VIX", "VIX open", "VVIX", ...MONTHS.map((n) => `VX${n}`), "Bill"],
  ];
  let [vvix, bill] = [0, 0];
  for (const date of [...spx.keys()].sort()) {
    vvix = Number(vols.get(date)?.["VVIX"] ?? "") || vvix;
    bill = Number(bills.get(date)?.["irx_13w_tbill_pct"] ?? "") || bill;
    const isSettled = date <= "2017-05-11";
    const futures = MONTHS.map((n) =>
      isSettled ? settled.get(date)?.[`M${n}`] : snapshots.get(date)?.[`VX${n}`],
    );
    const [spot, open] = [vix.get(date)?.["close"], vix.get(date)?.["open"]];
    if (spot === undefined || !futures[0]) continue;
    const figures = [spx.get(date)?.["close"], spot, open, vvix, ...futures.map((price) => price ?? ""), bill];
    range.push([date, ...figures.map((figure) => (figure === "" ? "" : Number(figure)))]);
  }
  return range;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8];
