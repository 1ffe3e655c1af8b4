import { NoSolutionError } from "../core/errors";
import type { Range } from "./cellValue";
import {
  condorComplexes,
  creditAt,
  dollarsOf,
  marginOf,
  thetaOf,
  type CondorComplex,
} from "./condorComplexes";
import { breakEvenVerdict, condorDistance, condorOutlook, readMeasure } from "./condorDistance";
import { condorFiguresTable, expiryText, type CondorFigure } from "./condorFigures";
import { condorWidening, wingExtra } from "./condorWidening";
import { condorWider } from "./condorWider";
import type { Market } from "./market";
import { netGreeks, readBookInMarket } from "./netGreeks";
import type { Table } from "./netTables";
import { payoffView, probabilityOfProfit } from "./payoff";
import type { Settings } from "./settings";

/** What a trader asks of the iron condors in a book: a row a figure, a column an expiry. */
export function condorSummaryTable(book: Range, market: Range, settings: Settings): Table {
  const inMarket = readBookInMarket(book, market);
  return condorFiguresTable(inMarket, condorComplexes(inMarket), summaryRows(inMarket.market, settings));
}

function summaryRows(market: Market, settings: Settings): CondorFigure[] {
  return [
    ...creditRows(),
    ...distanceRows(market, settings),
    ...greekRows(market),
    ...marginRows(),
    ...wingRows(market, settings),
  ];
}

function creditRows(): CondorFigure[] {
  return [
    { name: "Condors", value: ({ condors }) => condors, note: "contracts of the larger short side" },
    { name: "Expiry", value: expiryText, note: "date; days where the book gives days" },
    { name: "Days", value: ({ days }) => days, note: "calendar days" },
    {
      name: "Strikes",
      value: ({ positions }) =>
        [...new Set(positions.map(({ leg }) => leg.strike ?? 0))].sort((a, b) => a - b).join("/"),
      note: "SPX points",
    },
    {
      name: "Credit at mid",
      value: midCredit,
      note: "points per condor, at the marks or model prices",
    },
    {
      name: "Credit, natural",
      value: naturalCredit,
      note: "points per condor, sold at the bid and bought at the ask; blank without quotes",
    },
    {
      name: "Credit at entry",
      value: ({ positions, credit }) =>
        positions.some(({ leg }) => leg.entry !== undefined) ? credit : undefined,
      note: "points per condor, where the book gives Entry; what follows starts from it, else from mid",
    },
    { name: "Max loss", value: ({ maxLoss }) => maxLoss, note: "points per condor, at expiry" },
  ];
}

function distanceRows(market: Market, settings: Settings): CondorFigure[] {
  const measure = readMeasure(settings);
  const wanted = settings.number("B16.Deviations");
  const outlook = ({ days, forward }: CondorComplex): ReturnType<typeof condorOutlook> =>
    condorOutlook(market, days, forward);
  const deviations = (complex: CondorComplex, level: number | undefined): number | undefined =>
    level === undefined ? undefined : condorDistance(outlook(complex), level, measure);
  const down = (complex: CondorComplex): number | undefined => deviations(complex, complex.breakEvenDown);
  const up = (complex: CondorComplex): number | undefined => deviations(complex, complex.breakEvenUp);
  const volSource = market.numbers.has("SPXVol") ? "row SPXVol" : "modelled, .88 x VIX";
  return [
    { name: "Break-even down", value: ({ breakEvenDown }) => breakEvenDown, note: "SPX at expiry" },
    { name: "Break-even up", value: ({ breakEvenUp }) => breakEvenUp, note: "SPX at expiry" },
    { name: "Forward", value: ({ forward }) => forward, note: "SPX points" },
    {
      name: "One standard deviation",
      value: (complex) => outlook(complex).expectedMove,
      note: `SPX points to expiry, by the at-the-money vol (${volSource})`,
    },
    {
      name: "Break-even down, SD",
      value: (complex) => {
        const signed = down(complex);
        return signed === undefined ? undefined : -signed;
      },
      note: "standard deviations below the forward",
    },
    { name: "Break-even up, SD", value: up, note: "standard deviations above the forward" },
    {
      name: `B16 break-evens outside ${wanted} SD`,
      value: (complex) => breakEvenVerdict(down(complex), up(complex), wanted),
      note: "on both sides",
    },
    {
      name: "Probability of profit",
      value: (complex) => chanceOfProfit(complex, market),
      note: "share of 1, at expiry; lognormal with the market's skew",
    },
  ];
}

/** As POP has it for the legs of one expiry; where the market's skew allows none, the reason. */
function chanceOfProfit({ positions, days }: CondorComplex, market: Market): number | string {
  const inMarket = { market, positions, expiredLegs: 0 };
  try {
    return probabilityOfProfit(inMarket, payoffView(inMarket, days));
  } catch (error) {
    if (error instanceof NoSolutionError) return error.message;
    throw error;
  }
}

function greekRows(market: Market): CondorFigure[] {
  const net = (complex: CondorComplex, figure: "delta" | "gamma" | "vega" | "theta" | "vix01"): number =>
    netGreeks({ market, positions: complex.positions, expiredLegs: 0 }, "none")[0]?.[figure] ?? 0;
  return [
    { name: "Delta", value: (complex) => net(complex, "delta"), note: "$ per SPX point, all condors" },
    { name: "Gamma", value: (complex) => net(complex, "gamma"), note: "$ per SPX point squared" },
    { name: "Vega", value: (complex) => net(complex, "vega"), note: "$ per point of SPX vol" },
    { name: "Theta", value: (complex) => net(complex, "theta"), note: "$ per calendar day" },
    { name: "VIX01", value: (complex) => net(complex, "vix01"), note: "$ per point of spot VIX" },
  ];
}

function marginRows(): CondorFigure[] {
  return [
    { name: "Margin", value: marginOf, note: "$, gross width of the wider side, all condors" },
    { name: "Max loss $", value: (complex) => dollarsOf(complex, complex.maxLoss), note: "$, all condors" },
    {
      name: "Return on risk",
      value: ({ credit, maxLoss }) => (maxLoss > 0 ? credit / maxLoss : undefined),
      note: "credit / max loss",
    },
    {
      name: "Return on margin",
      value: ({ credit, grossWidth }) => (grossWidth > 0 ? credit / grossWidth : undefined),
      note: "credit / margin",
    },
  ];
}

/** The rule for wings above VIX 16, and whether wider wings decay more: on the same prices, credit and margin. */
function wingRows(market: Market, settings: Settings): CondorFigure[] {
  const wantedWidth = settings.number("Condor.Width") + condorWidening(market, settings).width;
  const extra = wingExtra(market, settings);
  const points = Number(extra.toFixed(2));
  const step = settings.number("Condor.StrikeStep");
  const ofWider =
    (figure: (wider: CondorComplex, complex: CondorComplex) => number) =>
    (complex: CondorComplex): number | undefined => {
      const wider = condorWider(complex, market, extra, step);
      const value = wider && figure(wider, complex);
      return Number.isFinite(value) ? value : undefined;
    };
  return [
    { name: "Wing width", value: ({ narrowWidth }) => narrowWidth, note: "SPX points, the narrower side" },
    {
      name: "B15 wing width wanted",
      value: ({ narrowWidth }) => (narrowWidth >= wantedWidth ? "PASS" : `FAIL: ${wantedWidth} wanted`),
      note: widthNote(market, settings),
    },
    { name: "B25 theta at this width", value: thetaOf, note: "$ per calendar day, all condors" },
    {
      name: `B25 theta, wings ${points} wider`,
      value: ofWider(thetaOf),
      note: "$ per calendar day, the same short strikes, all condors",
    },
    {
      name: "B25 the same, at the same credit",
      value: ofWider((wider, complex) => (thetaOf(wider) * midCredit(complex)) / midCredit(wider)),
      note: "$ per calendar day, with fewer of the wider condors",
    },
    {
      name: "B25 theta per margin",
      value: thetaPerMargin,
      note: "$ per calendar day for $1,000 of margin, at this width",
    },
    {
      name: `B25 theta per margin, ${points} wider`,
      value: ofWider(thetaPerMargin),
      note: "$ per calendar day for $1,000 of margin",
    },
  ];
}

function thetaPerMargin(complex: CondorComplex): number {
  return (1000 * thetaOf(complex)) / marginOf(complex);
}

function midCredit(complex: CondorComplex): number {
  return creditAt(complex, ({ price }) => price);
}

function widthNote(market: Market, settings: Settings): string {
  const { note } = condorWidening(market, settings);
  return `${settings.number("Condor.Width")} points${note === "" ? "" : `; ${note}`}`;
}

function naturalCredit(complex: CondorComplex): number | undefined {
  const isQuoted = complex.positions.every(({ leg }) => (leg.quantity < 0 ? leg.bid : leg.ask) !== undefined);
  if (!isQuoted) return undefined;
  return creditAt(complex, ({ leg }) => (leg.quantity < 0 ? leg.bid : leg.ask) ?? 0);
}
