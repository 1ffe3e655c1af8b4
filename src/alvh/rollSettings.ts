import { setting, type SettingDefinition } from "./settingDefinition";

const SCORE = [-1, 1] as const;
const Z = [-10, 10] as const;
const SHARE = [0, 1] as const;

/** ROLL, ROLLCOST and REBALANCE. E01, E02 and E06.Deviations stand with BACKTEST, which rolls by them too. */
export const ROLL_SETTINGS: readonly SettingDefinition[] = [
  setting("B12.Delta", 0.12, "net option delta per condor, beyond which to rebalance", "B12", [0, 10]),
  setting("B12.Measure", "CONDOR", "per condor of each expiry, or the sum of all", "B12", ["CONDOR", "SUM"]),
  setting("B13.Below", 35, "RSI of SPX closes", "B13", [0, 100]),
  setting("B13.Period", 14, "bars of that RSI", "B13, G13", [2, 1000]),
  setting("C16.Days", 30, "calendar days over which the hedge is projected", "C16, ours", [1, 365]),
  setting("C16.DayProbability", 0.3, "of the VIX day of one deviation, in those days", "C16, ours", SHARE),
  setting("C16.SpikeProbability", 0.1, "of a VIX spike, in those days", "C16, ours", SHARE),
  setting("C16.TailProbability", 0.03, "of the tail (A19), in those days", "C16, ours", SHARE),
  setting("C17.SpxHalfSpread", 0.25, "SPX points, where a leg has no Bid and Ask", "C17, ours", [0, 100]),
  setting("C17.FeePerContract", 1, "dollars, where a leg has no Fees", "C17, ours", [0, 100]),
  setting("E04.EntryVol", "", "SPX at-the-money vol at entry, decimal per year", "E04", [0.001, 10]),
  setting("E04.EntrySkew", "", "SPX skew at entry, vol per unit of ln(K/F)/sqrt(T)", "E04", [-5, 5]),
  setting("E04.EntrySlope", "", "VIX points, 90-day less 30-day future at entry", "E04, D06", [-200, 200]),
  setting("E04.VolChange", 0.03, "vol, up or down: the surface has changed", "E04, ours", [0.0001, 10]),
  setting("E04.SkewChange", 0.1, "skew, up or down: the surface has changed", "E04, ours", [0.0001, 10]),
  setting("E04.SlopeChange", 1.5, "VIX points, up or down: it has changed", "E04, ours", [0.0001, 200]),
  setting("E05.RealisedVol", "", "decimal per year; blank: the market's RV20", "E05", [0.0001, 10]),
  setting("E05.Least", 1, "theta over the expected loss by gamma, at least", "E05, ours", [0, 100]),
  setting(
    "E06.ShortDelta",
    0.3,
    "delta of a short option, beyond which it is threatened",
    "E06, ours",
    SHARE,
  ),
  setting("E07.VixBefore", "", "VIX points, the close of the day before", "E07, D15", [1, 1000]),
  setting("E08.Divergence", "not given", "DIVERGENCE of the RSI on VX1", "E08, D08", [
    "not given",
    "none",
    "bearish",
    "bullish",
  ]),
  setting("E08.Votes", "", "D11 score of REGIME; it changes from D11.ExpansionVotes on", "E08, D11", [0, 3]),
  setting("E09.MacdScore", "", "MACD of VIX: 1 fading, better prices; -1 rising", "E09, D04", SCORE),
  setting("E09.BreadthScore", "", "A/D line: 1 confirms, -1 diverges", "E09, D09", SCORE),
  setting("E09.Least", 0, "sum of the scores, at least", "E09, ours", [-2, 2]),
  setting("E10.DaysBefore", 2, "calendar days before an event (B20.NextEvent)", "E10", [0, 365]),
  setting("E10.Action", "BLOCK", "what an event does to a roll", "E10", ["BLOCK", "WARN"]),
  setting("E13.Cost", "DEBIT", "DEBIT: net debit, if any, and slippage", "E13", ["DEBIT", "SLIPPAGE"]),
  setting("E13.VixShock", "", "VIX points; blank: one standard deviation of a day", "E13", [-200, 500]),
  setting("E13.SpotShock", "", "SPX move, a fraction; blank: by SpotVixBeta", "E13", [-0.99, 1]),
  setting("E15.MostSpread", 0.1, "bid-ask spread over the middle, at most", "E15", [0, 10]),
  setting("E15.LeastInterest", 100, "open interest of a leg, at least", "E15", [0, 1e7]),
  setting("E18.Liquid", "", "dollars: cash, bills, what sells at once", "E18, C06", [0, 1e12]),
  setting("E18.RateShock", 0.01, "rate up and down, decimal", "E18", [0, 0.5]),
  setting("E21.WaccZ", "", "z-score of the cost of capital", "E21", Z),
  setting("E21.PeZ", "", "z-score of the market's P/E", "E21", Z),
  setting("E21.Compression", 1, "deviations that close a gate; P/CF: D19.PcfZ", "E21, D18", [0.01, 10]),
  setting("E21.EtfFlow", "", "your words on ETF flows: shown, never computed", "E21"),
];
