import { InputError, NoSolutionError } from "../core/errors";
import { creditIrr } from "./creditIrr";
import { DEFAULT_CURVE_MODEL } from "./curveShift";
import { capitalOf } from "./hedgeCarry";
import { needed, type Market } from "./market";
import { spotVixBeta, total } from "./netGreeks";
import type { Table } from "./netTables";
import { checkVixShock, profitAndLossFromNow } from "./profitAndLoss";
import type { RollTrade } from "./rollTrade";
import type { Settings } from "./settings";

/** What the hedge is projected to gain, net of the condors' loss; and the rows: rule, value, limit, says, reason. */
export interface RollHedge {
  /** Dollars in the scenario that decides, at once. */
  readonly net: number;
  readonly scenario: string;
  readonly rows: Table;
}

interface NamedScenario {
  readonly name: string;
  readonly vixShock: number;
  readonly spotShock: number;
  /** That it comes within the days of C16. */
  readonly probability: number;
}

/** E13 under named scenarios, E20 in the one that decides, and C16 over all of them. */
export function rollHedge(trade: RollTrade, costOfRolling: number, settings: Settings): RollHedge {
  const { condorLegs, hedgeLegs, market } = trade;
  const scenarios = namedScenarios(market, settings);
  const window = { days: 0, model: DEFAULT_CURVE_MODEL };
  const hedgeGain = profitAndLossFromNow(hedgeLegs, market, window);
  const condorGain = profitAndLossFromNow(condorLegs, market, window);
  const [first] = scenarios;
  const netOf = ({ spotShock, vixShock }: NamedScenario): number =>
    hedgeGain(spotShock, vixShock) + condorGain(spotShock, vixShock);
  const rows = scenarios.map((scenario): Table[number] => {
    const { name, spotShock, vixShock } = scenario;
    const net = netOf(scenario);
    const parts = `hedge ${hedgeGain(spotShock, vixShock).toFixed(0)}, condors ${condorGain(spotShock, vixShock).toFixed(0)}`;
    const says = net > costOfRolling ? "PAYS" : "";
    return [
      `E13 net payoff, ${name}`,
      net,
      costOfRolling,
      says,
      `$, ${parts}; ${shocksText(scenario)}, at once`,
    ];
  });
  return {
    net: netOf(first),
    scenario: first.name,
    rows: [...rows, ...returnRows(trade, scenarios, settings)],
  };
}

/** The scenario that decides, then a VIX spike and the tail. */
function namedScenarios(market: Market, settings: Settings): [NamedScenario, NamedScenario, NamedScenario] {
  const vix = needed(market, "VIX");
  const beta = spotVixBeta(market);
  const givenVix = settings.optionalNumber("E13.VixShock");
  const givenSpot = settings.optionalNumber("E13.SpotShock");
  const dayRise = givenVix ?? (vix * needed(market, "VVIX")) / 100 / Math.sqrt(TRADING_DAYS);
  const following = (vixShock: number): number => (beta === 0 ? 0 : vixShock / (100 * beta));
  const spike = settings.number("D15.SpikeRise") * vix;
  const scenario = (
    name: string,
    vixShock: number,
    spotShock: number,
    probability: string,
  ): NamedScenario => {
    checkVixShock(market, vixShock);
    if (!(spotShock > -1 && spotShock <= 1)) {
      const percent = (100 * spotShock).toFixed(0);
      throw new InputError(
        "market",
        `market: SpotVixBeta (${beta}) moves SPX by ${percent}% in the ${name}: give a steeper one`,
      );
    }
    return { name, vixShock, spotShock, probability: settings.number(probability) };
  };
  const name = givenVix === undefined && givenSpot === undefined ? "VIX day of +1 SD" : "E13.VixShock, E13.SpotShock"; // prettier-ignore
  return [
    scenario(name, dayRise, givenSpot ?? following(dayRise), "C16.DayProbability"),
    scenario("VIX spike", spike, following(spike), "C16.SpikeProbability"),
    scenario("tail (A19)", settings.number("A19.VixShock"), settings.number("A19.SpotShock"), "C16.TailProbability"), // prettier-ignore
  ];
}

const TRADING_DAYS = 252;

const NOT_KNOWN = "not known";

/** The linear figure beside the projected return: E20 and C16. The texts call VIX01 volga, which is another thing. */
function returnRows(
  { hedgeLegs, market }: RollTrade,
  scenarios: readonly [NamedScenario, ...NamedScenario[]],
  settings: Settings,
): Table {
  const premium = capitalOf(hedgeLegs, settings);
  const [first] = scenarios;
  const linear = total(hedgeLegs, "vix01") * first.vixShock;
  const irr = projectedIrr(hedgeLegs, market, scenarios, premium, settings);
  const share = premium > 0 ? `: ${((100 * linear) / premium).toFixed(1)}%` : "";
  const yearly =
    typeof irr.rate === "number" ? `${(100 * irr.rate).toFixed(0)}% a year (C16)` : "IRR not known";
  return [
    ["E20 VIX01 x scenario", linear, premium, "", `$, beside it $ of premium${share}; ${yearly}`], // prettier-ignore
    ["C16 projected IRR of the hedge", irr.rate, needed(market, "Rate"), "", irr.note],
  ];
}

/** Expected gain over premium, annualised. Under risk-neutral probabilities it would be about the rate. */
function projectedIrr(
  hedgeLegs: RollTrade["hedgeLegs"],
  market: Market,
  scenarios: readonly NamedScenario[],
  premium: number,
  settings: Settings,
): { rate: number | string; note: string } {
  const days = settings.number("C16.Days");
  if (!(premium > 0)) return { rate: NOT_KNOWN, note: "no premium paid" };
  const gain = profitAndLossFromNow(hedgeLegs, market, { days, model: DEFAULT_CURVE_MODEL });
  const likely = scenarios.reduce((sum, { probability }) => sum + probability, 0);
  if (likely > 1) {
    throw new InputError(
      "settings",
      `settings: the probabilities of C16 add up to ${Number(likely.toFixed(6))}: they must not exceed 1`,
    );
  }
  const expected = scenarios.reduce(
    (sum, { spotShock, vixShock, probability }) => sum + probability * gain(spotShock, vixShock),
    (1 - likely) * gain(0, 0),
  );
  const note = `expected ${expected.toFixed(0)} $ in ${days} days by C16; risk-neutral probabilities give about Rate`; // prettier-ignore
  try {
    const rate = creditIrr(0, premium, expected, days);
    return Number.isFinite(rate) ? { rate, note } : { rate: NOT_KNOWN, note };
  } catch (error) {
    if (error instanceof NoSolutionError) return { rate: NOT_KNOWN, note: `${note}; all is lost` };
    throw error;
  }
}

function shocksText({ spotShock, vixShock }: NamedScenario): string {
  return `VIX ${vixShock < 0 ? "" : "+"}${vixShock.toFixed(2)} points, SPX ${(100 * spotShock).toFixed(2)}%`;
}
