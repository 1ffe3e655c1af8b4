import type { Settings } from "./settings";

/** What the rules that size a hedge look at. */
export interface Sizing {
  readonly condors: number;
  /** VIX01 of the condors, dollars per point. */
  readonly condorVix01: number;
  /** VIX01 of one contract of the hedge, on average; not above 0 where it holds none. */
  readonly vix01PerContract: number;
  readonly vix: number;
}

/** Three rules size the same hedge and do not agree: all of them as text, and the smallest, which binds. */
export function bindingSize(sizing: Sizing, settings: Settings): { contracts: number; text: string } {
  const sizes = ruleSizes(sizing, settings);
  const binding = sizes.reduce((least, size) => (size.contracts < least.contracts ? size : least));
  return {
    contracts: binding.contracts,
    text: `${sizes.map(({ text }) => text).join(" | ")}: ${binding.rule} binds`,
  };
}

/** The largest share of the hedge in the VIX01 of the whole book: it rises with VIX, between two levels on a line. */
export function hedgeShareCap(vix: number, settings: Settings): number {
  const [low, high] = [settings.number("B08.Low"), settings.number("B08.High")];
  const [from, to] = [settings.number("B09.LowVix"), settings.number("B09.HighVix")];
  if (vix <= from) return low;
  return vix >= to ? high : low + ((high - low) * (vix - from)) / (to - from);
}

/** One size of the hedge by one rule of the texts, in contracts. */
interface RuleSize {
  readonly rule: string;
  readonly contracts: number;
  readonly text: string;
}

function ruleSizes(sizing: Sizing, settings: Settings): [RuleSize, ...RuleSize[]] {
  const { condors, condorVix01, vix01PerContract, vix } = sizing;
  const spreads = Math.round(condors / settings.number("B17.CondorsPerSpread"));
  const range = `${plain(condors / settings.number("B17.Most"))} to ${plain(condors / settings.number("B17.Fewest"))}`;
  const units = (condors / settings.number("A01.CondorsPerUnit")) * settings.number("A01.ContractsPerUnit");
  const contracts = Math.floor(units + 1e-9);
  const sizes: [RuleSize, ...RuleSize[]] = [
    { rule: "B17", contracts: spreads, text: `B17 ${spreads} spreads (${range}; nearest whole)` },
    { rule: "A01", contracts, text: `A01 ${contracts} contracts` },
  ];
  if (!(vix01PerContract > 0)) return sizes;
  const cap = hedgeShareCap(vix, settings);
  const most = Math.floor(((cap / (1 - cap)) * Math.abs(condorVix01)) / vix01PerContract + 1e-9);
  sizes.push({
    rule: "B08",
    contracts: most,
    text: `B08 ${most} such contracts for ${plain(100 * cap)}% of VIX01`,
  });
  return sizes;
}

function plain(value: number): string {
  return String(Number(value.toFixed(2)));
}
