import { DAYS_PER_YEAR } from "../core/units";
import { needed, type Market } from "./market";
import { total } from "./netGreeks";
import type { Table } from "./netTables";
import type { Position } from "./position";
import { vixRegime } from "./regime";
import type { RollTrade } from "./rollTrade";
import type { Settings } from "./settings";
import { atmSpxVol, spxSkew } from "./volSurface";
import { vxCurve } from "./vxCurve";

/** What asks for a roll: which rules do, and the rows of all of them: rule, value, limit, says, reason. */
export interface RollTriggers {
  /** Ids of the rules that ask for one. */
  readonly asking: readonly string[];
  /** E08: whether what is given calls it a new regime, noise, or says nothing. */
  readonly move: "CHANGE" | "NOISE" | "not given";
  readonly rows: Table;
}

/** The surface since entry (E04), theta against gamma (E05), threatened strikes (E06), and the regime (E08). */
export function rollTriggers(trade: RollTrade, settings: Settings): RollTriggers {
  const { move, row } = regimeMove(trade.market, settings);
  const rows = [
    ...surfaceRows(trade.market, settings),
    ...gammaRows(trade, settings),
    ...strikeRows(trade, settings),
    row,
  ];
  const asking = rows.flatMap(([rule, , , says]) => (ASKING.has(String(says)) ? [String(rule).slice(0, 3)] : [])); // prettier-ignore
  return { asking: [...new Set(asking)], move, rows };
}

const ASKING = new Set(["CHANGED", "GAMMA", "THREATENED", "CHANGE"]);

function surfaceRows(market: Market, settings: Settings): Table {
  const [near, far] = [settings.number("D06.NearDays"), settings.number("D06.FarDays")];
  const volSource = market.numbers.has("SPXVol") ? "row SPXVol" : "modelled, .88 x VIX";
  const skewSource = market.numbers.has("Skew") ? "row Skew" : "the model's";
  const compared = (name: string, setting: string, now: () => number, unit: string): Table[number] => {
    const entry = settings.optionalNumber(`E04.Entry${setting}`);
    const limit = settings.number(`E04.${setting}Change`);
    if (entry === undefined) return [`E04 ${name}`, "not given", limit, "", `set E04.Entry${setting}`];
    const change = now() - entry;
    const isChanged = Math.abs(change) >= limit;
    return [`E04 ${name}`, change, limit, isChanged ? "CHANGED" : "", `${unit}, change from ${entry}`];
  };
  return [
    compared("at-the-money vol", "Vol", () => atmSpxVol(market), `vol (${volSource})`),
    compared("skew", "Skew", () => spxSkew(market), `skew (${skewSource})`),
    compared("slope of VX curve", "Slope", () => vxCurve(market, far) - vxCurve(market, near), "VIX points"),
  ];
}

/** Theta over what gamma is expected to lose at the realised vol; at the implied vol the ratio is 1 by the Black-Scholes equation. */
function gammaRows({ rolled, candidate, market }: RollTrade, settings: Settings): Table {
  const given = settings.optionalNumber("E05.RealisedVol") ?? market.numbers.get("RV20");
  const least = settings.number("E05.Least");
  const rowOf = (name: string, positions: readonly Position[], says: string): Table[number] => {
    if (given === undefined || given === 0)
      return [name, "not known", least, "", "needs RV20 or E05.RealisedVol"];
    const gamma = positions.reduce((sum, position) => sum + position.gamma, 0);
    const loss = (0.5 * -gamma * (needed(market, "SPX") * given) ** 2) / DAYS_PER_YEAR;
    const theta = total(positions, "theta");
    const note = `theta ${theta.toFixed(2)}, gamma ${(-loss).toFixed(2)} $/day at vol ${given}`;
    if (!(loss > 0)) return [name, "not known", least, "", note];
    const ratio = theta / loss;
    return [name, ratio, least, ratio < least ? says : "", note];
  };
  return [
    rowOf("E05 theta / gamma, held", rolled, "GAMMA"),
    rowOf("E05 theta / gamma, candidate", candidate, "GAMMA TOO"),
  ];
}

function strikeRows({ rolled, market }: RollTrade, settings: Settings): Table {
  const [deviations, delta] = [settings.number("E06.Deviations"), settings.number("E06.ShortDelta")];
  const spot = needed(market, "SPX");
  const shorts = rolled.filter(({ leg }) => leg.quantity < 0);
  /** Standard deviations from SPX out to the short strike; below 0 beyond it. */
  const distance = ({ leg, dte = 0 }: Position): number => {
    const out = (leg.kind === "call" ? 1 : -1) * ((leg.strike ?? 0) - spot);
    return out / (spot * atmSpxVol(market) * Math.sqrt(dte / DAYS_PER_YEAR));
  };
  const deltaOf = ({ leg, delta: dollars }: Position): number =>
    Math.abs(dollars / (leg.quantity * leg.multiplier));
  const least = shorts.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  const most = shorts.reduce((a, b) => (deltaOf(b) > deltaOf(a) ? b : a));
  const name = ({ leg }: Position): string => `short ${leg.kind} ${leg.strike ?? ""}`;
  return [
    ["E06 nearest short strike", distance(least), deviations, distance(least) < deviations ? "THREATENED" : "", `standard deviations from SPX, ${name(least)}; at-the-money vol`], // prettier-ignore
    ["E06 largest short delta", deltaOf(most), delta, deltaOf(most) > delta ? "THREATENED" : "", `option delta, ${name(most)}`], // prettier-ignore
  ];
}

function regimeMove(market: Market, settings: Settings): { move: RollTriggers["move"]; row: Table[number] } {
  const divergence = settings.text("E08.Divergence");
  const votes = settings.optionalNumber("E08.Votes");
  const wanted = settings.number("D11.ExpansionVotes");
  const diverges = divergence === "bearish" || divergence === "bullish";
  const isGiven = divergence !== "not given" || votes !== undefined;
  const move =
    diverges || (votes !== undefined && votes >= wanted) ? "CHANGE" : isGiven ? "NOISE" : "not given";
  const level = market.numbers.get("VIX");
  const regime = level === undefined ? "" : `; by VIX alone ${vixRegime(level, settings)} (B01)`;
  const reason = `D08 divergence ${divergence} (E08.Divergence, E08.Votes)${regime}`;
  return {
    move,
    row: ["E08 regime change or noise", votes ?? "not given", wanted, move === "not given" ? "" : move, `D11 votes; ${reason}`], // prettier-ignore
  };
}
