import { NoSolutionError } from "../core/errors";
import { DAYS_PER_YEAR } from "../core/units";
import type { Range } from "./cellValue";
import { condorComplexes, dollarsOf, marginOf, type CondorComplex } from "./condorComplexes";
import { capmReturn } from "./costOfCapital";
import { creditIrr } from "./creditIrr";
import { extrinsicRows, longLayer } from "./extrinsicHistory";
import { carryOf } from "./hedgeCarry";
import { asOfText } from "./asOfText";
import { needed, type Market } from "./market";
import { readBookInMarket, total } from "./netGreeks";
import type { Table } from "./netTables";
import type { Position } from "./position";
import type { Settings } from "./settings";

/**
 * What the long layer costs against what the condors are expected to earn, both per year on the condors' capital (margin
 * less credit), and whether that is too much; what the condors earn above the capital asset pricing model; and whether
 * the long layer is dear by the user's own history.
 */
export function costRatioTable(
  book: Range,
  market: Range,
  settings: Settings,
  history: Range | undefined,
): Table {
  const inMarket = readBookInMarket(book, market);
  const { complexes } = condorComplexes(inMarket);
  const fromDays = settings.number("C02.FromDte");
  const long = longLayer(inMarket.positions, settings);
  if (long.length === 0) {
    throw new NoSolutionError(
      `book holds no VIX option or VX future at ${fromDays} days or more: no long layer`,
    );
  }
  const capital = complexes.reduce((sum, complex) => sum + capitalOf(complex), 0);
  if (!(capital > 0)) {
    throw new NoSolutionError("the condors' credit is as large as their margin: they tie up no capital");
  }
  const cost = carryOf(long, capital);
  const earned = expectedRate(complexes, capital, settings);
  return [
    ["Figure", "Value", `Unit or rule${asOfText(inMarket.market)}`],
    ...costRows(long, complexes, { cost, capital, earned }, settings),
    ...capmRows(inMarket.market, complexes, { cost, capital, earned }, settings),
    ...extrinsicRows(inMarket.positions, history, settings),
  ];
}

/** Per year, on the capital of the condors. */
interface Rates {
  readonly cost: number;
  readonly earned: number;
  /** Dollars. */
  readonly capital: number;
}

function costRows(
  long: readonly Position[],
  complexes: readonly CondorComplex[],
  { cost, capital, earned }: Rates,
  settings: Settings,
): Table {
  const [fromDays, kept] = [settings.number("C02.FromDte"), settings.number("C03.KeptShare")];
  const [amber, trigger, red] = [
    settings.number("C02.Amber"),
    settings.number("C02.Trigger"),
    settings.number("C02.Red"),
  ];
  const quotient = cost / earned;
  const ratio = earned > 0 && Number.isFinite(quotient) ? quotient : undefined;
  const margin = complexes.reduce((sum, complex) => sum + marginOf(complex), 0);
  const expected = complexes.reduce((sum, complex) => sum + expectedOf(complex, settings), 0);
  const noRatio = `none: the condors are not expected to earn`;
  return [
    [`Decay at ${fromDays}+ days`, total(long, "theta"), "$/day, option theta of the long layer"],
    [`Roll-down at ${fromDays}+ days`, total(long, "rollDown"), "$/day if the VX curve stands still"],
    ["Condor margin", margin, "$, gross width of the wider side"],
    ["Condor capital", capital, "$, margin less credit: the base of every rate below"],
    ["Expected profit", expected, `$, ${kept} of the credit by setting C03.KeptShare; not a forecast`],
    [`C02 cost of ${fromDays}+ days`, cost, "share of the capital per year"],
    ["C03 expected IRR, simple", earned, "share of the capital per year"],
    [
      "C03 expected IRR, compounded",
      compounded(complexes, capital, settings),
      "share of the capital per year",
    ],
    ["C02 cost over IRR", ratio ?? "", ratio === undefined ? noRatio : "simple IRR, on the same capital"],
    [
      "C02 verdict",
      ratio === undefined ? "" : ratio >= red ? "RED" : ratio >= amber ? "AMBER" : "GREEN",
      `AMBER from ${amber}, RED from ${red}`,
    ],
    ["C02 trigger", ratio === undefined ? "" : ratio >= trigger ? "YES" : "NO", `from ${trigger}`],
  ];
}

/** Whether the condors earn more than their beta asks for, and more than that and the long layer's cost. */
function capmRows(
  market: Market,
  complexes: readonly CondorComplex[],
  { cost, capital, earned }: Rates,
  settings: Settings,
): Table {
  const delta = complexes.flatMap(({ positions }) => positions).reduce((sum, each) => sum + each.delta, 0);
  const beta = (delta * needed(market, "SPX")) / capital;
  const riskFree = Math.expm1(needed(market, "Rate"));
  const premium = settings.number("C08.EquityPremium");
  const asked = capmReturn(riskFree, beta, riskFree + premium);
  return [
    ["C08 beta of the condors", beta, "delta x SPX / capital, at today's delta"],
    ["C08 return by CAPM", asked, `per year: Rate, and beta x ${premium} by setting C08.EquityPremium`],
    ["C08 alpha", earned - asked, "per year: expected IRR less the return by CAPM"],
    ["C08 alpha less the long layer", earned - asked - cost, "per year"],
  ];
}

function capitalOf(complex: CondorComplex): number {
  return marginOf(complex) - dollarsOf(complex, complex.credit);
}

function expectedOf(complex: CondorComplex, settings: Settings): number {
  return settings.number("C03.KeptShare") * dollarsOf(complex, complex.credit);
}

/** Expected profit per year over the capital of all condors, each expiry earning for its own days. */
function expectedRate(complexes: readonly CondorComplex[], capital: number, settings: Settings): number {
  const yearly = complexes.map((each) => (expectedOf(each, settings) * DAYS_PER_YEAR) / each.days);
  return yearly.reduce((sum, each) => sum + each, 0) / capital;
}

/** The compounded rate of each expiry, weighed by its capital; "" where hours to expiry make it no number. */
function compounded(
  complexes: readonly CondorComplex[],
  capital: number,
  settings: Settings,
): number | string {
  const rate = complexes.reduce((sum, complex) => {
    const credit = dollarsOf(complex, complex.credit);
    const own = creditIrr(credit, marginOf(complex), expectedOf(complex, settings), complex.days);
    return sum + (capitalOf(complex) / capital) * own;
  }, 0);
  return Number.isFinite(rate) ? rate : "";
}
