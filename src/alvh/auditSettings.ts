import { setting, type SettingDefinition } from "./settingDefinition";

/** COSTAUDIT and BACKTEST: the hedge and its condors through a history. */
export const AUDIT_SETTINGS: readonly SettingDefinition[] = [
  setting("Audit.Condors", 10, "iron condors held all through a history", "A01, ours", [0.01, 1e6]),
  setting(
    "Audit.HalfSpread",
    0.05,
    "VIX points from the middle to bid or ask of a VIX option",
    "C17, ours",
    [0, 5],
  ),
  setting(
    "Audit.FutureHalfSpread",
    0.025,
    "VIX points for a future; dollars for a fund's share",
    "C17: half a tick",
    [0, 5],
  ),
  setting(
    "Audit.CondorSlippage",
    0.075,
    "share of a condor's middle price lost on each trade",
    "C17: 12.90 for 13.95",
    [0, 1],
  ),
  setting("Audit.Fees", 1, "dollars a contract and trade", "C17, ours", [0, 100]),
  setting(
    "Audit.ShiftDte",
    21,
    "days: a layer whose window begins here or later is rolled below it",
    "A24; layers nearer settle",
    [0, 3650],
  ),
  setting(
    "Audit.SPXSkew",
    -0.3,
    "vol per unit of ln(K/F)/sqrt(T), the condors'",
    "as Skew of a market",
    [-5, 5],
  ),
  setting("Audit.VIXSkew", 0, "vol per unit of ln(K/F)/sqrt(T)", "ours: flat", [-5, 5]),
  setting("Audit.DividendYield", 0.02, "of SPX, per year", "ours", [0, 1]),
  setting("D17.Threshold", "", "VIX points: hedge bought only at or above; blank: always", "D17", [1, 200]),
  setting("D17.TableFrom", 12, "VIX points: first threshold shown", "D17, ours", [1, 200]),
  setting("D17.TableStep", 4, "VIX points between thresholds", "D17, ours", [0.1, 50]),
  setting(
    "E01.RollMinDte",
    14,
    "calendar days: a rolled condor of BACKTEST has at least so many",
    "ours",
    [1, 365],
  ),
  setting("E01.ProfitShare", 0.5, "share of the credit", "E01", [0.01, 1]),
  setting("E02.LossMultiple", 2, "times the credit", "E02", [0.01, 100]),
  setting("E06.Deviations", 0.5, "standard deviations from SPX to a short strike", "E06, ours", [0, 6]),
];
