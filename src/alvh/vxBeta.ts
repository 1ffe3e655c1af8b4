import { InputError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";

/** How a VX future answers a move of spot VIX, by named model. */
export const VX_BETA_MODELS = ["TWOFACTOR", "GL1", "SCALED", "TABLE", "LOG"] as const;
export type VxBetaModel = (typeof VX_BETA_MODELS)[number];

/** The models as formulas of the years to expiry. Figures: daily regressions of VX settlements on VIX, 2006-2017. */
const MODELS: ReadonlyMap<string, (years: number) => number> = new Map<
  VxBetaModel,
  (years: number) => number
>([
  // A fast factor and a floor that long futures keep (R² .696).
  ["TWOFACTOR", (years) => 0.55 * Math.exp(-7.5 * years) + 0.18],
  // Grünbichler and Longstaff (1996): one mean-reverting factor; too steep at the back.
  ["GL1", (years) => Math.exp(-5.3 * years)],
  // One factor with a free level (R² .684).
  ["SCALED", (years) => 0.59 * Math.exp(-2.6 * years)],
  ["TABLE", (years) => interpolateByDays(POINT_BETAS, years * DAYS_PER_YEAR)],
  ["LOG", (years) => interpolateByDays(LOG_BETAS, years * DAYS_PER_YEAR)],
]);

/**
 * Points (for LOG: percent) that a VX future moves when spot VIX moves by one.
 * @param daysToExpiry calendar days to the future's settlement, 0 or more.
 */
export function vxBeta(daysToExpiry: number, model: VxBetaModel = "TWOFACTOR"): number {
  if (!(daysToExpiry >= 0))
    throw new InputError("dte", `dte (${daysToExpiry}) must be 0 or more calendar days`);
  const beta = MODELS.get(model);
  if (beta === undefined) throw new Error(`no beta model ${model}`);
  return beta(daysToExpiry / DAYS_PER_YEAR);
}

/** [middle of the bucket in days, beta] by days to expiry, settlements 2006-2017. */
export type DayTable = readonly (readonly [days: number, beta: number])[];

// prettier-ignore
const POINT_BETAS: DayTable = [
  [4, 0.744], [11, 0.616], [18, 0.58], [26, 0.441], [38, 0.415], [53, 0.35],
  [75.5, 0.311], [105.5, 0.258], [135.5, 0.223], [165.5, 0.188], [210.5, 0.18],
];

// prettier-ignore
const LOG_BETAS: DayTable = [
  [4, 0.746], [11, 0.646], [18, 0.576], [26, 0.501], [38, 0.451], [53, 0.386],
  [75.5, 0.319], [105.5, 0.267], [135.5, 0.234], [165.5, 0.201], [210.5, 0.187],
];

/** Straight line between the middles of the buckets, flat outside. */
export function interpolateByDays(table: DayTable, days: number): number {
  let [nearDays, nearBeta] = table[0] ?? [0, 0];
  for (const [farDays, farBeta] of table) {
    if (days < farDays) {
      if (farDays === nearDays) return farBeta;
      return nearBeta + ((days - nearDays) / (farDays - nearDays)) * (farBeta - nearBeta);
    }
    [nearDays, nearBeta] = [farDays, farBeta];
  }
  return nearBeta;
}
